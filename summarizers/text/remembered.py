"""What is said of a word, remembered: a text asks about hundreds, and most of them again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Said = TypeVar("_Said")
_LONGEST: Final = 64
"""Characters of a word that is kept: longer ones are no words, and nobody says them twice."""


class Remembered(dict[str, _Said]):
    """`remembered[word]` is what `say` says of a word, asked once; with `most` words known all are forgotten.

    Of one with more than `longest` characters nothing is kept. A dictionary is looked up in half of the time
    that `lru_cache` takes, which notes the order of use too.
    """

    __slots__ = ("_longest", "_most", "_say")

    def __init__(self, say: Callable[[str], _Said], most: int, longest: int = _LONGEST) -> None:
        super().__init__()
        self._say = say
        self._longest = longest
        self._most = most

    def __missing__(self, word: str) -> _Said:
        if len(word) > self._longest:
            return self._say(word)
        if len(self) >= self._most:
            self.clear()
        said = self[word] = self._say(word)
        return said
