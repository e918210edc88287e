"""Choosing several sentences so that none repeats another.

Maximal marginal relevance: Carbonell and Goldstein, "The Use of MMR", SIGIR 1998.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """Share of `part` that `whole` has, in [0, 1]; 0 for an empty part."""
    return len(part & whole) / len(part) if part and whole else 0.0


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Share of the smaller set that the larger one also has, in [0, 1]; 0 where either is empty."""
    if not left or not right:
        return 0.0
    return len(left & right) / min(len(left), len(right))


def pick(
    scores: Sequence[float], bags: Sequence[frozenset[str]], count: int, penalty: float
) -> tuple[int, ...]:
    """Indices of up to `count` items, best first; each next one maximises score - `penalty` x overlap.

    Overlap is taken with the most similar item already chosen. Ties go to the earlier item.
    """
    chosen: list[int] = []
    gain = list(scores)
    left = set(range(len(scores)))
    while left and len(chosen) < count:
        best = max(left, key=lambda i: (gain[i], -i))
        left.discard(best)
        chosen.append(best)
        for i in left:
            gain[i] = min(gain[i], scores[i] - penalty * overlap(bags[i], bags[best]))
    return tuple(chosen)
