"""Which sentences state something settled, promised or conceded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizers.sections import weights
from summarizers.sections.company import is_calm
from summarizers.sections.statements import Statement
from summarizers.types import AGREEMENT

if TYPE_CHECKING:
    from summarizers.sections.features import Rows
    from summarizers.sections.model import Classifier


def agreements(rows: Rows, classifier: Classifier = weights.AGREEMENT) -> tuple[Statement, ...]:
    """The sentences, in the order of the text, whose features say agreement and whose words mean it."""
    return tuple(
        Statement(AGREEMENT, index, score)
        for index, score in classifier.above(rows)
        if not is_calm(rows.cues[index])
    )
