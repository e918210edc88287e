"""Normalisation: calendar arithmetic from anchored fields to a TIMEX3 value. Decides no direction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

from summarizers.dates.arithmetic import add_months, holiday, monday, shift
from summarizers.dates.fields import Fields
from summarizers.dates.lexicon import SEASON_CODES
from summarizers.dates.numbers import is_day
from summarizers.dates.reckoning import ON_OR_AFTER, ON_OR_BEFORE, Anchor


def value(fields: Fields, anchor: Anchor) -> str:
    """The TIMEX3 value; what the anchor cannot settle stays X (`XXXX-05-03`, `XXXX-WXX-5`).

    Times beyond the years 1 to 9999 are a plain PAST_REF or FUTURE_REF.
    """
    if fields.value is not None:
        return fields.value
    try:
        grain = anchor.grain or fields.grain
        if anchor.reference is None and not _is_complete(fields):
            return _unanchored(fields)
        return _BY_GRAIN[grain](fields, anchor.reference or dt.date.min, anchor)
    except (OverflowError, ValueError):
        return "FUTURE_REF" if (fields.shift or 0) > 0 else "PAST_REF"


def _is_complete(fields: Fields) -> bool:
    return fields.year is not None or (fields.grain in {"decade", "century"} and fields.unit is None)


def _unanchored(fields: Fields) -> str:
    """The value with X for what only a publication could say."""
    if fields.grain in {"day", "time"}:
        return f"XXXX-{_unanchored_day(fields)}{fields.clock or ''}"
    if fields.grain == "month":
        return f"XXXX-{_two_digits(fields.month)}"
    if fields.grain == "season":
        return f"XXXX-{SEASON_CODES[fields.part or 1]}"
    if fields.grain in {"quarter", "half"}:
        return f"XXXX-{'Q' if fields.grain == 'quarter' else 'H'}{fields.part or 'X'}"
    return {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE"}.get(fields.grain, "XXXX")


def _unanchored_day(fields: Fields) -> str:
    if fields.weekday is not None and fields.month is None:
        return f"WXX-{fields.weekday}"
    if fields.holiday is not None and fields.unit is None and fields.holiday[3:].isdigit():
        return fields.holiday
    return f"{_two_digits(fields.month)}-{_two_digits(fields.day)}"


def _two_digits(number: int | None) -> str:
    return "XX" if number is None else f"{number:02d}"


def _shifted(fields: Fields, reference: dt.date) -> dt.date:
    """The reference moved to the container that the words name, if they name one."""
    if fields.unit is None or fields.shift is None:
        return reference
    return shift(reference, fields.unit, fields.shift)


def _day(fields: Fields, reference: dt.date, anchor: Anchor) -> str:
    return _day_date(fields, reference, anchor.direction).isoformat()


def _day_date(fields: Fields, reference: dt.date, direction: int) -> dt.date:
    day = _named_day(fields, reference, direction)
    return day + dt.timedelta(days=fields.plus) if fields.plus else day


def _named_day(fields: Fields, reference: dt.date, direction: int) -> dt.date:
    day = _shifted(fields, reference)
    if fields.holiday is not None:
        return _holiday(fields, day, direction)
    if fields.month is not None and fields.day is not None:
        return _month_day(fields, day, direction)
    if fields.weekday is not None:
        return _weekday(fields, day, direction)
    if fields.day is not None:
        return _day_of_month(fields, day, direction)
    return day


def _month_day(fields: Fields, day: dt.date, direction: int) -> dt.date:
    month, number = fields.month or 1, fields.day or 1
    if fields.year is not None:
        return dt.date(fields.year, month, number)
    if fields.weekday is not None and (fitting := _on_that_weekday(fields, day)) is not None:
        return fitting
    if fields.shift is not None or direction == 0:
        return dt.date(day.year, month, number)
    return _first_valid(month, number, day, direction)


def _on_that_weekday(fields: Fields, reference: dt.date) -> dt.date | None:
    """`Saturday 12 December` tells its year: the nearest of three in which the day is a Saturday, if any."""
    month, number = fields.month or 1, fields.day or 1
    years = range(max(reference.year - 1, dt.MINYEAR), min(reference.year + 1, dt.MAXYEAR) + 1)
    days = [dt.date(year, month, number) for year in years if is_day(month, number, year)]
    fitting = [one for one in days if one.isoweekday() == fields.weekday]
    return min(fitting, key=lambda one: abs(one - reference), default=None)


def _first_valid(month: int, number: int, reference: dt.date, direction: int) -> dt.date:
    """The nearest such day in the direction; 29 February waits for its leap year (at most 8 years)."""
    step = 1 if direction > 0 else -1
    for year in range(reference.year, reference.year + 9 * step, step):
        if (month, number) == (2, 29) and (year % 4 or (year % 100 == 0 and year % 400)):
            continue
        day = dt.date(year, month, number)
        if (day - reference).days * step >= 0:
            return day
    raise ValueError(f"no {month:02d}-{number:02d} near {reference}")


def _holiday(fields: Fields, day: dt.date, direction: int) -> dt.date:
    code = (fields.holiday or "").replace("00-", f"{day.month:02d}-", 1)
    if fields.year is not None or fields.shift is not None or direction == 0:
        return holiday(code, fields.year or day.year)
    near = holiday(code, day.year)
    if (near - day).days * direction >= 0:
        return near
    return holiday(code, day.year + (1 if direction > 0 else -1))


def _weekday(fields: Fields, day: dt.date, direction: int) -> dt.date:
    wanted = fields.weekday or 1
    if fields.shift is not None or direction == 0:
        return monday(day) + dt.timedelta(days=wanted - 1)
    ahead = (wanted - day.isoweekday()) % 7
    if direction < 0:
        return day - dt.timedelta(days=7 - ahead if ahead else 0 if direction == ON_OR_BEFORE else 7)
    return day + dt.timedelta(days=ahead or (0 if direction == ON_OR_AFTER else 7))


def _day_of_month(fields: Fields, day: dt.date, direction: int) -> dt.date:
    number = fields.day or 1
    if fields.shift is None and direction > 0 and number < day.day:
        day = add_months(day.replace(day=1), 1)
    elif fields.shift is None and direction < 0 and number > day.day:
        day = add_months(day.replace(day=1), -1)
    return day.replace(day=number)


def _time(fields: Fields, reference: dt.date, anchor: Anchor) -> str:
    return f"{_day_date(fields, reference, anchor.direction).isoformat()}{fields.clock or ''}"


def _week(fields: Fields, reference: dt.date, anchor: Anchor) -> str:
    if fields.day is not None or fields.holiday is not None:
        year, week, _weekday = _day_date(fields, reference, anchor.direction).isocalendar()
        return f"{year:04d}-W{week:02d}"
    if fields.year is not None:
        return f"{fields.year}-W{fields.part:02d}"
    year, week, _day = _shifted(fields, reference).isocalendar()
    return f"{year:04d}-W{week:02d}"


def _weekend(fields: Fields, reference: dt.date, anchor: Anchor) -> str:
    day = _shifted(fields, reference)
    if fields.holiday is not None:
        return _iso_weekend(_holiday(fields, day, anchor.direction))
    if fields.shift is None and anchor.direction < 0 and reference.isoweekday() < _SATURDAY:
        day -= dt.timedelta(weeks=1)
    return _iso_weekend(day)


def _iso_weekend(day: dt.date) -> str:
    year, week, _day = day.isocalendar()
    return f"{year:04d}-W{week:02d}-WE"


def _in_year(fields: Fields, reference: dt.date, anchor: Anchor, first_month: int, last_month: int) -> int:
    """The year of a part of the year that covers those months."""
    if fields.year is not None:
        return fields.year
    year = _shifted(fields, reference).year
    if fields.shift is not None or anchor.direction == 0:
        return year
    if anchor.direction > 0 and last_month <= reference.month:
        return year + (last_month < reference.month or anchor.direction == 1)
    if anchor.direction < 0 and first_month >= reference.month:
        return year - 1
    return year


def _month(fields: Fields, reference: dt.date, anchor: Anchor) -> str:
    if fields.month is None:
        return _shifted(fields, reference).isoformat()[:7]
    year = _in_year(fields, reference, anchor, fields.month, fields.month)
    return f"{year:04d}-{fields.month:02d}"


def _quarter(fields: Fields, reference: dt.date, anchor: Anchor) -> str:
    return _nth(fields, reference, anchor, "Q", 3)


def _half(fields: Fields, reference: dt.date, anchor: Anchor) -> str:
    return _nth(fields, reference, anchor, "H", 6)


def _nth(fields: Fields, reference: dt.date, anchor: Anchor, letter: str, months: int) -> str:
    part = fields.part or anchor.part
    if part is None and fields.unit is None and anchor.direction < 0:
        reference = add_months(reference, -months)
    if part is None or (fields.unit == fields.grain and fields.shift is not None):
        day = _shifted(fields, reference)
        return f"{fields.year or day.year:04d}-{letter}{(day.month - 1) // months + 1}"
    year = _in_year(fields, reference, anchor, months * part - months + 1, months * part)
    return f"{year:04d}-{letter}{part}"


def _season(fields: Fields, reference: dt.date, anchor: Anchor) -> str:
    part = fields.part
    if part is None:
        part = reference.month % 12 // 3 or _WINTER
    year = _in_year(fields, reference, anchor, 3 * part, min(3 * part + 2, 12))
    return f"{year:04d}-{SEASON_CODES[part]}"


def _year(fields: Fields, reference: dt.date, _: Anchor) -> str:
    return f"{fields.year or _shifted(fields, reference).year:04d}"


def _decade(fields: Fields, reference: dt.date, _: Anchor) -> str:
    if fields.unit is None:
        return f"{fields.part:03d}"
    return f"{_shifted(fields, reference).year // 10:03d}"


def _century(fields: Fields, reference: dt.date, _: Anchor) -> str:
    if fields.unit is None:
        return f"{fields.part:02d}"
    return f"{_shifted(fields, reference).year // 100:02d}"


_SATURDAY: Final = 6
_WINTER: Final = 4

_BY_GRAIN: Final[dict[str, Callable[[Fields, dt.date, Anchor], str]]] = {
    "time": _time,
    "day": _day,
    "weekend": _weekend,
    "week": _week,
    "month": _month,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "year": _year,
    "decade": _decade,
    "century": _century,
}
