"""A date of a sentence weighed: whether it is a deadline, on which days, with what evidence."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from summarizers.dates.bounds import bounds
from summarizers.dates.lexicon import SMALL_NUMBERS
from summarizers.dates.types import Timex
from summarizers.sections.deadline_clause import Clause
from summarizers.sections.deadline_dates import Days, after_period, days_of, further, is_far
from summarizers.sections.deadline_from_now import soon
from summarizers.sections.deadline_judge import THRESHOLD, boundary_of, score
from summarizers.sections.deadline_refused import is_excluded
from summarizers.sections.deadline_spans import Span
from summarizers.types import Boundary, Publication

_DAY_AFTER: Final = 1
"""Days by which the words around a date may set it later: `from midnight on Monday` is Tuesday."""

MOVED: Final = 2.0
"""Weight of saying how far a date moves: nothing else is so plain about it."""

COUNTED: Final = 1.0
"""Weight of saying how long something lasts from which day."""


def may_be_due(timex: Timex, published: dt.date) -> bool:
    """Whether a date may set a deadline, alone or beside another one: most lie back, or name no day."""
    if timex.type == "DURATION":
        return True
    named = bounds(timex.value)
    return named is not None and not _is_over(named[1], published)


def _is_over(last: dt.date, published: dt.date) -> bool:
    """Whether a time whose last day that is lies back, however its clause is read."""
    return (published - last).days > _DAY_AFTER


def days_ahead(span: Span, published: Publication) -> Days | None:
    """The days of a date that may be a deadline; None where it is none, however its clause is read.

    A length that moves it, a range and a midnight may still set it later.
    """
    timex, day = span.timex, published.local_date
    days = _days(timex, published)
    if days is None or is_far(days.first, day):
        return None
    alone = span.last is None and span.length is None
    return None if alone and (day - days.last).days > timex.value.endswith(_MIDNIGHT) else days


def ends_a_stretch(first: Span, second: Span, before: str, published: Publication) -> bool:
    """Whether a running month is told together with one that is over: `the war in July and August`."""
    days, earlier = bounds(second.timex.value), bounds(first.timex.value)
    return (
        days is not None
        and days[0] <= published.local_date < days[1]
        and before.endswith(f"{first.timex.text.lower()} and ")
        and earlier is not None
        and first.last is None
        and first.length is None
        and _is_over(earlier[1], published.local_date)
    )


def weighed(
    span: Span, named: Days, around: Clause, published: Publication, more: float
) -> tuple[Days, Boundary, float] | None:
    """The days, boundary and weight (with so much `more`) of a date that is a deadline, or None.

    `named` are its days as `days_ahead` has them.
    """
    timex, boundary, day = span.timex, boundary_of(around, span.timex), published.local_date
    boundary = "until" if span.since or (span.length and boundary == "by") else boundary
    days = _lasting(span, named, boundary)
    if (
        days is not None
        and boundary == "before"
        and days.granularity != "day"
        and _IS_OUT.match(around.after)
    ):
        days, boundary = Days(days.last, days.last, "day"), "by"
    if (
        days is None
        or days.last < day
        or is_far(days.first, day)
        or is_excluded(around, timex, boundary, moves=span.length is not None)
    ):
        return None
    more = MOVED if span.length else COUNTED if span.since and _has_begun(span.since, day) else more
    weight = score(around, timex, boundary, days.last, published, more=more)
    if weight < THRESHOLD:
        return None
    return days, "on" if span.last and boundary == "from" else boundary, weight


def _has_begun(since: Timex, published: dt.date) -> bool:
    """Whether what lasts since a date does so already; what is ahead is told by its beginning."""
    days = bounds(since.value)
    return days is not None and days[0] <= published


_IS_OUT: Final = re.compile(r" (?:is|are) (?:out|over|up|through)\b| ends?\b")
"""After the year or month before whose end something is due."""


def _lasting(span: Span, days: Days, boundary: Boundary) -> Days | None:
    """The days to the last one of a range, or so much later as the words say that it moved.

    What holds from the midnight that ends a day holds from the next one.
    """
    if boundary == "from" and span.timex.value.endswith(_MIDNIGHT):
        days = after_period("P1D", days.first) or days
    if span.last:
        ends = days_of(span.last, days.first)
        return Days(days.first, ends.last, days.granularity) if ends else days
    return further(days, span.length.value) if span.length else days


_MIDNIGHT: Final = "T24:00"


def _days(timex: Timex, published: Publication) -> Days | None:
    if timex.type in {"DATE", "TIME"}:
        return days_of(timex, published.local_date)
    if timex.type == "DURATION":
        return _after(timex, published)
    return None


def _after(timex: Timex, published: Publication) -> Days | None:
    """The end of a length from now; of `two to three weeks` all days from the least to the most."""
    if "X" in timex.value:
        return soon(timex.text.lower(), published.local_date)
    least = after_period(timex.value, published.local_date, published.at)
    most = _AT_MOST.match(timex.text.lower())
    if least is None or most is None:
        return least
    number = most["n"] if most["n"].isdigit() else SMALL_NUMBERS.get(most["n"])
    longer = re.sub(r"\d+", f"{number}", timex.value)
    last = None if number is None else after_period(longer, published.local_date, published.at)
    if last is None or last.last <= least.last:
        return least
    return Days(least.first, last.last, least.granularity)


_AT_MOST: Final = re.compile(r"(?:\d+|[a-z]+) ?(?:-|–|to|or) ?(?P<n>\d+|[a-z]+) ")
