"""What each clause of a text denies and what it hedges.

A marker denies or weakens the first word of meaning after it, its target.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from summarizers.grounding.lexicon import BE, FUTURES, HEDGES, NEGATORS, REFUSALS
from summarizers.grounding.reading import TEXTS_KEPT, Word, clauses, lows, read

_REACH: Final = 8
"""Words after a marker among which its target stands."""

_ADVERBIAL: Final = 3
"""Words within which the `to` of a refusal follows (`refused on Thursday to sign`)."""

_SCOPE: Final = 3
"""Words of meaning after a negation that it may deny as well (`no new deal was reached`)."""


_LIMITED: Final = frozenset({"only", "least", "less", "fewer", "later", "more"})
_MAY: Final = frozenset({"may"})
_DENYING: Final = NEGATORS | REFUSALS
_MARKERS: Final = _DENYING | HEDGES | FUTURES | {"set", "plan"}


class Clause(NamedTuple):
    """One clause: its keys, and what is denied and what is hedged in it, the nearest target first.

    `held` are its keys and all that is denied in it.
    """

    keys: frozenset[str]
    denied: tuple[str, ...]
    hedged: tuple[str, ...]
    markers: frozenset[str]
    denials: int
    held: frozenset[str]

    @property
    def negative(self) -> bool:
        """Whether anything in it is denied."""
        return bool(self.denied)


@lru_cache(maxsize=TEXTS_KEPT)
def marked(text: str) -> tuple[Clause, ...]:
    """The clauses of `text` with their markers; a marker's target may lie in the next clause."""
    parts = clauses(text)
    return tuple(_clause(part, parts[at + 1] if at + 1 < len(parts) else ()) for at, part in enumerate(parts))


@lru_cache(maxsize=TEXTS_KEPT)
def is_plain(text: str) -> bool:
    """Whether no clause of `text` can deny or hedge anything: most have no such word, and need no reading."""
    found = lows(text) & _MARKERS
    named = found == _MAY and all(word.surface == "May" for word in read(text) if word.low == "may")
    return (not found or named) and _denies_nothing(text)


def _denies_nothing(text: str) -> bool:
    return lows(text).isdisjoint(_DENYING) and "n't" not in text.lower().replace("’", "'")


@lru_cache(maxsize=TEXTS_KEPT)
def denials(text: str) -> int:
    """How many denials the clauses of `text` hold."""
    return 0 if _denies_nothing(text) else sum([one.denials for one in marked(text)])


def _clause(part: tuple[Word, ...], following: tuple[Word, ...]) -> Clause:
    lows = frozenset([word.low for word in part])
    own = frozenset([word.key for word in part if word.counts])
    marking = [] if lows.isdisjoint(_MARKERS) and "n't" not in "".join(lows) else _marking(part)
    if not marking:
        return Clause(own, (), (), lows, 0, own)
    words = (*part, *following)
    denied = tuple(_targets(words, marking, _denies))
    return Clause(
        keys=own,
        denied=denied,
        hedged=tuple(_targets(words, marking, _hedges)),
        markers=lows,
        denials=sum([_denies(words, at) for at in marking]),
        held=own.union(denied),
    )


def _marking(part: tuple[Word, ...]) -> list[int]:
    """Where words stand that may deny or weaken what follows."""
    return [at for at, word in enumerate(part) if word.low in _MARKERS or word.low.endswith("n't")]


def _denies(words: tuple[Word, ...], at: int) -> bool:
    low = words[at].low
    if low in REFUSALS:
        return any(word.low == "to" for word in words[at + 1 : at + 1 + _ADVERBIAL])
    if low not in NEGATORS and not low.endswith("n't"):
        return False
    return not (at + 1 < len(words) and words[at + 1].low in _LIMITED)


def _hedges(words: tuple[Word, ...], at: int) -> bool:
    low = words[at].low
    leads = at + 1 < len(words) and words[at + 1].low == "to"
    if low == "set":
        return leads and at > 0 and words[at - 1].low in BE
    if low == "plan":
        return leads
    return (low in HEDGES and words[at].surface != "May") or low in FUTURES


def _targets(
    words: tuple[Word, ...], marking: list[int], marks: Callable[[tuple[Word, ...], int], bool]
) -> Iterator[str]:
    """What the markers at these places stand for; a marker without target stands for itself."""
    for at in marking:
        if marks(words, at):
            after = [word for word in words[at + 1 : at + 1 + _REACH] if _is_target(word)]
            yield from [word.key for word in after[:_SCOPE]] or [words[at].key]


def _is_target(word: Word) -> bool:
    return word.counts and not word.name and word.low not in HEDGES and not word.low.endswith("ly")
