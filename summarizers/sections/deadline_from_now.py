"""Lengths that count from the publication by their own words: `in a week's time`, `the coming days`."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from summarizers.sections.deadline_dates import Days
from summarizers.types import Granularity

_FROM_NOW: Final = re.compile(r"['’]s? time\b| from now\b")
_AWAY: Final = re.compile(r" away\b(?! (?:on|by|from(?! (?:[a-z]+ing|an?|the|its|their)\b))\b)")
_NEARS: Final = re.compile(
    r"\b(?:elections?|polls|vote|referendum|deadline|deal|summit|talks|hearing|trial|launch|opening|start|end|"
    r"final|budget|strike|ban|expiry|closure|draw|ruling|verdict|decision|festival|release|inauguration)\b"
    r"[^,;]*\b(?:is|are|remains?)\b[^,;]*$"
)
_NEAR: Final = 160
"""Letters before a length in which its event is looked for: a whole sentence takes too long."""


def counts_from_now(before: str, after: str) -> bool:
    """Whether the words around a length say that it counts from the publication.

    An event is two weeks away from now, a place from wherever one is.
    """
    if after.startswith(" away"):
        return _AWAY.match(after) is not None and _NEARS.search(before[-_NEAR:]) is not None
    return _FROM_NOW.match(after) is not None


_MORE_TIME: Final = re.compile(
    r"\b(?:g[ai]ve[ns]?|giving|grant(?:s|ed)|allow(?:s|ed)|got|gets|won|wins|secured|received)"
    r"(?: (?!(?:him|her|it|them|to|for|until|in)\b)[\w’'-]+){0,6}? (?:[a-z]+|\d+)"
    r"(?: (?:further|extra|additional|more))?(?: [a-z]+)? (?:days?|weeks?|fortnight|months?)$"
)
_SAYS_MORE: Final = re.compile(r"\b(?:another|further|extra|additional|more)\b")
_MORE_BEHIND: Final = re.compile(
    r"(?P<more> (?:more|longer|extra))?(?:[.;]|$|,(?! (?:until|till|to|up to|through|so)\b))"
)


def is_more_time(before: str, length: str, after: str) -> bool:
    """Whether somebody is given so much time more, and no word is said of what for (`a month more`).

    Its end counts from the news: no older day is told from which it could count. Of `it` or `him` more was
    told before.
    """
    behind = _MORE_BEHIND.match(after)
    if behind is None or not (behind["more"] or _SAYS_MORE.search(f"{before[-_SO_NEAR:]}{length}")):
        return False
    return _MORE_TIME.search(f"{before[-_NEAR:]}{length}") is not None


_SO_NEAR: Final = 16
"""Letters before a length in which it is told to be a further one (`an extra three weeks`)."""

_VAGUE: Final = re.compile(
    r"(?:(?:the )?(?:coming|next)(?: few| couple of| several)?|a few) (?P<unit>day|week)s"
)
_MOST: Final[dict[str, tuple[int, Granularity]]] = {"day": (7, "week"), "week": (28, "month")}


def soon(text: str, published: dt.date) -> Days | None:
    """The days from tomorrow on that `the coming days` are, a week or four; None for any other length."""
    vague = _VAGUE.fullmatch(text)
    if vague is None:
        return None
    most, granularity = _MOST[vague["unit"]]
    try:
        return Days(published + dt.timedelta(1), published + dt.timedelta(most), granularity)
    except OverflowError:
        return None
