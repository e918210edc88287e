"""The embedded worker: takes due jobs from the queue, runs their handlers, gives back what is not done."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.errors import StoreUnavailable
from bot.ports import Clock, Job, Queue
from bot.runner.worker_lock import WorkerLock

LANES = 4
"""Jobs of different lanes that run at the same time in one process."""

AFTER_FAILURE = timedelta(seconds=30)
"""How long a job rests whose handler broke: long enough not to spin, short enough for a digest."""

log = logging.getLogger(__name__)

Handler = Callable[[Job], Awaitable[datetime | None]]
"""Does a job; returns when to do it again, None when it is done."""


@dataclass(slots=True)
class Worker:
    """Runs jobs until it is stopped; `wake` makes it look at once instead of at its next poll."""

    queue: Queue
    clock: Clock
    lock: WorkerLock
    handlers: Mapping[str, Handler]
    poll: timedelta = timedelta(seconds=2)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    def wake(self) -> None:
        """There may be work."""
        self.woken.set()

    def stop(self) -> None:
        """Claim nothing more; `run` ends when what is under way is done."""
        self.stopping.set()
        self.woken.set()

    async def run(self) -> None:
        """Work until stopped. A database that is away for a while is waited for."""
        while not self.stopping.is_set():
            try:
                busy = await self.once()
            except StoreUnavailable as error:
                log.warning(str(error), extra={"action": "store_unavailable"})
                busy = False
            if not busy:
                await self._rest()

    async def retry_stalled(self) -> None:
        """Give back what dead workers had taken."""
        if await self.queue.release(self.lock.alive()):
            self.wake()

    async def once(self) -> bool:
        """Claim what is due and do it; whether there was anything."""
        due = await self.queue.next_due()
        if due is None or due > self.clock.now():
            return False
        jobs = await self.queue.claim(self.lock.owner, self.clock.now(), LANES)
        await asyncio.gather(*(self._do(job) for job in jobs))
        return bool(jobs)

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self.woken.wait(), self.poll.total_seconds())
        except TimeoutError:
            return
        self.woken.clear()

    async def _do(self, job: Job) -> None:
        try:
            again = await self.handlers[job.task](job)
        except Exception:
            # One broken job must not stop the others; it stays queued, and the log says what broke.
            log.exception("job failed", extra={"action": "job_failed", "job": job.key})
            again = self.clock.now() + AFTER_FAILURE
        if again is None:
            await self.queue.finish(self.lock.owner, job.key)
        else:
            await self.queue.put_off(self.lock.owner, job.key, again)
