"""Which sentences state a live dispute, threat, accusation, obstacle, protest, lawsuit or risk between parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizers.sections.statements import Statement
from summarizers.sections.weights import TENSION
from summarizers.types import Section

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizers.sections.model import Classifier


def tensions(rows: Sequence[Mapping[str, float]], classifier: Classifier = TENSION) -> tuple[Statement, ...]:
    """The sentences, in the order of the text, whose feature rows say tension."""
    return tuple(
        Statement(section=Section.TENSION, index=index, probability=score)
        for index, score in classifier.above(rows)
    )
