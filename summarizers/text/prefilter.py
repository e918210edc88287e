"""Patterns that are looked for only in a text with a word that they need: most sentences hold none.

A text is read into words once for all patterns, and what a word opens is remembered.
"""

from __future__ import annotations

import re
import sys
from functools import cache, reduce
from itertools import chain
from operator import or_
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from summarizers.text.alternatives import tree
from summarizers.text.needed import GAP, needed
from summarizers.text.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable

_Name = TypeVar("_Name")
_LETTERS: Final = re.compile(r"[a-z]+")
_TEXTS_KEPT: Final = 64
"""Texts of which is remembered what they open: each is asked about by many patterns in one go."""
_WORDS_KEPT: Final = 1 << 14
"""The same of words, before all are forgotten."""

_known: list[str] = []
"""Each pattern opens one bit, by its place here."""


class Prefiltered:
    """A pattern whose searches find what `re` would find, sooner where there is nothing."""

    __slots__ = ("_searching", "bit", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        """As it was written."""
        self._searching: re.Pattern[str] | None = None
        self.bit = 1 << len(_known)
        _known.append(pattern)
        _index.cache_clear()
        _opened.clear()
        _opened_in.clear()

    def compiled(self) -> re.Pattern[str]:
        """What searches, made when a text needs it first."""
        if self._searching is None:
            self._searching = tree(self.pattern)
        return self._searching

    def search(self, text: str) -> re.Match[str] | None:
        """As of a compiled pattern."""
        return (self._searching or self.compiled()).search(text) if _opened_in[text] & self.bit else None

    def search_start(self, text: str, characters: int) -> re.Match[str] | None:
        """The search of the first `characters` of `text`, as if nothing stood behind them."""
        return self.compiled().search(text[:characters]) if _opened_in[text] & self.bit else None

    def search_end(self, text: str, characters: int) -> re.Match[str] | None:
        """The search of the last `characters` of `text`, as if nothing stood before them."""
        return self.compiled().search(text[-characters:]) if _opened_in[text] & self.bit else None

    def last_end(self, text: str) -> int | None:
        """Where the last match in `text` ends."""
        end = None
        if _opened_in[text] & self.bit:
            for match in self.compiled().finditer(text):
                end = match.end()
        return end

    def may_stand_in(self, text: str) -> bool:
        """Whether a word that the pattern needs stands in `text`, or it needs none."""
        return _opened_in[text] & self.bit != 0


class AnyOf:
    """Several patterns that are asked for as one."""

    __slots__ = ("bit", "patterns")

    def __init__(self, *patterns: Prefiltered | AnyOf) -> None:
        each = ((one,) if isinstance(one, Prefiltered) else one.patterns for one in patterns)
        self.patterns: tuple[Prefiltered, ...] = tuple(chain.from_iterable(each))
        self.bit: int = reduce(or_, (one.bit for one in patterns))

    def stands_in(self, text: str) -> bool:
        """Whether one of them matches somewhere in `text`."""
        opened = _opened_in[text] & self.bit
        if not opened:
            return False
        for one in self.patterns:  # noqa: SIM110 - a generator takes longer than what it asks
            if opened & one.bit and one.compiled().search(text) is not None:
                return True
        return False

    def may_stand_in(self, text: str) -> bool:
        """Whether a word that one of them needs stands in `text`, or one needs none."""
        return _opened_in[text] & self.bit != 0


def likely(table: Iterable[tuple[_Name, Prefiltered]], *texts: str) -> list[tuple[_Name, Prefiltered]]:
    """The rows of `table` whose pattern may match in one of `texts`: no other need be tried."""
    opened = 0
    for text in texts:
        opened |= _opened_in[text]
    return [(name, pattern) for name, pattern in table if pattern.bit & opened]


def _opened_by_words(text: str) -> int:
    """The patterns that may match somewhere in `text`, as bits."""
    opened = filter(None, map(_opened.__getitem__, text.lower().split()))
    return reduce(or_, opened, _index().always)


_opened_in: Final = Remembered(_opened_by_words, _TEXTS_KEPT, longest=sys.maxsize)
"""The same, remembered of texts of any length: a long one least of all should be read twice."""


def _opened_by(piece: str) -> int:
    """The patterns that may match a text with what stands between two spaces, in small letters, as bits."""
    whole, bits = GAP.join(("", *_LETTERS.findall(piece), "")), 0
    opening, lengths, _ = _index()
    for length in lengths:
        for start in range(len(whole) - length + 1):
            bits |= opening.get(whole[start : start + length], 0)
    return bits


_opened: Final = Remembered(_opened_by, _WORDS_KEPT)


class _Index(NamedTuple):
    """The patterns that each part of a word opens, the lengths of such parts, and what needs none of them.

    A word has some thirty pieces of these lengths, and there are a thousand parts.
    """

    opening: dict[str, int]
    lengths: tuple[int, ...]
    always: int


@cache
def _index() -> _Index:
    """All patterns by what opens them, made when first asked for."""
    parts: dict[str, int] = {}
    always = 0
    for place, pattern in enumerate(_known):
        own = needed(pattern)
        always |= 0 if own else 1 << place
        for part in own:
            parts[part] = parts.get(part, 0) | 1 << place
    return _Index(parts, tuple({len(part) for part in parts}), always)
