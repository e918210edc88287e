"""Days and deadlines in words: every boundary, every granularity, every distance."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.deliver.when import ago, clock_time, day_in_words, deadline_in_words, short_day
from summarizers.types import Boundary, Deadline, Granularity

TODAY = date(2025, 10, 30)


def words(day: str, today: date = TODAY, zone: str = "", **changes: object) -> str:
    end = changes.pop("end", None)
    last = date.fromisoformat(str(end)) if end else None
    deadline = Deadline(date=date.fromisoformat(day), end=last, about="x", **changes)  # type: ignore[arg-type] # fields of a deadline
    return deadline_in_words(deadline, today, zone)


@pytest.mark.parametrize(
    ("boundary", "said"),
    [
        ("on", "Monday 10 November 2025 (in 11 days)"),
        ("by", "by Monday 10 November 2025 (in 11 days)"),
        ("before", "before Monday 10 November 2025 (in 11 days)"),
        ("until", "until Monday 10 November 2025 (in 11 days)"),
        ("from", "from Monday 10 November 2025 (in 11 days)"),
        ("within", "by Monday 10 November 2025 (in 11 days)"),
    ],
)
def test_the_boundary_is_said(boundary: Boundary, said: str) -> None:
    assert words("2025-11-10", boundary=boundary) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2025-10-20", "10 days ago"),
        ("2025-10-29", "1 day ago"),
        ("2025-10-30", "today"),
        ("2025-10-31", "tomorrow"),
        ("2025-11-01", "in 2 days"),
        ("2028-10-30", "in 1,096 days"),
    ],
)
def test_the_distance_is_said(day: str, said: str) -> None:
    assert words(day).endswith(f" ({said})")


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(minutes=-5), "just now"),  # a clock may have gone back
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=119), "1 hour ago"),
        (timedelta(days=2, hours=5), "2 days ago"),
    ],
)
def test_how_long_ago_something_was_is_said_in_the_largest_unit(length: timedelta, said: str) -> None:
    assert ago(length) == said


@pytest.mark.parametrize(
    ("day", "end", "granularity", "said"),
    [
        ("2025-11-10", None, "day", "Monday 10 November 2025 (in 11 days)"),
        ("2025-11-10", "2025-11-10", "day", "Monday 10 November 2025 (in 11 days)"),
        ("2025-11-08", "2025-11-09", "weekend", "8 to 9 November 2025 (in 9 days)"),
        ("2025-11-03", "2025-11-09", "week", "3 to 9 November 2025 (in 4 days)"),
        ("2025-11-24", "2025-12-07", "week", "24 November to 7 December 2025 (in 25 days)"),
        ("2025-12-29", "2026-01-04", "week", "29 December 2025 to 4 January 2026 (in 60 days)"),
        ("2026-02-01", "2026-02-28", "month", "February 2026 (in 94 days)"),
        ("2026-02-20", "2026-03-19", "month", "20 February to 19 March 2026 (in 113 days)"),
        ("2026-01-01", "2026-03-31", "quarter", "1 January to 31 March 2026 (in 63 days)"),
        ("2026-01-01", "2026-06-30", "half", "1 January to 30 June 2026 (in 63 days)"),
        ("2025-12-01", "2026-02-28", "season", "1 December 2025 to 28 February 2026 (in 32 days)"),
        ("2026-01-01", "2026-12-31", "year", "2026 (in 63 days)"),
        ("2026-04-01", "2027-03-31", "year", "1 April 2026 to 31 March 2027 (in 153 days)"),
    ],
)
def test_what_is_coarse_stays_coarse(day: str, end: str | None, granularity: Granularity, said: str) -> None:
    assert words(day, end=end, granularity=granularity) == said


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2025, 11, 2), "tomorrow"),
        (date(2025, 11, 3), "now, until 9 November 2025"),
        (date(2025, 11, 4), "now, until 9 November 2025"),
        (date(2025, 11, 9), "now, until 9 November 2025"),
        (date(2025, 11, 10), "1 day ago"),
    ],
)
def test_a_period_is_ahead_then_now_then_over(today: date, said: str) -> None:
    period = words("2025-11-03", today, end="2025-11-09", granularity="week")
    assert period == f"3 to 9 November 2025 ({said})"


@pytest.mark.parametrize(
    ("time", "tz", "said"),
    [
        ("17:00", None, "by Monday 10 November 2025 17:00 (in 11 days)"),
        ("17:00", "Europe/Berlin", "by Monday 10 November 2025 17:00 Europe/Berlin (in 11 days)"),
        ("24:00", "+01:00", "by Monday 10 November 2025 24:00 +01:00 (in 11 days)"),
        (None, "Europe/Berlin", "by Monday 10 November 2025 (in 11 days)"),
    ],
)
def test_a_time_is_said_with_its_zone_where_there_is_one(time: str | None, tz: str | None, said: str) -> None:
    assert words("2025-11-10", boundary="by", granularity="minute", time=time, tz=tz) == said


def test_days_and_times_in_words() -> None:
    assert day_in_words(date(2024, 2, 29)) == "Thursday 29 February 2024"
    assert short_day(date(2024, 2, 29)) == "29 February 2024"
    assert clock_time(datetime(2025, 11, 10, 8, 5, 59, tzinfo=UTC)) == "08:05"


DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


@given(
    DAYS,
    st.none() | st.integers(0, 400),
    DAYS,
    st.sampled_from(get_args(Boundary)),
    st.sampled_from(get_args(Granularity)),
)
def test_any_deadline_on_any_day_has_words_and_a_year(
    day: date, length: int | None, today: date, boundary: Boundary, granularity: Granularity
) -> None:
    end = None if length is None else day + timedelta(days=length)
    deadline = Deadline(date=day, end=end, about="x", boundary=boundary, granularity=granularity)
    said = deadline_in_words(deadline, today)
    assert str(deadline.last_day.year) in said
    assert said.endswith(")")
    assert "{" not in said


@pytest.mark.parametrize(
    ("zone", "today", "said"),
    [
        ("America/New_York", "2031-11-20", "by Thursday 20 November 2031 20:00 America/New_York (today)"),
        (
            "Asia/Seoul",
            "2031-11-20",
            "by Thursday 20 November 2031 20:00 America/New_York (tomorrow, 10:00 Asia/Seoul)",
        ),
        (
            "America/Los_Angeles",
            "2031-11-20",
            "by Thursday 20 November 2031 20:00 America/New_York (today, 17:00 America/Los_Angeles)",
        ),
    ],
)
def test_an_hour_elsewhere_is_counted_on_the_readers_calendar(zone: str, today: str, said: str) -> None:
    hour = {"time": "20:00", "tz": "America/New_York", "granularity": "minute"}
    assert words("2031-11-20", date.fromisoformat(today), zone, boundary="by", **hour) == said
