"""Two processes on one database: whatever they do at the same time, nothing is done twice."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.deliver.dispatch import DIGEST
from bot.domain.channel import Channel, Platform
from bot.domain.delivery import State
from bot.ports import Job
from bot.store.queue import SqlQueue
from bot.store.sql_store import SqlStore
from tests.contract.kept import article
from tests.fakes.world import MONDAY, SetClock, World, schedule

MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
EIGHT = MONDAY + 8 * HOUR
TENANTS = [f"T{n}" for n in range(6)]
ROOMS = [Channel(Platform.SLACK, tenant, f"C{n}") for tenant in TENANTS for n in range(40)]


@pytest.fixture
async def pair(tmp_path: Path) -> AsyncIterator[tuple[World, World]]:
    """Two processes with the same database, clock and platform; they wait long for each other."""
    url = f"sqlite:///{tmp_path / 'shared.db'}"
    async with AsyncExitStack() as stack:
        opened = [SqlStore.open(url, create=True, busy_timeout=2 * MINUTE, turn=2 * MINUTE) for _ in range(2)]
        stores = [await stack.enter_async_context(each) for each in opened]
        clock = SetClock()
        one, other = (World(store=store, clock=clock) for store in stores)
        for world, store in zip((one, other), stores, strict=True):
            world.queue = SqlQueue(store)
        other.platform = one.platform
        other.messengers = one.messengers
        yield one, other


async def _work(world: World, name: str) -> None:
    """What one process does of what is due, until there is nothing left to take."""
    await world.dispatch.run()
    while jobs := await world.queue.claim(name, world.clock.now(), 2):
        for job in jobs:
            assert await world.digest.run(job.arguments["ids"].split(",")) is None
            await world.queue.finish(name, job.key)


@pytest.mark.untraced
async def test_two_processes_send_many_due_digests_once_each(pair: tuple[World, World]) -> None:
    one, other = pair
    await one.register(*(schedule(str(room), channel=room) for room in ROOMS))
    async with one.store.write() as unit:
        await unit.articles.add([article("a", tenant_id=tenant, seen=EIGHT - HOUR) for tenant in TENANTS])
    for day in range(3):
        one.clock.at = EIGHT + day * DAY
        await asyncio.gather(*(_work(world, name) for world, name in ((one, "a"), (other, "b"), (one, "c"))))
        await _work(other, "d")  # what lay in a lane that was busy when the others last looked
    sent = Counter(message.delivery_id for message in one.platform.messages)
    assert set(sent.values()) == {1}
    assert sum(message.part == 0 for message in one.platform.messages) == 3 * len(ROOMS)
    async with one.store.read() as unit:
        for tenant in TENANTS:
            found = await unit.deliveries.between(tenant, MONDAY.date(), (MONDAY + 3 * DAY).date())
            assert [delivery.state for delivery in found] == [State.SENT] * 3 * 40
    assert await one.queue.next_due() is None


@pytest.mark.untraced
async def test_two_dispatchers_plan_many_due_runs_once_each(pair: tuple[World, World]) -> None:
    one, other = pair
    await one.register(*(schedule(str(room), channel=room) for room in ROOMS))
    one.clock.at = EIGHT + 9 * DAY
    counts = await asyncio.gather(*(world.dispatch.run() for world in (one, other) * 4))
    assert sum(counts) == len(ROOMS)
    async with one.store.read() as unit:
        deliveries = [
            one
            for tenant in TENANTS
            for one in await unit.deliveries.between(tenant, MONDAY.date(), (MONDAY + 10 * DAY).date())
        ]
    assert len(deliveries) == len({delivery.id for delivery in deliveries}) == 10 * len(ROOMS)
    jobs = await one.queue.claim("a", one.clock.now(), 999)
    ids = [id_ for job in jobs for id_ in job.arguments["ids"].split(",")]
    assert sorted(ids) == sorted(delivery.id for delivery in deliveries if delivery.open)


async def test_a_job_is_taken_by_one_worker_and_its_lane_by_no_other(pair: tuple[World, World]) -> None:
    one, other = pair
    jobs = [
        Job(task=DIGEST, key=f"{lane}-{n}", lane=lane, arguments={}, due=MONDAY)
        for lane in ("x", "y", "z")
        for n in range(20)
    ]
    async with one.store.write() as unit:
        await unit.jobs.defer(jobs)
    taken: Counter[str] = Counter()
    running: set[str] = set()

    async def take_all(world: World, name: str) -> None:
        while sum(taken.values()) < len(jobs):
            for job in await world.queue.claim(name, MONDAY, 1):
                assert job.lane not in running
                running.add(job.lane)
                taken[job.key] += 1
                await asyncio.sleep(0)
                running.remove(job.lane)
                await world.queue.finish(name, job.key)

    await asyncio.wait_for(
        asyncio.gather(*(take_all(world, f"{n}") for n, world in enumerate((one, other) * 2))), 60
    )
    assert taken == Counter(job.key for job in jobs)
