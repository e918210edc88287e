"""Whether what an article names its own day for is still to come on it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from summarizers.dates.types import Timex
from summarizers.sections import deadline_cues as cues
from summarizers.types import Publication


def names_its_day(timex: Timex) -> bool:
    """Whether it is one day, named as such: an hour alone is of the day that stands beside it."""
    text = timex.text.lower()
    named = timex.type == "DATE" or "day" in text or text.startswith("this ")
    return named and len(timex.value) >= len("2026-10-12")


_ANY: Final = (" a ", " any ", " every ", " each ")
"""Before a weekday that is no certain one."""
_DID: Final = re.compile(r"\b(?:did|was|were|had|said)\b")


def is_awaited(before: str, after: str) -> bool:
    """Whether the last verb before the article's own day says what is still to come on it.

    Or the first one behind it, where the day opens its clause (`On Monday, the court is to rule`).
    """
    if _OPENS.fullmatch(before):
        first = cues.AWAITED.search(after)
        return first is not None and _DID.search(after, 0, first.start()) is None
    end = cues.AWAITED.last_end(before)
    return end is not None and not before.endswith(_ANY) and _DID.search(before, end) is None


_OPENS: Final = re.compile(r"\W*on ")


def is_later_today(timex: Timex, last: dt.date, published: Publication) -> bool:
    """Whether it is later on the publication's own day: its night, the midnight that ends it, or hours on.

    An hour is compared with the publication's clock unless it names its zone.
    """
    if last != published.local_date:
        return False
    text = timex.text.lower()
    if timex.value.endswith("T24:00") or text.endswith("tonight") or timex.type == "DURATION":
        return True
    if text.startswith("later ") and not text.endswith("that day"):
        return True
    hour = _HOUR.search(timex.value)
    return bool(hour and published.at and timex.tz is None and hour[1] > f"{published.at:%H:%M}")


_HOUR: Final = re.compile(r"T(\d\d:\d\d)$")
