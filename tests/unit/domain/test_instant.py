"""A deadline at an hour elsewhere is another day and hour here."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.instant import in_zone, instant_of
from summarizers.types import Deadline


def _due(day: str, time: str | None, tz: str | None) -> Deadline:
    return Deadline(date=date.fromisoformat(day), time=time, tz=tz, granularity="minute", about="x")


@pytest.mark.parametrize(
    ("day", "time", "tz", "zone", "there"),
    [
        ("2031-11-20", "20:00", "America/New_York", "Asia/Seoul", ("2031-11-21", "10:00")),
        ("2031-11-20", "12:00", "Asia/Seoul", "America/Los_Angeles", ("2031-11-19", "19:00")),
        ("2031-03-20", "17:00", "America/New_York", "Europe/Berlin", ("2031-03-20", "22:00")),
        ("2031-03-30", "17:00", "America/New_York", "Europe/Berlin", ("2031-03-30", "23:00")),
        ("2031-12-31", "17:00", "-08:00", "Asia/Tokyo", ("2032-01-01", "10:00")),
        ("2032-02-29", "02:00", "UTC", "America/Denver", ("2032-02-28", "19:00")),
    ],
)
def test_an_hour_elsewhere_is_told_on_the_readers_calendar(
    day: str, time: str, tz: str, zone: str, there: tuple[str, str]
) -> None:
    here = in_zone(_due(day, time, tz), zone)
    assert (str(here.date), here.time, here.tz) == (*there, zone)
    assert instant_of(here) == instant_of(_due(day, time, tz))


@pytest.mark.parametrize(
    ("time", "tz", "zone"),
    [
        ("10:00", "Europe/Berlin", "Europe/Berlin"),
        ("10:00", "Europe/Berlin", "Europe/Paris"),  # the same hour
        ("10:00", None, "Asia/Seoul"),
        (None, None, "Asia/Seoul"),
        ("24:00", "UTC", "Asia/Seoul"),  # the end of a day, not an hour of it
        ("10:00", "Nowhere/Town", "Asia/Seoul"),
    ],
)
def test_what_is_no_instant_or_the_same_hour_stays_as_it_is(
    time: str | None, tz: str | None, zone: str
) -> None:
    due = _due("2031-11-20", time, tz)
    assert in_zone(due, zone) is due


@pytest.mark.parametrize(
    ("day", "tz", "zone"), [("9999-12-31", "-08:00", "Asia/Tokyo"), ("0001-01-01", "+08:00", "UTC")]
)
def test_at_the_ends_of_the_calendar_a_deadline_stays_where_it_is(day: str, tz: str, zone: str) -> None:
    due = _due(day, "23:00" if day > "1" else "01:00", tz)
    assert in_zone(due, zone) is due
