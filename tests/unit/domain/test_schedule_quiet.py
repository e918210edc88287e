"""Quiet hours are local wall times; they end when the wall clock says so."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.schedule import QuietHours

NIGHT = QuietHours(start=dt.time(22), end=dt.time(7))
NOON = QuietHours(start=dt.time(12), end=dt.time(14))
BERLIN = ZoneInfo("Europe/Berlin")
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Cairo")


def _at(day: int, hour: int, minute: int = 0, month: int = 11) -> dt.datetime:
    return dt.datetime(2025, month, day, hour, minute, tzinfo=BERLIN).astimezone(dt.UTC)


def test_hours_of_no_length_are_refused() -> None:
    with pytest.raises(ValueError, match="same time"):
        QuietHours(start=dt.time(7), end=dt.time(7))


@pytest.mark.parametrize(
    ("wall", "quiet"), [("21:59", False), ("22:00", True), ("00:00", True), ("06:59", True), ("07:00", False)]
)
def test_hours_over_midnight_cover_both_sides_of_it(wall: str, quiet: bool) -> None:
    assert NIGHT.covers(dt.time.fromisoformat(wall)) is quiet


@pytest.mark.parametrize(("wall", "quiet"), [("11:59", False), ("12:00", True), ("14:00", False)])
def test_hours_within_a_day_include_their_start_and_not_their_end(wall: str, quiet: bool) -> None:
    assert NOON.covers(dt.time.fromisoformat(wall)) is quiet


def test_hours_over_midnight_end_on_the_next_day_or_on_this_one() -> None:
    assert NIGHT.end_after(_at(3, 23), BERLIN) == _at(4, 7)
    assert NIGHT.end_after(_at(4, 3), BERLIN) == _at(4, 7)
    assert NOON.end_after(_at(4, 13), BERLIN) == _at(4, 14)


def test_in_the_hour_that_happens_again_they_end_at_the_second_occurrence() -> None:
    quiet = QuietHours(start=dt.time(1), end=dt.time(2, 45))
    second_time_half_past_two = dt.datetime(2025, 10, 26, 1, 40, tzinfo=dt.UTC)
    end = quiet.end_after(second_time_half_past_two, BERLIN)
    assert end == dt.datetime(2025, 10, 26, 1, 45, tzinfo=dt.UTC)


def test_an_end_that_does_not_exist_is_after_the_gap() -> None:
    quiet = QuietHours(start=dt.time(22), end=dt.time(2, 30))
    assert quiet.end_after(_at(30, 1, month=3), BERLIN) == dt.datetime(2025, 3, 30, 1, 30, tzinfo=dt.UTC)


@pytest.mark.untraced
@given(
    start=st.times(),
    end=st.times(),
    zone=st.sampled_from(ZONES),
    at=st.integers(1704067200, 1767225600).map(lambda s: dt.datetime.fromtimestamp(s, dt.UTC)),  # 2024–2025
)
def test_their_end_lies_ahead_within_a_day_and_a_shift(
    start: dt.time, end: dt.time, zone: str, at: dt.datetime
) -> None:
    assume(start != end)
    quiet, place = QuietHours(start=start, end=end), ZoneInfo(zone)
    assume(quiet.covers(at.astimezone(place).time()))
    assert at < quiet.end_after(at, place) <= at + dt.timedelta(hours=26)
