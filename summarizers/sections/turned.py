"""Acts of settling that are turned against a deal: a vote to strike, a bid withdrawn, a pact that lapsed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizers.sections.cues import Hit

_VOTES: Final = frozenset({"vote", "voted", "votes", "voting"})
_HOSTILE_NAMES: Final = """
strike strikes walkout impeach contempt reject impose boycott censure condemn against short
"""
_HOSTILE: Final = frozenset(_HOSTILE_NAMES.split())
_CALMED_NAMES: Final = """
end ending suspend accept approve lift ratify return avert call not halt pass despite agree back settle adopt
endorse avoid
"""
_CALMED: Final = frozenset(_CALMED_NAMES.split())
"""A vote to do that to a strike settles something."""

_ADOPTED_NAMES: Final = """
deal contract treaty merger truce pact agreement accord ceasefire settlement law bill
"""
_ADOPTED: Final = frozenset(_ADOPTED_NAMES.split())
"""Whoever votes for one of these has settled it, whatever it is against."""

_TAKEN_BACK: Final = frozenset({"withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing", "abandoned"})
_BIDS: Final = frozenset(
    ["bid", "offer", "attempt", "attempts", "candidacy", "application", "effort", "efforts"]
)
_AGAINST: Final = frozenset(
    ["block", "stop", "evict", "overturn", "oust", "close", "cut", "challenge", "sue"]
)
"""Who gives up an attempt to do that has conceded something."""

_VOWED: Final = frozenset({"promised", "pledged", "vowed"})
_UNDONE: Final = _TAKEN_BACK | _VOWED | {"agreed"}
"""Words of which `_withdrawn` tells: most sentences hold none."""

_ONCE: Final = frozenset({"earlier", "previously", "once", "originally", "also", "initially"})
"""Between `had` and what was promised before the news."""

_SAYING: Final = frozenset({"said", "says", "announced", "confirmed", "reported", "revealed"})
_LAPSES: Final = frozenset(["lapsed", "collapsed", "expired", "unravelled", "foundered", "died"])
_IT: Final = frozenset({"it", "that", "this", "they", "the", "has", "have", "had", "later", "soon", "then"})
_DROPS: Final = frozenset(
    ["dropped", "scrapped", "abandoned", "shelved", "rejected", "withdrawn", "defeated"]
)
_BE: Final = frozenset({"was", "were", "been", "being"})
_AND: Final = frozenset({"and", "but"})
_PARTED: Final = _AND | {"after"}
_ANEW: Final = frozenset({"agree", "conclude", "approve", "pass"})
"""Classes of what is done besides, behind `and`."""

_OTHERS: Final = frozenset(
    ["after", "as", "when", "which", "that", "because", "while", "until", "means", "if", "unless", "once"]
)
"""What is told behind these became of something else than the pact before them."""

_OBJECTS: Final = frozenset({"accord", "deal", "law", "pass"})
"""Classes of what a vote is about: `against a bill that the house passed`."""

_PACTS: Final = frozenset({"accord", "deal"})
_FIRM: Final = frozenset({"agree", "conclude", "approve", "promise", "accord", "deal"})
_VOTED_ON: Final = 9
"""Words between a vote and what it is for."""

_NEAREST: Final = 4
"""Words between what is withdrawn and the verb."""

_FATE: Final = 8
"""Words between a pact and what became of it."""


def turned(hits: Sequence[Hit], tokens: Sequence[str]) -> set[int]:
    """Numbers of the words that would settle something, were they not turned against it.

    Whatever deal a vote to strike or to impose terms is about, none is reached by it.
    """
    found = _withdrawn(tokens) | _dropped(hits, tokens)
    if not _VOTES.isdisjoint(tokens):
        found |= _voted(hits, tokens)
    if "but" in tokens and (lapse := _lapse(tokens)) is not None:
        found.update([word for kind, word, _ in hits if kind in _FIRM and word < lapse])
    return found


def _voted(hits: Sequence[Hit], tokens: Sequence[str]) -> set[int]:
    """The words of a vote to strike or to impose terms, and of what it is about."""
    votes = {word for word, own in enumerate(tokens) if own in _VOTES and _is_hostile(tokens, word)}
    if votes:
        first = min(votes)
        end = _besides(hits, tokens, first)
        votes.update([word for kind, word, _ in hits if kind in _OBJECTS and first < word < end])
    return votes


def _besides(hits: Iterable[Hit], tokens: Sequence[str], vote: int) -> int:
    """Where the sentence goes on to what they settled besides: `voted to impeach him and passed a law`."""
    ahead = (word for kind, word, _ in hits if kind in _ANEW and word > vote + 1 and tokens[word - 1] in _AND)
    return min(ahead, default=len(tokens))


def _withdrawn(tokens: Sequence[str]) -> set[int]:
    """The words of bids that are withdrawn, of what was promised once, and of `agreed to nothing`."""
    found = set[int]()
    if _UNDONE.isdisjoint(tokens):
        return found
    for word, own in enumerate(tokens):
        if own in _TAKEN_BACK and _is_bid(tokens, word):
            found.update(_until_parted(tokens, word))
        elif (own in _VOWED and _is_bygone(tokens, word)) or (
            own == "agreed" and _is_of_nothing(tokens[word + 1 : word + 4])
        ):
            found.add(word)
    return found


def _until_parted(tokens: Sequence[str], word: int) -> range:
    """The numbers of the few words from this one that tell of what is withdrawn, and of nothing besides."""
    last = min(word + 1 + _NEAREST, len(tokens))
    return range(word, next((at for at in range(word, last) if tokens[at] in _PARTED), last))


def _is_bid(tokens: Sequence[str], word: int) -> bool:
    """Whether what is withdrawn would have been a deal, and no attack on anybody."""
    behind = tokens[word + 1 : word + 1 + _NEAREST]
    return not _BIDS.isdisjoint(behind) and _AGAINST.isdisjoint(tokens[word + 1 : word + 1 + 2 * _NEAREST])


def _is_of_nothing(behind: Sequence[str]) -> bool:
    """Whether the words behind `agreed` say that there is no agreement: `agreed to nothing`."""
    return behind[:2] == ["to", "nothing"] and behind[2:] != ["less"]


def _is_bygone(tokens: Sequence[str], word: int) -> bool:
    """Whether it had been promised before, and nobody says so only now."""
    before = tokens[max(word - 2, 0) : word]
    had = before[-1:] == ["had"] or (before[:1] == ["had"] and before[1] in _ONCE)
    return had and _SAYING.isdisjoint(tokens[:word])


def _is_hostile(tokens: Sequence[str], word: int) -> bool:
    """Whether the vote is for a strike, against somebody, or too few."""
    behind = tokens[word + 1 : word + 1 + _VOTED_ON]
    at = next((at for at, own in enumerate(behind) if own in _HOSTILE), None)
    if at is None or not _CALMED.isdisjoint(behind[:at]):
        return False
    adopted = "for" in behind[:at] and not _ADOPTED.isdisjoint(behind[:at])
    return not adopted or behind[at : at + 2] == ["short", "of"]


def _dropped(hits: Iterable[Hit], tokens: Sequence[str]) -> set[int]:
    """The words of pacts that were dropped, and of their dropping: `the compromise was scrapped`."""
    found = set[int]()
    for kind, word, _ in hits:
        if kind in _PACTS and (end := _dropping(tokens, word)) is not None:
            found.update(range(word, end + 1))
    return found


def _dropping(tokens: Sequence[str], word: int) -> int | None:
    """The word by which the pact before it is dropped; not by which something else is."""
    for at in range(word + 1, min(word + _FATE, len(tokens) - 1)):
        if tokens[at] in _BE and tokens[at + 1] not in _BE:
            return at + 1 if tokens[at + 1] in _DROPS else None
        if tokens[at] in _OTHERS or (at == word + 1 and tokens[at] == "the"):
            return None
    return None


def _lapse(tokens: Sequence[str]) -> int | None:
    """Where the sentence turns to tell that what it told before came to an end: `…, but it lapsed`."""
    for at, own in enumerate(tokens):
        if own == "but":
            behind = tokens[at + 1 : at + 1 + _NEAREST]
            end = next((place for place, one in enumerate(behind) if one in _LAPSES), None)
            if end and _IT.issuperset(behind[:end]):
                return at
    return None
