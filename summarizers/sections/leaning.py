"""Whether a bullet leans on what its article said before: one that stands alone is better."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from summarizers.sections.pieces import FINITE
from summarizers.text.alternatives import tree

_KEPT: Final = 64
"""Texts of which is remembered how they lean: each is asked about at every step of its wording."""

_THIN: Final = 9
"""Words under which a bullet must name somebody or some figure to say enough."""

_OPENS: Final = re.compile(
    r"^[“\"]?(?:He|She|It|They|Its|His|Her|Their|This|These|Those|That|Such|Both|One of (?:them|these|those)"
    r"|(?:The|These|Those|All|Both) (?:two |2 )?(?:sides|parties|latter|former|other|others)"
    r"|(?:If|Unless) (?:he|she|it|they|this|that|both|neither|the two(?: sides)?)"
    r"|(?:When|Once|Until) (?:he|she|it|they|this|that) (?:does|do|did|happens|happened))\b"
    r"(?! (?:is|was) (?:true|possible))"
)
_TAKES: Final = tree(
    r"\b(?:reject|den(?:y|i)|dismiss|disput|welcom|condemn|critici[sz]|oppos|accept|call|refus|challeng|contest"
    r"|defend|support|back|describ|approv|discuss|explain)[a-z]*\s"
    r"(?:that|this|those|these|it|them|both|(?:\w+\s){1,2}of (?:those|these|them))"
    r"(?=\s[a-z]+(?:[\s.,;]|$)|\s[“\"]|[.,;]|$)(?!\s(?:morning|day|week|month|year|evening|night|afternoon|weekend)\b)(?!\s(?:is|was|are|were|had|has|have|will|would|could|can|may|must)\b)"
)
_TAKEN: Final = re.compile(
    r"\s(?:that|this|those|these|it|them|both)(?=\s[a-z]+(?:[\s.,;]|$)|\s[“\"]|[.,;]|$)"
)
"""Stands in every match of `_TAKES`, and is found in a third of the time."""

_SAID_OF: Final = re.compile(r"sa(?<!\w..)(?:y|id|ys) (?:that|this) (?:is|was)\b")
"""What is said of something that stands in the sentence before: `say that is not enough`.

Letters stand first: what begins with them is found much faster.
"""

_LATIN: Final = re.compile(r"[a-z]")
_TELLS: Final = re.compile(r"[\s\d](?:(?<=\d)|[“\"]?[A-Z])")
"""A name or a figure; what begins with a class of characters is found soonest."""

_OPENS_WITH_A_NAME: Final = re.compile(
    r"(?!(?:The|An?|But|And|Not|No|Nobody|None|Neither|Several|Two|Three|Four"
    r"|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Dozens|Hundreds|Thousands"
    r"|Both|Each|All)\b)[“\"]?[A-Z]"
)
_COUNTED: Final = re.compile(
    r"(?:Several|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Dozens|Hundreds|Thousands)\b"
)


_TERMS: Final = re.compile(r"^(?:Under (?:the|its|their|that|this)|As part of|In (?:return|exchange))\b")
_WHOLE: Final = 6
_EVENTS: Final = frozenset(
    {"move", "decision", "ruling", "step", "announcement", "vote", "order", "request", "change", "verdict"}
)
"""Nouns that take up whatever the sentence before told."""

_DEFINITE: Final = re.compile(r"^The ([a-z]+)(?:[’']s)?\s")
_PERSON: Final = re.compile(r"^[“\"]?(?:He|She|His|Her)\b")
_SIDES: Final = re.compile(r"^[“\"]?(?:Both|(?:The|These) (?:two|2))\b")
_NOUN: Final = r"(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*|(?:the|a|an|his|her|its|their) (?:[a-z]+ )?[a-z]+)"
_TWO: Final = re.compile(rf"(?<!\bof )\b{_NOUN}\s(?:and|with|or) {_NOUN}\b")
_NAMED: Final = re.compile(
    r"(?<=\s)[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*|^(?!The\b|An?\b|In\b|On\b|At\b)[A-Z][\w’'-]+"
)
_PRONOUN: Final = re.compile(r"\b(?:he|she|him|his|her)\b")
_LEFT_OPEN: Final = re.compile(r"\b(?:it|them|this|that|those|these|not|so|too)[.!?]?$")


@lru_cache(maxsize=_KEPT)
def names_nobody(text: str) -> bool:
    """Whether `text` holds no name and no figure that tells whom or what it is about.

    Only of Latin script that is said: others show no name by its capitals.
    """
    if _TELLS.search(text) is not None or _OPENS_WITH_A_NAME.match(text) is not None:
        return False
    return _LATIN.search(text) is not None


def is_thin(text: str) -> bool:
    """Whether `text`, a bullet, has few words and names nobody: nothing is told by it alone."""
    return names_nobody(text) and len(text.split()) < _THIN


def leans(text: str) -> bool:
    """Whether `text`, a bullet, opens with a pronoun, takes one as its object, or is too thin to tell who."""
    return is_thin(text) or _takes_up(text)


@lru_cache(maxsize=_KEPT)
def _takes_up(text: str) -> bool:
    """Whether `text` opens with what was told before, or has it as its object."""
    if _OPENS.match(text) is not None or _SAID_OF.search(text) is not None:
        return True
    return _TAKEN.search(text) is not None and _TAKES.search(text) is not None


def counts(text: str) -> bool:
    """Whether `text`, a bullet, opens with how many do something: it wants no more than a name of what."""
    return _COUNTED.match(text) is not None


def tells_terms(text: str) -> bool:
    """Whether `text`, a bullet, opens with the deal whose terms it tells: that deal itself says more."""
    return _TERMS.match(text) is not None


def gives_what(before: str, text: str, *, near: bool) -> bool:
    """Whether the sentence `before` tells what `text`, a bullet, leans on; `near` in the same paragraph.

    A person needs a name there, two sides two names, and what is only said to be known its own noun.
    """
    if _PERSON.match(text) is not None:
        return _NAMED.search(before) is not None and _PRONOUN.search(before) is None
    if _SIDES.match(text) is not None:
        return _TWO.search(before) is not None
    if _takes_up(text):
        return True
    told = _DEFINITE.match(text)
    if told is None or not near or not names_nobody(text):
        return False
    return told[1] in _EVENTS or re.search(rf"\b{told[1]}\b", before) is not None


def stands_before(text: str) -> bool:
    """Whether `text` reads alone well enough to stand before another: a whole statement, not only quoted."""
    return (
        not leans(text)
        and _LEFT_OPEN.search(text) is None
        and text[0] not in "“\"‘'"
        and len(text.split()) >= _WHOLE
        and FINITE.search(text) is not None
        and text.endswith((".", ".”", '."'))
    )
