"""What speaks for a sentence as the answer to a question, in numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.ask import attested
from bot.ask.asked import Asked
from bot.ask.kinds import Kind, holds
from bot.ask.reading import meanings, read, root
from summarizers.text.tokens import STOP_WORDS

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
    "nearly",
    "names",
    "matter",
    "passage_names",
    "passage_matter",
    "missing",
    "head",
    "passage_head",
    "beside",
    "words",
    "meant",
    "meant_around",
    "lead",
    "year",
    *attested.NAMES,
)
"""The features in the order of `of`; a version of the weights is good for one such list."""

_NAME = re.compile(r"(?<![.!?\"“] )(?<!^)\b[A-Z][\w’'-]*")
_FIGURE = re.compile(r"\d[\d.,]*")
_SHORT = 8
_ALIKE = 4
_ALIKE_SHARE = 0.6
_BESIDE = 4
_SEVERAL = 2
_LEAD = 4
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")


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


def of(asked: Asked, one: Candidate) -> tuple[float, ...]:
    """The features of a sentence, in the order of `NAMES`, each about within [0, 1]."""
    sequence, found = read(one.text)
    around = found | read(one.before)[1] | read(one.after)[1]
    title = read(one.title)[1]
    covered = asked.share(found)
    shared = asked.roots & found
    names = sum(root(word.lower()) not in asked.said for word in _NAME.findall(one.text))
    numbers = sum(figure.rstrip(".,") not in asked.said for figure in _FIGURE.findall(one.text))
    fits = float(holds(asked.kind, one.text, names, numbers))
    content = [word for word in sequence if word not in STOP_WORDS]
    fresh = sum(word not in asked.said for word in content)
    passage = read(one.passage)[1] | title
    return (
        covered,
        covered * covered,
        len(shared) / max(1, len(asked.roots)),
        float(shared == asked.roots),
        float(asked.rarest in found),
        asked.share_of_all(around | title) - asked.share_of_all(found),
        _pairs(asked, content),
        _near(asked, sequence),
        asked.share_of_all(title),
        asked.share_of_all(passage),
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
        _nearly(asked, found),
        asked.share_of(asked.names, found),
        asked.share_of(asked.matter, found),
        asked.share_of(asked.names, passage),
        asked.share_of(asked.matter, passage),
        _missing(asked, passage),
        _holds_head(asked, found),
        _holds_head(asked, passage),
        _beside(asked, sequence),
        len(asked.roots) / 10,
        attested.meant_share(asked, found, meanings(one.text)),
        attested.meant_share(
            asked, around | title, meanings(one.before) | meanings(one.text) | meanings(one.after)
        ),
        asked.share(frozenset(content[:_LEAD])),
        float(asked.kind is Kind.WHEN and _YEAR.search(one.text) is not None),
        *attested.of(asked, one.text, found, passage, one.passage),
    )


def _nearly(asked: Asked, found: frozenset[str]) -> float:
    """The share of the question's weight that only words of the same beginning cover: "heavy", "heaviest"."""
    total = sum(asked.weights[word] for word in asked.roots) or 1.0
    alike = (word for word in asked.roots - found if _alike(word, found))
    return sum(asked.weights[word] for word in alike) / total


def _alike(word: str, found: frozenset[str]) -> bool:
    beginning = word[: max(_ALIKE, math.ceil(_ALIKE_SHARE * len(word)))]
    return len(beginning) >= _ALIKE and any(other.startswith(beginning) for other in found)


def _missing(asked: Asked, passage: frozenset[str]) -> float:
    """How rare the rarest word is that the passage lacks, against the rarest of all."""
    return max((asked.weights[word] for word in asked.roots - passage), default=0.0) / (
        max(asked.weights.values(), default=1.0) or 1.0
    )


def _holds_head(asked: Asked, found: frozenset[str]) -> float:
    return 0.5 if asked.head is None else float(asked.head in found)


def _beside(asked: Asked, sequence: Sequence[str]) -> float:
    """How much that is new stands within `_BESIDE` words of one of the question's, in [0, 1]."""
    places = [n for n, word in enumerate(sequence) if word in asked.roots]
    close = {m for n in places for m in range(n - _BESIDE, n + _BESIDE + 1) if 0 <= m < len(sequence)}
    new = sum(sequence[m] not in asked.said and sequence[m] not in STOP_WORDS for m in close)
    return min(new, 8) / 8


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
