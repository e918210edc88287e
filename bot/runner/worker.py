"""The embedded worker: takes due jobs from the queue, runs their handlers, gives back what is not done."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.errors import StoreUnavailable
from bot.ports import Clock, Job, Life, Queue
from bot.runner.board import Board

LANES = 4
"""Jobs of different lanes that run at the same time in one process."""

AFTER_FAILURE = timedelta(seconds=30)
"""How long a job rests whose handler broke: long enough not to spin, short enough for a digest."""

AT_LEAST = timedelta(seconds=1)
"""How long a job rests that wants to be done again, so that none can spin."""

AFTER_ABSENCE = timedelta(seconds=2)
"""How long it rests when the database was away, which is no fault of the job."""

SET_BACK = timedelta(seconds=2)
"""A clock that shows less than before by more than this was set back; clocks are slewed by less."""

log = logging.getLogger(__name__)

Handler = Callable[[Job], Awaitable[datetime | None]]
"""Does a job; returns when to do it again, None when it is done."""


@dataclass(slots=True)
class Worker:
    """Runs jobs until it is stopped; `wake` makes it look at once instead of at its next poll."""

    queue: Queue
    clock: Clock
    life: Life
    board: Board
    handlers: Mapping[str, Handler]
    poll: timedelta = timedelta(seconds=2)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    busy: set[asyncio.Task[None]] = field(default_factory=set)
    seen: datetime | None = None

    def wake(self) -> None:
        """There may be work."""
        self.woken.set()

    def stop(self) -> None:
        """Claim nothing more; `run` ends when what is under way is done."""
        self.stopping.set()
        self.woken.set()

    async def run(self) -> None:
        """Work until stopped. A database that is away for a while is waited for."""
        try:
            while not self.stopping.is_set():
                self.woken.clear()
                await self.board.watch("worker", self._claim)
                await self._rest()
            await asyncio.gather(*self.busy)
        finally:
            for task in self.busy:  # there are some only where `run` itself is ended early
                task.cancel()
            await asyncio.gather(*self.busy, return_exceptions=True)

    async def retry_stalled(self) -> None:
        """Give back what dead workers had taken; look at all that waits after the clock was set back.

        The first look does so too: nobody knows what clock there was before. A job that is not due yet
        says again when it is.
        """
        before, self.seen = self.seen, self.clock.now()
        if before is None or self.seen < before - SET_BACK:
            await self.queue.hasten(self.seen)
            self.wake()
        dead = await self.life.dead(await self.queue.owners())
        if dead and await self.queue.release(dead):
            self.wake()

    async def _claim(self) -> None:
        """Begin what is due, as far as there is room."""
        room = LANES - len(self.busy)
        due = await self.queue.next_due() if room else None
        if due is None or due > self.clock.now():
            return
        for job in await self.queue.claim(self.life.owner, self.clock.now(), room):
            task = asyncio.create_task(self._do(job))
            self.busy.add(task)
            task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self.busy.discard(task)
        self.wake()

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self.woken.wait(), self.poll.total_seconds())
        except TimeoutError:
            return

    async def _do(self, job: Job) -> None:
        again = await self._outcome(job)
        while True:
            try:
                return await self._settle(job, again)
            except Exception:
                # Nobody may take a job from a living worker, so it has to be given back in the end.
                log.exception("job not settled", extra={"action": "job_not_settled", "job": job.key})
                await asyncio.sleep(self.poll.total_seconds())

    async def _outcome(self, job: Job) -> datetime | None:
        try:
            return await self.handlers[job.task](job)
        except StoreUnavailable as error:
            log.warning(str(error), extra={"action": "store_unavailable", "job": job.key})
            return self.clock.now() + AFTER_ABSENCE
        except Exception:
            # One broken job must not stop the others; it stays queued, and the log says what broke.
            log.exception("job failed", extra={"action": "job_failed", "job": job.key})
            return self.clock.now() + AFTER_FAILURE

    async def _settle(self, job: Job, again: datetime | None) -> None:
        if again is None:
            await self.queue.finish(self.life.owner, job.key)
        else:
            soonest = self.clock.now() + AT_LEAST
            await self.queue.put_off(self.life.owner, job.key, max(again, soonest))
