"""When a hard word accuses nobody: a critical meeting, a mock exam, a club condemned to relegation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from summarizers.sections.mishaps import is_hazard

if TYPE_CHECKING:
    from collections.abc import Sequence

COMFORT: Final = frozenset({"condolences", "sympathies", "sympathy", "mourn", "mourned"})
HARD_WORDS: Final = COMFORT | {"blamed", "critical", "mock", "condemned", "robbery"}
"""Words that may be meant so."""

_NATURE: Final = """
weather wind winds storm storms rain rains snow ice fog heat cold drought flood floods flooding lightning
smoke waves error errors fault faults glitch bug outage shortage shortages inflation virus pandemic demand
"""
_CAUSES: Final = frozenset(_NATURE.split())
"""What may be blamed without accusing anybody."""

_TARGETS: Final = frozenset(
    {"of", "about", "towards", "toward", "comments", "remarks", "report", "reports", "voices", "letter"}
)
_HOW: Final = frozenset({"highly", "sharply", "openly", "deeply", "strongly", "fiercely"})
"""What makes `critical` a judgement, behind it and before it; else it is only urgent."""

_MOCK: Final = frozenset({"exam", "exams", "test", "tests", "trial", "trials"})
_DOOMS: Final = frozenset({"relegation", "defeat", "death", "life", "lose", "exit"})
_DEEDS: Final = frozenset(
    {"decision", "move", "plan", "plans", "attempt", "attempts", "call", "calls", "bid"}
)
"""What a critic condemns, whatever it is to lead to: `condemned the decision to exit`."""
_IN_OPEN_DAY: Final = frozenset({"daylight", "highway", "is", "pure", "sheer", "plain"})
_NEAREST: Final = 7
"""Words between a verb and what it is about."""

_NEAR: Final = 5


def accuses_nobody(tokens: Sequence[str], word: int) -> bool:
    """Whether the word of an accusation is none where it stands."""
    own, behind = tokens[word], tokens[word + 1 : word + 2]
    if own == "critical":
        return _TARGETS.isdisjoint(behind) and _HOW.isdisjoint(tokens[max(word - 1, 0) : word])
    if own == "mock":
        return not _MOCK.isdisjoint(behind)
    return is_doomed(tokens, word) or _is_cause(tokens, word)


def is_doomed(tokens: Sequence[str], word: int) -> bool:
    """Whether somebody is condemned to what no critic asks for: `condemned them to relegation`."""
    behind = tokens[word + 1 : word + _NEAR]
    if tokens[word] != "condemned" or "to" not in behind or not _DEEDS.isdisjoint(behind):
        return False
    return not _DOOMS.isdisjoint(behind)


def _is_cause(tokens: Sequence[str], word: int) -> bool:
    """Whether what is blamed is nobody: `three deaths were blamed on high winds`."""
    behind = tokens[word + 1 : word + 1 + _NEAREST]
    return tokens[word] == "blamed" and behind[:1] == ["on"] and not _CAUSES.isdisjoint(behind)


def insults_nobody(tokens: Sequence[str], word: int) -> bool:
    """Whether a hard word tells of a hazard, a crime, or a loss: `condolences in this terrible loss`."""
    before = tokens[max(word - _NEAREST, 0) : word]
    if tokens[word] == "robbery":
        return _IN_OPEN_DAY.isdisjoint(before[-1:])
    return not COMFORT.isdisjoint(before) or is_hazard(tokens, word)
