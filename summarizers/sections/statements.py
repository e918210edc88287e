"""A sentence that states an agreement or a tension, with how sure and how firm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizers.sections.model import probability

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizers.types import Section, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Sentence number `index` states something for `section`, with a probability in (0, 1)."""

    section: Section
    index: int
    probability: float
    status: Status | None = None


def above(
    rows: Sequence[Mapping[str, float]], weights: Mapping[str, float], threshold: float
) -> list[tuple[int, float]]:
    """Row number and probability of each row whose probability reaches `threshold`."""
    scores = [(index, probability(row, weights)) for index, row in enumerate(rows)]
    return [(index, score) for index, score in scores if score >= threshold]
