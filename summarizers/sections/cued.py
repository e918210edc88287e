"""The cues of one sentence taken together: who settles or disputes what, and how firmly it is told."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summarizers.sections.cues import Hit, find
from summarizers.text.tokens import words
from summarizers.types import Section

if TYPE_CHECKING:
    from collections.abc import Callable

SETTLED = frozenset({"agree", "accord", "conclude", "approve", "concede", "promise", "transact", "pass"})
"""Cue classes that state something settled."""

DIVIDED = frozenset(
    {
        "dispute", "accuse", "oppose", "critics", "threat", "measure", "court", "unlawful", "protest",
        "obstacle", "fear", "harsh", "violence", "demand",
    }
)  # fmt: skip
"""Cue classes that state something disputed."""

_ACTS = SETTLED - {"accord"} | {"give", "announce", "endorse", "launch"}
_HEDGES = frozenset({"may", "condition"})
_REACH = 5
"""Words that a hedge or a hindrance reaches ahead."""

_CLASSES = 6
"""More hits than any one word makes: how far back to look for the hits of a stretch of words."""

_AHEAD = 3
"""Words between `will` and what will be done."""

_GRASP = 6
"""Words between `lower` and the `tariffs` it lowers."""

_SUBJECT = 14
"""Words between a `strike` and `is off`."""

_HUSHED = 3
"""Words after the first of a phrase by which nothing is disputed: `not admit any wrongdoing`."""

_EASING = frozenset({"ease", "over"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The cues of one sentence: hits, their classes, and how many classes are of either side."""

    hits: list[Hit]
    kinds: frozenset[str]
    settled: int
    divided: int


def read(tokens: list[str]) -> Cues:
    """Look the words of one sentence up."""
    hits = find(tokens)
    kinds = frozenset([hit.kind for hit in hits])
    if "mum" in kinds:
        hits = _unopposed(hits)
        kinds = frozenset([hit.kind for hit in hits])
    if "burden" in kinds and not kinds.isdisjoint(_EASING):
        hits = _relieved(hits)
        kinds = frozenset([hit.kind for hit in hits])
    return Cues(hits=hits, kinds=kinds, settled=len(kinds & SETTLED), divided=len(kinds & DIVIDED))


def _unopposed(hits: list[Hit]) -> list[Hit]:
    """`hits` without disputes that are none: who declines to comment, or admits nothing, opposes nobody."""
    silent = {hit.word for hit in hits if hit.kind == "mum"}
    hushed = {word + ahead for word in silent for ahead in range(_HUSHED + 1)}
    return [
        hit
        for hit in hits
        if hit.kind == "mum"
        or (hit.word not in silent and (hit.word not in hushed or hit.kind not in DIVIDED))
    ]


def _relieved(hits: list[Hit]) -> list[Hit]:
    """`hits` without disputes that are none: lowering tariffs is no threat, and delaying them no obstacle."""
    freed = {word for pair in (*_held(hits, "ease"), *_ended(hits)) for word in pair}
    return [hit for hit in hits if hit.word not in freed or hit.kind not in DIVIDED]


def _held(hits: list[Hit], kind: str) -> list[tuple[int, int]]:
    """Word numbers of an act of `kind`, unhindered, and of the burden that it takes as its object."""
    return [
        (one.word, hit.word)
        for place, hit in enumerate(hits)
        if hit.kind == "burden"
        for one in _before(hits, place, _GRASP)
        if one.kind == kind and not _hindered(hits, one)
    ]


def _ended(hits: list[Hit]) -> list[tuple[int, int]]:
    """Word numbers of what says that something is over, and of the burden before it: a strike is off."""
    return [
        (hit.word, one.word)
        for place, hit in enumerate(hits)
        if hit.kind == "over" and not _hindered(hits, hit)
        for one in _before(hits, place, _SUBJECT)
        if one.kind == "burden"
    ]


def _hindered(hits: list[Hit], act: Hit) -> bool:
    """Whether an act is refused, denied, tried or demanded."""
    return any(one.kind == "hinder" for one in _before(hits, hits.index(act), _REACH))


def _before(hits: list[Hit], place: int, reach: int) -> list[Hit]:
    """The hits on the `reach` words before the word of `hits[place]`."""
    word = hits[place].word
    window = hits[max(0, place - _CLASSES * (reach + 1)) : place]
    return [one for one in window if word - reach <= one.word < word]


def told(cues: Cues) -> set[str]:
    """How the settling acts are told, and whether a burden is taken off (`easing`) or put on (`imposing`).

    `done:CLASS` is a past form that nothing hinders, `may:act` hedged, `will:act` ahead, `hindered:act`
    denied, refused, tried or demanded. Deeds ahead are told as `_deeds` says.
    """
    found = _moods(cues.hits) if not cues.kinds.isdisjoint(_ACTS) else set()
    if "burden" in cues.kinds:
        found |= {
            name for kind, name in (("ease", "easing"), ("impose", "imposing")) if _held(cues.hits, kind)
        } | ({"easing"} if "over" in cues.kinds and _ended(cues.hits) else set())
    for kind in _AHEAD_OF & cues.kinds:
        found |= _deeds(cues.hits, kind)
    return found


_TELLERS = frozenset({"will", "would", "intend", "threat"})
_AHEAD_OF = frozenset({"deed", "foe"})


def _deeds(hits: list[Hit], kind: str) -> set[str]:
    """How the deeds of `kind` ahead are told: `will:deed`, `would:deed`, `intend:deed`, `threat:deed`.

    `not:deed` is one that is ruled out (`will not sue`), `will:done` and `would:done` are in the passive (it
    will be paid), `done:foe` is a hostile one that is past.
    """
    moods = set()
    for place, hit in enumerate(hits):
        if hit.kind != kind:
            continue
        before = {one.kind for one in _before(hits, place, _AHEAD)}
        tellers = before & _TELLERS
        if tellers and "negation" in before:
            moods.add("not:" + kind)
        elif not hit.past:
            moods |= {f"{one}:{kind}" for one in tellers}
        elif kind == "foe":
            moods.add("done:foe")
        else:
            moods |= {f"{one}:done" for one in before & {"will", "would"}}
    return moods


def _moods(hits: list[Hit]) -> set[str]:
    """The mood of each settling act."""
    moods = set()
    for place, hit in enumerate(hits):
        if hit.kind in _ACTS:
            near = {one.kind for one in _before(hits, place, _AHEAD)}
            moods.add(_mood(hit, {one.kind for one in _before(hits, place, _REACH)}, ahead="will" in near))
    moods.discard("")
    if any(mood.startswith("done:") for mood in moods):
        moods.add("done")
    return moods


def _mood(act: Hit, before: set[str], *, ahead: bool) -> str:
    """The mood of `act` after cues of the classes `before`; empty for a bare present form.

    A past form after a `will` close by is `ahead`: it will be signed.
    """
    if "hinder" in before:
        return "hindered:act"
    if not before.isdisjoint(_HEDGES):
        return "may:act"
    if act.past and not ahead:
        return "done:" + act.kind
    return "will:act" if "will" in before else ""


def still_states(section: Section, whole: list[str]) -> Callable[[str], bool]:
    """Whether a part of a sentence still has a cue of `section`, if its words `whole` have one."""
    side = SETTLED if section is Section.AGREEMENT else DIVIDED
    stated = cache(lambda: read(whole).kinds & side)
    return lambda part: not stated() or not stated().isdisjoint(read(words(part)).kinds)
