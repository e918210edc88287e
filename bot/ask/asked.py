"""A question as sentences are held against it: its roots, what each tells, its names, what it asks for."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from itertools import pairwise

from bot.ask.kinds import CUED
from bot.ask.query import Query
from bot.ask.reading import alike, read, root, sentence
from summarizers.text.tokens import STOP_WORDS, words

_LATER_NAME = re.compile(r"(?<!^)\b[A-Z][\w’'-]*")
_HEAD = re.compile(r"\b(?:what|which|whose|how many|how much)\s+([a-z]+)(?:\s+([a-z]+))?", re.IGNORECASE)
_POLAR = re.compile(
    r"\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|may|might)(?:n[’']?t)?\b",
    re.IGNORECASE,
)
"""How a question begins that wants a yes or a no: what denies it answers it."""

LENT = 0.35
"""What a word of the question before counts, against one of this question."""


_ALIKE = 4
_ALIKE_SHARE = 0.6


def names_in(query: Query) -> frozenset[str]:
    """The roots of the capitalised words of a question besides its first."""
    return _own(query) & {root(word.lower()) for word in _LATER_NAME.findall(query.text)}


def _own(query: Query) -> frozenset[str]:
    """The roots of the words that the question does not owe to the one before, of all if it owes them all."""
    return frozenset(map(root, frozenset(query.words) - frozenset(query.context) or query.words))


class Asked:
    """A query with what is worked out of it once: roots, weights, pairs of neighbours."""

    __slots__ = (
        "_totals",
        "beginnings",
        "cues",
        "denies",
        "every",
        "head",
        "kind",
        "lent",
        "matter",
        "meant",
        "names",
        "neighbours",
        "polar",
        "rarest",
        "roots",
        "said",
        "text",
        "weights",
    )

    def __init__(self, query: Query, weights: Mapping[str, float]) -> None:
        self.kind, self.text = query.kind, query.text
        self.cues = tuple(float(query.kind is kind) for kind in CUED)
        self.roots = _own(query)
        self.weights = {
            root(word): weights.get(word, 1.0) * (1.0 if root(word) in self.roots else LENT)
            for word in query.words
        }
        self.every = frozenset(self.weights)
        self.lent = self.every - self.roots
        self.meant = {word: same for word in self.roots if (same := alike(word))}
        self.beginnings = {word: f" {begun}" for word in self.roots if (begun := _beginning(word))}
        self.polar = _POLAR.match(query.text) is not None
        self.denies = sentence(query.text).denies
        self._totals: dict[AbstractSet[str], float] = {}
        spoken = [root(word) for word in words(query.text) if word not in STOP_WORDS]
        self.neighbours = frozenset(pairwise(spoken))
        self.said = read(query.text)[1]
        self.names = names_in(query)
        self.matter = self.roots - self.names
        self.head = self._head(query.text)
        self.rarest = max(sorted(self.roots), key=self.weights.__getitem__, default=None)

    def _head(self, text: str) -> str | None:
        """What "which …", "what …" and "how many …" ask for, as far as one or two words after them tell."""
        asking = _HEAD.search(text)
        told = [root(word.lower()) for word in asking.groups() if word] if asking else []
        return next((word for word in told if word in self.roots), None)

    def head_in(self, found: frozenset[str]) -> float:
        """Whether its head is found; half where it has none."""
        return 0.5 if self.head is None else float(self.head in found)

    def share_of(self, wanted: AbstractSet[str], found: frozenset[str]) -> float:
        """The share of the weight of some of its words that others cover; all of it where there are none."""
        return self._share(wanted, found) if wanted else 1.0

    def share(self, found: AbstractSet[str]) -> float:
        """The share of the weight of the question's own words that some words cover."""
        return self._share(self.roots, found)

    def share_of_all(self, found: AbstractSet[str]) -> float:
        """The same with the words lent by the question before."""
        return self._share(self.every, found)

    def share_meant(self, found: AbstractSet[str], *around: AbstractSet[str]) -> float:
        """The share of the weight of its own words not found, for which another of one meaning is around."""
        meant = [
            word
            for word, same in self.meant.items()
            if word not in found and not all(map(same.isdisjoint, around))
        ]
        return self._weight(meant) / (self._total(self.roots) or 1.0) if meant else 0.0

    def share_nearly(self, found: AbstractSet[str], spelled: str) -> float:
        """The share of the weight of its own words that only their beginning covers: "heavy", "heaviest"."""
        begun = [word for word, begun in self.beginnings.items() if word not in found and begun in spelled]
        return self._weight(begun) / (self._total(self.roots) or 1.0) if begun else 0.0

    def lent_share(self, *texts: str) -> float:
        """The share of the weight of the lent words that some texts cover, 0 where there are none."""
        if not self.lent:
            return 0.0
        return self._share(self.lent, frozenset[str]().union(*(read(text)[1] for text in texts)))

    def _share(self, wanted: AbstractSet[str], found: AbstractSet[str]) -> float:
        held = wanted & found
        total = self._total(wanted) if held else 0.0
        return self._weight(held) / total if total else 0.0

    def _total(self, some: AbstractSet[str]) -> float:
        if (total := self._totals.get(some)) is None:
            total = self._totals[some] = self._weight(some)
        return total

    def _weight(self, some: Iterable[str]) -> float:
        return sum(map(self.weights.__getitem__, some))


def _beginning(word: str) -> str:
    """What two words must share to be nearly one; empty for a word that is too short."""
    beginning = word[: max(_ALIKE, math.ceil(_ALIKE_SHARE * len(word)))]
    return beginning if len(beginning) >= _ALIKE else ""
