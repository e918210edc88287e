"""Which one a time of the year is where nothing names its year: the last, the next or this one."""

from __future__ import annotations

import datetime as dt
from typing import Final

from summarizers.dates.arithmetic import holiday
from summarizers.dates.comes_again import is_to_come
from summarizers.dates.fields import Fields, Mention
from summarizers.dates.tense import direction, is_done, is_moved_from, was_to_be


def nearest(lower: str, mention: Mention, published: dt.date, *, beside: bool = False) -> int:
    """The direction (see `Anchor`) of a time of the year: the nearest of last and next, 0 if it is now.

    Not where the words lean the other way and it is not just about now. One that stands `beside` a date
    which is ahead is so too, unless they do.
    """
    fields = mention.fields
    away = _days_away(fields, published)
    if away == 0:
        return 0
    side = 1 if away > 0 else -1
    of_the_month = fields.grain == "day" and fields.month is None and fields.holiday is None
    about_now = abs(away) <= _TOLERANCE.get(fields.grain, 0) and not of_the_month
    if side == 1 and is_done(lower, mention.start):
        return -1
    if about_now and away < _SOON:
        return 1 if side < 0 and _comes_again(lower, mention, published) else side
    if is_moved_from(lower, mention.start):
        return side
    lean = direction(lower, mention.start, mention.end)
    if lean is None:
        return 1 if beside else side if away < _SOON else -1
    return side if about_now or (side < lean and was_to_be(lower, mention.start)) else lean


def _comes_again(lower: str, mention: Mention, published: dt.date) -> bool:
    """Whether a time that was the year before is meant as this year's: in January, what closes in December.

    Of one of this year that is over the next is a year off, and would be told with its year.
    """
    fields = mention.fields
    if fields.grain not in _LONG or middle(fields)[0] <= published.month:
        return False
    return is_to_come(lower, mention.start, mention.end)


_TOLERANCE: Final = {
    "day": 45,
    "week": 45,
    "time": 45,
    "month": 45,
    "season": 45,
    "quarter": 150,
    "half": 120,
}
_LONG: Final = frozenset({"month", "season", "quarter", "half"})
_SOON: Final = 100
_SEASON_MONTH: Final = (0, 4, 7, 10, 13)
_YEAR: Final = 365


def _days_away(fields: Fields, published: dt.date) -> int:
    """About how many days from the publication to the nearest such time of the year; 0 if it is now."""
    if fields.holiday is not None:
        return min(((holiday(fields.holiday, year) - published).days for year in _around(published)), key=abs)
    if fields.grain == "weekend":
        return 1 if published.isoweekday() > _WEDNESDAY else -1
    if fields.grain == "day" and fields.month is None:
        return (fields.day or 0) - published.day
    month, day = middle(fields)
    if _is_now(fields, published, month):
        return 0
    away = round((month - published.month) * 30.4) + day - published.day
    return (away + _YEAR // 2) % _YEAR - _YEAR // 2


def _around(day: dt.date) -> range:
    return range(max(day.year - 1, dt.MINYEAR), min(day.year + 1, dt.MAXYEAR) + 1)


_WEDNESDAY: Final = 3


def middle(fields: Fields) -> tuple[int, int]:
    """About the month and the day that a part of a year is around."""
    if fields.month is not None:
        return fields.month, fields.day or 15
    part = fields.part or 1
    if fields.grain == "season":
        return _SEASON_MONTH[part], 15
    return (3 * part - 1 if fields.grain == "quarter" else 6 * part - 3), 15


def _is_now(fields: Fields, published: dt.date, month: int) -> bool:
    if fields.grain in {"month", "day"}:
        return month == published.month and fields.day in {None, published.day}
    if fields.grain == "quarter":
        return (published.month + 2) // 3 == fields.part
    if fields.grain == "season":
        return published.month % 12 // 3 == (fields.part or 0) % 4
    return (published.month + 5) // 6 == fields.part
