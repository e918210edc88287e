"""What is only sought: talks to end a war, hopes of a deal, an agreement that nobody was able to reach."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from summarizers.sections.denied import denied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizers.sections.cues import Hit

_TALK_NAMES: Final = """
talks negotiations negotiation negotiating discussions dialogue diplomacy mediation bargaining
"""
_TALKS: Final = frozenset(_TALK_NAMES.split())
_EFFORT_NAMES: Final = """
try tries tried trying attempt attempts attempted attempting effort efforts struggle struggles struggled
struggling fail fails failed failing failure unable inability possible impossible aimed quest task push
mission determined eager reluctant intent keen ambition urge urges urged urging call calls called calling
demand demands demanded pressure ask asks asked asking
"""
_EFFORTS: Final = _TALKS | frozenset(_EFFORT_NAMES.split())
_HOPES: Final = _EFFORTS | {"hope", "hopes", "chance", "chances", "prospect", "prospects", "draft", "talk"}
"""Of what is hoped for nothing is there; who hopes to sign is about to."""

_DECIDED_NAMES: Final = """
decided agreed voted set due able ready managed plan plans planned going likely expected hope hopes intends
vowed pledged promised willing prepared
"""
_DECIDED: Final = frozenset(_DECIDED_NAMES.split())
"""Before `to` these tell that it is done, or about to be."""

_AHEAD: Final = frozenset({("about", "to"), ("is", "to"), ("are", "to"), ("were", "to")})
_AIM_NAMES: Final = "aim aims goal goals purpose objective idea task mission priority job challenge point"
_MEANT: Final = frozenset(_AIM_NAMES.split())
"""What `is to` reach something has not reached it; nor have `talks to end it`, whatever follows."""

_BROUGHT_NAMES: Final = """
opted chose led prompted got brought caused persuaded convinced forced compelled helped moved enabled allowed
"""
_BROUGHT: Final = frozenset(_BROUGHT_NAMES.split())
"""What talks did to the parties that came to terms, unless it was done to talks: `he led talks to end it`."""

_PARTIES: Final = 8
"""Words between that and the act."""

_LACKS: Final = frozenset(
    ["seek", "seeks", "seeking", "pursue", "pursued", "pursuing", "find", "finding", "eluded", "without"]
)
"""What takes a settlement as its object that is not there."""

_YIELDS: Final = frozenset({"yielded", "produced", "brought", "delivered", "led", "resulted", "culminated"})
_BLOCKS: Final = frozenset({"block", "stop", "halt", "prevent", "overturn", "derail", "delay", "kill"})
"""Who failed to do that has let it be."""

_ACTS: Final = frozenset({"agree", "conclude", "approve", "concede", "ease"})
_NAMES: Final = frozenset({"accord", "deal", "law"})
_OTHER_ACTS: Final = _ACTS - {"ease"} | {"promise", "pass", "transact", "give", "exchange", "tally"}
_GAINS: Final = frozenset({"concession", "concessions"})
_GAINED: Final = frozenset({"won", "gained", "got", "secured", "made", "offered", "promised", "granted"})
_WANT_NAMES: Final = """
demand demands demanded demanding want wants wanted ask asks asked asking looking need needs press presses
pressed pressing
"""
_WANTS: Final = _LACKS | frozenset(_WANT_NAMES.split())
_ABOUT: Final = frozenset({"for", "on", "of", "over", "about", "towards", "toward"})
_AIMS: Final = _ABOUT | {"at", "in"}
_REACH: Final = 10
"""Words between an effort and what it is for."""

_FARTHEST: Final = 20
"""The same of talks, since who holds them stands between, and of one aim behind another."""

_OBJECT: Final = 8
"""Words between an act and the settlement that is its object."""

_NEAREST: Final = 6
"""Words between a hope and the settlement that it is of."""

_BESIDE: Final = 4
"""The same where that is its object."""


def sought(hits: Sequence[Hit], tokens: Sequence[str]) -> set[int]:
    """Numbers of the words that would settle something, were it not what talks, efforts or hopes are for."""
    found = denied(hits, tokens)
    for kind, word, past in hits:
        if kind in _ACTS:
            if not past and (_is_aim(tokens, word, found) or _is_wanted(tokens, word)):
                found.add(word)
        elif kind in _NAMES and (_is_object(tokens, word, found) or _is_hoped(tokens, word)):
            found.add(word)
    return _with_all_it_is_of(hits, tokens, found) if found else found


def _with_all_it_is_of(hits: Sequence[Hit], tokens: Sequence[str], found: set[int]) -> set[int]:
    """`found` and, where nothing else is done, the deals that it is about: `failed to agree on its terms`."""
    found = found.union([word for kind, word, _ in hits if kind == "give" and word + 1 in found])
    if not found.issuperset([word for kind, word, _ in hits if kind in _OTHER_ACTS]):
        return found
    behind = [word for kind, word, _ in hits if kind in _NAMES and word > min(found)]
    return found.union([word for word in behind if not _is_yield(tokens, word)])


def _is_object(tokens: Sequence[str], word: int, found: set[int]) -> bool:
    """Whether the settlement is what is only sought before it."""
    return _is_beside(word, found, _OBJECT) and not _is_yield(tokens, word)


def _is_yield(tokens: Sequence[str], word: int) -> bool:
    """Whether the effort brought what it was for: `talks aimed at ending it yielded an accord`."""
    return not _YIELDS.isdisjoint(tokens[max(word - _OBJECT, 0) : word])


def _is_wanted(tokens: Sequence[str], word: int) -> bool:
    """Whether it is concessions that somebody only wants: `looking for large concessions`."""
    before = tokens[max(word - _NEAREST, 0) : word]
    return tokens[word] in _GAINS and not _WANTS.isdisjoint(before) and _GAINED.isdisjoint(before)


def _is_aim(tokens: Sequence[str], word: int, found: set[int]) -> bool:
    """Whether the act is what an effort is for: `struggled to reach`, `talks aimed at ending`."""
    before = tokens[max(word - 3, 0) : word]
    if not tokens[word].endswith("ing"):
        to = "to" in before[-2:] and not _is_decided(tokens, word)
        return to and (_is_effort(tokens, word) or _is_beside(word, found, _FARTHEST))
    if _AIMS.isdisjoint(before[-1:]):
        return False
    return not _HOPES.isdisjoint(before[-2:]) or _is_effort(tokens, word)


def _is_decided(tokens: Sequence[str], word: int) -> bool:
    """Whether the act behind `to` is done or about to be: `agreed to sign`, `led both to sign`."""
    before = tokens[max(word - 3, 0) : word]
    if not _DECIDED.isdisjoint(before):
        return True
    if not _AHEAD.isdisjoint(pairwise(before)):
        return before[0] not in _EFFORTS and _MEANT.isdisjoint(tokens[max(word - _PARTIES, 0) : word])
    for own in reversed(tokens[max(word - _PARTIES, 0) : word]):
        if own in _BROUGHT or own in _EFFORTS:
            return own in _BROUGHT
    return False


def _is_effort(tokens: Sequence[str], word: int) -> bool:
    """Whether an effort stands before the word, or talks do farther away."""
    near, far = tokens[max(word - _REACH, 0) : word], tokens[max(word - _FARTHEST, 0) : word]
    return not _EFFORTS.isdisjoint(near) or not _TALKS.isdisjoint(far)


def _is_beside(word: int, found: set[int], reach: int) -> bool:
    """Whether a word that is only sought stands before this one, whose object or whose own aim it is."""
    return bool(found) and not found.isdisjoint(range(word - reach, word))


def _is_hoped(tokens: Sequence[str], word: int) -> bool:
    """Whether nobody has the settlement yet: `without a deal`, `hopes of one`, `failed to win one`."""
    before = tokens[max(word - _NEAREST, 0) : word]
    if not _LACKS.isdisjoint(before[-_BESIDE:]):
        return True
    if _HOPES.isdisjoint(before):
        return False
    return any(
        (link in _ABOUT and one in _HOPES)
        or (link == "to" and one in _EFFORTS and _BLOCKS.isdisjoint(before))
        for one, link in pairwise(before)
    )
