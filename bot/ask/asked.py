"""A question as sentences are held against it: its roots, what each tells, its names, what it asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from itertools import pairwise

from bot.ask.query import Query
from bot.ask.reading import read, root
from summarizers.text.tokens import STOP_WORDS, words

_LATER_NAME = re.compile(r"(?<!^)\b[A-Z][\w’'-]*")
_HEAD = re.compile(r"\b(?:what|which|whose|how many|how much)\s+([a-z]+)(?:\s+([a-z]+))?", re.IGNORECASE)
LENT = 0.35
"""What a word of the question before counts, against one of this question."""


def names_in(query: Query) -> frozenset[str]:
    """The roots of the capitalised words of a question besides its first."""
    return _own(query) & {root(word.lower()) for word in _LATER_NAME.findall(query.text)}


def _own(query: Query) -> frozenset[str]:
    """The roots of the words that the question does not owe to the one before, of all if it owes them all."""
    return frozenset(map(root, frozenset(query.words) - frozenset(query.context) or query.words))


class Asked:
    """A query with what is worked out of it once: roots, weights, pairs of neighbours."""

    __slots__ = (
        "head",
        "kind",
        "lent",
        "matter",
        "names",
        "neighbours",
        "rarest",
        "roots",
        "said",
        "text",
        "weights",
    )

    def __init__(self, query: Query, weights: Mapping[str, float]) -> None:
        self.kind, self.text = query.kind, query.text
        self.roots = _own(query)
        self.weights = {
            root(word): weights.get(word, 1.0) * (1.0 if root(word) in self.roots else LENT)
            for word in query.words
        }
        self.lent = self.weights.keys() - self.roots
        spoken = [root(word) for word in words(query.text) if word not in STOP_WORDS]
        self.neighbours = frozenset(pairwise(spoken))
        self.said = frozenset(root(word) for word in words(query.text))
        self.names = names_in(query)
        self.matter = self.roots - self.names
        self.head = self._head(query.text)
        self.rarest = max(sorted(self.roots), key=self.weights.__getitem__, default=None)

    def _head(self, text: str) -> str | None:
        """What "which …", "what …" and "how many …" ask for, as far as one or two words after them tell."""
        asking = _HEAD.search(text)
        told = [root(word.lower()) for word in asking.groups() if word] if asking else []
        return next((word for word in told if word in self.roots), None)

    def share_of(self, wanted: AbstractSet[str], found: frozenset[str]) -> float:
        """The share of the weight of some of its words that others cover; all of it where there are none."""
        return self._share(wanted, found) if wanted else 1.0

    def share(self, found: AbstractSet[str]) -> float:
        """The share of the weight of the question's own words that some words cover."""
        return self._share(self.roots, found)

    def share_of_all(self, found: frozenset[str]) -> float:
        """The same with the words lent by the question before."""
        return self._share(self.weights.keys(), found)

    def lent_share(self, *texts: str) -> float:
        """The share of the weight of the lent words that some texts cover, 0 where there are none."""
        if not self.lent:
            return 0.0
        return self._share(self.lent, frozenset[str]().union(*(read(text)[1] for text in texts)))

    def _share(self, wanted: AbstractSet[str], found: AbstractSet[str]) -> float:
        held = wanted & found
        total = self._weight(wanted) if held else 0.0
        return self._weight(held) / total if total else 0.0

    def _weight(self, some: AbstractSet[str]) -> float:
        return sum(map(self.weights.__getitem__, some))
