"""Logistic scores over feature rows: how probable it is that a sentence belongs to a section."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def probability(row: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Probability in (0, 1) of the class that `weights` describe; a feature without a weight counts nothing."""
    total = 0.0
    for name, value in row.items():
        if value and name in weights:
            total += weights[name] * value
    return 1 / (1 + exp(-total)) if total > -700 else 0.0
