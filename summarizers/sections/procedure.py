"""Rules of procedure, and who only hears or reads: what no dispute is where a court is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

JUDGES: Final = frozenset({"judge", "judges", "magistrate", "magistrates"})
_RULINGS: Final = frozenset({"ruling", "rulings", "judgment", "verdict"})
STUDIES: Final = frozenset({"reviewing", "studying", "examining"})
_FILES: Final = frozenset({"file", "answer", "reply", "respond", "submit", "notify", "appeal"})
_OUGHT: Final = frozenset({"must", "to"})
_NEARER: Final = 3
"""Words between what is told or read and who hears it, or what it is."""

OF_PROCEDURE: Final = frozenset({"foe", "oppose", "court"})
"""Classes by which nothing is disputed where a rule of procedure is told, unless it was done already."""


def is_procedure(tokens: Sequence[str]) -> bool:
    """Whether something must be filed or answered `within` a time: asked once for all cues of a sentence."""
    before = tokens[: tokens.index("within")]
    return any(
        own in _FILES and not _OUGHT.isdisjoint(before[max(at - 2, 0) : at]) for at, own in enumerate(before)
    )


def is_hearer(tokens: Sequence[str], word: int) -> bool:
    """Whether a judge is only told something, or a ruling only read."""
    own = tokens[word]
    if own in JUDGES:
        return "told" in tokens[max(word - _NEARER, 0) : word]
    return own in _RULINGS and not STUDIES.isdisjoint(tokens[max(word - _NEARER, 0) : word])
