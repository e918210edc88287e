"""A worker whose clock is set back looks again at all that waits."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from bot.ports import Job
from bot.runner.board import Board
from bot.runner.worker import Worker
from bot.runner.worker_lock import WorkerLock
from tests.contract.kept import HOUR, NOON
from tests.fakes.memory_queue import MemoryQueue
from tests.fakes.memory_store import MemoryStore
from tests.fakes.world import SetClock


async def test_jobs_that_a_clock_which_was_ahead_put_off_are_looked_at_once_it_is_right(
    tmp_path: Path,
) -> None:
    store, clock = MemoryStore(), SetClock(NOON)
    queue, lock = MemoryQueue(store), WorkerLock.announce(tmp_path / "store.db")
    worker = Worker(
        queue=queue, clock=clock, life=lock, board=Board(file=tmp_path / "h", clock=clock), handlers={}
    )
    await worker.retry_stalled()
    async with store.write() as unit:
        await unit.jobs.defer([Job(task="t", key="k", lane="l", arguments={}, due=NOON + HOUR)])
    clock.at += dt.timedelta(minutes=1)
    await worker.retry_stalled()
    assert await queue.next_due() == NOON + HOUR
    clock.at -= HOUR
    await worker.retry_stalled()
    assert await queue.next_due() == clock.at
    lock.leave()
