"""Which sentences state something settled, promised or conceded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizers.sections.company import is_calm
from summarizers.sections.statements import Statement
from summarizers.sections.weights import AGREEMENT
from summarizers.types import AGREEMENT as SECTION

if TYPE_CHECKING:
    from summarizers.sections.features import Rows
    from summarizers.sections.model import Classifier


def agreements(
    rows: Rows, classifier: Classifier = AGREEMENT, year: int | None = None
) -> tuple[Statement, ...]:
    """The sentences, in the order of the text, whose features say agreement and whose words mean it.

    `year` is that of the article, if it is known: see `bygone`.
    """
    return tuple(
        Statement(SECTION, index, score, rows.cues[index].kinds)
        for index, score in classifier.above(rows)
        if not is_calm(rows.cues[index], year)
    )
