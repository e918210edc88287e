"""A text as questions are compared with it: the roots of its words, and the meanings they stand for."""

from __future__ import annotations

from functools import lru_cache

from bot.ask.lexicon import BASES, MEANINGS
from summarizers.text.tokens import words

_ENDINGS = (
    "ational",
    "ization",
    "isation",
    "ation",
    "ition",
    "ments",
    "ment",
    "ness",
    "ings",
    "ing",
    "ions",
    "ion",
    "ers",
    "er",
    "ors",
    "or",
    "ies",
    "ied",
    "ed",
    "es",
    "ly",
    "al",
    "ic",
    "s",
    "e",
    "y",
    "t",
)
_LEAST = 4


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """The word's base, without its commonest inflections and derivations, four letters left at least."""
    word = word.removesuffix("'s")
    word = BASES.get(word, word)
    for _ in range(2):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
                word = word[: -len(ending)]
                break
    return word


@lru_cache(maxsize=4096)
def read(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The roots of a text in order, and as a set."""
    roots = tuple(root(word) for word in words(text))
    return roots, frozenset(roots)


_MEANT: dict[str, set[int]] = {}
for _n, _same in enumerate(MEANINGS):
    for _word in _same:
        _MEANT.setdefault(root(_word), set()).add(_n)


def meant(word: str) -> set[int]:
    """The lines of `MEANINGS` that hold a root."""
    return _MEANT.get(word, set())


@lru_cache(maxsize=4096)
def meanings(text: str) -> frozenset[int]:
    """The lines of `MEANINGS` of which a text holds a word."""
    return frozenset(n for word in read(text)[1] for n in meant(word))
