"""Reports of one form: the same words around other figures and names, as of two earthquakes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

_WORDS = r"\d+(?:[.,:]\d+)*|[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+"
"""A figure with its separators, one CJK character, or letters."""

_ASCII_WORDS = r"[A-Za-z]+|\d+(?:[.,:]\d+)*"
"""The same where all is ASCII, three times as fast."""

_ENDS = frozenset('.!?:\n"\u201c\u201e\u00bb\u00ab')
"""After one of these a word may be capitalised without being a name."""

_OR_ENDS = f"|[{''.join(sorted(_ENDS))}]"
_WORD, _ASCII_WORD = re.compile(_WORDS), re.compile(_ASCII_WORDS, re.ASCII)
_MARK, _ASCII_MARK = re.compile(_WORDS + _OR_ENDS), re.compile(_ASCII_WORDS + _OR_ENDS, re.ASCII)

_TYPED = (
    *((mark, '"') for mark in "\u201c\u201e\u00bb\u00ab"),
    *((mark, "-") for mark in "\u2019\u2018\u201d\u2013\u2014"),
)
"""Marks of print, and ASCII that parts words and sentences alike: most English news is ASCII then."""

_MASK = "#"
_SEPARATORS = str.maketrans("", "", ".,:")

_Place = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """`places` of figures and names, with what stands in each, and all `words`; figures without separators.

    A place is two words before and one after, or one before and two after. Figures and names around it are
    masked, so that reports of one form have the same places.
    """

    places: Mapping[_Place, frozenset[str]]
    words: frozenset[str]


def contradicted(one: Filled, other: Filled) -> float:
    """Of the figures and names that stand in places which both texts have, the share that differs, 0 to 1.

    One differs only if the other text does not hold it anywhere and has a new one in its place.
    """
    kept: set[str] = set()
    against: set[str] = set()
    for place in one.places.keys() & other.places.keys():
        here, there = one.places[place], other.places[place]
        kept |= here & there
        if there - one.words:
            against |= here - other.words
    against -= kept
    return len(against) / len(kept | against) if against else 0.0


@lru_cache(maxsize=256)
def plain(text: str) -> tuple[str, ...]:
    """The words of a text in order, their case folded."""
    return tuple(_found(text.casefold(), _ASCII_WORD, _WORD))


@lru_cache(maxsize=64)
def filled(text: str) -> Filled:
    """What a text holds where figures and names stand."""
    marked = tuple(_marked(text))
    return Filled(places=_places(marked), words=frozenset(word for word, _ in marked))


def _found(text: str, in_ascii: re.Pattern[str], in_any: re.Pattern[str]) -> list[str]:
    if not text.isascii():
        for mark, typed in _TYPED:
            text = text.replace(mark, typed)
    return (in_ascii if text.isascii() else in_any).findall(text)


def _marked(text: str) -> Iterable[tuple[str, bool]]:
    """The words, folded, and whether each is a figure, or a name: capitalised within a sentence."""
    begins = True
    for word in _found(text, _ASCII_MARK, _MARK):
        if word in _ENDS:
            begins = True
            continue
        if word[0].isdigit():
            yield word.translate(_SEPARATORS), True
        else:
            yield word.casefold(), word[0].isupper() and not begins
        begins = False


def _places(marked: tuple[tuple[str, bool], ...]) -> dict[_Place, frozenset[str]]:
    edge = (("", False), ("", False))
    row = (*edge, *marked, *edge)
    masked = [_MASK if is_marked else word for word, is_marked in row]
    found: dict[_Place, set[str]] = {}
    for at, (word, is_marked) in enumerate(row):
        if is_marked:
            before, after = masked[at - 2 : at], masked[at + 1 : at + 3]
            for place in ((*before, _MASK, after[0]), (before[1], _MASK, *after)):
                found.setdefault(place, set()).add(word)
    return {place: frozenset(standing) for place, standing in found.items()}
