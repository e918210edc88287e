"""Discord's markdown: what of our words it reads, and how text of strangers is kept from being read."""

from __future__ import annotations

import re
from datetime import datetime

from bot.deliver.outline import Form, Paragraph, Span
from bot.domain.instant import instant_of
from bot.domain.shown import web_link

LINK_MOST = 500
"""Characters of an address that is still made a link; it counts into the message's 4,000."""

_JOINER = "\u2060"
_MARKS = re.compile(r"[\\*_~`|<\[\]]|:(?=[^\s:]+:)")
"""Each a mark of its own, or the colon that begins an emoji's name."""

_LINE_START = re.compile(r"^(?:[#>+-]|\d+(?=[.)]))")

_BEFORE = {Form.TITLE: "## ", Form.HEADING: "### ", Form.SMALL: "-# ", Form.ITEM: "- ", Form.QUOTE: "> "}
"""How a paragraph begins (support.discord.com, "Markdown Text 101")."""


def escaped(text: str) -> str:
    """Text that Discord shows as it is: no format, mention, masked or automatic link is read in it.

    A backslash takes its meaning from a mark; a word joiner, which is not seen, parts `@everyone` and `://`.
    """
    unlinked = quiet(text).replace("://", f":{_JOINER}//")
    return _MARKS.sub(lambda mark: f"\\{mark[0]}", unlinked)


def quiet(text: str) -> str:
    """Text for where no markdown is read: nothing in it mentions anybody."""
    return text.replace("@", f"@{_JOINER}")


def written(paragraph: Paragraph) -> str:
    """The paragraph as one line of markdown; what it says begins no heading, quote or list of its own."""
    said = "".join(map(_span, paragraph.spans))
    return _BEFORE.get(paragraph.form, "") + _LINE_START.sub(_disarmed, said)


def size(text: str) -> int:
    """Characters as Discord counts them at most: UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def moment(at: datetime, style: str) -> str:
    """An instant that each reader sees in their own zone; styles F (whole) and R (relative) are used."""
    return f"<t:{int(at.timestamp())}:{style}>"


def _span(span: Span) -> str:
    at = instant_of(span.deadline) if span.deadline else None
    said = f"{moment(at, 'F')}, {moment(at, 'R')}" if at else escaped(span.text)
    link = _target(span.url)
    if link:
        said = f"[{said}]({link})"
    if span.italic:
        said = f"*{said}*"
    return f"**{said}**" if span.bold else said


def _target(url: str | None) -> str | None:
    """The address if it is safe and short enough, with no character that ends a masked link early."""
    link = web_link(url)
    if link is None or len(link) > LINK_MOST:
        return None
    return link.replace("(", "%28").replace(")", "%29")


def _disarmed(start: re.Match[str]) -> str:
    return f"{_JOINER}{start[0]}"
