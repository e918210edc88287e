"""What the embedded engine's Queue promises its workers, beside what Jobs promise of every engine."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.ports import Job, Queue, Store
from bot.store.queue import SqlQueue
from bot.store.sql_store import SqlStore
from tests.contract.kept import HOUR, NOON
from tests.fakes.memory_queue import MemoryQueue
from tests.fakes.memory_store import MemoryStore

pytestmark = pytest.mark.parametrize("kind", ["memory", "sqlite"], indirect=True)


def _job(key: str, lane: str = "", due: dt.datetime = NOON) -> Job:
    return Job(task="digest", key=key, lane=lane or key, arguments={"ids": "ä,b"}, due=due)


@pytest.fixture
def queue(store: Store) -> Queue:
    """The workers' side of the same store."""
    if isinstance(store, SqlStore):
        return SqlQueue(store)
    assert isinstance(store, MemoryStore)
    return MemoryQueue(store)


async def _defer(store: Store, *jobs: Job) -> None:
    async with store.write() as unit:
        await unit.jobs.defer(jobs)


async def _keys(queue: Queue, owner: str = "w", now: dt.datetime = NOON, limit: int = 9) -> list[str]:
    return [job.key for job in await queue.claim(owner, now, limit)]


async def test_jobs_that_wait_can_be_made_due_but_not_those_that_somebody_has(
    store: Store, queue: Queue
) -> None:
    await _defer(
        store, _job("taken"), _job("later", due=NOON + HOUR), _job("much later", due=NOON + 9 * HOUR)
    )
    assert await _keys(queue) == ["taken"]
    assert await queue.hasten(NOON) == 2
    assert await queue.next_due() == NOON
    assert await queue.hasten(NOON) == 0
    assert await _keys(queue) == ["later", "much later"]


async def test_due_jobs_are_taken_the_earliest_first_one_a_lane_and_no_more_than_asked(
    store: Store, queue: Queue
) -> None:
    await _defer(
        store,
        _job("later", due=NOON + HOUR),
        _job("b2", "b"),
        _job("b1", "b", NOON - HOUR),
        _job("c", due=NOON - 2 * HOUR),
        _job("d"),
    )
    assert await _keys(queue, limit=2) == ["c", "b1"]
    assert await _keys(queue, "other") == ["d"]
    await queue.finish("w", "b1")
    assert await _keys(queue, "other") == ["b2"]
    assert await _keys(queue, now=NOON + HOUR) == ["later"]


async def test_a_job_given_back_is_due_when_its_owner_says(store: Store, queue: Queue) -> None:
    await _defer(store, _job("a"))
    await _keys(queue)
    await queue.put_off("w", "a", NOON + HOUR)
    assert await queue.next_due() == NOON + HOUR
    assert await _keys(queue) == []
    assert await _keys(queue, now=NOON + HOUR) == ["a"]


async def test_only_its_owner_can_finish_or_give_back_a_job(store: Store, queue: Queue) -> None:
    await _defer(store, _job("a"))
    await _keys(queue)
    await queue.finish("other", "a")
    await queue.put_off("other", "a", NOON + HOUR)
    await queue.finish("w", "unknown")
    assert await queue.owners() == {"w"}
    assert await queue.next_due() is None


async def test_what_dead_owners_had_is_free_again_and_the_living_keep_theirs(
    store: Store, queue: Queue
) -> None:
    await _defer(store, _job("a"), _job("b"), _job("c"))
    assert await _keys(queue, "dead", limit=2) == ["a", "b"]
    assert await _keys(queue, "alive") == ["c"]
    assert await queue.owners() == {"dead", "alive"}
    assert await queue.release(["dead", "unknown"]) == 2
    assert await queue.release([]) == 0
    assert await queue.owners() == {"alive"}
    assert await _keys(queue, "alive") == ["a", "b"]


async def test_the_next_due_is_the_earliest_free_job(store: Store, queue: Queue) -> None:
    assert await queue.next_due() is None
    await _defer(store, _job("a"), _job("b", due=NOON + HOUR))
    assert await queue.next_due() == NOON
    await _keys(queue)
    assert await queue.next_due() == NOON + HOUR
