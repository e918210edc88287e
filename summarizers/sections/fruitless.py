"""Whether a headline says that nobody came to terms: talks collapse, leaders fail to agree."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizers.sections.cues import Hit

_LACKS: Final = frozenset({"no", "without", "fail", "fails", "failed", "failing", "unable"})
_TALKS: Final = frozenset({"talks", "negotiations", "negotiation", "discussions", "mediation", "summit"})
_ENDS: Final = frozenset(
    {"collapse", "collapses", "collapsed", "fail", "fails", "failed", "founder", "founders", "stall"}
    | {"stalls", "stalled", "falter", "falters", "faltered", "deadlocked", "fruitless"}
)
_BREAKS: Final = frozenset({("break", "down"), ("breaks", "down"), ("broke", "down"), ("break", "off")})
_TERMS: Final = frozenset({"agree", "accord", "deal"})
"""Classes of what was not reached; a law that fails leaves nobody without terms."""

_AS_THREAT: Final = frozenset({"brexit", "exit", "scenario", "scenarios"})
"""Behind `no deal` these tell of what may come: `the no-deal exit`."""

_ACTS: Final = frozenset({"agree", "conclude", "approve", "concede", "promise", "pass", "transact"})
_PARTED: Final = frozenset({"but", "as", "and", "while", "after", "before", "amid", "yet", "though"})
_NEAR: Final = 4
"""Words between what there is none of and the word that says so, and between talks and their end."""


def is_fruitless(hits: Sequence[Hit], tokens: Sequence[str]) -> bool:
    """Whether a headline with these cues tells that, and of nothing that was settled besides."""
    at = _failure(hits, tokens)
    if at is None:
        return False
    end = next((word for word in range(at + 1, len(tokens)) if tokens[word] in _PARTED), len(tokens))
    return not any(kind in _ACTS and not at <= word < end for kind, word, _ in hits)


def _failure(hits: Sequence[Hit], tokens: Sequence[str]) -> int | None:
    """The word that says so."""
    for kind, word, _ in hits:
        if kind in _TERMS and _AS_THREAT.isdisjoint(tokens[word + 1 : word + 2]):
            for at in range(max(word - _NEAR, 0), word):
                if tokens[at] in _LACKS:
                    return at
    for at, (own, behind) in enumerate(pairwise((*tokens, ""))):
        ends = own in _ENDS or (own, behind) in _BREAKS
        if ends and not _TALKS.isdisjoint(tokens[max(at - _NEAR, 0) : at]):
            return at
    return None
