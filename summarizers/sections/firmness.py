"""How firm an agreement is that a sentence tells: agreed, or tentative."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizers.text.holding import holds_any
from summarizers.text.prefilter import Prefiltered
from summarizers.types import Status

if TYPE_CHECKING:
    from summarizers.text.analysis import Analysis

_TENTATIVE = Prefiltered(
    r"\b(?:(?:could|may|might|would|should)(?! (?:not )?have\b)(?!(?<=may) (?:not|no longer|only)\b)"
    r"|expect(?:s|ed|ing|ations?)?|likely|unlikely|possibl[ey]|potential|optimis\w+"
    r"|propos(?:es?|al|als|ing)|(?<!\ba )(?<!\bthe )(?<!\bits )proposed"
    r"|(?<!(?:drop|crap|elve|ndon|draw|ncel) (?:its|the) )plan(?:s|ned|ning)? to"
    r"|intends?|intent|intention|consider(?:s|ing)?|weighing"
    r"|hop(?:es?|ed|ing)|offer(?:s|ed)?|bid|seek(?:s|ing)?|sought|negotiating|draft|tentative(?:ly)?|preliminary"
    r"|willingness|predict(?:s|ed|ing)?|seconded|working on|talking (?:to|with)|having (?:\w+ ){0,2}talks"
    r"|(?:send|present|submit|introduce) (?:an?|the|its) (?:\w+ )?(?:bill|proposals?|plans?|motion)"
    r"|talks (?:will|are (?:to|due))"
    r"|in (?:final |advanced |early )?talks|close to|nearing|near a|poised to|about to|prepared to|ready to"
    r"|willing to|pending|call(?:s|ed) for|(?:support|back) the)\b",
)
_SETTLED = re.compile(
    r"\b(?<!\bbe )(?<!\bbeing )(?:signed|ratified|passed|approved|adopted|enacted|agreed|reached|struck"
    r"|sealed|concluded|finali[sz]ed|settled|acquired|bought|sold|announced (?:an?|the|its|his|her|their)"
    r"|voted|apologi[sz]ed|resigned|conceded|withdrew|withdrawn|pleaded guilty|will comply|donated|released"
    r"|cleared|merged|took effect|won approval|accepted|renewed|promised|gave up|given up|shelved|dropped"
    r"|scrapped|abandoned|c[ao]me to (?:an?|terms))\b",
)
_SAID_WOULD = re.compile(
    r"\b(?:said|says|told|wrote|announced|confirmed|promised|pledged)\b[^,;.]{0,60}?\bwould\b"
    r"(?!.*\b(?:if|unless)\b)"
)
"""A promise as it is reported: who says that he would pay has said that he will."""

_IN_CASE = re.compile(r"\b(?:if|once|unless|until|when)\b[^,;.]{0,120}")
"""What must come first: an act in it is not done."""

_DEAL = r"(?:deal|agreement|accord|pact|truce|settlement|contract|treaty|terms|ceasefire|cease-fire)\b"
_PROVISIONAL = ("tentative", "preliminary", "provisional", "proposed", "draft")
_PRELIMINARY = re.compile(rf"\b(?:{'|'.join(_PROVISIONAL)})\s(?:[\w’'-]+\s){{0,2}}{_DEAL}")
_OF_THE_DEAL = re.compile(rf"^(?:under |as part of |in )?(?:the|this|that) (?:new )?{_DEAL}")
_HEAD = 3
"""Sentences of an article that name the deal which it goes on to tell of."""

_MONTH = re.compile(r"\bMay\b")
"""The month: no hedge is written with a capital letter, unless it opens a wish."""

_BESIDE = re.compile(
    r"[,\s](?:(?<=,)\s|(?<=\s))(?:(?:which|who|whose|that\s(?:could|would|might|may|will|calls?|has|had|is|was))\b[^,;“”\"]{0,160}"
    r"|(?:as|while|after|because|since)\s(?!expected|planned|soon|part\b)[^,;“”\"]{0,160})"
)
"""Clauses beside the main one."""


def status(analysis: Analysis, index: int) -> Status:
    """How firm sentence `index` is: tentative where it hedges, or tells what a tentative deal holds.

    Such a deal is named at the head of the article; `The deal was ratified` is tentative no more.
    """
    text = analysis.sentences[index].text
    if firmness(text) is Status.TENTATIVE or _is_of_preliminary(analysis, text):
        return Status.TENTATIVE
    return Status.AGREED


def _is_of_preliminary(analysis: Analysis, text: str) -> bool:
    """Whether `text` opens with the deal of its article and tells no act that completes it."""
    low = text.lower()
    if _OF_THE_DEAL.match(low) is None or _SETTLED.search(_BESIDE.sub("", low)) is not None:
        return False
    return any(_PRELIMINARY.search(head.text.lower()) for head in analysis.sentences[:_HEAD])


def firmness(text: str) -> Status:
    """Tentative where the main clause hedges and names no completed act, or the deal itself is preliminary.

    What a deal contains (`which calls for`, `that could end the strike`) and what happened meanwhile say
    nothing of how firm it is.
    """
    low = text.lower()
    if holds_any(low, _PROVISIONAL) and _PRELIMINARY.search(low) is not None:
        return Status.TENTATIVE
    main = _BESIDE.sub("", text)
    main = (_MONTH.sub("", main) if "May" in main else main).lower()
    main = _SAID_WOULD.sub("", main) if "would" in main else main
    hedged = _TENTATIVE.search(main) is not None
    return Status.TENTATIVE if hedged and _SETTLED.search(_IN_CASE.sub("", main)) is None else Status.AGREED
