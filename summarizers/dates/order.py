"""Which of two numbers a text writes first in a date, day or month, by what it says elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from summarizers.dates.patterns import MONTH

Order = Literal["day", "month"]

_SURE: Final = re.compile(
    r"(?<![\d/.-])(?:(?P<day>1[3-9]|2\d|3[01])|(?:0?[1-9]|1[0-2]))(?P<sep>[/-])"
    r"(?:(?(day)(?:0?[1-9]|1[0-2])|(?:1[3-9]|2\d|3[01])))(?P=sep)\d{2,4}(?!\d)"
)
"""A date in digits of which only one number can be the day."""
_NO_COUNT: Final = r"(?! (?:people|men|women|children)\b)(?! (?!(?:was|is|has|as|its|this)\b)[a-z]+s\b)"
"""Behind a number that is a day: `in March 12 ships sank` has none."""
_NAMED: Final = re.compile(
    rf"(?<!\w)(?:(?P<day>\d\d?(?:st|nd|rd|th)?(?: of)? {MONTH})|{MONTH} \d\d?(?!\d){_NO_COUNT})(?!\w)",
    re.IGNORECASE,
)
_TWO: Final = re.compile(r"(?P<one>\d\d?)(?P<sep>[/-])(?P<two>\d\d?)(?P=sep)(?:\d{4}|\d\d)(?!\d)")
_MONTHS: Final = 12


@lru_cache(maxsize=4)
def order_of(text: str) -> Order | None:
    """What `text` writes first: by its dates in digits that can be read in one way, else by those in words.

    None where it has none of either, or writes both ways. Asked once for all the dates of a text.
    """
    return _only(_SURE, text) or _only(_NAMED, text)


def _only(pattern: re.Pattern[str], text: str) -> Order | None:
    found: set[Order] = {"day" if one["day"] else "month" for one in pattern.finditer(text)}
    return found.pop() if len(found) == 1 else None


def may_be_two_days(words: str, text: str) -> bool:
    """Whether the date `words` of `text` may be either of two days: nothing in the text tells which."""
    found = _TWO.search(words) if "/" in words or "-" in words else None
    if found is None:
        return False
    one, two = int(found["one"]), int(found["two"])
    return max(one, two) <= _MONTHS and one != two and order_of(text) is None
