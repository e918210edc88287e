"""Which points are shown: no two for one fact, so many a section, so many in all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import Final

from summarizers.rank.diversity import overlap
from summarizers.sections.deadline_alike import are_two_hours, is_told_again
from summarizers.sections.due import Due
from summarizers.text.tokens import content, stem, words
from summarizers.types import DEADLINE, SECTIONS, Budget, Deadline, Point, Section

SAME_FACT = 0.5
"""Points of one section that share this part of the shorter one's stems state one fact."""

DOUBTFUL = 0.5
"""Weight below which an agreement or a tension only fills a slot that nothing surer wants."""

SAME_EVENT = 0.6
"""Part of their words, times apart, that deadlines of two days share if they mean one event."""

SAME_DAY = 0.4
"""The same for deadlines of one day."""

_FEWEST_SHARED = 3
_FEWEST_ON_DAY = 2
_MOVE_WORDS = "moved postponed extended extension extends delayed deferred brought prolonged instead"
_MOVES = frozenset(map(stem, _MOVE_WORDS.split()))
_TIME_WORDS = (
    "january february march april may june july august september october november december day week month"
    " year today tomorrow tonight noon midnight morning evening deadline date next due expected"
)
_TIMES = frozenset(map(stem, _TIME_WORDS.split()))


class Fact:
    """What an article states, before it is a bullet: the stems of its evidence, or what is due.

    `weight` is the most that it can weigh as a bullet.
    """

    __slots__ = ("section", "weight", "what")

    def __init__(self, section: Section, weight: float, what: frozenset[str] | Due) -> None:
        self.section: Final = section
        self.weight: Final = weight
        self.what: Final = what


class Candidate:
    """A fact in words; `listed` is how a list of deadlines words it, if otherwise.

    One that is not `shown` is good for such a list only. `days` are what each document gives, where documents
    differ on the day.
    """

    __slots__ = ("days", "fact", "listed", "point", "shown")

    def __init__(
        self,
        point: Point,
        fact: Fact,
        days: tuple[tuple[str, dt.date], ...] = (),
        *,
        shown: bool = True,
        listed: Point | None = None,
    ) -> None:
        self.point: Final = point
        self.fact: Final = fact
        self.days: Final = days
        self.shown: Final = shown
        self.listed: Final = listed

    def told_as(self, point: Point, days: tuple[tuple[str, dt.date], ...]) -> Candidate:
        """The same fact in other words, with the day that each document gives."""
        return Candidate(point, self.fact, days, shown=self.shown, listed=self.listed)


MOST_DATED = 60
"""Deadlines kept of one story: more than any honest article sets."""

Ranked = Mapping[Section, Iterable[Candidate]]
"""What may be shown: no two for one fact, the heaviest of a section first. Looking may cost: see `offers`."""


def choose(facts: Ranked, budget: Budget) -> tuple[Point, ...]:
    """The points to show: sections in their fixed order, deadlines by date, the others by weight.

    Slots go round the sections in turn, each giving its heaviest point left, until `budget.points` are
    filled; agreements and tensions lighter than `DOUBTFUL` come after all others. No more is looked at.
    """
    sure: list[Candidate] = []
    doubtful: list[Candidate] = []
    turns = _in_turn([islice(_shown(facts[section]), budget.per_section) for section in SECTIONS])
    while len(sure) < budget.points and (one := next(turns, None)) is not None:
        (doubtful if _is_doubtful(one) else sure).append(one)
    shown = (sure + doubtful)[: budget.points]
    return tuple(sorted((one.point for one in shown), key=_order))


def _shown(facts: Iterable[Candidate]) -> Iterator[Candidate]:
    return filter(attrgetter("shown"), facts)


def all_dated(facts: Ranked) -> tuple[Point, ...]:
    """The deadlines by date, whatever the budget; the heaviest `MOST_DATED`."""
    heaviest = islice(facts[DEADLINE], MOST_DATED)
    return tuple(sorted(map(_listed, heaviest), key=_order))


def _listed(candidate: Candidate) -> Point:
    return candidate.listed or candidate.point


def admit(kept: list[Candidate], candidate: Candidate) -> None:
    """Add `candidate` to `kept`, or its evidence to the point there that states the same fact."""
    for place, other in enumerate(kept):
        if is_same(other.fact, candidate.fact):
            days = (*(other.days or _day(other)), *_day(candidate))
            kept[place] = other.told_as(_merged(other.point, candidate.point), days)
            return
    kept.append(candidate)


def is_same(left: Fact, right: Fact) -> bool:
    """Whether two facts of one section are one."""
    one, other = left.what, right.what
    if isinstance(one, Due):
        return isinstance(other, Due) and _is_same_due(one, other)
    return not isinstance(other, Due) and overlap(one, other) >= SAME_FACT


def _is_same_due(one: Due, other: Due) -> bool:
    """Whether two deadlines are one; their words are read only where their days leave it open."""
    if one.day == other.day and one.last_day == other.last_day:
        return _is_same_that_day(one, other)
    if one.document_id != other.document_id:
        ours, theirs = one.deadline, other.deadline
        if are_soon(ours, theirs):
            return _share_event(_stems(one.text), _stems(other.text))
        return is_other_day(ours, _stems(one.text), theirs, _stems(other.text))
    if one.telling[0].start != other.telling[0].start:
        return False
    return _within(one, other) or _within(other, one)


def _is_same_that_day(one: Due, other: Due) -> bool:
    """Whether two deadlines of one day are one: of one kind, and within an article of one matter, too."""
    ours, theirs = one.deadline, other.deadline
    if ours.kind != theirs.kind:
        return _share_event(_stems(one.text), _stems(other.text))
    if one.document_id != other.document_id:
        return True
    return not are_two_hours(ours.time, theirs.time, ours.kind) and is_told_again(
        one.text.lower(), other.text.lower(), ours.kind
    )


@lru_cache(maxsize=MOST_DATED)
def _stems(text: str) -> frozenset[str]:
    return frozenset(content(words(text)))


def _share_event(mine: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sentences on one day have words enough in common to tell of one event."""
    mine, others = _timeless(mine), _timeless(others)
    return len(mine & others) >= _FEWEST_ON_DAY and overlap(mine, others) >= SAME_DAY


def are_soon(one: Deadline, other: Deadline) -> bool:
    """Whether two deadlines are only told to be soon, in days that overlap: each counts from its article."""
    soon = one.boundary == other.boundary == "within" and one.end is not None and other.end is not None
    return soon and one.date <= other.last_day and other.date <= one.last_day


def is_other_day(ours: Deadline, mine: frozenset[str], theirs: Deadline, others: frozenset[str]) -> bool:
    """Whether two articles, whose sentences have these stems, give one event two days.

    A sentence that names the other's day as well tells of a move, and is a fact of its own.
    """
    if ours.kind != theirs.kind or ours.date == theirs.date or ours.end or theirs.end:
        return False
    if str(ours.date.day) in others or str(theirs.date.day) in mine or not _MOVES.isdisjoint(mine | others):
        return False
    mine, others = _timeless(mine), _timeless(others)
    return len(mine & others) >= _FEWEST_SHARED and overlap(mine, others) >= SAME_EVENT


def _timeless(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(one for one in stems if one.isalpha()) - _TIMES


def _day(candidate: Candidate) -> tuple[tuple[str, dt.date], ...]:
    """The document and the day of a deadline."""
    deadline = candidate.point.deadline
    return ((candidate.point.evidence[0].document_id, deadline.date),) if deadline else ()


def _within(inner: Due, outer: Due) -> bool:
    """Whether the days of `inner` lie within those of `outer`."""
    return outer.day <= inner.day and inner.last_day <= outer.last_day


def _merged(kept: Point, other: Point) -> Point:
    """`kept`, citing another article's evidence too; a repetition within one article adds nothing."""
    cited = {span.document_id for span in kept.evidence}
    more = tuple(span for span in other.evidence if span.document_id not in cited)
    return replace(kept, evidence=kept.evidence + more)


def _in_turn(sections: Sequence[Iterator[Candidate]]) -> Iterator[Candidate]:
    """Every section's first, then every section's second, and so on.

    From the second turn on deadlines come first, the last of `Section`: they are the surest of all points.
    """
    order, later = sections, [*sections[-1:], *sections[:-1]]
    goes_on = True
    while goes_on:
        goes_on = False
        for section in order:
            for one in islice(section, 1):
                goes_on = True
                yield one
        order = later


def _is_doubtful(candidate: Candidate) -> bool:
    return candidate.point.deadline is None and candidate.point.weight < DOUBTFUL


def _order(point: Point) -> tuple[int, str, float]:
    """Sort key: section, then date for deadlines, then weight."""
    date = point.deadline.last_day.isoformat() if point.deadline else ""
    return SECTIONS.index(point.section), date, -point.weight
