"""Logistic scores over feature rows: how probable it is that a sentence belongs to a section."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from math import exp, fsum
from operator import mul

from summarizers.sections.features import Rows

_UNDERFLOW = 700.0
"""exp() of more overflows a double; the probability is 0 there to any precision."""


class _Weights(dict[str, float]):
    """Weights by feature name; a feature without one has none, asked for as any other."""

    __slots__ = ()

    def __missing__(self, _: str) -> float:
        return 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Classifier:
    """Weights by feature name, and the probability from which a sentence counts.

    A sentence must itself have one of the features `needs`, if there are any: what its neighbours and its
    headline say is no evidence.
    """

    weights: Mapping[str, float]
    threshold: float
    needs: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Take the weights over as those that answer for every feature."""
        object.__setattr__(self, "weights", _Weights(self.weights))

    def __reduce__(self) -> tuple[Callable[[], Classifier], tuple[()]]:
        """A copy is made anew: where this is compiled, nothing else can set what is frozen."""
        weights = dict(self.weights)
        return partial(Classifier, weights=weights, threshold=self.threshold, needs=self.needs), ()

    def above(self, rows: Rows) -> list[tuple[int, float]]:
        """Number and probability of each sentence that reaches the threshold, in order."""
        base = self._sum(rows.shared)
        needs = self.needs
        scores = [
            (index, _logistic(base + self._sum(row)))
            for index, row in enumerate(rows.own)
            if not (needs and needs.isdisjoint(row))
        ]
        return [one for one in scores if one[1] >= self.threshold]

    def _sum(self, row: Mapping[str, float]) -> float:
        """Weighted sum of a row, the same in any order; a feature without a weight counts nothing."""
        total: float = fsum(map(mul, map(self.weights.__getitem__, row), row.values()))
        return total


def _logistic(score: float) -> float:
    """1 / (1 + exp(-score)), in [0, 1]."""
    return 1 / (1 + exp(-score)) if score > -_UNDERFLOW else 0.0
