"""Which sentences state something settled, promised or conceded, and how firmly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizers.sections.statements import Statement
from summarizers.sections.weights import AGREEMENT
from summarizers.types import Section, Status

if TYPE_CHECKING:
    from summarizers.sections.features import Rows
    from summarizers.sections.model import Classifier

_TENTATIVE = re.compile(
    r"\b(?:could|may|might|would|should|expect(?:s|ed|ing|ations?)?|likely|unlikely|possibl[ey]|potential|optimis\w+"
    r"|propos(?:es?|al|als|ing)|(?<!\ba )(?<!\bthe )(?<!\bits )proposed"
    r"|plan(?:s|ned|ning)? to|intends?|intent|intention|consider(?:s|ing)?|weighing"
    r"|hop(?:es?|ed|ing)|offer(?:s|ed)?|bid|seek(?:s|ing)?|sought|negotiating|draft|tentative(?:ly)?|preliminary"
    r"|willingness"
    r"|in (?:final |advanced |early )?talks|close to|nearing|near a|poised to|about to|prepared to|ready to"
    r"|willing to|if approved|pending|call(?:s|ed) for|(?:support|back) the)\b",
)
_SETTLED = re.compile(
    r"\b(?:signed|ratified|passed|approved|adopted|enacted|agreed|reached|struck|sealed|concluded|finali[sz]ed"
    r"|settled|acquired|bought|sold|announced (?:an?|the|its|his|her|their)|voted to|apologi[sz]ed|resigned"
    r"|conceded|withdrew|withdrawn|pleaded guilty|will comply|donated|released|cleared|merged|took effect"
    r"|won approval)\b",
)
_SAID_WOULD = re.compile(
    r"\b(?:said|says|announced|confirmed|promised|pledged)\b[^,;.]{0,40}?"
    r"\b(?:it|he|she|they|we|that \w+) would\b"
)
"""A promise as it is reported: who says that he would pay has said that he will."""

_PRELIMINARY = re.compile(
    r"\b(?:tentative|preliminary|provisional|proposed|draft)\s(?:[\w’'-]+\s){0,2}"
    r"(?:deal|agreement|accord|pact|truce|settlement|contract|treaty|terms|ceasefire|cease-fire)\b",
)
_BESIDE = re.compile(
    r",?\s(?:which|who|whose|that\s(?:could|would|might|may|will|calls?|has|had|is|was))\b[^,;“”\"]{0,160}"
    r"|,?\s(?:as|while|after|because|since)\s(?!expected|planned|soon|part\b)[^,;“”\"]{0,160}"
)
"""Clauses beside the main one."""


def agreements(rows: Rows, classifier: Classifier = AGREEMENT) -> tuple[Statement, ...]:
    """The sentences, in the order of the text, whose features say agreement."""
    return tuple(
        Statement(section=Section.AGREEMENT, index=index, probability=score)
        for index, score in classifier.above(rows)
    )


def status(text: str) -> Status:
    """Tentative where the main clause hedges and names no completed act, or the deal itself is preliminary.

    What a deal contains (`which calls for`, `that could end the strike`) and what happened meanwhile say
    nothing of how firm it is.
    """
    if _PRELIMINARY.search(text.lower()) is not None:
        return Status.TENTATIVE
    main = _SAID_WOULD.sub("", _BESIDE.sub("", text).lower())
    hedged = _TENTATIVE.search(main) is not None
    return Status.TENTATIVE if hedged and _SETTLED.search(main) is None else Status.AGREED
