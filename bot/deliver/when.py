"""Days and deadlines in words, the same on every platform: absolute first, then how far away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from bot.domain.instant import in_zone
from bot.texts import count, month, say, weekday
from summarizers.types import Deadline


def day_in_words(day: date) -> str:
    """Such as `Monday 10 November 2025`."""
    return say("day.full", weekday=weekday(day.weekday()), day=day.day, month=month(day.month), year=day.year)


def short_day(day: date) -> str:
    """Such as `10 November 2025`."""
    return say("day.short", day=day.day, month=month(day.month), year=day.year)


def short_date(deadline: Deadline) -> str:
    """Such as `10 November 2025`; a period as it is called: `March 2032`, `3 to 9 November 2025`."""
    return short_day(deadline.date) if deadline.date == deadline.last_day else _target(deadline)


def given_date(day: date, given: Iterable[Deadline]) -> str:
    """The date that begins on a day as it was given: a month that nobody gave a day of stays a month."""
    named = [deadline for deadline in given if deadline.date == day]
    return short_date(min(named, key=lambda one: one.last_day)) if named else short_day(day)


def clock_time(at: datetime | time) -> str:
    """Such as `08:00`."""
    return f"{at:%H:%M}"


def deadline_in_words(deadline: Deadline, today: date, zone: str = "") -> str:
    """When it falls, and how far that is from `today`: `by Monday 10 November 2025 (in 11 days)`.

    `zone` is the reader's, in which `today` is their day: a time elsewhere is told in it as well.
    """
    here = in_zone(deadline, zone) if zone else deadline
    distance = _distance(here, today)
    if here != deadline:
        distance = say("when.here", distance=distance, time=here.time, zone=zone)
    return f"{date_in_words(deadline)} ({distance})"


def date_in_words(deadline: Deadline) -> str:
    """When it falls: `by Monday 10 November 2025 17:00 Europe/Berlin`."""
    boundary = say(f"when.{deadline.boundary}", day=_target(deadline))
    return f"{boundary}{_hour(deadline)}"


def moment_in_words(deadline: Deadline) -> str:
    """The part of these words that names one moment: `Monday 10 November 2025 17:00 Europe/Berlin`."""
    return f"{_target(deadline)}{_hour(deadline)}"


def _hour(deadline: Deadline) -> str:
    return f" {deadline.time}{f' {deadline.tz}' if deadline.tz else ''}" if deadline.time else ""


def _target(deadline: Deadline) -> str:
    first, last = deadline.date, deadline.last_day
    if first == last:
        return day_in_words(first)
    if deadline.granularity == "month" and (first.year, first.month) == (last.year, last.month):
        return say("day.whole_month", month=month(first.month), year=first.year)
    if deadline.granularity == "year" and first.year == last.year:
        return str(first.year)
    return say("when.period", first=_first_of_period(first, last), last=short_day(last))


def _first_of_period(first: date, last: date) -> str:
    """The first day without what it shares with the last: `3 to 9 November 2025`."""
    if (first.year, first.month) == (last.year, last.month):
        return say("day.of_month", day=first.day)
    if first.year != last.year:
        return short_day(first)
    return say("day.of_year", day=first.day, month=month(first.month))


def _distance(deadline: Deadline, today: date) -> str:
    has_begun = deadline.date < today or (deadline.date == today < deadline.last_day)
    if has_begun and today <= deadline.last_open_day:
        return say("when.now", day=short_day(deadline.last_day))
    if deadline.date < today:
        return say("when.ago", length=count("day", (today - deadline.last_day).days))
    if deadline.date == today:
        return say("when.today")
    if deadline.date == today + timedelta(days=1):
        return say("when.tomorrow")
    return say("when.in", days=count("day", (deadline.date - today).days))


def ago(length: timedelta) -> str:
    """How long ago something was, in the largest whole unit."""
    minutes = length // timedelta(minutes=1)
    for noun, size in (("day", 24 * 60), ("hour", 60), ("minute", 1)):
        if minutes >= size:
            return say("when.ago", length=count(noun, minutes // size))
    return say("when.just")
