"""What a due schedule means at an instant."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.deliver.plan import RUNS_AT_A_TIME, hushed, in_time, plan, pulled_back, sendable, shards
from bot.domain.channel import Channel, Platform
from bot.domain.delivery import Delivery, Part, Reason, State
from bot.domain.schedule import QuietHours, QuietPolicy
from tests.contract.kept import HOUR, NOON
from tests.contract.sends import ABROAD, delivery, run, schedule

DAY = dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)
NIGHT = QuietHours(start=dt.time(11), end=dt.time(14))


def test_nothing_is_planned_before_it_is_due() -> None:
    planned = plan(schedule(), run(), NOON - dt.timedelta(microseconds=1))
    assert (planned.deliveries, planned.next_run) == ((), run())


def test_a_due_run_becomes_a_delivery_and_the_next_run_is_waited_for() -> None:
    planned = plan(schedule(), run(), NOON)
    assert planned.deliveries == (delivery(),)
    assert planned.next_run == run(NOON + DAY)


@pytest.mark.untraced
@given(st.integers(0, 400), st.integers(0, 24 * 60 - 1))
def test_every_missed_run_is_accounted_for_in_portions(days: int, minutes: int) -> None:
    now, waiting = NOON + days * DAY + minutes * MINUTE, run()
    found: list[Delivery] = []
    while waiting.at <= now:
        planned = plan(schedule(), waiting, now)
        assert 0 < len(planned.deliveries) <= RUNS_AT_A_TIME
        found += planned.deliveries
        waiting = planned.next_run
    assert [one.local_date for one in found] == [(NOON + n * DAY).date() for n in range(days + 1)]
    assert all(one.reason is Reason.TOO_LATE for one in found[:-1])
    assert found[-1].open is (minutes <= 6 * 60)


@pytest.mark.parametrize(
    ("late", "words"),
    [
        (6 * HOUR + MINUTE, "6 hours late, more than the 6 hours allowed"),
        (30 * HOUR, "30 hours late, more than the 6 hours allowed"),
    ],
)
def test_a_skip_says_how_late_it_was(late: dt.timedelta, words: str) -> None:
    skipped = in_time(delivery(), NOON + late)
    assert (skipped.state, skipped.reason, skipped.detail) == (State.SKIPPED, Reason.TOO_LATE, words)


def test_lateness_under_an_hour_is_told_in_minutes() -> None:
    hasty = delivery(late=NOON + MINUTE)
    assert in_time(hasty, NOON + 5 * MINUTE).detail == "5 minutes late, more than the 1 minute allowed"


def test_the_last_instant_allowed_is_in_time() -> None:
    assert in_time(delivery(), NOON + 6 * HOUR) == delivery()


@pytest.mark.parametrize("state", [State.SENDING, State.SENT])
def test_what_may_be_there_is_finished_however_late_and_quiet_it_is(state: State) -> None:
    begun = delivery(parts=(Part(state=state), Part()), quiet=NIGHT)
    assert sendable(begun, NOON + 99 * DAY) == begun
    assert sendable(begun, NOON) == begun


def test_a_closed_one_stays_as_it_is() -> None:
    closed = delivery(quiet=NIGHT).closed(State.SENT)
    assert sendable(closed, NOON + 99 * DAY) == closed


def test_a_run_in_held_hours_is_due_when_they_end() -> None:
    (held,) = plan(schedule(quiet=NIGHT), run(), NOON).deliveries
    assert (held.due, held.next_try, held.late) == (NOON + 2 * HOUR, NOON + 2 * HOUR, NOON + 8 * HOUR)
    assert (held.state, held.reason, held.detail) == (
        State.PENDING,
        Reason.QUIET_HOURS,
        "quiet hours until 14:00",
    )


def test_a_late_run_found_in_held_hours_is_held_too() -> None:
    early = schedule(at=dt.time(10), quiet=NIGHT)
    (held,) = plan(early, run(NOON - 2 * HOUR), NOON).deliveries
    assert held.next_try == NOON + 2 * HOUR


def test_a_dropped_run_says_until_when_it_was_quiet() -> None:
    quiet = replace(NIGHT, policy=QuietPolicy.DROP)
    (dropped,) = plan(schedule(quiet=quiet), run(), NOON).deliveries
    assert (dropped.state, dropped.reason) == (State.SKIPPED, Reason.QUIET_HOURS)
    assert dropped.detail == "quiet hours until 14:00"


def test_silent_hours_hold_nothing() -> None:
    quiet = replace(NIGHT, policy=QuietPolicy.SILENT)
    silent = delivery(quiet=quiet)
    assert hushed(silent, NOON) == silent


def test_a_delivery_whose_next_try_lies_ahead_is_not_held_yet() -> None:
    waiting = delivery(quiet=NIGHT, next_try=NOON + 3 * HOUR)
    assert sendable(waiting, NOON) == waiting


def test_a_run_set_by_a_clock_that_was_ahead_is_pulled_back() -> None:
    assert pulled_back(schedule(), run(NOON + 40 * DAY), NOON + HOUR) == run(NOON + DAY)
    assert pulled_back(schedule(), run(NOON + DAY), NOON + HOUR) == run(NOON + DAY)
    assert pulled_back(schedule(), run(NOON), NOON + HOUR) == run(NOON)


def test_a_shard_holds_what_one_briefing_may_serve() -> None:
    here = [delivery(f"s{n}") for n in range(5)]
    others = [
        delivery("t", topics=("trade",)),
        delivery("z", zone="Asia/Tokyo"),
        delivery("d", due=NOON + HOUR),
        delivery("c", channel=ABROAD),
        delivery("p", channel=Channel(Platform.DISCORD, "local", "c")),
    ]
    made = shards([*here, *others, delivery("closed").closed(State.SKIPPED)], 2)
    assert made[:3] == (tuple(here[:2]), tuple(here[2:4]), (here[4],))
    assert made[3:] == tuple((one,) for one in others)


@given(st.lists(st.integers(0, 3), max_size=40), st.integers(1, 9))
def test_shards_hold_every_open_delivery_once(kinds: list[int], size: int) -> None:
    all_ = [delivery(f"s{n}", topics=(f"t{kind}",)) for n, kind in enumerate(kinds)]
    made = shards(all_, size)
    assert sorted(one.id for shard in made for one in shard) == sorted(one.id for one in all_)
    assert all(0 < len(shard) <= size for shard in made)
    assert all(before.topics == after.topics for shard in made for before, after in pairwise(shard))
