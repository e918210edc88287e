"""Whether a bullet leans on what its article said before: one that stands alone is better."""

from __future__ import annotations

import re
from typing import Final

_THIN: Final = 9
"""Words under which a bullet must name somebody or some figure to say enough."""

_OPENS: Final = re.compile(
    r"^[“\"]?(?:He|She|It|They|Its|His|Her|Their|This|These|Those|That|Such|Both|One of (?:them|these|those)"
    r"|(?:The|These|Those|All|Both) (?:two |2 )?(?:sides|parties|latter|former|other|others))\b"
)
_TAKES: Final = re.compile(
    r"\b(?:reject|den(?:y|i)|dismiss|disput|welcom|condemn|critici[sz]|oppos|accept|call|refus|challeng|contest"
    r"|defend|support|back|describ|approv)[a-z]*\s"
    r"(?:that|this|those|these|it|them|both|(?:\w+\s){1,2}of (?:those|these|them))"
    r"(?=\s[a-z]+(?:[\s.,;]|$)|[.,;]|$)(?!\s(?:morning|day|week|month|year|evening|night|afternoon|weekend)\b)(?!\s(?:is|was|are|were|had|has|have|will|would|could|can|may|must)\b)"
)
_TELLS: Final = re.compile(r"^(?!The\b|An?\b|But\b|And\b)[“\"]?[A-Z]|\s[“\"]?[A-Z]|\d")


def leans(text: str) -> bool:
    """Whether `text`, a bullet, opens with a pronoun, takes one as its object, or is too thin to tell who."""
    thin = len(text.split()) < _THIN and _TELLS.search(text) is None
    return thin or _OPENS.match(text) is not None or _TAKES.search(text) is not None
