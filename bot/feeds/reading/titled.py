"""The title of a web page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.feeds.reading.plain import plain_line

_APART = re.compile(r"\s+[|–—\-·»:]\s+|\s*\|\s*")
_ENDS = (" ", "|", ":", "»")
_STARTS = (" |", " –", " —", " -", " ·", " »", " :", "|", ":")
_LONGEST = 1_000
_LEAST = 10
_MOST_INSIDE = 3
_MOST_HEADINGS = 2_000


def title_of(root: Any, tags: Mapping[str, str], outlet: str) -> str:
    """What the page calls its article: in its tags for sharing, in a headline, or in its title.

    The title of the page holds the headline and the outlet's name: a headline that is part of it is the one
    that is meant, however it is marked up.
    """
    shared = tags.get("og:title") or tags.get("twitter:title") or tags.get("headline") or ""
    if shared:
        return without_outlet(plain_line(shared), outlet)
    whole = " ".join((root.findtext(".//title") or "")[:_LONGEST].split())
    named = [text for one in _headings(root) if _is_part(text := _line(one), whole)]
    if named:
        return max(named, key=len)
    headlines = [text for one in root.iter("h1") if (text := _line(one))]
    return headlines[0] if len(headlines) == 1 else without_outlet(whole, outlet)


def _headings(root: Any) -> list[Any]:
    """Elements that are marked up as headings, as far as a page has an ordinary number of them."""
    marked = [one for one in root.iter("h1", "h2", "h3") if len(one) <= _MOST_INSIDE]
    named = [
        one for one in root.iter("div", "span", "font", "b", "strong", "td") if not len(one) and one.text
    ]
    return (marked + named)[:_MOST_HEADINGS]


def _line(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _is_part(text: str, whole: str) -> bool:
    """Whether a text is one of the parts of a page's title, or all of it."""
    if len(text) < _LEAST or text not in whole:
        return False
    before, _, behind = whole.partition(text)
    return (not before or before.endswith(_ENDS)) and (not behind or behind.startswith(_STARTS))


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
