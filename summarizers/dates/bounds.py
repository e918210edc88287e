"""The first and the last day that a TIMEX3 date value covers."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final

from summarizers.dates.arithmetic import add_months

_VALUE: Final = re.compile(
    r"(?P<y>\d{4})(?:-(?:W(?P<w>\d\d)(?P<we>-WE|-(?P<wd>[1-7]))?|Q(?P<q>[1-4])|H(?P<h>[12])|"
    r"(?P<s>SP|SU|FA|WI)"
    r"|(?P<m>\d\d)(?:-(?P<d>\d\d))?))?(?:T.*)?"
)
_SEASON_STARTS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS: Final = 12
_DAY: Final = dt.timedelta(days=1)


@lru_cache(maxsize=512)
def bounds(value: str) -> tuple[dt.date, dt.date] | None:
    """The first and the last day, both inclusive, of a TIMEX3 date value.

    It may be a day, week, weekend, month, quarter, half, season (meteorological, northern), year, decade
    (`199X` or `199`) or century (`19XX` or `19`); a time counts as its day. None for what names no definite
    calendar time: durations, sets, references, weekdays without date, impossible dates.
    """
    try:
        match = _VALUE.fullmatch(value)
        return _long(value) if match is None else _within_year(match)
    except (ValueError, OverflowError):
        return None


def _long(value: str) -> tuple[dt.date, dt.date] | None:
    digits = value.rstrip("X")
    if len(value) > len("199X") or not (digits.isascii() and digits.isdigit() and len(digits) in {2, 3}):
        return None
    years = 10 ** (4 - len(digits))
    first = int(digits) * years
    return dt.date(first, 1, 1), dt.date(first + years - 1, 12, 31)


def _within_year(match: re.Match[str]) -> tuple[dt.date, dt.date]:
    year = int(match["y"])
    if match["w"]:
        return _week(match, year)
    if match["d"]:
        day = dt.date(year, int(match["m"]), int(match["d"]))
        return day, day
    if match["s"]:
        return _months(dt.date(year, _SEASON_STARTS[match["s"]], 1), 3)
    if match["q"]:
        return _months(dt.date(year, 3 * int(match["q"]) - 2, 1), 3)
    if match["h"]:
        return _months(dt.date(year, 6 * int(match["h"]) - 5, 1), 6)
    return _months(dt.date(year, int(match["m"] or 1), 1), 1 if match["m"] else 12)


def _week(match: re.Match[str], year: int) -> tuple[dt.date, dt.date]:
    monday = dt.date.fromisocalendar(year, int(match["w"]), 1)
    if match["wd"]:
        day = monday + (int(match["wd"]) - 1) * _DAY
        return day, day
    return (monday + 5 * _DAY if match["we"] else monday), monday + 6 * _DAY


def _months(first: dt.date, count: int) -> tuple[dt.date, dt.date]:
    if first.year == dt.MAXYEAR and first.month + count > _MONTHS:
        return first, dt.date.max
    return first, add_months(first, count) - _DAY
