"""What the classifier sees of each sentence: cue classes, place, telling, surroundings, never a word itself.

A feature is a name with a number; the weights by name are in `summarizers.sections.weights`. Counts are
capped and shares lie in [0, 1], so that no text can push a score beyond what training has seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from summarizers.rank.centroid import closeness
from summarizers.rank.lead import position
from summarizers.sections.cued import DIVIDED, SETTLED, TELLING, Cues, read, told
from summarizers.sections.cues import NAMES
from summarizers.sections.deal_talk import DEAL_NAMES, told_of_deals
from summarizers.text.quotation import MARKS
from summarizers.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizers.text.analysis import Analysis

_BACKGROUND = frozenset({"market", "calamity", "sport", "culture", "crime", "history"})
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

_LONG, _SHORT, _MANY_NAMES = 50, 9, 10
_CAP = 3
"""Classes of one side counted in a sentence; more say no more."""

_SETTLES = tuple(f"settled{count}" for count in range(_CAP + 1))
_DISPUTES = tuple(f"dispute{count}" for count in range(_CAP + 1))

_DAYS = "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight"
_RECENT = frozenset(_DAYS.split())
_TOLD_BY = _RECENT | DEAL_NAMES | {"had"}
"""Words that are asked for one by one: they are looked for in one pass."""

_CAPITALISED = re.compile(r"[A-Z](?<!\w.)[a-z]+")
"""A capital at the head of a word: asked in this order, `re` passes by all that is no capital."""

_MAY_DEFINE = re.compile(r"(?:is|are|was|were) (?:an?|the|one)\b")
_DEFINITION = re.compile(rf"\b{_MAY_DEFINE.pattern}")
"""`_MAY_DEFINE`, which `re` finds in less than half of the time, at the head of a word."""

_CLOCK = re.compile(r"\d{1,2}[.:]\d\d\b(?=[^.%\w])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The features of an article: those that all its sentences share, and one row a sentence, in order.

    The row of a sentence that cannot count is empty.
    """

    shared: dict[str, float]
    own: list[dict[str, float]]


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
        row["docd*d"] = shared["doc_d"] * min(own.divided, _CAP)
        _add_place(row, analysis, index)
        _add_telling(row, analysis, index)
        _add_neighbours(row, cues, index)
        rows.append(row)
    _add_standing(rows, cues, headline)
    return Rows(shared=shared, own=rows)


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
    return row


def _add_place(row: dict[str, float], analysis: Analysis, index: int) -> None:
    """Where the sentence stands and how much of the headline it repeats."""
    row["pos"] = position(index)
    row["first"] = index == 0
    row["rel"] = index / max(len(analysis.sentences) - 1, 1)
    row["par0"] = analysis.sentences[index].paragraph == analysis.sentences[0].paragraph
    row["title"] = len(analysis.title & analysis.bags[index]) / max(len(analysis.title), _CAP)
    row["openq"] = analysis.inside[index]


def _add_telling(row: dict[str, float], analysis: Analysis, index: int) -> None:
    """Length, quotation, dates, names and the shape of a definition."""
    text, tokens = analysis.sentences[index].text, analysis.words[index]
    row["len"] = min(len(tokens), _LONG) / (_LONG / 2)
    row["short"] = len(tokens) < _SHORT
    row["startq"] = text[0] in MARKS
    row["hasq"] = '"' in text or "“" in text
    numbers = [token for token in tokens[_clock(text) :] if token[0].isdigit()]
    row["num"] = bool(numbers)
    row["pastyear"] = bool(numbers) and _names_past_year(numbers, analysis)
    known = _TOLD_BY.intersection(tokens)
    row["recent"] = not _RECENT.isdisjoint(known) or "this week" in text
    row["had"] = "had" in known
    row.update(told_of_deals(text, known))
    row["caps"] = min(len(_CAPITALISED.findall(text)), _MANY_NAMES) / _MANY_NAMES
    row["isa"] = _MAY_DEFINE.search(text) is not None and _DEFINITION.search(text) is not None


def _clock(text: str) -> int:
    """How many words the time takes that stands before an update of a live blog: `15.55 It's done`."""
    opening = _CLOCK.match(text)
    return len(words(opening[0])) if opening else 0


def _names_past_year(numbers: list[str], analysis: Analysis) -> bool:
    """Whether a year before the article's own, from 1500 on, is among `numbers`."""
    published = analysis.document.published
    if published is None:
        return False
    own = str(published.local_date.year)
    return any(
        len(number) == len(own) and number.isdecimal() and "1500" <= number < own for number in numbers
    )


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
        row["prev_d"], row["prev_s"] = min(cues[index - 1].divided, _CAP), min(cues[index - 1].settled, _CAP)
    if index + 1 < len(cues):
        row["next_d"], row["next_s"] = min(cues[index + 1].divided, _CAP), min(cues[index + 1].settled, _CAP)


def _add_standing(rows: list[dict[str, float]], cues: list[Cues], headline: Cues) -> None:
    """Whether a sentence takes up the headline's cues, and whether none settles or disputes more."""
    settled, divided = headline.kinds & SETTLED, headline.kinds & DIVIDED
    most_settled = max([own.settled for own in cues], default=0)
    most_divided = max([own.divided for own in cues], default=0)
    for row, own in zip(rows, cues, strict=True):
        if not row:
            continue
        row["t~settled"] = min(len(own.kinds & settled), 2)
        row["t~divided"] = min(len(own.kinds & divided), 2)
        row["top_settled"] = 0 < own.settled == most_settled
        row["top_divided"] = 0 < own.divided == most_divided
