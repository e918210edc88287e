"""What a pattern needs: words, or parts of words, one of which stands in each of its matches.

Derived from the pattern itself, as indexes for regular expressions do it (Cox, "Regular Expression Matching
with a Trigram Index", 2012), but in whole words where the pattern bounds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import Any, Final, NamedTuple

GAP: Final = "|"
"""Stands where no letter does: `|due|` is a whole word, `|expir` the head of one, `ed|` its end."""

_PARSER: Final[Any] = getattr(re, "_parser", None)
"""The only reader of patterns; private, so nothing here may fail where it is gone or was changed."""

_MOST: Final = 100
"""Spellings of a stretch that are told apart; a longer list is looked at alternative by alternative."""

_MOST_LETTERS: Final = 4
"""The same of one letter (`[sz]`)."""

_MOST_TIMES: Final = 2
"""The same of a repetition."""

Spelled = frozenset[str]
"""All that a stretch can spell, in letters and gaps."""


def _named(*names: str) -> tuple[Any, ...]:
    """The parser's own of these names; one that it no longer has equals nothing it says."""
    return tuple(getattr(_PARSER, name, name) for name in names)


_REPEATS: Final = _named("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_ASIDE: Final = _named("ASSERT", "ASSERT_NOT")
_NO_LETTERS: Final = _named("CATEGORY_DIGIT", "CATEGORY_SPACE", "CATEGORY_NOT_WORD")
_NOTHING: Final = Spelled({""})
_NO_LETTER: Final = Spelled({GAP})


def needed(pattern: str) -> Spelled:
    """Letters a to z, with a `GAP` where their word ends: one of these stands in each match of `pattern`.

    Empty where that cannot be said, or the parser of patterns is not as it is known here. It is said of the
    text in lower case.
    """
    try:
        parsed = _PARSER.parse(pattern)
        return Spelled() if parsed.state.flags & re.IGNORECASE else _of_all(parsed, "", "")
    except (AttributeError, TypeError, ValueError, IndexError):
        return Spelled()


class _Piece(NamedTuple):
    """A part of a pattern, letters in a row as one, and all that it can spell, if that is few."""

    sort: Any
    argument: Any
    spelled: Spelled | None


def _pieces(parts: Iterable[tuple[Any, Any]]) -> Iterator[_Piece]:
    for literal, same in groupby(parts, key=_is_literal):
        if literal:
            yield _Piece(None, None, Spelled({"".join(_letter(argument) for _, argument in same)}))
        else:
            yield from (_Piece(sort, argument, _spelled(sort, argument)) for sort, argument in same)


def _is_literal(part: tuple[Any, Any]) -> bool:
    return part[0] is _PARSER.LITERAL


def _of_all(parts: Iterable[tuple[Any, Any]], before: str, after: str) -> Spelled:
    """What a sequence needs between `before` and `after`, each a gap or unknown: the most telling stretch."""
    found: list[Spelled] = []
    stretch = Spelled({before})
    pieces = list(_pieces(parts))
    for piece, follows in zip_longest(pieces, pieces[1:]):
        longer = None if piece.spelled is None else _joined(stretch, piece.spelled)
        if longer is not None:
            stretch = longer
            continue
        opens = all(one.endswith(GAP) for one in stretch)
        ends = after == GAP if follows is None else follows.spelled == _NO_LETTER
        found += [_telling(stretch), _of_one(piece, GAP if opens else "", GAP if ends else "")]
        stretch = _NOTHING
    found.append(_telling(Spelled(one + after for one in stretch)))
    return max(found, key=_worth)


def _of_one(piece: _Piece, before: str, after: str) -> Spelled:
    """What a part needs that spells too much to be listed."""
    sort, argument, _ = piece
    if sort is _PARSER.BRANCH:
        ways = [_of_all(way, before, after) for way in argument[1]]
        return Spelled().union(*ways) if all(ways) else Spelled()
    if sort is _PARSER.SUBPATTERN:
        return Spelled() if argument[1] & re.IGNORECASE else _of_all(argument[3], before, after)
    return _of_all(argument[2], "", "") if sort in _REPEATS and argument[0] else Spelled()


def _spelled(sort: Any, argument: Any) -> Spelled | None:
    """All that a part can spell; None where that is too much, or unknown."""
    if sort in _ASIDE or argument is _PARSER.AT_NON_BOUNDARY:
        return _NOTHING
    if sort is _PARSER.AT:
        return _NO_LETTER
    if sort is _PARSER.IN:
        return _of_class(argument)
    if sort is _PARSER.BRANCH:
        return _either([_in_a_row(way) for way in argument[1]])
    if sort is _PARSER.SUBPATTERN:
        return None if argument[1] & re.IGNORECASE else _in_a_row(argument[3])
    return _repeated(*argument) if sort in _REPEATS else None


def _letter(code: int) -> str:
    low = chr(code).lower()
    return low if "a" <= low <= "z" else GAP


def _of_class(members: Sequence[Any]) -> Spelled | None:
    """What one of a class of characters spells."""
    spelled: set[str] = set()
    for sort, argument in members:
        if sort is _PARSER.LITERAL:
            spelled.add(_letter(argument))
        elif argument in _NO_LETTERS or (sort is _PARSER.RANGE and argument[1] < ord("A")):
            spelled.add(GAP)
        else:
            return None
    return Spelled(spelled) if len(spelled) <= _MOST_LETTERS else None


def _repeated(least: int, most: int, parts: Iterable[tuple[Any, Any]]) -> Spelled | None:
    once = _in_a_row(parts)
    if once is not None and once <= {"", GAP}:
        return once if least else once | _NOTHING
    if once is None or most > _MOST_TIMES:
        return None
    times = [_NOTHING, once, _joined(once, once)]
    return _either(times[least : most + 1])


def _in_a_row(parts: Iterable[tuple[Any, Any]]) -> Spelled | None:
    spelled: Spelled | None = _NOTHING
    for piece in _pieces(parts):
        spelled = None if spelled is None or piece.spelled is None else _joined(spelled, piece.spelled)
        if spelled is None:
            break
    return spelled


def _either(ways: Sequence[Spelled | None]) -> Spelled | None:
    found = Spelled().union(*(way for way in ways if way is not None))
    return found if None not in ways and len(found) <= _MOST else None


def _joined(left: Spelled, right: Spelled) -> Spelled | None:
    if len(left) * len(right) > _MOST:
        return None
    return Spelled(one + other for one in left for other in right)


def _telling(stretch: Spelled) -> Spelled:
    """The most telling word of each thing that a stretch can spell; none where one has no word."""
    told = [max(_words(one), key=_weight, default="") for one in stretch]
    return Spelled(told) if all(told) else Spelled()


def _words(spelled: str) -> list[str]:
    pieces = spelled.split(GAP)
    return [
        (GAP if place else "") + piece + (GAP if place < len(pieces) - 1 else "")
        for place, piece in enumerate(pieces)
        if piece
    ]


def _weight(word: str) -> int:
    """How much a word tells: by its letters, and half as much by each end that is known."""
    return 2 * len(word) - word.count(GAP)


def _worth(words: Spelled) -> int:
    """How much a set of words tells: what the least of them does."""
    return min(map(_weight, words), default=0)
