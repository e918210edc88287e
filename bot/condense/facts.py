"""Whether two statements tell the same fact, by the words and figures that they share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizers.sections.selection import are_soon, is_other_day
from summarizers.text.tokens import content, words
from summarizers.types import Deadline, Section

SAME_WORDS = 0.55
"""Share of the shorter statement's content words from which two agreements or tensions are one fact."""

SAME_EVENT_WORDS = 0.3
"""The same for two deadlines on one date, of the words that are not about time."""

SHARED_EVENT_WORDS = 2
"""And at least so many words in common: one alone is a coincidence."""

MIN_WORDS = 4
"""Fewer content words than this prove nothing about sameness."""

_ABOUT_TIME = frozenset(
    content(
        words(
            """
            january february march april may june july august september october november december
            jan feb mar apr jun jul aug sep sept oct nov dec
            monday tuesday wednesday thursday friday saturday sunday today tomorrow
            noon midnight morning afternoon evening night hour day week month year quarter a m p
            date deadline due expected scheduled later earlier next end begin start expire lapse
            """
        )
    )
)
"""Words that any two deadlines on one date may share."""

_FIGURE = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Statement:
    """What counts for comparing: the section, the words, and for a deadline its date."""

    section: Section
    text: str
    deadline: Deadline | None = None


def same_fact(one: Statement, other: Statement, *, one_story: bool = False) -> bool:
    """Whether both tell one fact; deadlines also need the same day, as `same_day` has it.

    Within `one_story` a single word in common is enough for two deadlines of one kind.
    """
    if one.section is not other.section:
        return False
    if one.deadline and other.deadline:
        alike = one_story and one.deadline.kind == other.deadline.kind
        needed = 1 if alike else SHARED_EVENT_WORDS
        return same_day(one.deadline, other.deadline) and _same_event(one.text, other.text, needed)
    return _overlap(one, other) >= SAME_WORDS


def same_day(one: Deadline | None, other: Deadline | None) -> bool:
    """Whether both are due on one first day, or only soon: `in the coming days` moves on with each day."""
    if one is None or other is None:
        return one is other
    return one.date == other.date or are_soon(one, other)


def gives_other_day(one: Statement, other: Statement) -> bool:
    """Whether both tell one event and give it two days; see `summarizers.sections.selection.is_other_day`."""
    if one.deadline is None or other.deadline is None:
        return False
    return is_other_day(one.deadline, _content(one.text), other.deadline, _content(other.text))


def same_figures(one: str, other: str) -> bool:
    """Whether both texts name the same numbers."""
    return _figures(one) == _figures(other)


def overlap(one: str, other: str) -> float:
    """Share of the shorter text's content words that the other has too, 0 when it has too few to tell."""
    mine, theirs = _content(one), _content(other)
    shorter = min(len(mine), len(theirs))
    return len(mine & theirs) / shorter if shorter >= MIN_WORDS else float(bool(mine) and mine == theirs)


def _same_event(one: str, other: str, needed: int) -> bool:
    mine, theirs = _content(one) - _ABOUT_TIME, _content(other) - _ABOUT_TIME
    mine, theirs = (frozenset(w for w in one_ if w[0].isalpha()) for one_ in (mine, theirs))
    shared, shorter = len(mine & theirs), min(len(mine), len(theirs))
    return shared >= needed and shared >= SAME_EVENT_WORDS * shorter


def _overlap(one: Statement, other: Statement) -> float:
    return overlap(one.text, other.text)


@lru_cache(maxsize=4096)
def _content(text: str) -> frozenset[str]:
    return frozenset(content(words(text)))


def _figures(text: str) -> frozenset[str]:
    return frozenset(figure.rstrip(".,") for figure in _FIGURE.findall(text))
