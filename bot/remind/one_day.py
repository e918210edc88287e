"""Whether two reports on one date, or on a day of one period, mean one event."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.domain.ledger import Report
from bot.remind.bystanders import gatherings
from bot.remind.likeness import (
    PAIR,
    SHARE,
    SHARED,
    STRONG_SHARE,
    between_others,
    counted_apart,
    kind_of,
    named_in,
    names_in_words,
    same_story,
    share_a_thing,
    shared_words,
    strongly_alike,
    told_apart,
    topic_words,
)
from bot.remind.names import names_in
from bot.remind.pacts import PACT, other_pact
from bot.remind.stops import CLOSED
from summarizers.text.tokens import content, words
from summarizers.types import Deadline

_PACT = re.compile(rf"\b{PACT}s?\b", re.IGNORECASE)

_THINGS_BY_KIND = frozenset(("vote", "meeting", "hearing", "election"))
"""Kinds of deadlines that name a thing, as `expiry` does not."""

_HOW = frozenset(
    content(words("second third fourth fifth hold held remain stay continue last go keep stand begin"))
)
"""Words of a clause that do not say what it is about."""


def same_event(one: Report, other: Report) -> bool:
    """Whether two reports on one date mean one event."""
    if counted_apart(one, other) or _two_hours(one, other):
        return False
    if not same_story(one, other):
        return strongly_alike(one, other) and not (one.names and other.names)
    if not told_apart(one, other) and (_of_one_day(one, other) or _alike_in_short(one, other)):
        return True
    return _gather_in_one_place(one, other) or _are_one_pact(one, other)


def _of_one_day(one: Report, other: Report) -> bool:
    """Whether their words say so, where both are of one story and one date."""
    shared, share = shared_words(one, other)
    bare = shared == min(len(one.words), len(other.words)) <= 1 and kind_of(one) == kind_of(other)
    of_it = share_a_thing(one, other) or _told_by_kind(one, other)
    return bare or (shared >= SHARED and share >= SHARE and of_it)


def _alike_in_short(one: Report, other: Report) -> bool:
    """Whether the clauses that the date is of are of one thing, whatever else their sentences tell."""
    mine, theirs = _in_short(one), _in_short(other)
    shorter = min(len(mine), len(theirs))
    return shorter > 0 and kind_of(one) == kind_of(other) and len(mine & theirs) >= STRONG_SHARE * shorter


def _are_one_pact(one: Report, other: Report) -> bool:
    """Whether both clauses are of a truce or the like, and of none that the other's cannot be.

    Who else is at it in their sentences (`an envoy left without renewing the truce that ends on Friday`)
    tells no two apart.
    """
    mine, theirs = _about(one), _about(other)
    if not (_PACT.search(mine) and _PACT.search(theirs) and _alike_in_short(one, other)):
        return False
    here, there = _names_of(mine), _names_of(theirs)
    others = bool(here - there) and bool(there - here)
    return not (others or between_others(one, other) or other_pact(one, other))


@lru_cache(maxsize=1024)
def _names_of(about: str) -> frozenset[str]:
    return frozenset(names_in(about))


def _in_short(report: Report) -> frozenset[str]:
    """The words, no names, of the clause that its date is of."""
    return frozenset(topic_words(_about(report))) - names_in_words(report.names, report.states) - _HOW


def _about(report: Report) -> str:
    return report.deadline.about.partition(" (")[0] if report.deadline else ""


def _gather_in_one_place(one: Report, other: Report) -> bool:
    """Whether both tell of talks, or of a summit, in the same place."""
    mine, theirs = (
        {found for citation in report.citations for found in gatherings(citation.quote)}
        for report in (one, other)
    )
    return not mine.isdisjoint(theirs) and not _between_two_pairs(one, other)


def _between_two_pairs(one: Report, other: Report) -> bool:
    """Whether both name the states that talk, and not the same: a city may hold two sets of talks."""
    mine, theirs = {*one.parties}, {*other.parties}
    return min(len(mine), len(theirs)) >= PAIR and mine != theirs and told_apart(one, other)


def _told_by_kind(one: Report, other: Report) -> bool:
    """Whether their kind says what it is, both close something, or one of them tells nothing but names."""
    if kind_of(one) != kind_of(other):
        return False
    if CLOSED.search(one.text) and CLOSED.search(other.text):
        return True
    bare = any(named_in(one, other).issuperset(report.words) for report in (one, other))
    return bare or kind_of(one) in _THINGS_BY_KIND


def _two_hours(one: Report, other: Report) -> bool:
    """Whether they are for two hours of a day: outlets may differ on the hour of what is plainly one."""
    if not _times_differ(one.deadline, other.deadline):
        return False
    return one.article_id == other.article_id or not strongly_alike(one, other)


def _times_differ(one: Deadline | None, other: Deadline | None) -> bool:
    if one is None or other is None or one.time is None or other.time is None:
        return False
    return one.time != other.time and one.tz == other.tz
