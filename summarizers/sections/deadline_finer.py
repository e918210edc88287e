"""A coarse time of a thing gives way to the day that the same article names for it.

`Nurses will strike next week. … The strike begins on Wednesday, 25 November.`: one deadline, on the day.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from summarizers.sections.deadline_actors import actor, are_two, named
from summarizers.sections.deadline_alike import matter
from summarizers.sections.deadline_dates import Days
from summarizers.text.tokens import content, stem, words
from summarizers.types import DeadlineKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST: Final = 31
"""Days of a time that may mean one of its days; what comes later this year may be anything."""
_FINE: Final = frozenset({"day", "minute"})
_SURE: Final = 2
"""Words that two clauses share, names apart, if they mean one thing without pointing to it."""


class Told(NamedTuple):
    """A deadline as found: the number of its sentence, its days, its kind and its clause as written.

    `head` is what its sentence says before that clause.
    """

    sentence: int
    days: Days
    kind: DeadlineKind
    clause: str
    head: str


def is_longer(days: Days) -> bool:
    """Whether days may be told finer elsewhere: a week or a month, not one day."""
    return days.granularity not in _FINE and (days.last - days.first).days <= _LONGEST


def finer(told: Sequence[Told]) -> dict[int, int]:
    """By place the longer times among `told` that give way, each with the place of what names the day."""
    longer = [place for place, one in enumerate(told) if is_longer(one.days)]
    found = {place: _finest(told, told[place]) for place in longer}
    return {place: fine for place, fine in found.items() if fine is not None}


def _finest(told: Sequence[Told], longer: Told) -> int | None:
    """The place of the shortest time, the first of several, that is of what `longer` tells."""
    fine = [place for place, one in enumerate(told) if _names_its_day(longer, one)]
    return min(fine, key=lambda place: told[place].days.last - told[place].days.first, default=None)


def _names_its_day(longer: Told, fine: Told) -> bool:
    return (
        fine.sentence != longer.sentence
        and _is_within(fine.days, longer.days)
        and _may_be_one(longer.kind, fine.kind)
        and not _is_anothers(longer, fine)
        and (is_same_matter(longer.clause, fine.clause) or _goes_on(longer, fine))
    )


def _is_anothers(longer: Told, fine: Told) -> bool:
    """Whether `his trial` is that of somebody else, or may be: of whom else the sentence before it speaks.

    Right behind the longer time it is of whoever was told there, if it names nobody first.
    """
    told = f"{fine.head}{fine.clause}"
    own = _OWN.search(told, len(fine.head))
    if own is None:
        return False
    if fine.sentence != longer.sentence + 1:
        return True
    return bool(named(told[: own.start()]) - named(f"{longer.head}{longer.clause}"))


def _goes_on(longer: Told, fine: Told) -> bool:
    """Whether the next sentence says when the only event begins (`It will begin on`).

    That event is what the sentence speaks of: `it` is not what something else leads to.
    """
    if fine.sentence != longer.sentence + 1 or _IT_BEGINS.match(fine.clause) is None:
        return False
    events, subject = _ANY_EVENT.findall(longer.clause), actor(longer.clause)
    return len(events) == 1 and subject is not None and subject.head == stem(events[0].lower())


def _is_within(fine: Days, longer: Days) -> bool:
    """Whether days are a part of others, and not all of them."""
    last = max(fine.first, fine.last)
    return (
        longer.first <= fine.first and last <= longer.last and last - fine.first < longer.last - longer.first
    )


def _may_be_one(longer: DeadlineKind, fine: DeadlineKind) -> bool:
    """Whether one thing may be told as both kinds; what ends is not what begins or is held."""
    return longer == fine or ("expiry" not in {longer, fine} and not _OPEN.isdisjoint({longer, fine}))


_OPEN: Final = frozenset({"other", "effective"})
"""Kinds of what is told without saying what it is, or as a thing that begins."""


def is_same_matter(longer: str, fine: str) -> bool:
    """Whether the clause with a day means what the one with a longer time speaks of.

    That is where they share two words that are no names, or one to which the finer points back: `the strike`.
    Where either tells of several such things it may be any of them.
    """
    if _SEVERAL.search(longer) or _SEVERAL.search(fine) or _ANOTHER.search(fine):
        return False
    shared = (matter(longer) & matter(fine)) - _names(longer) - _names(fine)
    if not shared or _are_two(shared, longer, fine) or are_two(longer, fine, shared):
        return False
    if any(stem(found["event"]) in shared for found in _TOWARDS.finditer(fine.lower())):
        return False
    return len(shared) >= _SURE or _points_back(fine, shared)


def _are_two(shared: frozenset[str], longer: str, fine: str) -> bool:
    """Whether the word before a `shared` one tells two things apart: `the roads bill`, `the schools bill`."""
    ours, theirs = _kinds(longer), _kinds(fine)
    return any(one in ours and one in theirs and ours[one] != theirs[one] for one in shared)


def _kinds(clause: str) -> dict[str, str]:
    """By stem the stem right before it, where both carry meaning."""
    stems = [*map(content, map(words, clause.split()))]
    return {second[0]: first[-1] for first, second in pairwise(stems) if first and second}


_SEVERAL: Final = re.compile(
    r"\b(?:rounds|several|series|spate|string|hearings|meetings|votes|debates|trials|ballots|matches|games|"
    r"decisions|events)\b",
    re.IGNORECASE,
)
_ANOTHER: Final = re.compile(r"\b(?:another|second|third|further|next round|separate|other)\b", re.IGNORECASE)
_NAME: Final = re.compile(r"(?<=[a-z,’'\"“] )[A-Z][\w’'-]*|\b[A-Z]{2,}\b")


def _names(text: str) -> frozenset[str]:
    """Stems of the words that a clause writes as names, and never small."""
    named = {name.lower().removesuffix("’s") for name in _NAME.findall(text)}
    return frozenset(map(stem, named - set(text.split())))


_EVENTS: Final = (
    "talks|negotiations|strike|walkout|stoppage|protest|march|rally|demonstration|meeting|summit|conference|"
    "session|vote|referendum|election|ballot|hearing|trial|appeal|inquest|verdict|ruling|decision|launch|"
    "premiere|festival|concert|ceremony|match|debate|visit|auction|sale|consultation|inauguration"
)
_IT_BEGINS: Final = re.compile(
    r"\W*It (?:(?:will|is (?:now |due |set |expected |scheduled )?to) )?(?:begins?|starts?|opens?|"
    r"takes? place|be held)\b"
)
_ANY_EVENT: Final = re.compile(rf"\b(?:{_EVENTS})\b", re.IGNORECASE)
_OWN: Final = re.compile(rf"\b(?:his|her) (?:[a-z-]+ )?(?:{_EVENTS})\b", re.IGNORECASE)
_POINTED: Final = re.compile(
    rf"\b(?:the|that|this|those|these|his|her) (?:[a-z-]+ )?(?P<event>{_EVENTS})\b"
    r"(?! (?:of|between|against|about|into|by (?!\d|the end\b|[a-z]{3,6}day\b|[a-z]{3,9}\.? \d)|"
    r"over (?:the|an?|its)|on (?!\d|[a-z]{3,6}day\b|[a-z]{3,9}\.? \d)))"
)
"""An event that is spoken of as known; where it is said which one it is, that is no pointing back."""
_TOWARDS: Final = re.compile(
    r"\b(?:before|ahead of|after|avert|prevent|avoid|stop|for|on|over|about|until) "
    rf"(?:the|that|this|an?|its|their) (?:[a-z-]+ )?(?P<event>{_EVENTS})\b"
)
"""An event to which something else leads or belongs (`tickets for the festival`): the day is of that."""


def _points_back(fine: str, shared: frozenset[str]) -> bool:
    """Whether a clause speaks of an event among the `shared` words as known, and does not say which it is."""
    return any(stem(found["event"]) in shared for found in _POINTED.finditer(fine.lower()))
