"""The cues of one sentence taken together: who settles or disputes what, and how firmly it is told."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Final

from summarizers.sections.attacks import ATTACKS, attacks
from summarizers.sections.cues import Hit, find
from summarizers.sections.in_place import in_place
from summarizers.sections.set_aside import set_aside
from summarizers.sections.sides import DIVIDED, SETTLED
from summarizers.text.tokens import words
from summarizers.types import AGREEMENT, Section

_GIVEN = frozenset({"deal", "give", "exchange"})
_ACTS = SETTLED - {"accord"} | {"give", "announce", "endorse", "launch", "amends", "pledge"}
_HEDGES = frozenset({"may", "condition"})
_QUALIFIERS = _HEDGES | {"hinder", "will"}
_REACH = 5
"""Words that a hedge or a hindrance reaches ahead."""

_AHEAD = 3
"""Words between `will` and what will be done."""

_GRASP = 6
"""Words between `lower` and the `tariffs` it lowers."""

_SUBJECT = 14
"""Words between a `strike` and `is off`."""

_HUSHED = 3
"""Words after the first of a phrase by which nothing is disputed: `not admit any wrongdoing`."""

_EASING = frozenset({"ease", "over"})


_KIND = itemgetter(0)

_OF_COURTS = frozenset({"court", "unlawful"})
"""Classes by which nothing is disputed where a court only sets its days."""


class Cues:
    """The cues of one sentence: hits, their classes, and how many classes are of either side; its words."""

    __slots__ = ("divided", "hits", "kinds", "settled", "tokens")

    def __init__(
        self, hits: list[Hit], kinds: frozenset[str], settled: int, divided: int, tokens: list[str]
    ) -> None:
        self.hits: Final = hits
        self.kinds: Final = kinds
        self.settled: Final = settled
        self.divided: Final = divided
        self.tokens: Final = tokens


def read(tokens: list[str]) -> Cues:
    """Look the words of one sentence up."""
    hits = set_aside(in_place(find(tokens), tokens), tokens)
    kinds = _kinds(hits)
    if "mum" in kinds:
        hits = _unopposed(hits)
        kinds = _kinds(hits)
    if "burden" in kinds and not kinds.isdisjoint(_EASING):
        hits = _relieved(hits)
        kinds = _kinds(hits)
    if "docket" in kinds and kinds & DIVIDED <= _OF_COURTS:
        hits = [hit for hit in hits if hit[0] not in _OF_COURTS]
        kinds = _kinds(hits)
    return Cues(hits, kinds, len(kinds & SETTLED), len(kinds & DIVIDED), tokens)


def _kinds(hits: list[Hit]) -> frozenset[str]:
    return frozenset(map(_KIND, hits))


def _unopposed(hits: list[Hit]) -> list[Hit]:
    """`hits` without disputes that are none: who declines to comment, or admits nothing, opposes nobody."""
    silent = {word for kind, word, _ in hits if kind == "mum"}
    hushed = {word + ahead for word in silent for ahead in range(_HUSHED + 1)}
    return [
        (kind, word, past)
        for kind, word, past in hits
        if kind == "mum" or (word not in silent and (word not in hushed or kind not in DIVIDED))
    ]


def _relieved(hits: list[Hit]) -> list[Hit]:
    """`hits` without disputes that are none: lowering tariffs is no threat, and delaying them no obstacle."""
    freed = {word for pair in (*_held(hits, "ease"), *_ended(hits)) for word in pair}
    return [(kind, word, past) for kind, word, past in hits if word not in freed or kind not in DIVIDED]


def _held(hits: list[Hit], wanted: str) -> list[tuple[int, int]]:
    """Word numbers of an act of class `wanted`, unhindered, and of the burden that it takes as its object."""
    return [
        (hits[at][1], word)
        for place, (kind, word, _) in enumerate(hits)
        if kind == "burden"
        for at in _places_before(hits, place, _GRASP)
        if hits[at][0] == wanted and not _hindered(hits, at)
    ]


def _ended(hits: list[Hit]) -> list[tuple[int, int]]:
    """Word numbers of what says that something is over, and of the burden before it: a strike is off."""
    return [
        (word, burden)
        for place, (kind, word, _) in enumerate(hits)
        if kind == "over" and not _hindered(hits, place)
        for other, burden, _ in _before(hits, place, _SUBJECT)
        if other == "burden"
    ]


def _hindered(hits: list[Hit], place: int) -> bool:
    """Whether an act is refused, denied, tried or demanded."""
    return "hinder" in _kinds(_before(hits, place, _REACH))


def _before(hits: list[Hit], place: int, reach: int) -> list[Hit]:
    """The hits on the `reach` words before the word of `hits[place]`."""
    places = _places_before(hits, place, reach)
    return hits[places.start : places.stop]


def _places_before(hits: list[Hit], place: int, reach: int) -> range:
    """Where these stand."""
    word, end = hits[place][1], place
    while end and hits[end - 1][1] == word:
        end -= 1
    start = end
    while start and hits[start - 1][1] >= word - reach:
        start -= 1
    return range(start, end)


TELLING = _ACTS | ATTACKS | {"deed", "foe", "burden"}
"""Cue classes of which `told` tells: of a sentence without any it tells nothing."""


def told(cues: Cues) -> set[str]:
    """How the settling acts are told, and whether a burden is taken off (`easing`) or put on (`imposing`).

    `done:CLASS` is a past form that nothing hinders, `may:act` hedged, `will:act` ahead, `hindered:act`
    denied, refused, tried or demanded. Deeds ahead are told as `_deeds` says, attacks as `_attacks`.
    """
    found = _moods(cues) if not cues.kinds.isdisjoint(_ACTS) else set()
    if "burden" in cues.kinds:
        found |= _burdens(cues)
    for kind in _AHEAD_OF & cues.kinds:
        found |= _deeds(cues, kind)
    if not cues.kinds.isdisjoint(ATTACKS):
        found |= _attacks(cues)
    return found


def _burdens(cues: Cues) -> set[str]:
    """Whether a burden is taken off, put on, or said to be over."""
    hits, kinds = cues.hits, cues.kinds
    found = {"imposing"} if "impose" in kinds and _held(hits, "impose") else set[str]()
    if ("ease" in kinds and _held(hits, "ease")) or ("over" in kinds and _ended(hits)):
        found.add("easing")
    return found


def _attacks(cues: Cues) -> set[str]:
    """`did:CLASS` for a hostile act, past or going on, that is told first and that nothing hinders."""
    found = attacks(cues.hits, cues.tokens)
    if "hinder" in cues.kinds:
        found = {one for one in found if not _hindered(cues.hits, one[0])}
    return {"did:" + kind for _, kind in found}


_TELLERS = frozenset({"will", "would", "intend", "threat"})
_WILL = frozenset({"will", "would"})
_AHEAD_OF = frozenset({"deed", "foe"})


def _deeds(cues: Cues, kind: str) -> set[str]:
    """How the deeds of `kind` ahead are told: `will:deed`, `would:deed`, `intend:deed`, `threat:deed`.

    `not:deed` is one that is ruled out (`will not sue`), `will:done` and `would:done` are in the passive (it
    will be paid), `done:foe` is a hostile one that is past.
    """
    hits, moods = cues.hits, set[str]()
    if cues.kinds.isdisjoint(_TELLERS):
        done = kind == "foe" and any(past for own, _, past in hits if own == kind)
        return {"done:foe"} if done else moods
    for place, (own, _, past) in enumerate(hits):
        if own != kind:
            continue
        before = _kinds(_before(hits, place, _AHEAD))
        tellers = before & _TELLERS
        if tellers and "negation" in before:
            moods.add("not:" + kind)
        elif past and kind == "foe":
            moods.add("done:foe")
        elif tellers:
            moods |= (
                {f"{one}:done" for one in tellers & _WILL} if past else {f"{one}:{kind}" for one in tellers}
            )
    return moods


def _moods(cues: Cues) -> set[str]:
    """The mood of each settling act; most sentences have no cue that could qualify one."""
    hits = cues.hits
    if cues.kinds.isdisjoint(_QUALIFIERS):
        moods = {"done:" + kind for kind, _, past in hits if past and kind in _ACTS}
        return moods | {"done"} if moods else moods
    moods = {_mood(hits, place) for place, (kind, _, _) in enumerate(hits) if kind in _ACTS}
    moods.discard("")
    if any(mood.startswith("done:") for mood in moods):
        moods.add("done")
    return moods


def _mood(hits: list[Hit], place: int) -> str:
    """The mood of the act `hits[place]`; empty for a bare present form.

    A past form after a `will` close by is ahead: it will be signed.
    """
    kind, _, past = hits[place]
    before = _kinds(_before(hits, place, _REACH))
    if "hinder" in before:
        return "hindered:act"
    if not before.isdisjoint(_HEDGES):
        return "may:act"
    will = "will" in before
    if past and not (will and "will" in _kinds(_before(hits, place, _AHEAD))):
        return "done:" + kind
    return "will:act" if will else ""


def still_states(section: Section, whole: frozenset[str]) -> Callable[[str], bool]:
    """Whether a part of a sentence still has a cue of `section`, if one of its classes, `whole`, is such."""
    return _still(SETTLED if section is AGREEMENT else DIVIDED, whole)


def still_gives(whole: frozenset[str]) -> Callable[[str], bool]:
    """Whether a part of a sentence still tells what is settled, given or dealt, if its classes do."""
    return _still(SETTLED | _GIVEN, whole)


def _still(side: frozenset[str], whole: frozenset[str]) -> Callable[[str], bool]:
    stated = whole & side

    def states(part: str) -> bool:
        return not stated or not stated.isdisjoint(read(words(part)).kinds)

    return states
