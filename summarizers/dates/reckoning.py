"""What anchoring keeps of a text and what it yields: what to count from, and which way."""

from __future__ import annotations

import datetime as dt
from typing import Final

from summarizers.dates.fields import Grain

ON_OR_AFTER: Final = 2
ON_OR_BEFORE: Final = -2

_LONG_AGO: Final = 2
PERIODS: Final = frozenset({"quarter", "half"})


class Previous:
    """The expression before: its finest unit, value and end in the text; only calendar times are kept."""

    __slots__ = ("end", "grain", "value")

    def __init__(self, grain: Grain, value: str, end: int) -> None:
        self.grain: Final = grain
        self.value: Final = value
        self.end: Final = end


class Memory:
    """The last calendar time, and the last quarter or half year, that the text has named.

    `row` is the last day that headed a line of its own. `in_the_past` counts how many in a row were years
    before the publication; `story` says that the whole text tells of other years (`story.is_story`).
    """

    __slots__ = ("in_the_past", "last", "period", "row", "story")

    def __init__(
        self,
        last: Previous | None = None,
        period: Previous | None = None,
        in_the_past: int = 0,
        row: Previous | None = None,
        *,
        story: bool = False,
    ) -> None:
        self.last: Final = last
        self.period: Final = period
        self.in_the_past: Final = in_the_past
        self.row: Final = row
        self.story: Final = story

    def after(self, previous: Previous, published: dt.date | None, *, row: bool = False) -> Memory:
        """The memory once `previous` has been read; as a `row`, if it heads one."""
        year = previous.value[:4]
        year = year if year.isdecimal() else year.replace("X", "0")
        old = published is not None and published.year - int(year.ljust(4, "0")) >= _LONG_AGO
        period = previous if previous.grain in PERIODS else self.period
        in_the_past = self.in_the_past + 1 if old else 0
        return Memory(previous, period, in_the_past, previous if row else self.row, story=self.story)


class Anchor:
    """What to count from, and which way.

    `reference` is the day counted from (None: undated). `direction` is -1 for the latest such time before the
    reference, 1 for the first after it, 2 for the first on or after it, -2 for the
    latest on or before it, 0 for the reference's own day, week, month or year. `grain` replaces the finest
    unit where the expression takes that of the one before (`a year earlier`); `part` likewise the quarter
    or half.
    """

    __slots__ = ("direction", "grain", "part", "reference")

    def __init__(
        self,
        reference: dt.date | None,
        direction: int = 0,
        grain: Grain | None = None,
        part: int | None = None,
    ) -> None:
        self.reference: Final = reference
        self.direction: Final = direction
        self.grain: Final = grain
        self.part: Final = part
