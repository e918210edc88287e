"""What speaks for a sentence as the answer to a question, in numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.ask import attested
from bot.ask.asked import Asked
from bot.ask.kinds import NO_CUES, Kind, holds
from bot.ask.reading import Sentence, sentence
from bot.ask.surroundings import Surroundings, surroundings
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

_SHORT = 8
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


def of(asked: Asked, one: Candidate, within: Surroundings | None = None) -> tuple[float, ...]:
    """The features of a sentence, in the order of `NAMES`, each about within [0, 1].

    `within` are its `surroundings`, for those who have many sentences of one passage.
    """
    within = within or surroundings(asked, one.title, one.passage)
    here, before, after = sentence(one.text), sentence(one.before).roots, sentence(one.after).roots
    sequence, found, said = here.sequence, here.roots, asked.said
    shared = asked.roots & found
    covered, held = asked.share(found), asked.share_of_all(found)
    around = asked.every & found | asked.every & before | asked.every & after | within.title_held
    names = len([name for name in here.names if name not in said])
    numbers = len([figure for figure in here.figures if figure not in said])
    fits = float(holds(asked.kind, one.text, names, numbers))
    fresh = len([word for word in here.content if word not in said])
    places = [n for n, word in enumerate(sequence) if word in shared] if shared else []
    return (
        covered,
        covered * covered,
        len(shared) / max(1, len(asked.roots)),
        float(shared == asked.roots),
        float(asked.rarest in found),
        asked.share_of_all(around) - held,
        _pairs(asked, here),
        _near(sequence, places, len(shared)),
        within.title,
        within.passage,
        one.relevance,
        float(one.rank == 0),
        1 / (1 + one.rank),
        fits,
        *(asked.cues if fits else NO_CUES),
        min(names, 5) / 5,
        min(numbers, 4) / 4,
        min(fresh, 25) / 25,
        float(len(sequence) < _SHORT),
        min(len(sequence), 80) / 80,
        float(one.text.endswith("?")),
        asked.share_nearly(found, here.spelled),
        asked.share_of(asked.names, found),
        asked.share_of(asked.matter, found),
        within.names,
        within.matter,
        within.missing,
        asked.head_in(found),
        within.head,
        _beside(asked, sequence, places),
        len(asked.roots) / 10,
        asked.share_meant(found, found),
        asked.share_meant(around, before, found, after),
        asked.share(frozenset(here.content[:_LEAD])),
        float(asked.kind is Kind.WHEN and _YEAR.search(one.text) is not None),
        *attested.of(asked, here, within.lacking),
    )


def _beside(asked: Asked, sequence: Sequence[str], places: Sequence[int]) -> float:
    """How much that is new stands within `_BESIDE` words of one of the question's, in [0, 1]."""
    if not places:
        return 0.0
    close = {m for n in places for m in range(max(0, n - _BESIDE), min(n + _BESIDE + 1, len(sequence)))}
    new = sum(sequence[m] not in asked.said and sequence[m] not in STOP_WORDS for m in close)
    return min(new, 8) / 8


def _pairs(asked: Asked, here: Sentence) -> float:
    """The share of the question's neighbouring words that stand together here too, in either order."""
    likely = [pair for pair in asked.neighbours if here.roots.issuperset(pair)]
    if not likely:
        return 0.0
    stand = set(pairwise(here.content))
    return sum((a, b) in stand or (b, a) in stand for a, b in likely) / len(asked.neighbours)


def _near(sequence: Sequence[str], places: Sequence[int], wanted: int) -> float:
    """How close the question's words stand: words asked for over the shortest stretch that holds them all."""
    if wanted < _SEVERAL:
        return 0.0
    best = len(sequence)
    last: dict[str, int] = {}
    for n in places:
        last[sequence[n]] = n
        if len(last) == wanted:
            best = min(best, n - min(last.values()) + 1)
    return wanted / best
