"""Which neighbouring expressions are one: a table from two shapes to what may stand between them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from summarizers.dates.fields import Fields


class Join(NamedTuple):
    """What may stand between two shapes, and how their fields become one (None: they stay two)."""

    separator: re.Pattern[str]
    merge: Callable[[Fields, Fields], Fields | None]


def shape(fields: Fields) -> str:
    """What kind of neighbour an expression is."""
    grain = fields.grain
    if grain == "time":
        return "clock" if fields.unit is None and fields.month is None and fields.weekday is None else "time"
    if grain == "day":
        return _shape_of_day(fields)
    if grain in {"month", "quarter", "half", "season"}:
        return "part" if fields.year is None and fields.shift is None else "dated part"
    return grain


def _shape_of_day(fields: Fields) -> str:
    if fields.unit is not None or fields.holiday is not None:
        return "shifted day"
    if fields.weekday is not None and fields.month is None:
        return "weekday"
    return "date" if fields.month is not None else "day of month"


def _clock_first(clock: Fields, day: Fields) -> Fields | None:
    return day._replace(grain="time", type="TIME", clock=clock.clock, tz=clock.tz)


def _day_first(day: Fields, clock: Fields) -> Fields | None:
    return _clock_first(clock, day)


def _weekday_date(weekday: Fields, date: Fields) -> Fields | None:
    return date._replace(weekday=weekday.weekday)


def _timed_weekday_date(time: Fields, date: Fields) -> Fields | None:
    """`5 p.m. Friday` + `Nov. 6`: the same day twice."""
    if time.weekday is None or time.month is not None:
        return None
    return date._replace(weekday=time.weekday, grain="time", type="TIME", clock=time.clock, tz=time.tz)


def _date_weekday(date: Fields, weekday: Fields) -> Fields | None:
    return date._replace(weekday=weekday.weekday)


def _of_year(part: Fields, year: Fields) -> Fields | None:
    """`July last year`, `the third quarter of 1990`: the part, in that year."""
    if part.direction is not None or part.from_previous or (part.year is not None and year.year is None):
        return None
    if year.year is not None:
        return part._replace(year=year.year, fiscal=part.fiscal or year.fiscal)
    return part._replace(
        unit="year", shift=year.shift, from_previous=year.from_previous, fiscal=part.fiscal or year.fiscal
    )


def _part_of_many_years(part: Fields, years: Fields) -> Fields | None:
    """`the second half of the 19th century`: its beginning, middle or end."""
    last = {"half": 2, "quarter": 4}.get(part.grain)
    if last is None or part.part is None or years.mod is not None:
        return None
    return years._replace(mod="START" if part.part == 1 else "END" if part.part == last else "MID")


def _year_of(year: Fields, part: Fields) -> Fields | None:
    return _of_year(part, year)


def _in_week(day: Fields, week: Fields) -> Fields | None:
    if week.shift is None or day.direction is not None:
        return None
    return day._replace(unit="week", shift=week.shift, from_previous=week.from_previous)


def _week_in(week: Fields, day: Fields) -> Fields | None:
    return _in_week(day, week)


def _day_in_month(day: Fields, month: Fields) -> Fields | None:
    if month.shift is None:
        return None
    return day._replace(unit="month", shift=month.shift, from_previous=month.from_previous)


def _clocks(clock: Fields, part: Fields) -> Fields | None:
    """`4:30 in the afternoon`: the part of the day says which half of the clock is meant."""
    if clock.clock is None or part.clock not in {"TAF", "TEV", "TNI"} or not "T01" <= clock.clock <= "T11:59":
        return clock if part.clock == "TMO" else None
    if part.clock == "TNI" and clock.clock < "T05":
        return clock
    return clock._replace(clock=f"T{int(clock.clock[1:3]) + 12}{clock.clock[3:]}")


_PARTS_OF_A_DAY: Final = frozenset({"TMO", "TAF", "TEV", "TNI"})


def _clock_of_part(clock: Fields, part: Fields) -> Fields | None:
    """`8:30 tonight`, `tomorrow morning at nine`: the day of the one, the hour of the other."""
    if part.unit != "day" or part.clock not in _PARTS_OF_A_DAY or clock.clock in _PARTS_OF_A_DAY:
        return None
    return part._replace(clock=(_clocks(clock, part) or clock).clock, tz=clock.tz)


def _part_at_clock(part: Fields, clock: Fields) -> Fields | None:
    """`tonight at 8:30`; or the part of a day whose hour is told: `5:40 on Thursday morning`."""
    if part.clock not in _PARTS_OF_A_DAY and clock.clock in _PARTS_OF_A_DAY:
        return part._replace(clock=(_clocks(part, clock) or part).clock)
    return _clock_of_part(clock, part)


def _join(separator: str, merge: Callable[[Fields, Fields], Fields | None]) -> Join:
    return Join(re.compile(separator), merge)


_TO_DAY: Final = _join(r"(?: sharp)?,? (?:on |\()?(?:the )?(?:of )?|,? of (?:the )?", _clock_first)
_TO_CLOCK: Final = _join(
    r",? (?:at |\(|around |about |by |before |up ?to |till |until )?|,? in the | at ", _day_first
)


def _date_in_month(month: Fields, date: Fields) -> Fields | None:
    """`next month on August 2`: the date says it all."""
    return date if month.grain == "month" and month.unit == "month" and date.year is None else None


def _week_of(week: Fields, date: Fields) -> Fields | None:
    """`the week of March 6`: the week that has this day."""
    return date._replace(grain="week", clock=None) if week.grain == "week" else None


def _two_lengths(longer: Fields, shorter: Fields) -> Fields | None:
    """`two months and ten days`, `two hours and 30 minutes`: one length in several units."""
    first, second = _LENGTH.fullmatch(longer.value or ""), _LENGTH.fullmatch(shorter.value or "")
    if first is None or second is None or shorter.mod is not None:
        return None
    if _SCALE.index(_unit(first[0])) >= _SCALE.index(_unit(second[0])):
        return None
    return longer._replace(value=first[0] + second[0].removeprefix("PT" if "T" in first[0] else "P"))


def _unit(value: str) -> str:
    """The last unit of a length."""
    return "T" * ("T" in value) + value[-1]


_LENGTH: Final = re.compile(r"P(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?(?<!P)")
_SCALE: Final = ("Y", "M", "W", "D", "TH", "TM", "TS")
"""Units from the longest to the shortest."""

JOINS: Final[dict[tuple[str, str], Join]] = {
    ("weekday", "date"): _join(r"\.?,? ?(?:the |\()?", _weekday_date),
    ("date", "weekday"): _join(r",? ?\(?", _date_weekday),
    ("clock", "weekday"): _TO_DAY,
    ("clock", "date"): _TO_DAY,
    ("clock", "shifted day"): _TO_DAY,
    ("clock", "clock"): _join(r" in the | at ", _clocks),
    ("clock", "time"): _join(r",? ", _clock_of_part),
    ("time", "clock"): _join(r",? (?:at |around |about |by )?", _part_at_clock),
    ("time", "date"): _join(r",? ", _timed_weekday_date),
    ("weekday", "clock"): _TO_CLOCK,
    ("date", "clock"): _TO_CLOCK,
    ("shifted day", "clock"): _TO_CLOCK,
    ("part", "year"): _join(
        r",? ?(?:of |in )?(?:the )?(?:year )?['’]?|,? of (?:the )?(?:fiscal )?", _of_year
    ),
    ("part", "decade"): _join(r" of (?:the )?['’‘]?", _part_of_many_years),
    ("part", "century"): _join(r" of (?:the )?", _part_of_many_years),
    ("date", "year"): _join(r",? ?(?:of |in )?(?:the )?", _of_year),
    ("shifted day", "year"): _join(
        r",? ?(?:of |in )?", lambda day, year: _of_year(day, year) if day.holiday else None
    ),
    ("year", "part"): _join(r"(?:['’]s)? (?:fiscal )?", _year_of),
    ("weekday", "week"): _join(r",? ?(?:of )?(?:the )?", _in_week),
    ("dated part", "date"): _join(r",? on |, ", _date_in_month),
    ("week", "date"): _join(r" of |,? (?:beginning|starting|commencing|ending) (?:on )?", _week_of),
    ("week", "weekday"): _join(r",? ?(?:on )?", _week_in),
    ("duration", "duration"): _join(r",? and |, ", _two_lengths),
    ("day of month", "month"): _join(r" of (?:the )?", _day_in_month),
    ("day of month", "dated part"): _join(r" of (?:the )?", _day_in_month),
}
