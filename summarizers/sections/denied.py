"""Deals that there are none of: `reached no agreement`, a strike `unless a deal is signed`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizers.sections.cues import Hit

_PACTS: Final = frozenset({"accord", "deal"})
_SETTLING: Final = _PACTS | {"agree", "conclude", "approve", "concede", "ease", "law"}
"""Classes of what is not settled yet behind `unless`."""

_NONE: Final = frozenset({"no", "neither", "nor"})
_CLAUSE: Final = 12
"""Words behind `unless` of what has not been settled yet."""

_BEFORE: Final = 3
_BEHIND: Final = 4
"""Words between a deal and the act that did not bring it."""


def denied(hits: Sequence[Hit], tokens: Sequence[str]) -> set[int]:
    """Numbers of the words that would settle something, did the sentence not tell that there is none."""
    found = set[int]()
    if "unless" in tokens[1:]:
        at = tokens.index("unless", 1)
        found = {word for kind, word, _ in hits if at < word <= at + _CLAUSE and kind in _SETTLING}
    return found if _NONE.isdisjoint(tokens) else found | _not_one(hits, tokens)


def _not_one(hits: Sequence[Hit], tokens: Sequence[str]) -> set[int]:
    """The deals of which there is none, and the acts that would have brought them."""
    none = {word for kind, word, _ in hits if kind in _PACTS and _is_none(tokens, word)}
    near = {at for word in none for at in range(word - _BEFORE, word + _BEHIND + 1)}
    return none.union([word for kind, word, _ in hits if kind == "conclude" and word in near])


def _is_none(tokens: Sequence[str], word: int) -> bool:
    """Whether there is none: `no final agreement`."""
    return not _NONE.isdisjoint(tokens[max(word - 2, 0) : word])
