"""What holds of reminders whatever happens: once, at the local morning, never of a date that is gone."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.ledger import Signal
from bot.domain.schedule import QuietHours, QuietPolicy
from tests.unit.remind.told_over_time import ROOM, Channel, entry, report
from tests.zones import ZONES

DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
START = dt.datetime(2031, 3, 1, tzinfo=dt.UTC)
NIGHT = QuietHours(start=dt.time(22), end=dt.time(9))


@pytest.mark.parametrize("zone", ZONES)
def test_every_step_of_a_year_is_told_at_the_local_morning_of_its_day(zone: str) -> None:
    for first in range(0, 364, 3):
        day = dt.date(2031, 1, 10) + first * DAY
        told = dt.datetime.combine(day - 20 * DAY, dt.time(12), dt.UTC)
        channel = Channel(replace(ROOM, zone=zone), told, [entry(report(day, told))])
        mornings = [
            dt.datetime.combine(day - n * DAY, dt.time(8), ZoneInfo(zone)).astimezone(dt.UTC)
            for n in (7, 1, 0)
        ]
        for at in mornings:
            assert channel.look(at - dt.timedelta(minutes=1)) == []
            (one,) = channel.look(at)
            assert one.at.astimezone(ZoneInfo(zone)).time() == dt.time(8)
            assert channel.look(at + HOUR) == []
        assert [one.step for _, one in channel.told] == ["7", "1", "0"]


@pytest.mark.untraced
@settings(deadline=None, max_examples=150)
@given(
    looks=st.lists(st.integers(0, 60 * 24), min_size=5, max_size=60),
    zone=st.sampled_from(ZONES),
    moves=st.lists(st.tuples(st.integers(5, 25), st.integers(10, 45)), max_size=3),
    quiet=st.sampled_from((None, NIGHT, replace(NIGHT, policy=QuietPolicy.DROP))),
)
def test_whatever_the_clock_does_nothing_is_told_twice_nor_of_a_date_that_is_gone_nor_in_quiet_hours(
    looks: list[int], zone: str, moves: list[tuple[int, int]], quiet: QuietHours | None
) -> None:
    first = report((START + 20 * DAY).date(), START)
    moved = [report((START + to * DAY).date(), START + on * DAY + 3 * HOUR, Signal.MOVED) for on, to in moves]
    story = entry(first, *moved)
    channel = Channel(replace(ROOM, zone=zone, quiet=quiet), START, [story])
    for hours in looks:
        now = START + hours * HOUR
        holds = entry(*(one for one in story.reports if one.published.at and one.published.at <= now))
        for one in channel.look(now):
            assert one.deadline == holds.deadline.date
            assert quiet is None or not quiet.covers(now.astimezone(ZoneInfo(zone)).time())
            assert one.at <= now <= one.late
    names = Counter((one.deadline, one.step) for _, one in channel.told)
    assert set(names.values()) <= {1}


@pytest.mark.untraced
@settings(deadline=None, max_examples=60)
@given(hours=st.lists(st.integers(-30 * 24, 30 * 24), max_size=6), zone=st.sampled_from(ZONES))
def test_a_clock_that_comes_right_again_tells_the_steps_that_it_skipped(hours: list[int], zone: str) -> None:
    day = (START + 60 * DAY).date()
    channel = Channel(replace(ROOM, zone=zone), START, [entry(report(day, START))])
    for offset in hours:
        channel.look(START + 20 * DAY + offset * HOUR)
    for hour in range(45 * 24, 62 * 24):
        channel.look(START + hour * HOUR)
    assert sorted(one.step for _, one in channel.told) == ["0", "1", "7"]


@pytest.mark.parametrize("month", [3, 10])
def test_a_month_has_one_note_on_its_first_morning(month: int) -> None:
    first, last = dt.date(2031, month, 1), dt.date(2031, month, 31)
    told = dt.datetime.combine(first - 12 * DAY, dt.time(12), dt.UTC)
    channel = Channel(ROOM, told, [entry(report(first, told, end=last, granularity="month"))])
    for hour in range(60 * 24):
        channel.look(told + hour * HOUR)
    assert [(at, one.step) for at, one in channel.told] == [
        (dt.datetime(2031, month, 1, 8, tzinfo=dt.UTC), "period")
    ]


def test_what_must_be_done_before_a_day_is_told_for_the_day_before() -> None:
    channel = Channel(ROOM, START, [entry(report(dt.date(2031, 3, 20), START, boundary="before"))])
    for hour in range(30 * 24):
        channel.look(START + hour * HOUR)
    assert [at.date().day for at, _ in channel.told] == [12, 18, 19]


@pytest.mark.parametrize(("signal", "step"), [(Signal.CALLED_OFF, "called_off"), (Signal.MET, "closed")])
def test_an_end_is_told_once_where_the_channel_was_reminded(signal: Signal, step: str) -> None:
    day = (START + 20 * DAY).date()
    ends = START + (18 if signal is Signal.CALLED_OFF else 20) * DAY + 12 * HOUR
    channel = Channel(ROOM, START, [entry(report(day, START), report(day, ends, signal))])
    for hour in range(40 * 24):
        channel.look(START + hour * HOUR)
    assert [one.step.split()[0] for _, one in channel.told if one.news] == [step]


def test_where_nobody_was_reminded_an_outcome_is_not_told() -> None:
    day = (START + 20 * DAY).date()
    met = entry(report(day, START), report(day, START + 20 * DAY + 12 * HOUR, Signal.MET))
    channel = Channel(ROOM, START + 21 * DAY, [met])
    assert [channel.look(START + 21 * DAY + n * HOUR) for n in range(48)] == [[]] * 48


def test_a_deadline_of_today_that_becomes_known_at_noon_is_told_at_once_its_eve_is_not() -> None:
    day = START.date() + 10 * DAY
    noon = dt.datetime.combine(day, dt.time(12), dt.UTC)
    channel = Channel(ROOM, START, [entry(report(day, noon))])
    assert [one.step for one in channel.look(noon)] == ["0"]
    assert channel.look(noon + HOUR) == []


def test_a_clock_that_goes_back_before_a_move_does_not_take_the_move_back() -> None:
    day, later = START.date() + 20 * DAY, START.date() + 40 * DAY
    moved = entry(report(day, START), report(later, START + 14 * DAY, Signal.MOVED))
    channel = Channel(ROOM, START, [moved])
    assert [one.step for one in channel.look(START + 13 * DAY + 9 * HOUR)] == ["7"]
    assert [one.before for one in channel.look(START + 14 * DAY + HOUR)] == [day]
    assert channel.look(START + 13 * DAY + 9 * HOUR) == []
    assert [one.step for one in channel.look(START + 33 * DAY + 9 * HOUR)] == ["7"]


def test_a_date_that_moves_twice_in_a_day_is_told_from_the_one_that_would_have_been_reminded_of() -> None:
    first, second, third = ((START + days * DAY).date() for days in (12, 30, 50))
    noon = START + 10 * DAY + 12 * HOUR
    moved = entry(
        report(first, START + 9 * DAY),
        report(second, noon, Signal.MOVED),
        report(third, noon + HOUR, Signal.MOVED),
    )
    channel = Channel(ROOM, START + 10 * DAY, [moved])
    assert [(one.before, one.deadline) for one in channel.look(noon + 2 * HOUR)] == [(first, third)]
