"""What the classifier sees of each sentence: cue classes, place, telling and surroundings, never a word itself.

A feature is a name with a number; the weights by name are in `summarizers.sections.weights`. Counts are capped
and shares lie in [0, 1], so that no text can push a score beyond what training has seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizers.rank.centroid import closeness, term_weights
from summarizers.rank.lead import position
from summarizers.sections.cues import Hit, find
from summarizers.text.quotation import MARKS, continued
from summarizers.text.tokens import words
from summarizers.types import Section

if TYPE_CHECKING:
    from summarizers.text.analysis import Analysis

SETTLED = frozenset({"agree", "accord", "conclude", "approve", "concede", "promise", "transact", "pass"})
"""Cue classes that state something settled."""

DIVIDED = frozenset(
    {
        "dispute", "accuse", "oppose", "critics", "threat", "measure", "court", "unlawful", "protest", "obstacle",
        "fear", "harsh", "violence", "demand",
    }
)  # fmt: skip
"""Cue classes that state something disputed."""

_BACKGROUND = ("market", "calamity", "sport", "culture", "crime", "history")

_PAIRS = (
    ("conclude", "accord"), ("conclude", "deal"), ("approve", "law"), ("pass", "law"), ("announce", "accord"),
    ("announce", "deal"), ("conclude", "law"), ("will", "give"), ("promise", "give"), ("agree", "give"),
    ("cooperate", "accord"), ("accord", "may"), ("deal", "may"), ("promise", "actors"), ("transact", "deal"),
    ("accuse", "actors"), ("oppose", "actors"), ("say", "oppose"), ("say", "threat"), ("negation", "accord"),
    ("court", "unlawful"), ("court", "probe"), ("crime", "court"), ("contrast", "oppose"), ("negation", "say"),
    ("demand", "actors"), ("concede", "actors"), ("condition", "may"), ("talks", "accord"), ("obstacle", "accord"),
    ("obstacle", "law"), ("announce", "concede"), ("announce", "launch"), ("endorse", "actors"), ("endorse", "law"),
)  # fmt: skip
"""Classes that mean more together than apart: passing means little, passing a bill means a law."""

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_RECENT = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday|[Tt]oday|[Tt]onight|this week)\b"
)
_DEALS = r"(?:agreement|deal|accord|pact|treaty|truce|cease-?fire|settlement|contract|bill|law|measure|resolution|merger)"
_DEFINITE = re.compile(rf"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts) (?:\w+ )?{_DEALS}\b")
_NEW = re.compile(rf"\b(?:an?|new|tentative|landmark|historic|two|three|several) (?:[\w$.-]+ ){{0,4}}{_DEALS}s?\b")
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+")
_DEFINITION = re.compile(r"\b(?:is|are|was|were) (?:an?|the|one)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cues:
    """The cues of one sentence: hits, their classes, and how many classes are of either side."""

    hits: list[Hit]
    kinds: frozenset[str]
    settled: int
    divided: int


def features(analysis: Analysis) -> list[dict[str, float]]:
    """One feature row for each sentence of `analysis`, in order."""
    cues = [_cues(tokens) for tokens in analysis.words]
    headline = _cues(words(analysis.document.title))
    about = _article(headline, cues)
    close = closeness(analysis.stems, term_weights(analysis.stems))
    inside = continued(analysis.sentences)
    rows = []
    for index, own in enumerate(cues):
        row = dict(about)
        row["docd*d"] = about["doc_d"] * min(own.divided, 3)
        row["close"] = close[index]
        row["openq"] = float(inside[index])
        _add_place(row, analysis, index)
        _add_telling(row, analysis, index)
        _add_cues(row, own)
        _add_neighbours(row, cues, index)
        _add_standing(row, cues, headline, index)
        rows.append(row)
    return rows


def _cues(tokens: list[str]) -> _Cues:
    """Look the words of one sentence up."""
    hits = _relieved(find(tokens))
    kinds = frozenset(hit.kind for hit in hits)
    return _Cues(hits=hits, kinds=kinds, settled=len(kinds & SETTLED), divided=len(kinds & DIVIDED))


def _relieved(hits: list[Hit]) -> list[Hit]:
    """`hits` without disputes that are none: lowering tariffs is no threat, and delaying them no obstacle."""
    acts = {hit.word for hit in hits if hit.kind == "ease"}
    freed = {hit.word for hit in hits if hit.kind == "burden" and _grasped(hit.word, acts)}
    freed |= {word for word in acts if any(_grasped(burden, {word}) for burden in freed)}
    return [hit for hit in hits if hit.word not in freed or hit.kind not in DIVIDED]


def _grasped(word: int, acts: set[int]) -> bool:
    """Whether one of the words numbered `acts` takes `word` as its object."""
    return any(0 < word - act <= _GRASP for act in acts)


def _article(headline: _Cues, cues: list[_Cues]) -> dict[str, float]:
    """What all sentences of the article share: its headline's cues and how much it disputes and settles."""
    total = max(len(cues), 1)
    row = {"bias": 1.0}
    row["doc_d"] = min(sum(own.divided for own in cues) / total, 3.0)
    row["doc_s"] = min(sum(own.settled for own in cues) / total, 3.0)
    for kind in _BACKGROUND:
        row["doc:" + kind] = sum(kind in own.kinds for own in cues) / total
    for kind in headline.kinds:
        row["t:" + kind] = 1.0
    return row


def _add_place(row: dict[str, float], analysis: Analysis, index: int) -> None:
    """Where the sentence stands and how much of the headline it repeats."""
    row["pos"] = position(index)
    row["first"] = float(index == 0)
    row["rel"] = index / max(len(analysis.sentences) - 1, 1)
    row["par0"] = float(analysis.sentences[index].paragraph == analysis.sentences[0].paragraph)
    row["title"] = len(analysis.title.intersection(analysis.stems[index])) / max(len(analysis.title), 3)


def _add_telling(row: dict[str, float], analysis: Analysis, index: int) -> None:
    """Length, quotation, dates, names and the shape of a definition."""
    text, tokens = analysis.sentences[index].text, analysis.words[index]
    row["len"] = min(len(tokens), 50) / 25
    row["short"] = float(len(tokens) < 9)
    row["startq"] = float(text[0] in MARKS)
    row["hasq"] = float('"' in text or "“" in text)
    row["pastyear"] = float(_names_past_year(text, analysis))
    row["recent"] = float(_RECENT.search(text) is not None)
    row["had"] = float("had" in tokens)
    row["num"] = float(any(token[0].isdigit() for token in tokens))
    row["defdeal"] = float(_DEFINITE.search(text) is not None)
    row["newdeal"] = float(_NEW.search(text) is not None)
    row["caps"] = min(len(_CAPITALISED.findall(text)), 10) / 10
    row["isa"] = float(_DEFINITION.search(text) is not None)


def _names_past_year(text: str, analysis: Analysis) -> bool:
    """Whether `text` names a year before the article's own."""
    published = analysis.document.published
    return published is not None and any(
        int(year) < published.local_date.year for year in _YEAR.findall(text)
    )


def _add_cues(row: dict[str, float], own: _Cues) -> None:
    """The sentence's cue classes, the telling pairs among them, and settled cues that are negated or only ahead."""
    for kind in own.kinds - _EFFECTS:
        row["c:" + kind] = 1.0
    for left, right in _PAIRS:
        if left in own.kinds and right in own.kinds:
            row[f"{left}&{right}"] = 1.0
    for name, count in (("settled", own.settled), ("dispute", own.divided)):
        row[name + ("3" if count > 2 else str(count))] = 1.0
    for told in _moods(own.hits) | _effects(own.hits):
        row[told] = 1.0


_ACTS = frozenset({"agree", "conclude", "approve", "concede", "promise", "transact", "pass", "give", "announce", "endorse", "launch"})
_EFFECTS = frozenset({"ease", "impose", "burden"})
"""Classes that mean something only together."""
_REACH = 5
_GRASP = 6
"""Words between `lower` and the `tariffs` it lowers."""


def _moods(hits: list[Hit]) -> set[str]:
    """How the settling acts are told: done (a past form that nothing hinders), ahead, hindered or conditional."""
    moods = set()
    for place, hit in enumerate(hits):
        if hit.kind not in _ACTS:
            continue
        before = {one.kind for one in hits[max(0, place - 12) : place] if 0 < hit.word - one.word <= _REACH}
        if "hinder" in before:
            moods.add("hindered:act")
        elif before & {"may", "condition"}:
            moods.add("may:act")
        elif hit.past:
            moods.add("done:" + hit.kind)
        elif "will" in before:
            moods.add("will:act")
    if any(mood.startswith("done:") for mood in moods):
        moods.add("done")
    return moods


def _effects(hits: list[Hit]) -> set[str]:
    """Whether something that weighs on a party is taken off (`easing`) or put on (`imposing`)."""
    burdens = [hit.word for hit in hits if hit.kind == "burden"]
    found = set()
    for kind, name in (("ease", "easing"), ("impose", "imposing")):
        acts = {hit.word for hit in hits if hit.kind == kind}
        if any(_grasped(word, acts) for word in burdens):
            found.add(name)
    return found


def _add_neighbours(row: dict[str, float], cues: list[_Cues], index: int) -> None:
    """How settled and how disputed the sentences on both sides are: disputes are told in runs."""
    for name, at in (("prev", index - 1), ("next", index + 1)):
        if 0 <= at < len(cues):
            row[name + "_d"] = float(min(cues[at].divided, 3))
            row[name + "_s"] = float(min(cues[at].settled, 3))


def _add_standing(row: dict[str, float], cues: list[_Cues], headline: _Cues, index: int) -> None:
    """Whether the sentence takes up the headline's cues, and whether none settles or disputes more."""
    own = cues[index]
    row["t~settled"] = float(min(len(own.kinds & headline.kinds & SETTLED), 2))
    row["t~divided"] = float(min(len(own.kinds & headline.kinds & DIVIDED), 2))
    row["top_settled"] = float(own.settled > 0 and own.settled == max(one.settled for one in cues))
    row["top_divided"] = float(own.divided > 0 and own.divided == max(one.divided for one in cues))


def still_states(section: Section, whole: list[str], part: str) -> bool:
    """Whether `part` of a sentence with the words `whole` still has a cue of `section`, if the whole has one."""
    side = SETTLED if section is Section.AGREEMENT else DIVIDED
    stated = _cues(whole).kinds & side
    return not stated or bool(stated & _cues(words(part)).kinds)
