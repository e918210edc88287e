"""Who is named in a sentence, for "he" and "she" in the question after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizers.grounding.lexicon import CALENDAR
from summarizers.text.tokens import words

_NAME = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]*(?: (?:[a-z]{2,3} )?[A-Z][\w’'-]*)+")
_QUOTED = re.compile(r"[\"“«][^\"”»]*[\"”»]")
_HE_OR_SHE = re.compile(r"\b(?:he|him|his|she|her|hers)\b", re.IGNORECASE)
_BEFORE_A_NAME = re.compile(r"^(?:Former|Late|Acting|Outgoing|Incoming|Deputy|The|An?) ")
"""Words that begin a sentence before a name and are none of it."""

_LOWEST = 2
"""Words of a name that may be a person's: one word alone is as often a place."""


def points_at_a_person(question: str) -> bool:
    """Whether a question says "he" or "she"."""
    return _HE_OR_SHE.search(question) is not None


def persons_in(sentence: str, question: str) -> tuple[str, ...]:
    """Names of several words that the question does not hold; titles in quotation marks are none."""
    said = frozenset(words(question))
    return tuple(dict.fromkeys(name for name in _names(sentence) if said.isdisjoint(words(name))))


def _names(sentence: str) -> Iterator[str]:
    for found in _NAME.finditer(_QUOTED.sub(lambda quoted: " " * len(quoted[0]), sentence)):
        name = _BEFORE_A_NAME.sub("", re.sub(r"['’]s$", "", found[0]))
        if len(name.split()) >= _LOWEST and not any(word in CALENDAR for word in words(name)):
            yield name
