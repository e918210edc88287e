"""Power cuts at every place, and two processes at a time: each reminder reaches its channel once."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from bot.condense.pipeline import Condense
from bot.domain.channel import LOCAL_TENANT, Channel, Platform
from bot.domain.delivery import State
from bot.domain.reminder import Policy
from bot.remind.pipeline import KeepLedger
from bot.remind.remind import Remind
from summarizers.types import Publication
from tests.contract.kept import article
from tests.fakes.reminded import reminded
from tests.fakes.world import SECOND, PowerCut, Touchy, World, inline

MORNING = dt.datetime(2031, 11, 13, 8, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
BODY = (
    "Envoys of Sarrow and Vellmark met in Ostmark. The grain truce between Sarrow and Vellmark expires on "
    "November 20, according to the Ostmark Secretariat."
)
ROOMS = [Channel(Platform.SLACK, LOCAL_TENANT, f"C{n}") for n in range(3)]


def _remind(world: World) -> Remind:
    store = world.fragile
    condense = Condense(store=store, run_cpu=inline, summarizer=Touchy(set()))
    return Remind(
        store=store,
        clock=world.clock,
        run_cpu=inline,
        keep=KeepLedger(store=store, run_cpu=inline, condense=condense),
        outbox=world.outbox,
        policies=lambda: [Policy(channel=room, zone="UTC") for room in ROOMS],
        topics={},
    )


async def _world() -> World:
    world = World()
    told = Publication.parse("2031-11-05T12:00:00+00:00")
    async with world.store.write() as unit:
        await unit.articles.add([article("a", body=BODY, clean=BODY, published=told)])
    world.clock.at = MORNING - 20 * HOUR
    await _remind(world).look()
    world.clock.at = MORNING
    return world


async def _life(world: World) -> bool:
    """One process's life: a look, then every job; False if the power went."""
    remind = _remind(world)
    try:
        await remind.look()
        while jobs := await world.queue.claim("w", world.clock.now(), 4):
            for job in jobs:
                again = await remind.serve(job.arguments["ids"].split(","))
                if again is None:
                    await world.queue.finish("w", job.key)
                else:
                    await world.queue.put_off("w", job.key, max(again, world.clock.now() + SECOND))
    except PowerCut:
        await world.queue.release(await world.queue.owners())
        return False
    return True


async def _places() -> int:
    world = await _world()
    before = world.power.places
    assert await _life(world)
    return world.power.places - before


@pytest.mark.untraced
@pytest.mark.parametrize("second", [0, 1, 5, 9])
async def test_whenever_the_power_fails_each_reminder_is_sent_once(second: int) -> None:
    places = await _places()
    assert places > 15
    for first in range(places):
        world = await _world()
        world.power.back(first)
        assert not await _life(world)
        world.clock.at += dt.timedelta(minutes=1)
        world.power.back(second)
        await _life(world)
        world.clock.at += dt.timedelta(minutes=1)
        world.power.back()
        for _ in range(3):
            assert await _life(world)
            world.clock.at += dt.timedelta(minutes=1)
        sent = Counter(message.channel for message in world.platform.messages)
        assert sent == Counter(ROOMS), f"cut at {first} and {second}"
        assert [one.state for one in await world.deliveries()] == [State.SENT] * len(ROOMS)


async def test_two_processes_that_look_at_once_remind_once(tmp_path: Path) -> None:
    async with reminded(tmp_path) as one, reminded(tmp_path) as other:
        await one.publish("2031-11-05T12:00:00+01:00", BODY)
        zone = replace(one.policies[0], zone="UTC")
        one.policies[:], other.policies[:] = [zone], [zone]
        await one.look(MORNING - 20 * HOUR)
        for _ in range(3):
            one.clock.at = other.clock.at = MORNING
            await asyncio.gather(*(bot.remind.look() for bot in (one, other, one, other)))
        await one.look(MORNING + SECOND)
        await other.look(MORNING + 2 * SECOND)
        assert len(one.posts()) == 1
