"""Deadlines: dated events ahead of their article that matter, each with the sentence that says so."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import repeat
from typing import Final

from summarizers.dates.find import find
from summarizers.dates.order import may_be_two_days
from summarizers.dates.types import Timex
from summarizers.sections import deadline_about
from summarizers.sections.coordinated import is_linked
from summarizers.sections.datelines import LIVE_CLOCK
from summarizers.sections.deadline_clause import Clause, apart, clause
from summarizers.sections.deadline_context import context_of, in_context
from summarizers.sections.deadline_dates import further, spelled
from summarizers.sections.deadline_extended import extended
from summarizers.sections.deadline_judge import (
    certainty_of,
    kind_of,
)
from summarizers.sections.deadline_listings import is_listed
from summarizers.sections.deadline_neighbours import Neighbours, lower_case
from summarizers.sections.deadline_put_off import is_put_off
from summarizers.sections.deadline_refused import is_excluded_at_sight
from summarizers.sections.deadline_replaced import Replaced, replaced
from summarizers.sections.deadline_spans import Span, spans
from summarizers.sections.deadline_stated import Stated, finest, merged
from summarizers.sections.deadline_table import IN_A_TABLE, labels
from summarizers.sections.deadline_weighed import days_ahead, ends_a_stretch, may_be_due, weighed
from summarizers.sections.due import Due
from summarizers.sections.things import in_full
from summarizers.sections.wording import trim
from summarizers.text.sentence import Sentence
from summarizers.types import (
    MAX_POINT_CHARS,
    Boundary,
    Deadline,
    DeadlineKind,
    Document,
    Publication,
)

MOST_DATES: Final = 12
"""Dates of one sentence that are judged: each costs a reading of the whole sentence, and no honest sentence
sets more, so a text without a stop stays linear in its length."""


def deadlines(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Due, ...]:
    """The deadlines that `sentences` of `document` state, in order; one for each thing, date and kind.

    The text of each is its sentence as it stands, with the next one where that tells how far the date
    moves; `weight` is the strength of the evidence, higher near the head of the article. Empty for an undated
    document: nothing can be ahead of it. Nor is a date in digits one that may mean either of two days.
    """
    body, published = document.body, document.published
    if published is None:
        return ()
    timexes = find(body, published)
    found: list[Stated] = []
    starts = [timex.start for timex in timexes]
    around = Neighbours(sentences, timexes, starts)
    last = 0
    for sentence in sentences:
        if last == len(starts) or starts[last] >= sentence.end:
            continue
        first = bisect_left(starts, sentence.start, last)
        last = bisect_left(starts, sentence.end, first)
        begin = sentence.start + _clock(sentence.text)
        inside = [
            timex
            for timex in timexes[first:last]
            if begin <= timex.start and timex.end <= sentence.end and not may_be_two_days(timex.text, body)
        ]
        if any(map(may_be_due, inside, repeat(published.local_date))):
            found.extend(_told_once(_stated(sentence, inside[:MOST_DATES], published, around)))
    return tuple([_in_words(document, sentences, one) for one in merged(finest(found))])


def _clock(text: str) -> int:
    """Characters of the time that heads an entry of a live report: when it was written, nothing falls due."""
    found = LIVE_CLOCK.match(text)
    return found.end() if found else 0


def _stated(
    sentence: Sentence, timexes: list[Timex], published: Publication, near: Neighbours
) -> Iterator[Stated]:
    lower = lower_case(sentence)
    dated = spans(timexes, lower, sentence.start)
    for place, (span, label) in enumerate(zip(dated, _labels(sentence, lower, dated), strict=True)):
        named = days_ahead(span, published)
        around = None if named is None else _around(sentence, lower, dated, place, published)
        if named is None or around is None:
            continue
        found = weighed(span, named, around, published, IN_A_TABLE if label else 0.0)
        if found is None or is_listed(lower, span.timex.start - sentence.start):
            continue
        days, boundary, weight = found
        one = Stated(
            sentence=sentence,
            lower=lower,
            span=span,
            around=around,
            days=days,
            kind=_kind(span, around, boundary),
            boundary=boundary,
            weight=weight / (1 + 0.02 * sentence.index),
            label=label,
        )
        instead = None if span.length else _instead(one, near)
        held = one if instead is None else _moved(one, instead)
        if held is not None:
            yield held


def _told_once(stated: Iterable[Stated]) -> Iterator[Stated]:
    """What one sentence states, without a counted end where one is named (`the 90-day ban ends on …`).

    Nor is one counted from the day on which it was `extended by two weeks, to 23 March`.
    """
    found = list(stated)
    until = [one.span.timex.start for one in found if one.boundary == "until" and one.span.length is None]
    ends = [one for one in found if one.kind == "expiry" and one.span.since is None]
    for one in found:
        if one.span.length is not None and any(0 < at - one.span.length.end < _BESIDE for at in until):
            continue
        if not any(_is_as_counted(one, end) for end in ends):
            yield one


def _is_as_counted(counted: Stated, named: Stated) -> bool:
    """Whether an end that is counted is the one that is named, and not where it counts from."""
    since = counted.span.since
    if since is None or since.start == named.span.timex.start:
        return False
    return abs(named.days.first - counted.days.first) <= _AS_COUNTED


_BESIDE: Final = 12
"""Characters between a length and the day to which it leads."""
_AS_COUNTED: Final = dt.timedelta(days=2)
"""By so much an end that is counted may miss the one that is named."""


def _around(
    sentence: Sentence, lower: str, dated: Sequence[Span], place: int, published: Publication
) -> Clause | None:
    """The clause of a date, as far as it is of no other; None where the words beside it are reason enough.

    Only where a link stands before it may its clause be told in other words than those.
    """
    span, several = dated[place], len(dated) > 1
    start, end = span.timex.start - sentence.start, span.end - sentence.start
    before = lower[:start]
    if place and ends_a_stretch(dated[place - 1], span, before, published):
        return None
    if not (several and is_linked(before)) and is_excluded_at_sight(span.timex, before, lower[end:]):
        return None
    found = clause(lower, start, end)
    return apart(found, sentence.text, start, end) if several else found


def _kind(span: Span, around: Clause, boundary: Boundary) -> DeadlineKind:
    """The kind; what a stretch is called tells less of its end (`a consultation of eight weeks`)."""
    kind = kind_of(around, boundary)
    return "expiry" if span.since and kind != "due" else kind


def _instead(one: Stated, near: Neighbours) -> Replaced | None:
    """What took the date's place, by what its own sentence, the next one or an earlier one says."""
    around, number = one.around, one.sentence.index
    if is_put_off(around.before, one.lower[: one.span.timex.start - one.sentence.start]):
        return Replaced()
    found = replaced(around, partial(near.behind, number))
    return extended(around, number, partial(near.before, number)) if found is None else found


def _moved(one: Stated, instead: Replaced) -> Stated | None:
    """The date so much later, if another sentence tells by how much and no more."""
    days = further(one.days, instead.length) if instead.length else None
    if instead.sentence is None or days is None:
        return None
    return one._replace(days=days, other=instead.sentence)


def _text(one: Stated, about: str) -> str:
    """The sentences that state it; where that is too long, the one that moves the date, with the new day.

    Without that day, or with no more than what it is `about`, where there is no room.
    """
    told = " ".join(sentence.text for sentence in one.telling)
    if one.other is None or len(told) <= MAX_POINT_CHARS:
        return told
    until = f" (to {spelled(one.days.first, one.days.last)})."
    moves = trim(one.other.text, MAX_POINT_CHARS - len(until))
    return moves.rstrip(".") + until if moves else trim(one.other.text) or f"{about}{until}"


def _labels(sentence: Sentence, lower: str, dated: Sequence[Span]) -> tuple[str, ...]:
    """The label of each date in a line of a table, else an empty word for each."""
    return labels(sentence.text, lower, dated, sentence.start) or ("",) * len(dated)


def _about(document: Document, sentences: Sequence[Sentence], one: Stated) -> str:
    """What it is about, in a few words; `it` at the head of its sentence is the thing that is meant."""
    context = context_of(document.title, document.body)
    if one.label:
        return in_context(one.label, context)
    own = one.sentence
    told = in_full(sentences, own.index)
    more = len(told) - len(own.text)
    start, end = one.span.timex.start - own.start + more, one.span.end - own.start + more
    known = None if one.lower is own.text or told is not own.text else one.around
    return deadline_about.about(told, start, end, context, known)


def _in_words(document: Document, sentences: Sequence[Sentence], one: Stated) -> Due:
    """What was stated, in words: only what is kept gets them."""
    timex, days = one.span.timex, one.days
    deadline = Deadline(
        date=days.first,
        end=days.last if days.last > days.first else None,
        granularity=days.granularity,
        kind=one.kind,
        certainty=certainty_of(one.lower, one.around),
        boundary=one.boundary,
        about=_about(document, sentences, one),
        time=one.time,
        tz=timex.tz,
    )
    return Due(deadline, document.id, one.telling, _text(one, deadline.about), one.weight)
