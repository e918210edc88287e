"""A backup is put back: the platform is asked first, nothing goes twice, and what did not go still may."""

from __future__ import annotations

import copy
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.converse.greet import GREET
from bot.deliver.restored import Restored
from bot.deliver.word import plan_word
from bot.domain.channel import LOCAL_TENANT, Channel, Platform
from bot.domain.delivery import Reason, State
from tests.contract.kept import article
from tests.fakes.memory_queue import MemoryQueue
from tests.fakes.memory_store import MemoryStore
from tests.fakes.messenger import Fault
from tests.fakes.world import MONDAY, World, schedule

DAY = dt.timedelta(days=1)
HOUR = dt.timedelta(hours=1)
TEN = MONDAY + 10 * HOUR


async def _world() -> World:
    """News, and digests at eight and at nine."""
    world = World()
    await _news(world, "a", MONDAY - HOUR)
    await world.register(schedule("early"), schedule("late", at=dt.time(9)))
    return world


async def _news(world: World, id_: str, seen: dt.datetime) -> None:
    async with world.store.write() as unit:
        await unit.articles.add([article(id_, seen=seen, title=f"Title {id_}")])


async def _put_back(world: World, backup: object) -> int:
    assert isinstance(backup, MemoryStore)
    world.store, world.queue = backup, MemoryQueue(backup)
    return await Restored(store=backup, clock=world.clock).run()


@pytest.mark.untraced
@settings(deadline=None, max_examples=150)
@given(
    lives=st.integers(0, 60).map(lambda hours: hours * HOUR),
    more=st.integers(0, 80).map(lambda hours: hours * HOUR),
    cuts=st.lists(st.integers(0, 30), max_size=4),
)
async def test_nothing_that_went_after_the_backup_goes_again(
    lives: dt.timedelta, more: dt.timedelta, cuts: list[int]
) -> None:
    world = await _world()
    await world.live(MONDAY + lives, cuts)
    backup = copy.deepcopy(world.store)
    await world.live(MONDAY + lives + more)
    await _put_back(world, backup)
    await world.live(MONDAY + 7 * DAY, cuts)
    ids = [message.delivery_id for message in world.platform.messages]
    assert len(ids) == len(set(ids))
    deliveries = await world.deliveries()
    assert len(deliveries) == 14
    assert {one.state for one in deliveries} == {State.SENT}
    assert all(world.platform.of(one.id) for one in deliveries)


async def test_a_digest_stopped_between_its_two_messages_is_finished_once() -> None:
    whole = await _world()
    await whole.live(TEN)
    for place in range(whole.power.places):
        world = await _world()
        world.clock.at, world.power.fails_in = MONDAY + 8 * HOUR, place
        await world.step()
        world.power.back()
        backup = copy.deepcopy(world.store)
        await world.live(TEN)
        await _put_back(world, backup)
        await world.live(TEN + HOUR)
        ids = [message.delivery_id for message in world.platform.messages]
        assert len(ids) == len(set(ids)) == 3, place


async def test_what_was_not_sent_goes_in_time_and_is_skipped_when_late() -> None:
    world = await _world()
    backup = copy.deepcopy(world.store)
    world.clock.at = MONDAY + DAY + 10 * HOUR
    assert await _put_back(world, backup) == 4
    await world.live(world.clock.at + dt.timedelta(minutes=1))
    found = [(one.local_date.day, one.state, one.reason) for one in await world.deliveries()]
    late = (3, State.SKIPPED, Reason.TOO_LATE)
    assert found == [late, late, (4, State.SENT, None), (4, State.SENT, None)]


async def test_what_the_platform_cannot_tell_is_unknown_and_never_sent() -> None:
    world = await _world()
    backup = copy.deepcopy(world.store)
    await world.live(TEN)
    before = list(world.platform.messages)
    await _put_back(world, backup)
    world.platform.faults = [Fault.PERMANENT, Fault.PERMANENT]
    await world.live(TEN + HOUR)
    assert {one.state for one in await world.deliveries()} == {State.UNKNOWN}
    assert world.platform.messages == before


async def test_the_next_digest_tells_what_came_after_the_one_whose_briefing_was_lost() -> None:
    world = World()
    await world.register(schedule())
    await _news(world, "before", MONDAY + 7 * HOUR)
    backup = copy.deepcopy(world.store)
    await world.live(TEN)
    await _put_back(world, backup)
    await _news(world, "after", TEN + HOUR)
    await world.live(MONDAY + DAY + 9 * HOUR)
    last = [message.post for message in world.platform.messages if message.part == 0][-1]
    assert [story.headline for story in last.stories] == ["Title after"]


async def test_a_word_to_a_place_without_schedules_is_looked_up_too() -> None:
    world = World()
    place = Channel(Platform.SLACK, "T9", "C9")
    async with world.store.write() as unit:
        await plan_word(unit, GREET, place, "greet:T9", due=MONDAY, late=DAY)
    world.clock.at = MONDAY + HOUR
    assert await _put_back(world, copy.deepcopy(world.store)) == 1
    async with world.store.read() as unit:
        (greeting,) = await unit.deliveries.between("T9", MONDAY.date(), MONDAY.date())
        (told, *_) = await unit.audit.latest("T9", 1)
    assert (greeting.in_doubt, greeting.state) == (True, State.SENDING)
    assert "1 send to be looked up" in told.what


async def test_the_audit_tells_of_the_restore() -> None:
    world = await _world()
    backup = copy.deepcopy(world.store)
    world.clock.at = TEN
    await _put_back(world, backup)
    async with world.store.read() as unit:
        (latest, *_) = await unit.audit.latest(LOCAL_TENANT, 1)
    assert latest.what == "a backup was put back; 2 sends to be looked up on the platform"
    lines = await world.why(MONDAY.date())
    assert "a backup was put back; it is looked up whether it went out since that was made" in lines[0]
