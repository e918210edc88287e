"""Which sentences state something settled, promised or conceded, and how firmly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizers.sections.statements import Statement
from summarizers.sections.weights import AGREEMENT
from summarizers.types import Section, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizers.sections.features import Rows
    from summarizers.sections.model import Classifier
    from summarizers.types import Sentence

_TENTATIVE = re.compile(
    r"\b(?:could|may|might|would|should|expect(?:s|ed|ing)?|likely|unlikely|possibl[ey]|potential|optimis\w+"
    r"|propos(?:es?|ed|al|als|ing)|plan(?:s|ned|ning)? to|intends?|intention|consider(?:s|ing)|weighing"
    r"|hop(?:es?|ed|ing)|offer(?:s|ed)?|bid|seek(?:s|ing)?|sought|negotiating|draft|tentative(?:ly)?|preliminary"
    r"|in (?:final |advanced |early )?talks|close to|nearing|near a|poised to|about to|prepared to|ready to"
    r"|willing to|if approved|pending|call(?:s|ed) for|(?:support|back) the)\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\b(?:signed|ratified|passed|approved|adopted|enacted|agreed|reached|struck|sealed|concluded|finali[sz]ed"
    r"|settled|acquired|bought|sold|announced (?:an?|the|its|his|her|their)|voted to|apologi[sz]ed|resigned"
    r"|conceded|withdrew|withdrawn|pleaded guilty|will comply|donated|released|cleared|merged|took effect"
    r"|won approval)\b",
    re.IGNORECASE,
)


def agreements(
    rows: Rows, sentences: Sequence[Sentence], classifier: Classifier = AGREEMENT
) -> tuple[Statement, ...]:
    """The sentences, in the order of the text, whose features say agreement."""
    return tuple(
        Statement(
            section=Section.AGREEMENT, index=index, probability=score, status=status(sentences[index].text)
        )
        for index, score in classifier.above(rows)
    )


def status(text: str) -> Status:
    """Tentative where the sentence hedges and names no completed act; agreed otherwise."""
    hedged = _TENTATIVE.search(text) is not None
    return Status.TENTATIVE if hedged and _SETTLED.search(text) is None else Status.AGREED
