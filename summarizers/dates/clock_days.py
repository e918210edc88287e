"""The day of an hour that names none: that of the day beside it, or the text's own."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from summarizers.dates.bounds import bounds
from summarizers.dates.fields import Mention
from summarizers.dates.reckoning import Previous

_REACH: Final = 150
"""Characters behind a day within which an hour may be its."""
_STOP: Final = re.compile(r"(?<![ .][a-z])[.!?][”\"’')]* |\n")
_NEW: Final = re.compile(
    r"[“\"]?(?:an?|another|meanwhile|separately|elsewhere|on other (?:fronts|matters)|in other news)\b"
)
"""How a sentence opens that tells of another thing."""
_HOLDS_MANY: Final = re.compile(
    r"\b(?:festival|fair|event|(?<!\d )march|parade|rally|celebrations?|ceremony|conference|concert|show|"
    r"exhibition|market|carnival|congress|convention|programme|open day|funeral|wedding|visit|tour|"
    r"anniversary)\b"
)
"""What other things belong to: `The fair is on Saturday. A parade starts at 10am.`"""
_DID: Final = re.compile(
    r"\b(?:was|were|had|said|did|told|came|went|left|began|met|[a-z]{3,}ed by|reported|arrived|happened)\b"
)
_WILL: Final = re.compile(r"\b(?:will|shall|(?:is|are) (?:to|due|set|expected|scheduled|going))\b")


def day_of_clock(lower: str, mention: Mention, published: dt.date, previous: Previous | None) -> dt.date:
    """The day of the hour `mention`: the one named before it, if it is told of the same thing.

    It is not where its sentence opens with another, or tells what was done, and the day is ahead; nor where
    that is over, and something will be.
    """
    if previous is None or previous.grain not in {"day", "time"} or mention.start - previous.end >= _REACH:
        return published
    days = bounds(previous.value)
    if days is None:
        return published
    stops = [*_STOP.finditer(lower, previous.end, mention.start)]
    if not stops:
        return days[0]
    first, told = (
        lower[max(0, previous.end - _REACH) : stops[0].start()],
        lower[stops[-1].end() : mention.start],
    )
    return published if _is_of_another(first, told, days[0], published) else days[0]


def _is_of_another(first: str, told: str, day: dt.date, published: dt.date) -> bool:
    """Whether what a sentence has `told` up to its hour is of another thing than the day behind `first`."""
    if _NEW.match(told) is not None and _HOLDS_MANY.search(first) is None:
        return True
    verbs = _DID if day > published else _WILL
    return day != published and verbs.search(told) is not None
