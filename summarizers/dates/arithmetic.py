"""Calendar arithmetic on plain dates; beyond the years 1 to 9999 it raises OverflowError or ValueError."""

from __future__ import annotations

import calendar
import datetime as dt

_QUARTER_MONTHS = 3
_HALF_MONTHS = 6


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day `months` later (or earlier), or the month's last day where it has no such day."""
    index = 12 * day.year + day.month - 1 + months
    year, month = divmod(index, 12)
    return last_valid(year, month + 1, day.day)


def last_valid(year: int, month: int, day: int) -> dt.date:
    """That date, or the last day of its month where the month is shorter."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(f"year {year}")
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def shift(day: dt.date, unit: str, count: int) -> dt.date:
    """`day` moved by `count` days, weekends, weeks, months, quarters, halves, years, decades or centuries."""
    if unit == "day":
        return day + dt.timedelta(days=count)
    if unit in {"week", "weekend"}:
        return day + dt.timedelta(weeks=count)
    months = {
        "month": 1,
        "quarter": _QUARTER_MONTHS,
        "half": _HALF_MONTHS,
        "year": 12,
        "decade": 120,
        "century": 1200,
    }
    return add_months(day, months[unit] * count)


def monday(day: dt.date) -> dt.date:
    """The Monday of its ISO week."""
    return day - dt.timedelta(days=day.weekday())


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> dt.date:
    """The nth weekday (1 = Monday) of a month, or its last one for nth = -1."""
    if nth < 0:
        last = last_valid(year, month, 31)
        return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> dt.date:
    """Western Easter Sunday (the anonymous Gregorian algorithm; Meeus, Astronomical Algorithms, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def pascha(year: int) -> dt.date:
    """Orthodox Easter Sunday (Meeus, Astronomical Algorithms, ch. 8, with the centuries that leap apart)."""
    c, d = year % 4, (19 * (year % 19) + 15) % 30
    e = (2 * c + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=year // 100 - year // 400 - 2)


def working_day(year: int, month: int, nth: int) -> dt.date:
    """The nth day of a month that is no Saturday or Sunday, or the last one for nth = -1."""
    last = last_valid(year, month, 31).day
    days = [dt.date(year, month, day) for day in range(1, last + 1)]
    working = [day for day in days if day.isoweekday() < _SATURDAY]
    return working[nth - 1 if nth > 0 else nth]


_SATURDAY = 6
_SUNDAYS = {"easter": easter, "pascha": pascha}


def holiday(code: str, year: int) -> dt.date:
    """The day of a holiday in a year; the codes are those of `rules.holidays.NAMES`."""
    if code[:6] in _SUNDAYS:
        return _SUNDAYS[code[:6]](year) + dt.timedelta(days=int(code[6:]))
    month = int(code[:2])
    if code[3] == "W":
        plus = int(code[8:] or 0)
        return nth_weekday(year, month, int(code[4]), int(code[6])) + dt.timedelta(days=plus)
    if code[3] == "L":
        return nth_weekday(year, month, -1, int(code[5]))
    if code[3] == "Z":
        return last_valid(year, month, 31)
    if code[3] == "K":
        return working_day(year, month, int(code[4:] or -1))
    if code[3] == "E":
        return nth_weekday(year, month, 1, 1) + dt.timedelta(days=1)
    return dt.date(year, month, int(code[3:]))
