"""Deadlines: dated events ahead of their article that matter, each with the sentence that says so."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from summarizers.dates import Timex, bounds, find
from summarizers.sections.deadline_about import about, context_of
from summarizers.sections.deadline_clause import Clause, clause
from summarizers.sections.deadline_dates import Days, after_period, days_of, further, is_far
from summarizers.sections.deadline_judge import (
    THRESHOLD,
    boundary_of,
    certainty_of,
    kind_of,
    score,
)
from summarizers.sections.deadline_refused import is_excluded
from summarizers.sections.deadline_spans import Span, spans
from summarizers.sections.furniture import LIVE_CLOCK
from summarizers.types import Boundary, Deadline, Document, Point, Section, Sentence
from summarizers.types import Span as Evidence

ENGINE: Final = "rules"

MOST_DATES: Final = 12
"""Dates of one sentence that are judged: each costs a reading of the whole sentence, and no honest sentence
sets more, so a text without a stop stays linear in its length."""


_DAY_AFTER: Final = 1
"""Days by which the words around a date may set it later: `from midnight on Monday` is Tuesday."""

MOVED: Final = 2.0
"""Weight of saying how far a date moves: nothing else is so plain about it."""


def deadlines(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Point, ...]:
    """The deadlines that `sentences` of `document` state, in order; one point for each date and kind.

    The text of a point is its sentence as it stands; `weight` is the strength of the evidence, higher near
    the head of the article. Empty for an undated document: nothing can be ahead of it.
    """
    if document.published is None:
        return ()
    timexes = find(document.body, document.published)
    found: list[Point] = []
    starts = [timex.start for timex in timexes]
    for sentence in sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        if first == last:
            continue
        begin = sentence.start + _clock(sentence.text)
        inside = [
            timex for timex in timexes[first:last] if begin <= timex.start and timex.end <= sentence.end
        ]
        found.extend(_points(document, sentence, inside[:MOST_DATES], document.published.local_date))
    return _merged(found)


def _clock(text: str) -> int:
    """Characters of the time that heads an entry of a live report: when it was written, nothing falls due."""
    found = LIVE_CLOCK.match(text)
    return found.end() if found else 0


def _points(
    document: Document, sentence: Sentence, timexes: list[Timex], published: dt.date
) -> Iterator[Point]:
    lower = sentence.text.lower()
    if len(lower) != sentence.end - sentence.start:
        lower = sentence.text
    context = context_of(document.title, document.body) if timexes else ""
    for span in spans(timexes, lower, sentence.start):
        if _is_over(span, published):
            continue
        timex, start, end = span.timex, span.timex.start - sentence.start, span.end - sentence.start
        around = clause(lower, start, end)
        weighed = _weighed(span, around, published)
        if weighed is None:
            continue
        days, boundary, weight = weighed
        deadline = Deadline(
            date=days.first,
            end=days.last if days.last > days.first else None,
            granularity=days.granularity,
            kind=kind_of(around, boundary),
            certainty=certainty_of(lower, around),
            boundary=boundary,
            about=about(sentence.text, start, end, context),
            time=timex.value.partition("T")[2] if days.granularity == "minute" else None,
            tz=timex.tz,
        )
        yield Point(
            section=Section.DEADLINE,
            text=sentence.text,
            evidence=(Evidence(document.id, sentence.start, sentence.end),),
            engine=ENGINE,
            deadline=deadline,
            weight=weight / (1 + 0.02 * sentence.index),
        )


def _is_over(span: Span, published: dt.date) -> bool:
    """Whether a date lies back, however its clause is read: most do, and need no reading."""
    named = bounds(span.timex.value) if span.last is None and span.length is None else None
    return named is not None and (published - named[1]).days > _DAY_AFTER


def _weighed(span: Span, around: Clause, published: dt.date) -> tuple[Days, Boundary, float] | None:
    """The days, boundary and weight of a date that is a deadline, or None."""
    timex, boundary = span.timex, boundary_of(around, span.timex)
    days = _lasting(span, _days(timex, published, boundary))
    if days is None or days.last < published or is_far(days.first, published) or is_excluded(around, timex):
        return None
    weight = score(around, timex, boundary, days.last, published) + (MOVED if span.length else 0.0)
    if weight < THRESHOLD:
        return None
    return days, "on" if span.last and boundary == "from" else boundary, weight


def _lasting(span: Span, days: Days | None) -> Days | None:
    """The days to the last one of a range, or so much later as the words say that it moved."""
    if days is not None and span.last:
        return days._replace(last=dt.date.fromisoformat(span.last.value))
    return further(days, span.length.value) if days is not None and span.length else days


def _days(timex: Timex, published: dt.date, boundary: Boundary) -> Days | None:
    if timex.type in {"DATE", "TIME"}:
        return days_of(timex, published, boundary)
    if timex.type == "DURATION":
        return after_period(timex.value, published)
    return None


def _merged(points: list[Point]) -> tuple[Point, ...]:
    """One point for each date and kind, the best evidence first."""
    best: dict[tuple[dt.date, dt.date, str], Point] = {}
    for point in points:
        deadline = point.deadline
        if deadline is None:
            continue
        key = (deadline.date, deadline.last_day, deadline.kind)
        known = best.get(key)
        best[key] = point if known is None or point.weight > known.weight else known
    return tuple(best.values())
