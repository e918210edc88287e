"""Deals of years gone by that are named: `agreed in 2017`, `a pact reached in May 2021`.

What is new is told with its day, if with any date; a year to come is when the deal is to hold.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizers.sections.cues import Hit

_ACTS: Final = frozenset(
    {"agree", "conclude", "approve", "concede", "promise", "pledge", "transact", "pass", "give"}
)
_NAMES: Final = frozenset({"accord", "deal", "law", "give"})
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_AT: Final = frozenset({"in", "since"})
_NEAR: Final = 4
"""Words between an act and its date."""

_MONTHS: Final = 2
"""Words from `in` to the year."""

_BEFORE: Final = 9
"""Words between what was settled and the act."""

_BEHIND: Final = 5
"""The same behind the act: `signed in 2013 an accord`."""


def bygone(hits: Sequence[Hit], tokens: Sequence[str], year: int | None) -> set[int]:
    """Numbers of the words that tell what was settled in a year, which they name, before `year`.

    Without that, the year of the article, it is not known which years are gone.
    """
    if year is None:
        return set()
    old = {word for kind, word, past in hits if past and kind in _ACTS and _is_dated(tokens, word, year)}
    if not old:
        return old
    named = [word for kind, word, _ in hits if kind in _NAMES]
    return old.union(
        [word for word in named if not old.isdisjoint(range(word - _BEHIND, word + _BEFORE + 1))]
    )


def _is_dated(tokens: Sequence[str], word: int, year: int) -> bool:
    """Whether a year before `year` follows the act in a few words.

    Behind `agreed to` it is the year of what is to be done.
    """
    for at in range(word + 1, min(word + 1 + _NEAR, len(tokens))):
        if tokens[at] == "to":
            return False
        if tokens[at] in _AT:
            named = filter(_YEAR.fullmatch, tokens[at + 1 : at + 1 + _MONTHS])
            return any(int(one) < year for one in named)
    return False
