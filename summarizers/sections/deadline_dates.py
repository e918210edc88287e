"""From a timex to the days of a deadline: first day, last day, granularity."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from summarizers.dates.arithmetic import last_valid, shift
from summarizers.dates.bounds import bounds
from summarizers.dates.lexicon import MONTHS
from summarizers.dates.patterns import MONTH
from summarizers.dates.types import Timex
from summarizers.types import Granularity


class Days:
    """First and last day, inclusive, and how fine the words are."""

    __slots__ = ("first", "granularity", "last")

    def __init__(self, first: dt.date, last: dt.date, granularity: Granularity) -> None:
        self.first: Final = first
        self.last: Final = last
        self.granularity: Final = granularity


def spelled(first: dt.date, last: dt.date) -> str:
    """The days in words that need no context: `10 November 2025`, `1 May 2026 to 31 May 2026`."""
    shown = f"{last.day} {last:%B %Y}"
    return shown if first == last else f"{first.day} {first:%B %Y} to {shown}"


_AMOUNT: Final = re.compile(r"P(?P<t>T)?(?P<n>\d{1,5})(?P<u>[DWMQYH])")
_UNITS: Final = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}
_FAR_YEARS: Final = 3
_LONGEST_MONTH: Final = 31


def after_period(value: str, published: dt.date, at: dt.datetime | None = None) -> Days | None:
    """The day on which a period counted from the publication ends, or None for a vague or far one.

    Hours count from its time `at`, a part of a day as a whole one where that is not known.
    """
    match = _AMOUNT.fullmatch(value)
    if match is None or (match["t"] is not None) != (match["u"] == "H"):
        return None
    try:
        if match["u"] == "H":
            hours = int(match["n"])
            day = (at + dt.timedelta(hours=hours)).date() if at else published + dt.timedelta(-(-hours // 24))
        else:
            day = shift(published, _UNITS[match["u"]], int(match["n"]))
    except (OverflowError, ValueError):
        return None
    return Days(day, day, "day")


def further(days: Days, length: str) -> Days | None:
    """The days so much later, or None where the length is vague or leaves the calendar."""
    first, last = after_period(length, days.first), after_period(length, days.last)
    return Days(first.first, last.last, days.granularity) if first and last else None


def is_far(day: dt.date, published: dt.date) -> bool:
    """Three years ahead or more: a target, no deadline."""
    years = day.year - published.year
    return years > _FAR_YEARS or (
        years == _FAR_YEARS and (day.month, day.day) >= (published.month, published.day)
    )


def days_of(timex: Timex, published: dt.date) -> Days | None:
    """The days of a calendar timex, narrowed by early, mid, late and end, never before the publication."""
    named = bounds(timex.value)
    if named is None:
        return None
    first, last = _in_its_month(timex, *named)
    granularity = _granularity(timex, first, last)
    if granularity != "day" and timex.mod is not None:
        narrowed = _narrowed(timex, first, last, granularity)
        first, last, granularity = narrowed.first, narrowed.last, narrowed.granularity
    begins = published + _A_DAY if timex.text.lower().startswith("later") else published
    if first < begins <= last:
        first = begins
    return Days(first, last, granularity)


_A_DAY: Final = dt.timedelta(days=1)
_OF_A_MONTH: Final = re.compile(rf"\bweek (?:of|in) (?P<mon>{MONTH})(?! ?\d\d?(?!\d))", re.IGNORECASE)


def _in_its_month(timex: Timex, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """The days of `the first week of April` that are April's."""
    named = _OF_A_MONTH.search(timex.text) if "-W" in timex.value else None
    if named is None:
        return first, last
    month = MONTHS[named["mon"].lower().rstrip(".")]
    if first.month != month:
        return last.replace(day=1), last
    return first, last if last.month == month else last_valid(first.year, month, _LONGEST_MONTH)


def _granularity(timex: Timex, first: dt.date, last: dt.date) -> Granularity:
    if "T" in timex.value and ":" in timex.value and not timex.value.endswith("T24:00"):
        return "minute"
    length = (last - first).days + 1
    if timex.value.endswith("WE"):
        return "weekend"
    if "-H" in timex.value:
        return "half"
    if timex.value[5:] in {"SP", "SU", "FA", "WI"}:
        return "season"
    for most, name in _LONGEST:
        if length <= most:
            return name
    return "year"


_DAY_TO_QUARTER: tuple[Granularity, ...] = ("day", "week", "month", "quarter")
_LONGEST: Final = tuple(zip((1, 7, 31, 92), _DAY_TO_QUARTER, strict=True))
"""Days that each has at most."""


def _narrowed(timex: Timex, first: dt.date, last: dt.date, granularity: Granularity) -> Days:
    """A third for early and late, the middle quarter for mid, the very last or first day for `end of`."""
    text = timex.text.lower()
    if timex.mod == "END" and re.search(r"\b(?:end|close)\b", text):
        return Days(last, last, "day")
    if timex.mod == "START" and re.search(r"\b(?:start|beginning) of\b", text):
        return Days(first, first, "day")
    whole_year = (first.month, first.day, last.month) == (1, 1, 12)
    third = ((last - first).days + 1) // 3
    if timex.mod == "START" and "earlier" not in text:
        end = dt.date(first.year, 4, 30) if whole_year else first + dt.timedelta(days=max(third - 1, 0))
        return Days(first, end, granularity)
    if timex.mod == "MID":
        margin = dt.timedelta(days=((last - first).days + 1) * 3 // 8)
        return Days(first + margin, last - margin, granularity)
    if timex.mod == "END" and "later" not in text:
        start = dt.date(first.year, 9, 1) if whole_year else last - dt.timedelta(days=max(third - 1, 0))
        return Days(start, last, granularity)
    return Days(first, last, granularity)
