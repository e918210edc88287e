"""What speaks for a sentence as the answer to a question, in numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.ask.kinds import Kind, holds
from bot.ask.query import Query
from summarizers.text.tokens import STOP_WORDS, words

NAMES = (
    "covered",
    "covered_squared",
    "covered_count",
    "all_covered",
    "rarest_covered",
    "neighbours",
    "pairs",
    "near",
    "title",
    "passage",
    "relevance",
    "top",
    "order",
    "fits",
    "fits_who",
    "fits_when",
    "fits_where",
    "fits_count",
    "fits_why",
    "fits_how",
    "new_names",
    "new_numbers",
    "new_words",
    "short",
    "long",
    "question",
)
"""The features in the order of `of`; a version of the weights is good for one such list."""

_NAME = re.compile(r"(?<![.!?\"“] )(?<!^)\b[A-Z][\w’'-]*")
_FIGURE = re.compile(r"\d[\d.,]*")
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
LENT = 0.35
"""What a word of the question before counts, against one of this question."""

_LEAST = 4
_SHORT = 8
_SEVERAL = 2


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """The word without its commonest inflections and derivations, four letters left at least."""
    word = word.removesuffix("'s")
    for _ in range(2):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
                word = word[: -len(ending)]
                break
    return word


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence that may be the answer. `relevance` is its passage's, in [0, 1] within the search."""

    text: str
    before: str
    after: str
    title: str
    passage: str
    relevance: float
    rank: int


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    roots = tuple(root(word) for word in words(text))
    return roots, frozenset(roots)


class Asked:
    """A query with what is worked out of it once: roots, weights, pairs of neighbours."""

    __slots__ = ("kind", "neighbours", "roots", "said", "weights")

    def __init__(self, query: Query, weights: Mapping[str, float]) -> None:
        self.kind = query.kind
        own = frozenset(query.words) - frozenset(query.context) or frozenset(query.words)
        self.roots = frozenset(root(word) for word in own)
        self.weights = {
            root(word): weights.get(word, 1.0) * (1.0 if word in own else LENT) for word in query.words
        }
        spoken = [root(word) for word in words(query.text) if word not in STOP_WORDS]
        self.neighbours = frozenset(pairwise(spoken))
        self.said = frozenset(root(word) for word in words(query.text))

    def share(self, found: frozenset[str]) -> float:
        """The share of the weight of the question's own words that some words cover."""
        return self._share(self.roots, found)

    def share_of_all(self, found: frozenset[str]) -> float:
        """The same with the words lent by the question before."""
        return self._share(self.weights.keys(), found)

    def _share(self, wanted: AbstractSet[str], found: frozenset[str]) -> float:
        total = sum(self.weights[one] for one in wanted)
        return sum(self.weights[one] for one in wanted if one in found) / total if total else 0.0


def of(asked: Asked, one: Candidate) -> tuple[float, ...]:
    """The features of a sentence, in the order of `NAMES`, each about within [0, 1]."""
    sequence, found = _read(one.text)
    around = found | _read(one.before)[1] | _read(one.after)[1]
    title = _read(one.title)[1]
    covered = asked.share(found)
    shared = asked.roots & found
    names = sum(root(word.lower()) not in asked.said for word in _NAME.findall(one.text))
    numbers = sum(figure.rstrip(".,") not in asked.said for figure in _FIGURE.findall(one.text))
    fits = float(holds(asked.kind, one.text, names, numbers))
    content = [word for word in sequence if word not in STOP_WORDS]
    fresh = sum(word not in asked.said for word in content)
    return (
        covered,
        covered * covered,
        len(shared) / max(1, len(asked.roots)),
        float(shared == asked.roots),
        float(bool(asked.roots) and max(sorted(asked.roots), key=lambda w: asked.weights[w]) in found),
        asked.share_of_all(around | title) - asked.share_of_all(found),
        _pairs(asked, content),
        _near(asked, sequence),
        asked.share_of_all(title),
        asked.share_of_all(_read(one.passage)[1] | title),
        one.relevance,
        float(one.rank == 0),
        1 / (1 + one.rank),
        fits,
        *(
            fits * (asked.kind is kind)
            for kind in (Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.COUNT, Kind.WHY, Kind.HOW)
        ),
        min(names, 5) / 5,
        min(numbers, 4) / 4,
        min(fresh, 25) / 25,
        float(len(sequence) < _SHORT),
        min(len(sequence), 80) / 80,
        float(one.text.endswith("?")),
    )


def _pairs(asked: Asked, content: Sequence[str]) -> float:
    """The share of the question's neighbouring words that stand together here too, in either order."""
    if not asked.neighbours:
        return 0.0
    here = set(pairwise(content))
    here |= {(b, a) for a, b in here}
    return len(asked.neighbours & here) / len(asked.neighbours)


def _near(asked: Asked, sequence: Sequence[str]) -> float:
    """How close the question's words stand: words asked for over the shortest stretch that holds them all."""
    places = [(n, word) for n, word in enumerate(sequence) if word in asked.roots]
    wanted = len({word for _, word in places})
    if wanted < _SEVERAL:
        return 0.0
    best = len(sequence)
    last: dict[str, int] = {}
    for n, word in places:
        last[word] = n
        if len(last) == wanted:
            best = min(best, n - min(last.values()) + 1)
    return wanted / best
