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
