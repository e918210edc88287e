"""A text as places are told in: words, with names that belong together and figures as one thing each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from typing import Final, NamedTuple

from summarizers.dates.lexicon import SMALL_NUMBERS, TENS
from summarizers.grounding.lexicon import CALENDAR, QUANTITIES
from summarizers.grounding.names import identity
from summarizers.grounding.reading import Word, read

_FIGURE: Final = re.compile(r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?(?=[\s.,;:)%”\"'-]|[ap]m\b|$)(\s?%)?")
_NUMBERS: Final = (SMALL_NUMBERS | TENS).keys() - {"a", "an", "one"}
THE: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "this", "these", "those"})
_JOINING: Final = frozenset({"and", "or"})


class Sort(StrEnum):
    """What fills a place; only fillers of one sort can take each other's."""

    NAME = "name"
    FIGURE = "figure"
    QUANTITY = "quantity"


_NAME: Final = Sort.NAME
_NOTHING: Final = (None, frozenset[str]())
_FILLERS: Final = {word: (Sort.QUANTITY, frozenset({what})) for word, what in QUANTITIES.items()} | {
    word: (Sort.FIGURE, frozenset({str((SMALL_NUMBERS | TENS)[word])})) for word in _NUMBERS
}


_SORTED: Final = CALENDAR.keys() | _FILLERS.keys()
"""The words that may fill a place though they are no names."""


class Piece(NamedTuple):
    """A word, or a run of names, or a figure, as one thing."""

    sort: Sort | None
    what: frozenset[str]
    low: str
    key: str
    clause: int
    sentence: int
    counts: bool


_piece: Final = partial(tuple.__new__, Piece)
"""A `Piece` of a tuple of its fields, as `reading` makes its words."""


def pieces(text: str) -> tuple[Piece, ...]:
    """The words and figures of `text` in order; neighbouring names, or those of one list, as one."""
    return tuple(_joined(_single(text)))


def _single(text: str) -> Iterator[Piece]:
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
        _, low, key, clause, sentence, _, _, counts, _, capital = word
        sort, what = _sort(word) if capital or low in _SORTED else _NOTHING
        yield _piece((sort, what, low, key, clause, sentence, counts))
    for figure in figures:
        yield from _figure(figure, clause, sentence)


def _figure(match: re.Match[str], clause: int, sentence: int) -> Iterator[Piece]:
    number = match[0].rstrip(" %").replace(",", "")
    yield Piece(Sort.FIGURE, frozenset({number}), number, number, clause, sentence, counts=True)
    if match[1]:
        yield Piece(None, frozenset(), "percent", "percent", clause, sentence, counts=True)


def _sort(word: Word) -> tuple[Sort | None, frozenset[str]]:
    if word.low in CALENDAR and word.surface[0].isupper():
        return Sort.NAME, frozenset({CALENDAR[word.low]})
    if word.capital:
        return Sort.NAME, frozenset({identity(word)})
    return _FILLERS.get(word.low, _NOTHING)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Names that follow each other, or stand in one list, as one."""
    run: Piece | None = None
    link: list[Piece] = []
    for piece in pieces:
        named = piece.sort is _NAME
        if run is not None:
            if named and piece.sentence == run.sentence and not _dated(run, piece):
                run = run._replace(what=run.what | piece.what, clause=piece.clause, counts=True)
                link = []
                continue
            if piece.low in (THE if link else _JOINING) and piece.sentence == run.sentence:
                link.append(piece)
                continue
            yield run
            yield from link
            run, link = None, []
        if named:
            run = piece
        else:
            yield piece
    if run:
        yield run
        yield from link


def _dated(one: Piece, other: Piece) -> bool:
    """Whether just one of two is a day or month, so that they are no list."""
    return (one.low in CALENDAR) != (other.low in CALENDAR)
