"""A schedule is due once a local day, whatever the clocks do."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.schedule import EVERY_DAY, Run, Schedule, instant
from tests.zones import ZONES

WALLS = (dt.time(0), dt.time(0, 30), dt.time(1, 45), dt.time(2, 30), dt.time(8), dt.time(23, 30))
ONE_DAY = dt.timedelta(days=1)


def _schedule(zone: str, at: dt.time, weekdays: frozenset[int] = EVERY_DAY) -> Schedule:
    return Schedule(id="s", channel=LOCAL_CHANNEL, at=at, zone=zone, weekdays=weekdays)


def _runs(schedule: Schedule, first: dt.date, last: dt.date) -> list[Run]:
    run = schedule.next_run(instant(first, dt.time.min, ZoneInfo(schedule.zone)) - ONE_DAY)
    runs = []
    while run.local_date <= last:
        runs.append(run)
        run = schedule.next_run(run.at)
    return [one for one in runs if one.local_date >= first]


@pytest.mark.untraced
@pytest.mark.parametrize("year", [2024, 2025])
@pytest.mark.parametrize("zone", ZONES)
def test_every_local_day_of_a_year_has_exactly_one_run(zone: str, year: int) -> None:
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    days = [first + n * ONE_DAY for n in range((last - first).days + 1)]
    for wall in WALLS:
        runs = _runs(_schedule(zone, wall), first, last)
        assert [run.local_date for run in runs] == days
        assert all(before.at < after.at for before, after in pairwise(runs))


def test_a_leap_day_has_its_run() -> None:
    (run,) = _runs(_schedule("Europe/Berlin", dt.time(8)), dt.date(2024, 2, 29), dt.date(2024, 2, 29))
    assert run.at == dt.datetime(2024, 2, 29, 7, tzinfo=dt.UTC)


@pytest.mark.untraced
@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("year", [2024, 2025])
def test_a_run_shows_its_wall_time_unless_the_clocks_skip_it(zone: str, year: int) -> None:
    place = ZoneInfo(zone)
    for wall in WALLS:
        for run in _runs(_schedule(zone, wall), dt.date(year, 1, 1), dt.date(year, 12, 31)):
            shown = run.at.astimezone(place).replace(tzinfo=None)
            meant = dt.datetime.combine(run.local_date, wall)
            skipped = meant.replace(tzinfo=place).astimezone(dt.UTC).astimezone(place).time() != wall
            assert shown == meant or (skipped and meant < shown <= meant + dt.timedelta(hours=1))


def test_a_wall_time_that_happens_twice_is_due_at_its_first_occurrence() -> None:
    twice = _schedule("Europe/Berlin", dt.time(2, 30))
    (run,) = _runs(twice, dt.date(2025, 10, 26), dt.date(2025, 10, 26))
    assert run.at == dt.datetime(2025, 10, 26, 0, 30, tzinfo=dt.UTC)


def test_a_wall_time_that_does_not_exist_is_due_after_the_gap() -> None:
    never = _schedule("America/New_York", dt.time(2, 30))
    (run,) = _runs(never, dt.date(2025, 3, 9), dt.date(2025, 3, 9))
    assert run.at == dt.datetime(2025, 3, 9, 7, 30, tzinfo=dt.UTC)
    assert run.at.astimezone(ZoneInfo("America/New_York")).time() == dt.time(3, 30)


def test_a_gap_at_midnight_keeps_the_run_of_the_evening_and_of_the_next_day() -> None:
    late = _schedule("America/Nuuk", dt.time(23, 30))
    runs = _runs(late, dt.date(2025, 3, 29), dt.date(2025, 3, 30))
    assert [run.local_date.day for run in runs] == [29, 30]
    assert [run.at.astimezone(ZoneInfo("America/Nuuk")).day for run in runs] == [30, 30]


@pytest.mark.parametrize(("zone", "gone"), [("Pacific/Apia", 30), ("Pacific/Fakaofo", 30)])
def test_a_local_day_that_never_was_has_no_run(zone: str, gone: int) -> None:
    for wall in WALLS:
        runs = _runs(_schedule(zone, wall), dt.date(2011, 12, 28), dt.date(2012, 1, 2))
        days = [run.local_date for run in runs]
        assert dt.date(2011, 12, gone) not in days
        assert len(days) == 5


@given(
    zone=st.sampled_from(ZONES),
    wall=st.times(),
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    after=st.integers(946684800, 2051222400).map(lambda s: dt.datetime.fromtimestamp(s, dt.UTC)),  # 2000–2034
)
def test_the_next_run_is_the_first_one_after_an_instant(
    zone: str, wall: dt.time, weekdays: frozenset[int], after: dt.datetime
) -> None:
    schedule = _schedule(zone, wall, weekdays)
    run = schedule.next_run(after)
    assert run.at > after
    assert run.local_date.weekday() in weekdays
    assert schedule.next_run(run.at - dt.timedelta(microseconds=1)) == run
    earlier = (run.local_date - n * ONE_DAY for n in range(1, 9))
    assert all(instant(day, wall, ZoneInfo(zone)) <= after for day in earlier if day.weekday() in weekdays)


def test_only_the_chosen_weekdays_are_due() -> None:
    workdays = _schedule("Asia/Tokyo", dt.time(8), frozenset(range(5)))
    runs = _runs(workdays, dt.date(2025, 11, 1), dt.date(2025, 11, 14))
    assert [run.local_date.day for run in runs] == [3, 4, 5, 6, 7, 10, 11, 12, 13, 14]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"weekdays": frozenset()}, "weekdays"),
        ({"weekdays": frozenset({7})}, "weekdays"),
        ({"at": dt.time(8, tzinfo=dt.UTC)}, "never an offset"),
        ({"skip_after": dt.timedelta(0)}, "a little late"),
    ],
)
def test_a_schedule_that_can_never_be_due_is_refused(change: dict[str, object], words: str) -> None:
    given: dict[str, object] = {"id": "s", "channel": LOCAL_CHANNEL, "at": dt.time(8), "zone": "UTC"}
    with pytest.raises(ValueError, match=words):
        Schedule(**{**given, **change})  # type: ignore[arg-type] # one field at a time is wrong on purpose
