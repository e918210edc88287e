"""Logistic scores over feature rows: how probable it is that a sentence belongs to a section."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_UNDERFLOW = 700.0
"""exp() of more overflows a double; the probability is 0 there to any precision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Classifier:
    """Weights by feature name, and the probability from which a sentence counts."""

    weights: Mapping[str, float]
    threshold: float

    def probability(self, row: Mapping[str, float]) -> float:
        """Probability in [0, 1) that the sentence of `row` belongs; a feature without a weight counts nothing."""
        weights = self.weights
        total = sum([weights[name] * value for name, value in row.items() if name in weights])
        return 1 / (1 + exp(-total)) if total > -_UNDERFLOW else 0.0

    def above(self, rows: Sequence[Mapping[str, float]]) -> list[tuple[int, float]]:
        """Number and probability of each row that reaches the threshold, in order."""
        scores = [(index, self.probability(row)) for index, row in enumerate(rows)]
        return [(index, score) for index, score in scores if score >= self.threshold]
