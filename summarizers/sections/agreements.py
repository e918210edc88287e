"""Which sentences state something settled, promised or conceded, and whether it is agreed or only tentative."""

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
    r"\b(?:could|may|might|would|expect(?:s|ed|ing)?|likely|unlikely|proposes?|proposed|proposal|propos(?:ing|als)"
    r"|plans? to|planned to|planning to|intends?|intention|considers?|considering|weighing|hopes?|hoped|hoping|offers?"
    r"|offered|bid|seeks?|seeking|sought|in (?:final |advanced |early )?talks|negotiating|draft|tentative(?:ly)?"
    r"|preliminary|close to|nearing|near a|poised to|about to|prepared to|ready to|willing to|possible|possibly"
    r"|potential|if approved|pending|should|optimis\w+|calls? for|called for|support the|back the)\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\b(?:signed|ratified|passed|approved|adopted|enacted|agreed|reached|struck|sealed|concluded|finali[sz]ed|settled"
    r"|acquired|bought|sold|announced (?:a|an|the|its|his|her|their)|voted to|apologi[sz]ed|resigned|conceded|withdrew"
    r"|withdrawn|pleaded guilty|will comply|donated|released|cleared|merged|took effect|won approval)\b",
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
