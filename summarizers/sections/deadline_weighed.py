"""A date of a sentence weighed: whether it is a deadline, on which days, with what evidence."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from summarizers.dates import Timex, bounds
from summarizers.sections.deadline_clause import Clause
from summarizers.sections.deadline_dates import Days, after_period, days_of, further, is_far
from summarizers.sections.deadline_judge import THRESHOLD, boundary_of, score
from summarizers.sections.deadline_refused import is_excluded
from summarizers.sections.deadline_spans import Span
from summarizers.types import Boundary, Publication

_DAY_AFTER: Final = 1
"""Days by which the words around a date may set it later: `from midnight on Monday` is Tuesday."""

MOVED: Final = 2.0
"""Weight of saying how far a date moves: nothing else is so plain about it."""


def is_over(span: Span, published: dt.date) -> bool:
    """Whether a date lies back, however its clause is read: most do, and need no reading."""
    named = bounds(span.timex.value) if span.last is None and span.length is None else None
    return named is not None and (published - named[1]).days > _DAY_AFTER


def ends_a_stretch(first: Span, second: Span, before: str, published: Publication) -> bool:
    """Whether a running month is told together with one that is over: `the war in July and August`."""
    days = bounds(second.timex.value)
    return (
        days is not None
        and days[0] <= published.local_date < days[1]
        and before.endswith(f"{first.timex.text.lower()} and ")
        and is_over(first, published.local_date)
    )


def weighed(
    span: Span, around: Clause, published: Publication, more: float
) -> tuple[Days, Boundary, float] | None:
    """The days, boundary and weight (with so much `more`) of a date that is a deadline, or None."""
    timex, boundary, day = span.timex, boundary_of(around, span.timex), published.local_date
    boundary = "until" if span.length and boundary == "by" else boundary
    days = _lasting(span, _days(timex, published, boundary))
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
    weight = score(around, timex, boundary, days.last, published) + (MOVED if span.length else more)
    if weight < THRESHOLD:
        return None
    return days, "on" if span.last and boundary == "from" else boundary, weight


_IS_OUT: Final = re.compile(r" (?:is|are) (?:out|over|up|through)\b| ends?\b")
"""After the year or month before whose end something is due."""


def _lasting(span: Span, days: Days | None) -> Days | None:
    """The days to the last one of a range, or so much later as the words say that it moved."""
    if days is not None and span.last:
        return days._replace(last=dt.date.fromisoformat(span.last.value[:10]))
    return further(days, span.length.value) if days is not None and span.length else days


def _days(timex: Timex, published: Publication, boundary: Boundary) -> Days | None:
    if timex.type in {"DATE", "TIME"}:
        return days_of(timex, published.local_date, boundary)
    if timex.type == "DURATION":
        return after_period(timex.value, published.local_date, published.at)
    return None
