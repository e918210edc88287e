"""What Schedules promises: each schedule with the run it waits for."""

from __future__ import annotations

import datetime as dt

from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.channel import LOCAL_TENANT as LOCAL
from bot.domain.schedule import QuietHours, QuietPolicy, Schedule
from bot.ports import Store
from tests.contract.kept import HOUR, NOON, OTHER_TENANT
from tests.contract.sends import ABROAD, run, schedule

FULL = Schedule(
    id="full",
    channel=LOCAL_CHANNEL,
    at=dt.time(23, 59, 59, 999_999),
    zone="Australia/Lord_Howe",
    weekdays=frozenset({0, 6}),
    quiet=QuietHours(start=dt.time(22), end=dt.time(6, 30), policy=QuietPolicy.DROP),
    skip_after=dt.timedelta(hours=1, microseconds=1),
    topics=("trade", "Straße"),
)


async def test_a_schedule_comes_back_exactly_with_its_run(store: Store) -> None:
    async with store.write() as unit:
        await unit.schedules.put([(FULL, run(NOON + HOUR))])
    async with store.read() as unit:
        assert await unit.schedules.every() == ((FULL, run(NOON + HOUR)),)


async def test_the_same_id_again_replaces_schedule_and_run(store: Store) -> None:
    moved = schedule(at=dt.time(20))
    async with store.write() as unit:
        await unit.schedules.put([(schedule(), run())])
        await unit.schedules.put([(moved, run(NOON + HOUR))])
        assert await unit.schedules.every() == ((moved, run(NOON + HOUR)),)


async def test_nothing_put_or_removed_changes_nothing(store: Store) -> None:
    async with store.write() as unit:
        await unit.schedules.put([])
        await unit.schedules.remove([])
        await unit.schedules.remove(["unknown"])
        assert await unit.schedules.every() == ()


async def test_every_is_of_one_tenant_or_of_all_ordered_by_id(store: Store) -> None:
    mine, theirs = schedule("b"), schedule("a", ABROAD)
    async with store.write() as unit:
        await unit.schedules.put([(mine, run()), (theirs, run())])
        assert [one.id for one, _ in await unit.schedules.every()] == ["a", "b"]
        assert await unit.schedules.every(LOCAL) == ((mine, run()),)
        assert await unit.schedules.every(OTHER_TENANT) == ((theirs, run()),)


async def test_removed_ones_are_gone_and_the_others_stay(store: Store) -> None:
    async with store.write() as unit:
        await unit.schedules.put([(schedule(f"{n:04}"), run()) for n in range(2000)])
        await unit.schedules.remove([f"{n:04}" for n in range(1, 2000)])
        assert [one.id for one, _ in await unit.schedules.every()] == ["0000"]


async def test_due_are_those_at_or_before_now_the_earliest_first_and_no_more_than_asked(store: Store) -> None:
    at = {"later": NOON + HOUR, "sharp": NOON, "b": NOON - HOUR, "a": NOON - HOUR}
    async with store.write() as unit:
        await unit.schedules.put([(schedule(id_), run(when)) for id_, when in at.items()])
        assert [one.id for one, _ in await unit.schedules.due(NOON, 9)] == ["a", "b", "sharp"]
        assert [one.id for one, _ in await unit.schedules.due(NOON, 2)] == ["a", "b"]
        assert await unit.schedules.due(NOON - 2 * HOUR, 9) == ()


async def test_beyond_are_those_after_an_instant(store: Store) -> None:
    async with store.write() as unit:
        await unit.schedules.put([(schedule("sharp"), run()), (schedule("after"), run(NOON + HOUR))])
        assert [one.id for one, _ in await unit.schedules.beyond(NOON)] == ["after"]
