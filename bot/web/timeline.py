"""What is ahead, drawn: places along a line, in per cent, so that one drawing fits a phone and a desk.

Distance grows with the square root of the days, so tomorrow and next year are both legible; ticks at a week,
a month and so on say so. Names of dates are set in as many rows as keep them apart on a narrow line.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import sqrt

from bot.texts import month, say
from summarizers.types import Deadline

NARROW = 300
"""Pixels of the line on a phone of 360 pixels: what does not collide there collides nowhere."""

CHARACTER = 6.5
"""Pixels that a character of a name takes, set at 12 pixels in a system font, with room to spare."""

MAX_ROWS = 4
TICKS = (7, 30, 91, 182, 365, 730)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name at `x` per cent; `anchor` is SVG's text-anchor, which keeps it inside at the ends."""

    x: float
    text: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One date or period: from `x` to `end` per cent, its label's row (None: no room for it).

    `sure` tells of each of `abouts` whether it is fixed, `certain` whether all are.
    """

    x: float
    end: float
    label: Label
    row: int | None
    certain: bool
    abouts: tuple[str, ...]
    sure: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Everything to draw: the day it starts on (None if unknown), ticks and stops, and the rows of labels."""

    today: Label | None
    ticks: tuple[Label, ...]
    stops: tuple[Stop, ...]
    rows: int


def timeline(deadlines: Iterable[Deadline], today: date | None) -> Timeline | None:
    """The drawing of what is not yet over on `today` (the first date if None); None if nothing is."""
    ahead = sorted((d for d in deadlines if today is None or d.last_open_day >= today), key=_order)
    if not ahead:
        return None
    scale = _Scale(today or ahead[0].date, max(deadline.last_day for deadline in ahead))
    stops = _stops(ahead, scale)
    return Timeline(
        today=None if today is None else Label(x=0.0, text=say("when.today"), anchor="start"),
        ticks=_ticks(scale),
        stops=stops,
        rows=1 + max((stop.row for stop in stops if stop.row is not None), default=0),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    @property
    def days(self) -> int:
        return max((self.last - self.first).days, 1)

    def at(self, days: float) -> float:
        """Per cent of the line at so many days; a date before the first one stands at the start."""
        return round(100 * sqrt(max(days, 0) / self.days), 2)

    def of(self, day: date) -> float:
        return self.at((day - self.first).days)


def _order(deadline: Deadline) -> tuple[date, date, str]:
    return deadline.date, deadline.last_day, deadline.about


def _stops(ahead: list[Deadline], scale: _Scale) -> tuple[Stop, ...]:
    """One stop for each date or period."""
    groups: dict[tuple[date, date], list[Deadline]] = {}
    for deadline in ahead:
        groups.setdefault((deadline.date, deadline.last_day), []).append(deadline)
    rows = _Rows()
    return tuple(_stop(group, scale, rows) for group in groups.values())


def _stop(group: list[Deadline], scale: _Scale, rows: _Rows) -> Stop:
    """The stop of deadlines on the same date; it is certain when all of them are."""
    x = scale.of(group[0].date)
    label = _label(x, date_name(group[0], scale.first.year))
    fixed = {deadline.about: deadline.certainty == "fixed" for deadline in group}
    return Stop(
        x=x,
        end=scale.of(group[0].last_day),
        label=label,
        row=rows.place(label),
        certain=all(fixed.values()),
        abouts=tuple(fixed),
        sure=tuple(fixed.values()),
    )


class _Rows:
    """The rows under the line, each taken from the left up to where its last label ends."""

    def __init__(self) -> None:
        self._ends = [-100.0] * MAX_ROWS

    def place(self, label: Label) -> int | None:
        """The first row that is still free where the label begins; None when none is."""
        start, end = _extent(label)
        for row, taken in enumerate(self._ends):
            if taken <= start:
                self._ends[row] = end
                return row
        return None


def _label(x: float, text: str) -> Label:
    half = _width(text) / 2
    anchor = "start" if x < half else "end" if x > 100 - half else "middle"
    return Label(x=x, text=text, anchor=anchor)


def _extent(label: Label) -> tuple[float, float]:
    width = _width(label.text)
    start = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return start, start + width


def _width(text: str) -> float:
    return 100 * CHARACTER * (len(text) + 1) / NARROW


def _ticks(scale: _Scale) -> tuple[Label, ...]:
    """Ticks that keep clear of the word at the start and of one another."""
    ticks: list[Label] = []
    taken = _width(say("when.today"))
    for days in TICKS:
        tick = _label(scale.at(days), say(f"timeline.days.{days}"))
        start, end = _extent(tick)
        if days < scale.days and start >= taken:
            ticks.append(tick)
            taken = end
    return tuple(ticks)


def date_name(deadline: Deadline, year: int) -> str:
    """A short name: `10 Nov`, `3–9 Nov`, `Feb 2026`, `Apr–Jun`; a day of another year than `year` says so."""
    first, last = deadline.date, deadline.last_day
    if deadline.granularity == "year" and first.year == last.year:
        return str(first.year)
    in_month = f"{month(last.month)[:3]}{_of_year(last, year)}"
    one_month = (first.year, first.month) == (last.year, last.month)
    if _is_whole_months(first, last) or (one_month and deadline.granularity == "month"):
        return in_month if one_month else f"{_month(first, last, year)}–{in_month}"
    start = "" if first == last else f"{_start(first, last, year)}–"
    return f"{start}{_day(last)} {in_month}"


def _start(first: date, last: date, year: int) -> str:
    """The first day of a period without what it shares with the last one."""
    if (first.year, first.month) == (last.year, last.month):
        return _day(first)
    return f"{_day(first)} {_month(first, last, year)}"


def _is_whole_months(first: date, last: date) -> bool:
    return first.day == 1 and last.day == monthrange(last.year, last.month)[1] and first != last


def _month(first: date, last: date, year: int) -> str:
    """The month of `first`, its year only where that of `last` is another."""
    return f"{month(first.month)[:3]}{'' if first.year == last.year else _of_year(first, year)}"


def _day(day: date) -> str:
    return say("day.of_month", day=day.day)


def _of_year(day: date, year: int) -> str:
    return "" if day.year == year else f" {day.year}"
