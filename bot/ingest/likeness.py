"""Whether two texts are one: copied with another head and tail, cut short, brought up to date, or reworded.

The thresholds were chosen on one half of the pairs in `tests/data/near_duplicates`;
`benchmarks/near_duplicates.py` prints what both halves say. What is compared is bounded, so a pair costs the
same however long its texts are.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from bot.ingest.forms import contradicted, filled, plain
from bot.ports import Opening
from summarizers.text.tokens import content, words

COMPARED = 20_000
"""Characters of a text that are read: an article says what it is about in its first 3,000 words."""

LEAST_WORDS = 24
"""A text of fewer words says too little to be called the same as another unless all of it is equal, title
included: "Subscribe to read on" stands under many a headline."""

COMMON = 0.5
"""Share of the shorter text that the longer one must hold, in the mean of trigrams and of content words."""

COMMON_GRAMS = 0.25
"""Share of trigrams below which two texts are two, whatever words they have in common."""

CONTRADICTED = 0.25
"""Share of figures and names in common places that differ, above which a form was filled in twice."""

CUT = 0.6
"""Part of the longer text from which the shorter one may also be a piece of a page on many things."""

OPENING = 60
"""Words in which a report begins."""

MOSTLY = 0.5
"""Share from which something is there for the most part."""

_GRAM = 3
_Grams = frozenset[int]
"""The trigrams of a text by their hashes, good within one process: tuples of words cost twice as much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """What is compared of an article beside its trigrams."""

    title: frozenset[str]
    words: tuple[str, ...]
    content: frozenset[str]
    grams: _Grams


def likeness(one: Opening, other: Opening) -> float:
    """How much of the shorter text the longer one holds, from `COMMON` to 1; 0 if they are two texts.

    Of each no more than `COMPARED` characters should be given.
    """
    if whole(one) == whole(other):
        return 1.0
    if min(len(plain(one.text)), len(plain(other.text))) < LEAST_WORDS:
        return 0.0
    common = _share(_grams(one.text), _grams(other.text))
    if common < COMMON_GRAMS:
        return 0.0
    shorter, longer = sorted((_read(one), _read(other)), key=lambda text: len(text.words))
    held = (common + _share(shorter.content, longer.content)) / 2
    if held < COMMON or contradicted(filled(one.text), filled(other.text)) > CONTRADICTED:
        return 0.0
    return held if _is_about_it(shorter, longer) else 0.0


def whole(opening: Opening) -> str:
    """Title and text as they are compared when there is little of them, words or not."""
    return f"{opening.title.casefold().strip()}\n{opening.text.casefold()}"


@lru_cache(maxsize=64)
def _grams(text: str) -> _Grams:
    found = plain(text)
    return frozenset(map(hash, zip(found, found[1:], found[2:], strict=False)))


@lru_cache(maxsize=64)
def _read(opening: Opening) -> _Text:
    found = plain(opening.text)
    return _Text(
        title=frozenset(content(words(opening.title))),
        words=found,
        content=frozenset(content([*dict.fromkeys(found)])),
        grams=_grams(opening.text),
    )


def _is_about_it(shorter: _Text, longer: _Text) -> bool:
    """Whether the headlines speak of what the texts have in common, and not of something beside it.

    Boilerplate stands under headlines of which it holds no word. A page of many reports holds a whole text as
    well: so the longer one's headline must speak of what both hold, most of it, with a word of the other's
    headline; without such a word all of it, and the shorter text must stand where the longer one begins.
    """
    is_whole = len(shorter.words) >= CUT * len(longer.words)
    if longer.title == shorter.title and (is_whole or longer.title):
        return True
    covered = _covered(longer, shorter)
    common = {*content([word for word, is_in in zip(longer.words, covered, strict=True) if is_in])}
    if not common & (longer.title | shorter.title):
        return False
    if is_whole:
        return True
    spoken = len(longer.title & common)
    if longer.title & shorter.title:
        return spoken >= MOSTLY * len(longer.title)
    begins = sum(covered[:OPENING]) >= MOSTLY * OPENING
    return begins and bool(longer.title) and spoken == len(longer.title)


def _covered(longer: _Text, shorter: _Text) -> list[bool]:
    """Which words of the longer text stand in a trigram of the shorter one."""
    covered = [False] * len(longer.words)
    for start, gram in enumerate(zip(longer.words, longer.words[1:], longer.words[2:], strict=False)):
        if hash(gram) in shorter.grams:
            covered[start : start + _GRAM] = [True] * _GRAM
    return covered


def _share(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    """How much of the smaller set the other one holds."""
    return len(one & other) / max(1, min(len(one), len(other)))
