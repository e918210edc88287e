"""Lines that only say when a page was written: `Last updated: 3 March 2031, 16:02 GMT`."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.lexicon import MONTHS, WEEKDAYS, ZONES

_LONGEST: Final = 100
"""Characters of a stamp with two times; most sentences are longer."""

_DEED: Final = r"(?:(?:first|last|originally) )?(?:updat|publish|post|modifi|revis|creat)ed"
_HEAD: Final = re.compile(rf"(?:this (?:article|story|page|post|report) (?:was|is) )?{_DEED}\b")
_TIMES: Final = frozenset((*MONTHS, *WEEKDAYS, *ZONES))
_PIECE: Final = re.compile(
    rf"(?<![^\W\d_])(?:{_DEED}|on|at|of|ago|(?:minute|min|hour|hr|day)s?|h|[ap]\.?m|st|nd|rd|th)(?![^\W\d_])"
    r"|(?P<word>[^\W\d_]+)"
)
"""What may stand beside a time, or any other word."""

_DIGIT: Final = re.compile(r"\d")


def is_stamp(line: str) -> bool:
    """Whether a line holds nothing but a time, or when the page was published or changed."""
    if len(line) > _LONGEST or _DIGIT.search(line) is None:
        return False
    low = line.lower()
    head = _HEAD.match(low)
    for piece in _PIECE.finditer(low, head.end() if head else 0):  # nearly always the first tells
        word = piece["word"]
        if word is not None and word not in _TIMES:
            return False
    return True
