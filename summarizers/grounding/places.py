"""Places: what stands directly before and behind a name, a figure, a quantity or a direction.

Two neighbours that can be exchanged leave every word of a sentence in it; only their places tell.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from summarizers.dates.lexicon import SMALL_NUMBERS, TENS
from summarizers.grounding.lexicon import (
    AUXILIARIES,
    BE,
    CALENDAR,
    IRREGULAR,
    PREPOSITIONS,
    QUANTITIES,
    TELLING,
)
from summarizers.grounding.names import identity, is_name
from summarizers.grounding.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizers.grounding.reading import Word

_FIGURE: Final = re.compile(r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?(?=[\s.,;:)%”\"'-]|[ap]m\b|$)(\s?%)?")
_NUMBERS: Final = (SMALL_NUMBERS | TENS).keys() - {"a", "an", "one"}
_THE: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "this", "these", "those"})
_JOINING: Final = frozenset({"and", "or"})
_REACH: Final = 3
"""Empty words between a word of meaning and what stands beside it."""


class Sort(Enum):
    """What fills a place; only fillers of one sort can take each other's."""

    NAME = "name"
    FIGURE = "figure"
    QUANTITY = "quantity"


_NOTHING: Final = (None, frozenset[str]())
_SPELLED: Final = {word: frozenset({str((SMALL_NUMBERS | TENS)[word])}) for word in _NUMBERS}
_MANY: Final = {word: frozenset({sort}) for word, sort in QUANTITIES.items()}


class Filled(NamedTuple):
    """What stands at a place: its sort, what it is known by, and the words before and behind, or None."""

    sort: Sort
    what: frozenset[str]
    before: tuple[str, ...] | None
    behind: tuple[str, ...] | None


class _Piece(NamedTuple):
    """A word, or a run of names, or a figure, as one thing."""

    sort: Sort | None
    what: frozenset[str]
    low: str
    key: str
    clause: int
    sentence: int
    counts: bool


@lru_cache(maxsize=1 << 12)
def places(text: str) -> tuple[Filled, ...]:
    """The names, figures and quantities of `text` in order."""
    pieces = tuple(_joined(_pieces(text)))
    return tuple(
        Filled(piece.sort, piece.what, _before(pieces, at), _behind(pieces, at))
        for at, piece in enumerate(pieces)
        if piece.sort is not None
    )


def _pieces(text: str) -> Iterator[_Piece]:
    figures = list(_FIGURE.finditer(text))
    clause = sentence = 0
    for word in read(text):
        while figures and figures[0].start() < word.start:
            opens = (
                text.rfind(".", 0, figures[0].start()) > 0
                and text[: figures[0].start()].rstrip()[-1:] in ".!?"
            )
            yield from _figure(
                figures.pop(0), word.clause if opens else clause, word.sentence if opens else sentence
            )
        clause, sentence = word.clause, word.sentence
        yield _piece(word)
    for figure in figures:
        yield from _figure(figure, clause, sentence)


def _figure(match: re.Match[str], clause: int, sentence: int) -> Iterator[_Piece]:
    number = match[0].rstrip(" %").replace(",", "")
    yield _Piece(Sort.FIGURE, frozenset({number}), number, number, clause, sentence, counts=True)
    if match[1]:
        yield _Piece(None, frozenset(), "percent", "percent", clause, sentence, counts=True)


def _piece(word: Word) -> _Piece:
    sort, what = _sort(word)
    return _Piece(sort, what, word.low, word.key, word.clause, word.sentence, word.counts)


def _sort(word: Word) -> tuple[Sort | None, frozenset[str]]:
    if word.surface[0].isupper():
        if word.low in CALENDAR:
            return Sort.NAME, frozenset({CALENDAR[word.low]})
        if is_name(word) or (word.first and word.counts):
            return Sort.NAME, frozenset({identity(word)})
    if word.low in _SPELLED:
        return Sort.FIGURE, _SPELLED[word.low]
    return (Sort.QUANTITY, _MANY[word.low]) if word.low in _MANY else _NOTHING


def _joined(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """Names that follow each other, or stand in one list, as one."""
    run: _Piece | None = None
    link: list[_Piece] = []
    for piece in pieces:
        if run and piece.sort is Sort.NAME and piece.sentence == run.sentence and not _dated(run, piece):
            run = _Piece(
                run.sort, run.what | piece.what, run.low, run.key, piece.clause, run.sentence, counts=True
            )
            link = []
            continue
        if run and piece.low in (_THE if link else _JOINING) and piece.sentence == run.sentence:
            link.append(piece)
            continue
        if run:
            yield run
            yield from link
            run, link = None, []
        if piece.sort is Sort.NAME:
            run = piece
        else:
            yield piece
    if run:
        yield run
        yield from link


def _dated(one: _Piece, other: _Piece) -> bool:
    """Whether just one of two is a day or month, so that they are no list."""
    return (one.low in CALENDAR) != (other.low in CALENDAR)


def _before(pieces: Sequence[_Piece], at: int) -> tuple[str, ...] | None:
    """The nearest word of meaning or name before a place and the empty ones between; None across a clause.

    A name right before is no place: it may be the other half of a date or of a title.
    """
    found: list[str] = []
    for piece in reversed(pieces[max(0, at - 1 - _REACH) : at]):
        if piece.clause != pieces[at].clause:
            return None
        if piece.sort is not None:
            return (*found, *sorted(piece.what)) if found and piece.sort is Sort.NAME else None
        if piece.low not in _THE:
            found.append(piece.key if piece.counts else piece.low)
        if piece.counts or (piece.low in TELLING and len(found) > 1):
            return tuple(found)
    return None


def _behind(pieces: Sequence[_Piece], at: int) -> tuple[str, ...] | None:
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


def _governed(pieces: Sequence[_Piece], at: int) -> bool:
    """Whether a name hangs on a preposition, so that what follows is not said of it."""
    for piece in reversed(pieces[max(0, at - _REACH) : at]):
        if piece.sort is not None or piece.clause != pieces[at].clause:
            return False
        if piece.low in PREPOSITIONS:
            return True
    return False


_OF: Final = _THE | {"of", "per"}
