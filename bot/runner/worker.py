"""The embedded worker: takes due jobs from the queue, runs their handlers, gives back what is not done."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.ports import Clock, Job, Life, Queue
from bot.runner.attempt import LANES, Handler, attempt
from bot.runner.board import Board
from bot.runner.hindsight import Hindsight

log = logging.getLogger(__name__)


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
    hindsight: Hindsight = field(init=False)

    def __post_init__(self) -> None:
        self.hindsight = Hindsight(self.clock)

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
        """Give back what dead workers had taken; look at all that waits after the clock was set back."""
        if await self.hindsight.hasten(self.queue):
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
        again = await attempt(job, self.handlers, self.clock)
        while True:
            try:
                return await self._settle(job, again)
            except Exception:
                # Nobody may take a job from a living worker, so it has to be given back in the end.
                log.exception("job not settled", extra={"action": "job_not_settled", "job": job.key})
                await asyncio.sleep(self.poll.total_seconds())

    async def _settle(self, job: Job, again: datetime | None) -> None:
        if again is None:
            await self.queue.finish(self.life.owner, job.key)
        else:
            await self.queue.put_off(self.life.owner, job.key, again)
