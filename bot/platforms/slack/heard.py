"""What a person wrote in Slack, as plain words: Slack's own marks for names, links and dates undone."""

from __future__ import annotations

import re
from html import unescape

_MARK = re.compile(r"<([^<>]*)>")


def heard(text: str, me: str = "") -> str:
    """The words of a message without mentions of `me`, the bot; links are their label, or their address."""

    def plain(found: re.Match[str]) -> str:
        target, _, label = found[1].partition("|")
        if target == f"@{me}":
            return " "
        return label or target.lstrip("#@!")

    return " ".join(unescape(_MARK.sub(plain, text)).split())


def names_others(text: str, me: str) -> bool:
    """Whether a message mentions somebody who is not the bot."""
    return any(found[1:].partition("|")[0] != me for found in re.findall(r"<(@[UW][^<>]*)>", text))
