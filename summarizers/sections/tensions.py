"""Which sentences state a live dispute between parties: a threat, an accusation, an obstacle, a lawsuit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizers.sections.quiet import is_quiet
from summarizers.sections.statements import Statement
from summarizers.sections.weights import TENSION
from summarizers.types import TENSION as SECTION

if TYPE_CHECKING:
    from summarizers.sections.features import Rows
    from summarizers.sections.model import Classifier


def tensions(rows: Rows, classifier: Classifier = TENSION) -> tuple[Statement, ...]:
    """The sentences, in the order of the text, whose features say tension and whose words mean it."""
    return tuple(
        Statement(SECTION, index, score, rows.cues[index].kinds)
        for index, score in classifier.above(rows)
        if not is_quiet(rows.cues[index])
    )
