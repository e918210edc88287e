"""Whether two texts are one: copied with another head and tail, cut short, brought up to date, or reworded.

The thresholds were chosen on one half of the pairs in `tests/data/near_duplicates`;
`benchmarks/near_duplicates.py` prints what both halves say. What is compared is bounded, so a pair costs the
same however long its texts are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from summarizers.text.tokens import content, words

COMPARED = 20_000
"""Characters of a text that are read: an article says what it is about in its first 3,000 words."""

LEAST_WORDS = 24
"""A text of fewer words says too little to be called the same as another unless all of it is equal, title
included: "Subscribe to read on" stands under many a headline."""

COMMON = 0.5
"""Share of the shorter text that the longer one must hold, in the mean of trigrams and of content words."""

CONTRADICTED = 0.25
"""Share of figures and names in common places that differ, above which a form was filled in twice."""

CUT = 0.6
"""Part of the longer text from which the shorter one may also be a piece of a page on many things."""

OPENING = 60
"""Words in which a report begins."""

MOSTLY = 0.5
"""Share from which something is there for the most part."""

_GRAM = 3
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+")
"""A figure with its separators, one CJK character, or letters."""

_ENDS = re.compile(r"[.!?:\n\"\u201c\u201e\u00bb\u00ab]")
_MASK = "#"
_SEPARATORS = str.maketrans("", "", ".,:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What is compared of an article. `slots` are places of figures and names, with what stands in each."""

    title: frozenset[str]
    whole: str
    words: tuple[str, ...]
    content: frozenset[str]
    grams: frozenset[tuple[str, ...]]
    slots: Mapping[tuple[str, ...], frozenset[str]]


@lru_cache(maxsize=64)
def read(title: str, opening: str) -> Text:
    """The article with that title and these first `COMPARED` characters of its clean text."""
    marked = tuple(_marked(opening))
    plain = tuple(word for word, _ in marked)
    return Text(
        title=frozenset(content(words(title))),
        whole=whole(title, opening),
        words=plain,
        content=frozenset(content(list(plain))),
        grams=frozenset(zip(plain, plain[1:], plain[2:], strict=False)),
        slots=_slots(marked),
    )


def whole(title: str, clean: str) -> str:
    """Title and text as they are compared when there is little of them, words or not."""
    return f"{title.casefold().strip()}\n{clean.casefold()}"


def likeness(one: Text, other: Text) -> float:
    """How much of the shorter text the longer one holds, from `COMMON` to 1; 0 if they are two texts."""
    shorter, longer = sorted((one, other), key=lambda text: len(text.words))
    if len(shorter.words) < LEAST_WORDS:
        return float(one.whole == other.whole)
    held = (_share(one.grams, other.grams) + _share(one.content, other.content)) / 2
    if held < COMMON or contradicted(one, other) > CONTRADICTED:
        return 0.0
    return held if _is_about_it(shorter, longer) else 0.0


def contradicted(one: Text, other: Text) -> float:
    """Of the figures and names that stand in places which both texts have, the share that differs.

    A figure differs only if the other text does not hold it anywhere and has another one in its place.
    """
    kept: set[str] = set()
    against: set[str] = set()
    mine, theirs = frozenset(one.words), frozenset(other.words)
    for place in one.slots.keys() & other.slots.keys():
        here, there = one.slots[place], other.slots[place]
        kept |= here & there
        if there - mine:
            against |= here - theirs
    against -= kept
    return len(against) / len(kept | against) if against else 0.0


def _is_about_it(shorter: Text, longer: Text) -> bool:
    """Whether the headlines speak of what the texts have in common, and not of something beside it.

    Boilerplate stands under headlines of which it holds no word. A page of many reports holds a whole text
    as well; its headline names others, or the text does not stand at its beginning.
    """
    if longer.title == shorter.title:
        return True
    if not (longer.title & longer.content or shorter.title & shorter.content):
        return False
    return len(shorter.words) >= CUT * len(longer.words) or _is_cut_of(shorter, longer)


def _is_cut_of(shorter: Text, longer: Text) -> bool:
    """Whether the longer text's headline speaks of what both hold: most of it, with a word of the other's.

    Without such a word all of it, and the shorter text must stand where the longer one begins.
    """
    covered = _covered(longer, shorter)
    common = content([word for word, is_in in zip(longer.words, covered, strict=True) if is_in])
    spoken = len(longer.title & {*common})
    if longer.title & shorter.title:
        return spoken >= MOSTLY * len(longer.title)
    begins = sum(covered[:OPENING]) >= MOSTLY * OPENING
    return begins and bool(longer.title) and spoken == len(longer.title)


def _covered(longer: Text, shorter: Text) -> list[bool]:
    """Which words of the longer text stand in a trigram of the shorter one."""
    covered = [False] * len(longer.words)
    for start, gram in enumerate(zip(longer.words, longer.words[1:], longer.words[2:], strict=False)):
        if gram in shorter.grams:
            covered[start : start + _GRAM] = [True] * _GRAM
    return covered


def _marked(text: str) -> Iterable[tuple[str, bool]]:
    """The words, folded, and whether each is a figure, or a name: capitalised within a sentence."""
    end = 0
    for match in _WORD.finditer(text):
        word, gap = match[0], text[end : match.start()]
        end = match.end()
        if word[0].isdigit():
            yield word.translate(_SEPARATORS), True
        else:
            begins = match.start() == len(gap) or _ENDS.search(gap)
            yield word.casefold(), word[0].isupper() and not begins


def _slots(marked: Iterable[tuple[str, bool]]) -> dict[tuple[str, ...], frozenset[str]]:
    """Each place of a figure or name: two words before it and one after, one before and two after.

    Figures and names around it are masked, so that reports of one form have the same places.
    """
    edge = [("", False)] * 2
    row = [*edge, *marked, *edge]
    masked = [_MASK if is_marked else word for word, is_marked in row]
    found: dict[tuple[str, ...], set[str]] = {}
    for at, (word, is_marked) in enumerate(row):
        if is_marked:
            before, after = masked[at - 2 : at], masked[at + 1 : at + 3]
            for place in ((*before, _MASK, after[0]), (before[1], _MASK, *after)):
                found.setdefault(place, set()).add(word)
    return {place: frozenset(standing) for place, standing in found.items()}


def _share(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    """How much of the smaller set the other one holds."""
    return len(one & other) / max(1, min(len(one), len(other)))
