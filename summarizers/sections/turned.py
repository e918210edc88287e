"""Acts of settling that are turned against a deal: a vote to strike, a bid that is withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizers.sections.cues import Hit

_VOTES: Final = frozenset({"vote", "voted", "votes", "voting"})
_HOSTILE: Final = frozenset(
    [
        "strike",
        "strikes",
        "walkout",
        "impeach",
        "contempt",
        "reject",
        "impose",
        "boycott",
        "censure",
        "condemn",
    ]
)
_CALMED: Final = frozenset(
    [
        "end",
        "ending",
        "suspend",
        "accept",
        "approve",
        "lift",
        "ratify",
        "return",
        "avert",
        "call",
        "not",
        "halt",
    ]
)
"""A vote to do that to a strike settles something."""

_TAKEN_BACK: Final = frozenset(["withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing", "abandoned"])
_BIDS: Final = frozenset(
    ["bid", "offer", "attempt", "attempts", "candidacy", "application", "effort", "efforts"]
)
_AGAINST: Final = frozenset(
    {"block", "stop", "evict", "overturn", "oust", "close", "cut", "challenge", "sue"}
)
"""Who gives up an attempt to do that has conceded something."""

_NAMES: Final = frozenset({"accord", "deal", "law"})
_VOTED_ON: Final = 9
"""Words between a vote and what it is for."""

_NEAREST: Final = 4
"""Words between what is withdrawn and the verb."""


def turned(hits: Iterable[Hit], tokens: Sequence[str]) -> set[int]:
    """Numbers of the words that would settle something, were they not turned against it.

    Whatever deal a vote to strike or to impose terms is about, none is reached by it.
    """
    found = set[int]()
    for word, own in enumerate(tokens):
        if own in _TAKEN_BACK and _is_bid(tokens, word):
            found.update(range(word, word + 1 + _NEAREST))
    votes = [word for word, own in enumerate(tokens) if own in _VOTES and _is_hostile(tokens, word)]
    if votes:
        found.update(votes, [word for kind, word, _ in hits if kind in _NAMES and word > votes[0]])
    return found


def _is_hostile(tokens: Sequence[str], word: int) -> bool:
    """Whether the vote is for a strike or against somebody."""
    behind = tokens[word + 1 : word + 1 + _VOTED_ON]
    at = next((at for at, own in enumerate(behind) if own in _HOSTILE), None)
    return at is not None and _CALMED.isdisjoint(behind[:at])


def _is_bid(tokens: Sequence[str], word: int) -> bool:
    """Whether what is withdrawn would have been a deal, and no attack on anybody."""
    behind = tokens[word + 1 : word + 1 + _NEAREST]
    return not _BIDS.isdisjoint(behind) and _AGAINST.isdisjoint(tokens[word + 1 : word + 1 + 2 * _NEAREST])
