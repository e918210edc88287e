"""Recognition: text to mentions with underspecified fields."""

from __future__ import annotations

import string
from typing import Final

from summarizers.dates.compose import compose
from summarizers.dates.fields import Fields, Mention
from summarizers.dates.numbers import is_day
from summarizers.dates.scan import atoms

_ASCII_LOWER: Final = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def lower_case(text: str) -> str:
    """`text` in lower case with every character at its place (İ would become two).

    A line in ASCII takes a tenth of the time, and most are, also where the whole text is not.
    """
    lower = text.lower() if text.isascii() else "\n".join([line.lower() for line in text.split("\n")])
    return lower if len(lower) == len(text) else text.translate(_ASCII_LOWER)


def recognise(text: str, lower: str) -> list[Mention]:
    """The temporal expressions of `text` in order, none overlapping; `lower` is `lower_case(text)`.

    A day that no calendar has (`Friday 31 June at noon`) is read whole and left out: nobody can tell which
    day its writer meant, and what stands beside it would name another one.
    """
    mentions = compose(lower, atoms(text, lower))
    return [one for one in mentions if one.fields.month is None or _is_in_a_calendar(one.fields)]


def _is_in_a_calendar(fields: Fields) -> bool:
    return fields.month is None or fields.day is None or is_day(fields.month, fields.day, fields.year)
