"""Whether a headline says that nobody came to terms: talks collapse, leaders fail to agree."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizers.sections.cues import Hit

_NONE: Final = frozenset({"no", "without"})
_FAILS: Final = frozenset({"fail", "fails", "failed", "failing"})
_UNABLE: Final = _FAILS | {"unable"}
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
_OPEN: Final = _PARTED | {"", "over", "in", "on", "at", "again", "without", "with", "despite", "last"}
"""What may stand behind talks that `fail`; anything else is what, or whom, they fail (`failed the poor`)."""
_STOPS: Final = frozenset({"stop", "block", "halt", "prevent", "derail", "stall", "scupper", "top"})
"""A deal that somebody fails to stop is made."""
_NEAR: Final = 4
"""Words between what there is none of and the word that says so, and between talks and their end."""


def is_fruitless(hits: Sequence[Hit], tokens: Sequence[str]) -> bool:
    """Whether a headline with these cues tells that, and of nothing that was settled besides."""
    failed = _failure(hits, tokens)
    return failed is not None and not any(kind in _ACTS and word not in failed for kind, word, _ in hits)


def _failure(hits: Sequence[Hit], tokens: Sequence[str]) -> range | None:
    """The words that say so; an act among them brought nothing."""
    for kind, word, _ in hits:
        if kind in _TERMS and _AS_THREAT.isdisjoint(tokens[word + 1 : word + 2]):
            at = _lack(tokens, word)
            if at is not None:
                return range(at, _end(tokens, at))
    for at, (own, behind) in enumerate(pairwise((*tokens, ""))):
        ends = (own in _ENDS and (own not in _FAILS or behind in _OPEN)) or (own, behind) in _BREAKS
        near = tokens[max(at - _NEAR, 0) : at]
        if ends and "after" not in near and not _TALKS.isdisjoint(near):
            return range(at, at + 1)
    return None


def _lack(tokens: Sequence[str], word: int) -> int | None:
    """The word before a deal that says that there is none, right there, or by what failed to be done.

    `No strike deal` may be one that was made.
    """
    for at in range(max(word - _NEAR, 0), word):
        if tokens[at] in _UNABLE and tokens[at + 1] == "to" and tokens[at + 2] not in _STOPS:
            return at
        if tokens[at] in _NONE and at >= word - 2 and tokens[at + 1] != "strike":
            return at
    return None


def _end(tokens: Sequence[str], at: int) -> int:
    """Where something else begins than what is said to have failed."""
    return next((word for word in range(at + 1, len(tokens)) if tokens[word] in _PARTED), len(tokens))
