"""The clause in which a date stands: the words that may make it a deadline."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_BOUNDARY: Final = re.compile(
    r"[;:]\s|\s(?:--|–|—)\s|,? \b(?:but|while|although|though|whereas|because|since(?= [a-z]+ [a-z]+ed))\b"
    r"|, (?:and|which|who|whose|where|when|after|so|as|saying|adding|or|with|a|the|once|then|a move)\b|[()]"
    r"|\b(?:said|says|announced|told [a-z]+|added|confirmed|warned|reported|wrote)(?: (?:on|"
    r"late|early|in a [a-z]+))*(?: [a-z]+day)?(?: that)?(?= (?:he|she|it|they|the|we|i)\b)"
    r"|[\"“”]"
)


_LEAD_WORDS: Final = 3


class Clause(NamedTuple):
    """Lower-case words of the clause before and after a date, and its place in the sentence."""

    before: str
    after: str
    start: int
    end: int


def clause(lower: str, start: int, end: int) -> Clause:
    """The clause of `lower` around the date at `start`..`end`."""
    first, last = 0, len(lower)
    for cut in _BOUNDARY.finditer(lower):
        if cut.end() <= start:
            first = cut.end()
        elif cut.start() >= end and not _leads(lower[first:start], cut.start() - end):
            last = cut.start()
            break
    return Clause(lower[first:start], lower[end:last], first, last)


def _leads(before: str, gap: int) -> bool:
    """Whether the date opens its clause (`On Friday, the court will rule`): its comma ends nothing."""
    return gap == 0 and len(before.split()) <= _LEAD_WORDS
