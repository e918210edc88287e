"""Whether a plan is only a plan: one that is known, or that somebody adopts, hedges nothing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

PLANS: Final = frozenset({"plan", "plans", "proposal", "proposals"})
_DEFINITE: Final = frozenset({"the", "this", "that", "their", "its", "his", "her"})
_TAKEN: Final = frozenset({"approved", "backed", "passed", "endorsed", "accepted", "adopted", "rejected"})
_GIVEN: Final = _TAKEN | {"given", "agreed", "cleared", "waved"}
"""What is done to a plan that is no longer one."""

_BE: Final = frozenset({"is", "are", "am", "was", "were", "be", "been", "being"})
_BETWEEN: Final = 14
"""Words between `plans` and what they `have been` made."""


def is_no_plan(tokens: Sequence[str], word: int) -> bool:
    """Whether what may be a plan hedges nothing: `backed the plan`, `plans were approved`."""
    own = tokens[word]
    if own == "planning":
        return _BE.isdisjoint(tokens[max(word - 2, 0) : word])
    return own in PLANS and (_is_known(tokens, word) or _is_adopted(tokens, word))


def _is_known(tokens: Sequence[str], word: int) -> bool:
    before = tokens[max(word - 1, 0) : word]
    return not _DEFINITE.isdisjoint(before) or not _TAKEN.isdisjoint(before)


def _is_adopted(tokens: Sequence[str], word: int) -> bool:
    """Whether somebody adopted it: what was done to it stands behind it, in the passive."""
    behind = tokens[word + 1 : word + 1 + _BETWEEN]
    return any(own in _BE and after in _GIVEN for own, after in pairwise(behind))
