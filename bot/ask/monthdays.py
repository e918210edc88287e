"""Days that a question names by their number alone: "since the 20th"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from summarizers.dates import Timex

_DAY = re.compile(
    r"\b(?:since|after|before|until|till|on|from|between|and|to|through)\s+the\s+"
    r"(?P<day>(?:[12]?1st|2?2nd|2?3rd|(?:[4-9]|1\d|2[04-9]|30)th|31st))"
    r"(?=\s*(?:[?.,;:!]|$)|\s+(?:about|on|in|at|by|and|to|until|till|through|regarding|concerning|with)\b)",
    re.IGNORECASE,
)
"""What follows tells a day from the fifth of anything else: "on the 20th floor"."""


def month_days(text: str, today: date) -> Iterator[Timex]:
    """Such days, each the last one of its number up to today."""
    for found in _DAY.finditer(text):
        day = _last(int(found["day"][:-2]), today)
        start, end = found.span("day")
        yield Timex(start=start, end=end, text=text[start:end], type="DATE", value=day.isoformat())


def _last(number: int, today: date) -> date:
    day = today
    while day.day != number and day.toordinal() > 1:
        day -= timedelta(days=1)
    return day
