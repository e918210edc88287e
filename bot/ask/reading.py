"""A text as questions are compared with it: the roots of its words, and those that mean the same."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from bot.ask.lexicon import BASES, MEANINGS
from bot.ask.short_forms import spoken
from summarizers.grounding.lexicon import NEGATORS, REFUSALS
from summarizers.text.tokens import STOP_WORDS, lowered

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


def unaccented(word: str) -> str:
    """A word in small letters as it is typed without accents; the index finds it either way."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """The word's base, without accents and its commonest inflections, four letters left at least."""
    word = unaccented(word.removesuffix("'s"))
    word = BASES.get(word, word)
    for _ in range(2 if word.endswith(_ENDINGS) else 0):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
                word = word[: -len(ending)]
                break
    return word


@lru_cache(maxsize=4096)
def read(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The roots of a text in order, and as a set."""
    roots = tuple(map(root, spoken(text)))
    return roots, frozenset(roots)


_NAME = re.compile(r"[A-Z](?<!\w.)(?<![.!?\"“] .)(?<!^.)[\w’'-]*")
"""A capital is looked for first and what stands before it then, which is six times as fast."""

_FIGURE = re.compile(r"\d[\d.,]*")
_DENYING = NEGATORS | REFUSALS


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence as any question is held against it.

    `sequence` are its roots in order, those of other forms behind a short one, `content` those of them that
    are no empty words, `spelled` all of them with a space before each; `names` are the roots of capitalised
    words that begin no sentence, `figures` as they are written.
    """

    sequence: tuple[str, ...]
    roots: frozenset[str]
    content: tuple[str, ...]
    spelled: str
    names: tuple[str, ...]
    figures: tuple[str, ...]
    denies: bool


@lru_cache(maxsize=4096)
def sentence(text: str) -> Sentence:
    """A sentence, read once: it lies in two passages, and questions come back to the same articles."""
    said = spoken(text)
    sequence = tuple(map(root, said))
    return Sentence(
        sequence=sequence,
        roots=frozenset(sequence),
        content=tuple(word for word in sequence if word not in STOP_WORDS),
        spelled=f" {' '.join(sequence)}",
        names=tuple(root(word.lower()) for word in _NAME.findall(text)),
        figures=tuple(figure.rstrip(".,") for figure in _FIGURE.findall(text)),
        denies=not _DENYING.isdisjoint(said)
        or ("n't" in lowered(text) and any(word.endswith("n't") for word in said)),
    )


_ALIKE: dict[str, set[str]] = {}
_WRITTEN: dict[str, list[str]] = {}
for _same in MEANINGS:
    _roots = set(map(root, _same))
    for _word in _roots:
        _ALIKE.setdefault(_word, set()).update(_roots)
        _WRITTEN.setdefault(_word, []).extend(sorted(_same))


def alike(word: str) -> frozenset[str]:
    """The roots that may stand for a root, itself among them; none where nothing else means the same."""
    return frozenset(_ALIKE.get(word, ()))


def meanings(word: str) -> tuple[str, ...]:
    """The words of one meaning with a word, as they are written; none where nothing else means the same."""
    return tuple(other for other in _WRITTEN.get(root(word), ()) if other != word)
