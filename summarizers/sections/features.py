"""What the classifier sees of each sentence: cue classes, place, telling, surroundings, never a word itself.

A feature is a name with a number; the weights by name are in `summarizers.sections.weights`. Counts are
capped and shares lie in [0, 1], so that no text can push a score beyond what training has seen. What
does not hold, or counts none, is left out of a row: it adds nothing to a score, and is no evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from summarizers.rank.centroid import closeness
from summarizers.rank.lead import position
from summarizers.sections.cued import TELLING, Cues, read, told
from summarizers.sections.cues import NAMES
from summarizers.sections.fruitless import is_fruitless
from summarizers.sections.shape import add_shape
from summarizers.sections.sides import DIVIDED, SETTLED
from summarizers.text.analysis import Analysis
from summarizers.text.tokens import words

_BACKGROUND = frozenset({"market", "calamity", "sport", "culture", "crime", "history", "offence", "match"})
_AHEAD = frozenset({"deed", "foe", "would", "intend"})
_PART = _AHEAD | {"ease", "impose", "burden", "over"}
"""Classes that mean something only together (`told`)."""

_PAIRS = (
    ("conclude", "accord"), ("conclude", "deal"), ("approve", "law"), ("pass", "law"), ("announce", "accord"),
    ("announce", "deal"), ("conclude", "law"), ("will", "give"), ("promise", "give"), ("agree", "give"),
    ("cooperate", "accord"), ("accord", "may"), ("deal", "may"), ("promise", "actors"), ("transact", "deal"),
    ("accuse", "actors"), ("oppose", "actors"), ("say", "oppose"), ("say", "threat"), ("negation", "accord"),
    ("court", "unlawful"), ("court", "probe"), ("crime", "court"), ("contrast", "oppose"),
    ("negation", "say"), ("demand", "actors"), ("concede", "actors"), ("condition", "may"),
    ("talks", "accord"), ("obstacle", "accord"), ("obstacle", "law"), ("announce", "concede"),
    ("announce", "launch"), ("endorse", "actors"), ("endorse", "law"), ("exchange", "ease"),
    ("exchange", "will"),
)  # fmt: skip
"""Classes that mean more together than apart: passing means little, passing a bill means a law."""

_PARTNERS = {
    left: tuple((right, f"{left}&{right}") for first, right in _PAIRS if first == left) for left, _ in _PAIRS
}
_PAIRED = frozenset(_PARTNERS)
_OF_CLASS = {kind: "c:" + kind for kind in NAMES}

_CAP = 3
"""Classes of one side counted in a sentence; more say no more."""

_SETTLES = tuple(f"settled{count}" for count in range(_CAP + 1))
_DISPUTES = tuple(f"dispute{count}" for count in range(_CAP + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The features of an article: those that all its sentences share, and one row a sentence, in order.

    The row of a sentence that cannot count is empty. `cues` are those that the rows were made of.
    """

    shared: dict[str, float]
    own: list[dict[str, float]]
    cues: list[Cues]


def features(analysis: Analysis, weights: Mapping[str, float], needs: frozenset[str] = frozenset()) -> Rows:
    """The features of `analysis`, whose stems weigh `weights` (see `term_weights`).

    With `needs` (see `Classifier`) a sentence whose own cues give none of them cannot count.
    """
    cues = [read(tokens) for tokens in analysis.words]
    headline = read(words(analysis.document.title))
    shared = _article(headline, cues)
    close = closeness(analysis.bags, weights)
    rows: list[dict[str, float]] = []
    openers = _openers(needs)
    for index, own in enumerate(cues):
        row = {} if openers and openers.isdisjoint(own.kinds) else _cues(own)
        if needs and needs.isdisjoint(row):
            rows.append({})
            continue
        row["close"] = close[index]
        if own.divided:
            row["docd*d"] = shared["doc_d"] * min(own.divided, _CAP)
        _add_place(row, analysis, index)
        add_shape(row, analysis, index)
        _add_neighbours(row, cues, index)
        rows.append(row)
    _add_standing(rows, cues, headline)
    return Rows(shared=shared, own=rows, cues=cues)


@lru_cache(maxsize=8)
def _openers(needs: frozenset[str]) -> frozenset[str]:
    """Classes of which a sentence has one if its cues give a feature of `needs`; none if it need not."""
    if not needs or not needs.isdisjoint((*_SETTLES, *_DISPUTES)):
        return frozenset()
    return TELLING.union([name.removeprefix("c:").partition("&")[0] for name in needs])


def _article(headline: Cues, cues: list[Cues]) -> dict[str, float]:
    """What all sentences of the article share: its headline's cues and how much it disputes and settles."""
    total = max(len(cues), 1)
    row = {"bias": 1.0}
    row["doc_d"] = min(sum([own.divided for own in cues]) / total, _CAP)
    row["doc_s"] = min(sum([own.settled for own in cues]) / total, _CAP)
    around = [*chain.from_iterable([own.kinds & _BACKGROUND for own in cues])]
    for kind in _BACKGROUND:
        row["doc:" + kind] = around.count(kind) / total
    for kind in headline.kinds - _AHEAD:
        row["t:" + kind] = 1.0
    if is_fruitless(headline.hits, headline.tokens):
        row["t:fruitless"] = 1.0
    return row


def _add_place(row: dict[str, float], analysis: Analysis, index: int) -> None:
    """Where the sentence stands and how much of the headline it repeats."""
    sentences = analysis.sentences
    row["pos"] = position(index)
    if index == 0:
        row["first"] = 1.0
    else:
        row["rel"] = index / (len(sentences) - 1)
    if sentences[index].paragraph == sentences[0].paragraph:
        row["par0"] = 1.0
    repeated = analysis.title & analysis.bags[index]
    if repeated:
        row["title"] = len(repeated) / max(len(analysis.title), _CAP)
    if analysis.inside[index]:
        row["openq"] = 1.0


def _cues(own: Cues) -> dict[str, float]:
    """The sentence's cue classes, the telling pairs among them, and how its acts are told."""
    kinds = own.kinds
    names = [*map(_OF_CLASS.__getitem__, kinds - _PART)]
    names += [name for kind in kinds & _PAIRED for right, name in _PARTNERS[kind] if right in kinds]
    names += (_SETTLES[min(own.settled, _CAP)], _DISPUTES[min(own.divided, _CAP)], *told(own))
    return dict.fromkeys(names, 1.0)


def _add_neighbours(row: dict[str, float], cues: list[Cues], index: int) -> None:
    """How settled and how disputed the sentences on both sides are: disputes are told in runs."""
    if index > 0:
        before = cues[index - 1]
        if before.divided:
            row["prev_d"] = min(before.divided, _CAP)
        if before.settled:
            row["prev_s"] = min(before.settled, _CAP)
    if index + 1 < len(cues):
        behind = cues[index + 1]
        if behind.divided:
            row["next_d"] = min(behind.divided, _CAP)
        if behind.settled:
            row["next_s"] = min(behind.settled, _CAP)


def _add_standing(rows: list[dict[str, float]], cues: list[Cues], headline: Cues) -> None:
    """Whether a sentence takes up the headline's cues, and whether none settles or disputes more."""
    settled, divided = headline.kinds & SETTLED, headline.kinds & DIVIDED
    most_settled = max([own.settled for own in cues], default=0)
    most_divided = max([own.divided for own in cues], default=0)
    for row, own in zip(rows, cues, strict=True):
        if not row:
            continue
        if own.settled:
            _add_side(row, "settled", len(own.kinds & settled), most=own.settled == most_settled)
        if own.divided:
            _add_side(row, "divided", len(own.kinds & divided), most=own.divided == most_divided)


def _add_side(row: dict[str, float], side: str, taken_up: int, *, most: bool) -> None:
    """How many of the headline's cues of one side a sentence takes up, and whether it has the most of all."""
    if taken_up:
        row["t~" + side] = min(taken_up, 2)
    if most:
        row["top_" + side] = 1.0
