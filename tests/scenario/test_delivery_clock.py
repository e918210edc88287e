"""Clocks that jump, days that are long or short, hours that are quiet: one send a local day, all told."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.channel import LOCAL_TENANT
from bot.domain.delivery import Delivery, Reason, State
from bot.domain.schedule import QuietHours, QuietPolicy
from summarizers.types import Publication
from tests.contract.kept import article
from tests.fakes.messenger import Fault
from tests.fakes.world import MONDAY, World, schedule
from tests.zones import ZONES

pytestmark = pytest.mark.untraced

DAY = dt.timedelta(days=1)
HOUR = dt.timedelta(hours=1)
NIGHT = dt.time(22), dt.time(7)


def _quiet(policy: QuietPolicy) -> QuietHours:
    return QuietHours(start=NIGHT[0], end=NIGHT[1], policy=policy)


def _by_day(deliveries: list[Delivery]) -> dict[dt.date, tuple[State, Reason | None]]:
    return {one.local_date: (one.state, one.reason) for one in deliveries}


@pytest.mark.parametrize("zone", ZONES)
async def test_a_year_of_every_zone_sends_once_a_local_day(zone: str) -> None:
    world = World()
    start = dt.datetime(2024, 1, 1, tzinfo=ZoneInfo(zone)).astimezone(dt.UTC) - dt.timedelta(minutes=1)
    world.clock.at = start
    await world.register(schedule(at=dt.time(2, 30), zone=zone))
    await world.live(start + 366 * DAY)
    days = [one.local_date for one in await world.deliveries()]
    assert days == [dt.date(2024, 1, 1) + n * DAY for n in range(366)]
    assert len(world.platform.messages) == 366
    assert dt.date(2024, 2, 29) in days


@settings(deadline=None, max_examples=120)
@given(
    jumps=st.lists(st.integers(-40 * 24, 40 * 24).map(lambda hours: hours * HOUR / 2), max_size=6),
    zone=st.sampled_from(ZONES),
)
async def test_jumps_of_the_clock_never_send_a_local_day_twice(jumps: list[dt.timedelta], zone: str) -> None:
    world = World()
    await world.register(schedule(zone=zone))
    for jump in jumps:
        world.clock.at += jump
        await world.live(world.clock.at + 2 * HOUR)
    world.clock.at = MONDAY + 200 * DAY
    await world.live(world.clock.at + 3 * DAY)
    sent = Counter(message.delivery_id for message in world.platform.messages)
    assert set(sent.values()) <= {1}
    deliveries = await world.deliveries()
    assert len({one.local_date for one in deliveries}) == len(deliveries)
    assert not any(one.open for one in deliveries)
    last = [one.local_date for one in deliveries if one.state is State.SENT][-3:]
    assert last == [last[0] + n * DAY for n in range(3)]


@settings(deadline=None, max_examples=40)
@given(
    spells=st.lists(
        st.tuples(st.integers(0, 30), st.integers(-20, 20) | st.just(365 * 24)),
        min_size=1,
        max_size=8,
    )
)
async def test_jumps_of_the_clock_put_every_article_into_exactly_one_digest(
    spells: list[tuple[int, int]],
) -> None:
    """The clock is wrong by so many hours for a spell of so many; the news are dated rightly."""
    world, right = World(), MONDAY + 9 * HOUR
    await world.register(schedule(), schedule("evening", at=dt.time(18)))
    await world.live(right)
    for number, (length, wrong) in enumerate([*spells, (0, 0)]):
        world.clock.at = right + wrong * HOUR
        await world.live(world.clock.at)
        published = Publication(local_date=right.date(), at=right)
        async with world.store.write() as unit:
            await unit.articles.add([article(f"a{number}", seen=world.clock.at, published=published)])
        await world.live(world.clock.at + length * HOUR)
        right += length * HOUR
    world.clock.at = right
    await world.live(right + 2 * DAY)
    told = await _told(world)
    assert told == {f"a{number}": 1 for number in range(len(spells) + 1)}


async def _told(world: World) -> Counter[str]:
    """How many digests that were sent hold each article."""
    told: Counter[str] = Counter()
    async with world.store.read() as unit:
        for one in await world.deliveries():
            made = await unit.briefings.get(LOCAL_TENANT, one.briefing_id or "")
            if made and one.state is State.SENT:
                told.update(id_ for story in made.stories for id_ in story.article_ids)
    return told


@pytest.mark.parametrize("ahead", [1, 3, 8, 30, 400])
async def test_after_a_clock_that_was_days_ahead_every_day_still_has_its_send(ahead: int) -> None:
    world = World()
    await world.register(schedule())
    world.clock.at = MONDAY + ahead * DAY + 9 * HOUR
    await world.step()
    world.clock.at = MONDAY + HOUR
    await world.live(MONDAY + (ahead + 2) * DAY + 12 * HOUR)
    deliveries = await world.deliveries()
    assert [one.state for one in deliveries] == [State.SENT] * (ahead + 3)
    assert len(world.platform.messages) == ahead + 3


async def test_a_clock_that_was_ahead_when_the_bot_started_is_noticed_too() -> None:
    world = World()
    world.clock.at = MONDAY + 3 * DAY
    await world.register(schedule())
    world.clock.at = MONDAY
    await world.live(MONDAY + 2 * DAY)
    assert _by_day(await world.deliveries()) == {
        MONDAY.date() + n * DAY: (State.SENT, None) for n in range(2)
    }


async def test_a_clock_that_was_behind_for_a_day_doubles_nothing() -> None:
    world = World()
    await world.register(schedule())
    await world.live(MONDAY + 9 * HOUR)
    world.clock.at = MONDAY - DAY + 9 * HOUR
    await world.live(MONDAY + 2 * DAY + 9 * HOUR)
    days = [one.local_date for one in await world.deliveries()]
    assert days == [MONDAY.date() + n * DAY for n in range(3)]
    assert len(world.platform.messages) == 3


async def test_after_a_long_downtime_every_missed_day_is_skipped_with_its_reason() -> None:
    world = World()
    await world.register(schedule())
    world.clock.at = MONDAY + 100 * DAY + 10 * HOUR
    await world.live(world.clock.at)
    *missed, today = await world.deliveries()
    assert len(missed) == 100
    assert {(one.state, one.reason) for one in missed} == {(State.SKIPPED, Reason.TOO_LATE)}
    assert today.state is State.SENT
    lines = await world.why(MONDAY.date())
    assert "skipped, 2,402 hours late, more than the 6 hours allowed" in lines[0]


async def test_a_change_that_the_words_of_a_schedule_do_not_tell_is_named() -> None:
    world = World()
    await world.register(schedule())
    changed = await world.register(schedule(topics=('"truce"',), weekdays=frozenset({0})))
    assert changed == ("schedule morning (08:00 UTC, slack:local:C1): weekdays, topics changed",)


async def test_a_schedule_moved_after_todays_send_starts_tomorrow() -> None:
    world = World()
    await world.register(schedule())
    await world.live(MONDAY + 9 * HOUR)
    changed = await world.register(schedule(at=dt.time(20)))
    assert changed == (
        "schedule morning (08:00 UTC, slack:local:C1) changed to morning (20:00 UTC, slack:local:C1)",
    )
    assert "next: settings:morning to slack:local:C1 at 2025-11-04 20:00:00 UTC" in await world.why(
        MONDAY.date()
    )
    await world.live(MONDAY + DAY + 21 * HOUR)
    assert [message.at for message in world.platform.messages if message.part == 0] == [
        MONDAY + 8 * HOUR,
        MONDAY + DAY + 20 * HOUR,
    ]


async def test_what_was_due_before_a_schedule_moved_is_sent_as_it_stood_then() -> None:
    world = World()
    await world.register(schedule())
    world.clock.at = MONDAY + 9 * HOUR
    await world.register(schedule(at=dt.time(20)))
    await world.live(MONDAY + DAY)
    (one,) = await world.deliveries()
    assert (one.state, one.due) == (State.SENT, MONDAY + 8 * HOUR)


async def test_a_day_missed_before_the_move_is_sent_at_the_new_hour() -> None:
    world = World()
    await world.register(schedule())
    world.clock.at = MONDAY + 15 * HOUR
    await world.step()
    await world.register(schedule(at=dt.time(20)))
    await world.live(MONDAY + DAY)
    (one,) = await world.deliveries()
    assert (one.state, one.due) == (State.SENT, MONDAY + 20 * HOUR)


async def test_a_removed_schedule_is_not_due_any_more() -> None:
    world = World()
    await world.register(schedule())
    assert await world.register() == ("schedule morning (08:00 UTC, slack:local:C1) removed",)
    await world.live(MONDAY + DAY)
    assert await world.deliveries() == []
    assert await world.why(MONDAY.date()) == ["No send was due."]


@pytest.mark.parametrize("hour", [22, 23, 0, 3, 6])
async def test_a_send_in_held_hours_goes_when_they_end(hour: int) -> None:
    world = World()
    await world.register(schedule(at=dt.time(hour), quiet=_quiet(QuietPolicy.HOLD)))
    await world.live(MONDAY + DAY + 8 * HOUR)
    times = [message.at for message in world.platform.messages if message.part == 0]
    assert times == [MONDAY + 7 * HOUR, MONDAY + DAY + 7 * HOUR][2 - len(times) :]
    assert times


async def test_a_held_send_says_until_when() -> None:
    world = World()
    await world.register(schedule(at=dt.time(23), quiet=_quiet(QuietPolicy.HOLD)))
    await world.live(MONDAY + 23 * HOUR)
    (line, *_) = await world.why(MONDAY.date())
    assert "next try 2025-11-04 07:00:00 (quiet hours until 07:00)" in line


@settings(deadline=None, max_examples=150)
@given(
    faults=st.lists(st.sampled_from([Fault.RATE, Fault.BUSY, Fault.LOST_BEFORE, Fault.NONE]), max_size=10),
    minute=st.integers(0, 59),
    up_again=st.integers(0, 6 * 60),
)
async def test_nothing_begins_in_held_hours_however_late_or_often_it_is_tried(
    faults: list[Fault], minute: int, up_again: int
) -> None:
    world = World()
    world.platform.faults = faults
    await world.register(schedule(at=dt.time(21, minute), quiet=_quiet(QuietPolicy.HOLD)))
    world.clock.at = MONDAY + 21 * HOUR + dt.timedelta(minutes=minute + up_again)
    await world.live(MONDAY + DAY + 20 * HOUR)
    (one,) = await world.deliveries()
    assert one.state is State.SENT
    parents = [at for key, at in world.platform.calls if key.endswith(".0") and not key.startswith("look-up")]
    assert not any(one.quieted(at) for at in parents)


async def test_dropped_hours_skip_with_their_reason_also_when_the_bot_was_late() -> None:
    world = World()
    drop = _quiet(QuietPolicy.DROP)
    await world.register(schedule("night", at=dt.time(23), quiet=drop), schedule(at=dt.time(21), quiet=drop))
    world.clock.at = MONDAY + 23 * HOUR
    await world.live(MONDAY + DAY)
    assert [(one.state, one.reason) for one in await world.deliveries()] == [
        (State.SKIPPED, Reason.QUIET_HOURS)
    ] * 2
    assert world.platform.calls == []
    assert "skipped, quiet hours until 07:00" in (await world.why(MONDAY.date()))[0]


async def test_silent_hours_silence_and_other_hours_do_not() -> None:
    world = World()
    silent = _quiet(QuietPolicy.SILENT)
    await world.register(schedule("night", at=dt.time(23), quiet=silent), schedule(quiet=silent))
    await world.live(MONDAY + DAY)
    assert [(one.post.silent, one.at.hour) for one in world.platform.messages if one.part == 0] == [
        (False, 8),
        (True, 23),
    ]


async def test_only_the_chosen_weekdays_are_sent() -> None:
    world = World()
    await world.register(schedule(weekdays=frozenset({0, 2})))
    await world.live(MONDAY + 8 * DAY)
    assert [one.local_date.day for one in await world.deliveries()] == [3, 5, 10]


async def test_a_retry_that_a_downtime_made_too_late_is_skipped_and_not_sent_days_after() -> None:
    world = World()
    world.platform.faults = [Fault.RATE]
    await world.register(schedule())
    world.clock.at = MONDAY + 8 * HOUR
    await world.step()
    world.clock.at = MONDAY + 20 * HOUR
    await world.live(MONDAY + DAY)
    (one,) = await world.deliveries()
    assert (one.state, one.reason) == (State.SKIPPED, Reason.TOO_LATE)
    assert one.detail == "12 hours late, more than the 6 hours allowed (429: too many requests)"


@pytest.mark.parametrize("fault", [Fault.RATE, Fault.BUSY, Fault.LOST_BEFORE, Fault.LOST_AFTER])
async def test_a_retry_set_by_a_clock_that_was_ahead_goes_once_the_clock_is_right(fault: Fault) -> None:
    world = World()
    world.platform.faults = [fault]
    world.platform.skew = -3 * HOUR
    await world.register(schedule())
    world.clock.at = MONDAY + 11 * HOUR
    await world.step()
    world.clock.at, world.platform.skew = MONDAY + 8 * HOUR, dt.timedelta(0)
    await world.queue.hasten(world.clock.at)
    await world.live(MONDAY + 8 * HOUR + dt.timedelta(minutes=2))
    (one,) = await world.deliveries()
    assert one.state is State.SENT
    assert [message.delivery_id for message in world.platform.messages] == [f"{one.id}.0"]


async def test_a_retry_of_a_clock_that_is_a_little_ahead_waits_as_told() -> None:
    world = World()
    world.platform.faults = [Fault.RATE]
    await world.register(schedule())
    world.clock.at = MONDAY + 8 * HOUR
    await world.step()
    world.clock.at -= dt.timedelta(seconds=30)
    await world.queue.hasten(world.clock.at)
    await world.live(MONDAY + 9 * HOUR)
    assert world.platform.too_soon == []
