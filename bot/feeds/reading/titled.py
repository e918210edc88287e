"""The title of a web page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.feeds.reading.plain import plain_line

_APART = re.compile(r"\s+[|–—\-·»:]\s+|\s*\|\s*")
_LEAST = 10


def title_of(root: Any, tags: Mapping[str, str], outlet: str) -> str:
    """What the page calls its article: in its tags for sharing, in its only headline, or in its title."""
    shared = tags.get("og:title") or tags.get("twitter:title") or tags.get("headline") or ""
    if shared:
        return without_outlet(plain_line(shared), outlet)
    headlines = [text for one in root.iter("h1") if (text := " ".join("".join(one.itertext()).split()))]
    whole = " ".join((root.findtext(".//title") or "").split())
    if len(headlines) == 1 and (len(headlines[0]) >= _LEAST or not whole or headlines[0] in whole):
        return headlines[0]
    named = next((text for text in headlines if len(text) >= _LEAST and text in whole), "")
    return named or without_outlet(whole, outlet)


def without_outlet(title: str, outlet: str) -> str:
    """A title without the outlet's name behind or before it."""
    parts = _APART.split(title)
    if len(parts) > 1 and outlet:
        if parts[-1].casefold() == outlet.casefold():
            return _cut_behind(title, parts[-1])
        if parts[0].casefold() == outlet.casefold():
            return title[len(parts[0]) :].lstrip(" |–—-·»:")
    return title


def _cut_behind(title: str, outlet: str) -> str:
    return title[: title.rindex(outlet)].rstrip(" |–—-·»:")
