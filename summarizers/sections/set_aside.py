"""Disputes that a sentence tells only beside what it settles: `approved despite objections`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from summarizers.sections.sides import DIVIDED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizers.sections.cues import Hit

_ACTS: Final = frozenset({"agree", "conclude", "approve", "concede", "pass"})
_LOUD: Final = frozenset({"protest", "dispute", "fear", "oppose", "obstacle"})
"""Classes of what may be set aside; an accusation or a lawsuit stays one."""

_OUTLIVED: Final = frozenset({"after", "ending", "following"})
_OPENING: Final = 12
"""Words that such an opening may have."""


def set_aside(hits: list[Hit], tokens: Sequence[str]) -> list[Hit]:
    """`hits` without disputes that are over before what is settled, or that did not keep it from being so."""
    if not hits or ("despite" not in tokens and tokens[0] not in _OUTLIVED):
        return hits
    done = [word for kind, word, past in hits if past and kind in _ACTS]
    if not done:
        return hits
    if tokens[0] in _OUTLIVED and done[0] < _OPENING and not _still_divided(hits, done[0]):
        hits = [hit for hit in hits if hit[1] > done[0] or hit[0] not in _LOUD]
    if "despite" not in tokens or (at := tokens.index("despite")) < done[0]:
        return hits
    return [hit for hit in hits if hit[1] < at or hit[0] not in _LOUD]


def _still_divided(hits: Sequence[Hit], done: int) -> bool:
    """Whether something is disputed from word `done` on: `after a strike they voted to reject it`."""
    return any(word >= done and kind in DIVIDED for kind, word, _ in hits)
