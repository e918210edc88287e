"""Number words and digits as amounts."""

from __future__ import annotations

import calendar
from typing import Final

from summarizers.dates.lexicon import ORDINALS, SCALES, SMALL_NUMBERS, TENS

_WORDS: Final = SMALL_NUMBERS | TENS | {"a": 1, "an": 1}


def amount(text: str) -> float | None:
    """The number that `text` spells (`twenty-one`, `2 1/2`, `1,500`, `a hundred and five`); None if vague."""
    if text[:1].isdigit():
        return _from_digits(text)
    total = 0
    for word in text.replace("-", " ").split():
        if word in SCALES:
            total = (total or 1) * SCALES[word]
        elif word in _WORDS:
            total += _WORDS[word]
        elif word != "and":
            return None
    return total


def _from_digits(text: str) -> float | None:
    half = 0.5 if text.endswith(("1/2", "½")) else 0
    digits = text.removesuffix("1/2").removesuffix("½").strip().replace(",", "")
    number = float(digits) if "." in digits else int(digits)
    return number + half


def ordinal(text: str) -> int:
    """The number of an ordinal in words or digits (`third`, `3rd`, `twenty-first`)."""
    if text[:1].isdigit():
        return int(text.rstrip("stndrh"))
    return ORDINALS[text.replace(" ", "-")]


_LONGEST: Final = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_day(month: int, day: int, year: int | None = None) -> bool:
    """Whether that day exists, in that year or, without one, in some year."""
    if not 1 <= month < len(_LONGEST) or not 1 <= day <= _LONGEST[month]:
        return False
    return year is None or (month, day) != (2, 29) or calendar.isleap(year)


_PIVOT: Final = 50


def full_year(digits: str) -> int:
    """A year of four digits, or of two: below 50 in this century, from 50 in the last one."""
    year = int(digits)
    if len(digits) > len("98"):
        return year
    return year + (2000 if year < _PIVOT else 1900)
