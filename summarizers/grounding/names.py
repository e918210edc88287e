"""Names: every capitalised word of a bullet must be one of its evidence's, or a known form of one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from summarizers.grounding.lexicon import CALENDAR, PEOPLES
from summarizers.grounding.reading import TEXTS_KEPT, Word, key, lows, read, supported

if TYPE_CHECKING:
    from collections.abc import Iterator

_INITIALS: Final = re.compile(r"\b(?:[A-Z][\w'’-]*(?:\s+(?:of|the|and|for|on|in)\s+|[\s-]+))+[A-Z][\w'’-]*")
_SMALL: Final = frozenset(["of", "the", "and", "for", "on", "in"])
_SUFFIXES: Final = ("ese", "ians", "ian", "ans", "an", "ish", "ns", "n", "is", "i", "ic", "s")
_ROOT: Final = 4
"""Letters that a people's name keeps without its ending (`Chin-ese`)."""

_COMMON_ENDINGS: Final = ("ing", "ers", "tion", "tions", "ments", "ment", "ness", "ly", "ed", "ors", "ies")
_FEWEST_INITIALS: Final = 2
_LONGEST_PART: Final = 3
_OFFICES: Final = frozenset(["mr", "mrs", "ms", "dr"])

_PEOPLE: Final = {word: group.split()[0] for group in PEOPLES for word in group.split()}


def unknown_names(text: str, evidence: str) -> tuple[str, ...]:
    """The names in `text` for which `evidence` has nothing."""
    there = lows(evidence)
    new = [word for word in read(text) if word.capital and word.low not in there]
    if not new:
        return ()
    known = known_names(evidence)
    strange = [word.surface for word in new if word.name and not _known(word.low, known)]
    return (*strange, *_strange_opener(new, evidence, known))


def joined_names(text: str, evidence: str) -> tuple[str, ...]:
    """Neighbours in a name of `text` whose parts `evidence` has only in different names."""
    parts = [part for run in name_runs(text, listed=False) if len(run) > 1 for part in _parts(run)]
    if not parts:
        return ()
    runs = name_runs(evidence)
    known = frozenset([low for run in runs for low in run])
    return tuple(
        " ".join(part)
        for part in parts
        if known.issuperset(part) and not any(_in_order(part, there) for there in runs)
    )


def _parts(run: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The neighbours in a name, two and more, the shorter first."""
    for size in range(2, min(len(run), _LONGEST_PART) + 1):
        yield from zip(*(run[at:] for at in range(size)), strict=False)


def _in_order(part: tuple[str, ...], run: tuple[str, ...]) -> bool:
    """Whether the words of `part` stand in `run` in this order."""
    rest = iter(run)
    return all(word in rest for word in part)


@lru_cache(maxsize=TEXTS_KEPT)
def name_runs(text: str, *, listed: bool = True) -> tuple[tuple[str, ...], ...]:
    """The names of `text` word by word; a possessive ends its name, `of the` and its like do not.

    With `listed`, names in a list or on both sides of a comma are one as well.
    """
    runs: list[list[str]] = [[]]
    ends, clause = True, 0
    for word in read(text):
        if not word.capital:
            ends = ends or word.low not in _SMALL
            continue
        if ends or word.first or not (listed or word.clause == clause):
            runs.append([])
        runs[-1].append(word.low.removesuffix("'s").removesuffix("'"))
        ends, clause = word.low.endswith(("'s", "'")), word.clause
    return tuple(tuple(run) for run in runs if run)


def _strange_opener(new: list[Word], evidence: str, known: frozenset[str]) -> Iterator[str]:
    """The first words of sentences that cannot be told from a name and have no support."""
    for word in new:
        common = word.low in CALENDAR or word.low.endswith(_COMMON_ENDINGS)
        if not (word.name or common or supported(word, evidence) or _known(word.low, known)):
            yield word.surface


@lru_cache(maxsize=TEXTS_KEPT)
def known_names(evidence: str) -> frozenset[str]:
    """All words of `evidence` lower-cased, initials of its names, and the first name of each people."""
    lows = {word.low.removesuffix("'s") for word in read(evidence)}
    initials = {short for match in _INITIALS.finditer(evidence) for short in _initials(match[0])}
    peoples = {_PEOPLE[low] for low in lows | initials if low in _PEOPLE}
    return frozenset(lows | initials | peoples)


def _initials(name: str) -> Iterator[str]:
    """The initials of every part of two words or more: those of `The Western Grain Board` hold WGB."""
    letters = "".join(part[0] for part in re.split(r"[\s-]+", name) if part and part not in _SMALL).lower()
    ends = range(len(letters) + 1)
    yield from (letters[start:end] for start in ends for end in ends if end - start >= _FEWEST_INITIALS)


def _known(low: str, known: frozenset[str]) -> bool:
    low = low.removesuffix("'s").removesuffix("'")
    return (
        low in known
        or low in _OFFICES
        or _PEOPLE.get(low, "-") in known
        or key(low) in {key(other) for other in known if other[:3] == low[:3]}
        or any(same_people(low, other) for other in known if other[:_ROOT] == low[:_ROOT])
    )


def same_people(one: str, other: str) -> bool:
    """Whether two words name a country and its people (`China`, `Chinese`): one ending apart."""
    return bool(_roots(one) & _roots(other))


@lru_cache(maxsize=1 << 12)
def _roots(word: str) -> frozenset[str]:
    """The word without its ending, also without a last vowel or -y."""
    cut = {word} | {word.removesuffix(end) for end in _SUFFIXES}
    cut |= {root[:-1] for root in cut if root[-1:] in "aeoy"}
    return frozenset(root for root in cut if len(root) >= _ROOT)


def identity(word: Word) -> str:
    """What all forms of one name share, for comparing who did what to whom."""
    return one_name(word.low.removesuffix("'s"))


@lru_cache(maxsize=1 << 15)
def one_name(low: str) -> str:
    """What a lower-case name shares with its country or people: `china` and `chinese` give the same."""
    people = _PEOPLE.get(low)
    return people or min(_roots(low), key=len, default=low)
