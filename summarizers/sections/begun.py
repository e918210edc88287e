"""Whether a cut falls inside a part of the sentence that has only begun, though a verb stands before it."""

from __future__ import annotations

import re
from typing import Final

from summarizers.sections.pieces import FINITE, SAID_LAST

_OPENERS: Final = (
    r"unless|if|once|when|while|whilst|although|though|after|before|as|because|since|until|despite|with|without"
    r"|in|on|at|under|for|by|from"
)
_OPENED: Final = re.compile(rf"(?:\bthat,?|,? and|,? but)\s(?:{_OPENERS})\s(?:[^,;:“”\"]|(?<=\d):(?=\d))*$")
"""The opening phrase of a clause inside: `ruled that, unless it pays by May`, `and in such a case`."""
_CLAUSE: Final = re.compile(r",\s(?:the|an?|its|his|her|their|this|these|it|they|he|she|we|there)\s|,\s[A-Z]")
_QUOTED: Final = re.compile(
    r"[“\"](?:Whil(?:e|st)|When|If|Although|Though|Because|Since|Unless|Once|As|After|Before)\s[^,“”\"]*$"
)
_SUBJECT: Final = re.compile(
    r"\b(?:before|after|when|while|until|since|because|once)\s"
    r"((?:(?!of|in|on|by|with|for|from|to|at)[\w’'-]+\s){0,3}[\w’'-]+)$"
)
"""`before striking teachers`, whose verb stands behind what the relative clause tells of them."""
_NARROWS: Final = re.compile(r"\s+(?:who|which|that)\s")
_WHOM: Final = re.compile(
    r"\b(?:giv(?:e|es|ing|en)|gave)\s(?:[\w’'-]+\s){0,3}"
    r"(?!approval|consent|assent|backing|support|evidence|notice|details?|reasons?|figures?|way\b)[\w’'-]+"
    r"(?:,\s[^,;:“”\"]{3,120})?$"
)
_WHAT: Final = re.compile(r",\s(?:[^,;:“”\"]{3,120},\s)?(?:an?|the|its|more|new|\d+)\s")
"""`give the site`, and behind what is told of it `a new life`."""
_NAMED: Final = re.compile(r"\W*after\s(?:him|her|it|them|himself|herself)\b")
"""`name the hall after her`: not when, but how."""


def has_begun(head: str, tail: str) -> bool:
    """Whether `head` ends in a clause, or with half of what is given, of which `tail` holds the rest."""
    if _NAMED.match(tail) or _QUOTED.search(head):
        return True
    if tail.startswith(","):
        given = _WHOM.search(head) is not None and _WHAT.match(tail) is not None
        return given or (_goes_on(tail) and _OPENED.search(head) is not None)
    subject = _SUBJECT.search(head) if _NARROWS.match(tail) else None
    return subject is not None and FINITE.search(subject[1]) is None


def _goes_on(tail: str) -> bool:
    """Whether a clause follows the comma that is not who said it."""
    return _CLAUSE.match(tail) is not None and SAID_LAST.fullmatch(tail[1:]) is None
