"""Places: what stands directly before and behind a name, a figure, a quantity or a direction.

Two neighbours that can be exchanged leave every word of a sentence in it; only their places tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from summarizers.grounding.lexicon import (
    AUXILIARIES,
    BE,
    CALENDAR,
    IRREGULAR,
    PREPOSITIONS,
    TELLING,
)
from summarizers.grounding.pieces import THE, Piece, Sort, pieces
from summarizers.grounding.reading import TEXTS_KEPT

_REACH: Final = 3
"""Empty words between a word of meaning and what stands beside it."""


class Filled(NamedTuple):
    """What stands at a place: its sort, what it is known by, and the words before and behind, or None."""

    sort: Sort
    what: frozenset[str]
    before: tuple[str, ...] | None
    behind: tuple[str, ...] | None


@lru_cache(maxsize=TEXTS_KEPT)
def places(text: str) -> tuple[Filled, ...]:
    """The names, figures and quantities of `text` in order."""
    found = pieces(text)
    return tuple(
        Filled(piece.sort, piece.what, _before(found, at), _behind(found, at))
        for at, piece in enumerate(found)
        if piece.sort is not None
    )


def _before(pieces: Sequence[Piece], at: int) -> tuple[str, ...] | None:
    """The nearest word of meaning or name before a place and the empty ones between; None across a clause.

    A name right before is no place: it may be the other half of a date or of a title.
    """
    found: list[str] = []
    for piece in reversed(pieces[max(0, at - 1 - _REACH) : at]):
        if piece.clause != pieces[at].clause:
            return None
        if piece.sort is not None:
            return (*found, *sorted(piece.what)) if found and piece.sort is Sort.NAME else None
        if piece.low not in THE:
            found.append(piece.key if piece.counts else piece.low)
        if piece.counts or (piece.low in TELLING and len(found) > 1):
            return tuple(found)
    return None


def _behind(pieces: Sequence[Piece], at: int) -> tuple[str, ...] | None:
    """The word of meaning right behind a place, after nothing but auxiliaries, and whether it is passive."""
    be = False
    if pieces[at].sort is Sort.NAME and _governed(pieces, at):
        return None
    for piece in pieces[at + 1 : at + 2 + _REACH]:
        if pieces[at].sort is Sort.FIGURE and piece.low in CALENDAR:
            return (CALENDAR[piece.low],)
        if piece.sort is not None or piece.sentence != pieces[at].sentence or piece.low in TELLING:
            return None
        if piece.counts and not piece.low.endswith("ly"):
            passive = be and (piece.low.endswith("ed") or piece.low in IRREGULAR)
            return (piece.key, "passive") if passive else (piece.key,)
        be = be or piece.low in BE
        if not piece.low.endswith("ly") and piece.low not in (
            AUXILIARIES if pieces[at].sort is Sort.NAME else _OF
        ):
            return None
    return None


def _governed(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a name hangs on a preposition, so that what follows is not said of it."""
    for piece in reversed(pieces[max(0, at - _REACH) : at]):
        if piece.sort is not None or piece.clause != pieces[at].clause:
            return False
        if piece.low in PREPOSITIONS:
            return True
    return False


_OF: Final = THE | {"of", "per"}
