"""Lines that only say when a page was written: `Last updated: 3 March 2031, 16:02 GMT`."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.lexicon import MONTHS, WEEKDAYS, ZONES

_LONGEST: Final = 100
"""Characters of a stamp with two times; most sentences are longer."""

_TIMES: Final = frozenset((*MONTHS, *WEEKDAYS, *ZONES))
_AROUND: Final = re.compile(
    r"(?:updat|publish|post|modifi|revis|creat)ed|first|last|originally|on|at|of|this|article|story|page|post"
    r"|report|was|is|am|pm|a|p|m|h|ago|(?:minute|min|hour|hr|day)s?|st|nd|rd|th"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_DIGIT: Final = re.compile(r"\d")


def is_stamp(line: str) -> bool:
    """Whether a line holds nothing but a time, or when the page was published or changed."""
    if len(line) > _LONGEST or _DIGIT.search(line) is None:
        return False
    word = None
    for word in _WORD.finditer(line.lower()):  # the first word tells of nearly every line that it is no stamp
        if word[0] not in _TIMES and _AROUND.fullmatch(word[0]) is None:
            return False
    return word is not None
