"""APScheduler runs a few fixed ticks: it decides when to look; the database decides what is due."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

Tick = Callable[[], Awaitable[None]]

# It tells of each tick when it begins and when it ends: some lines a second. It warns of each tick that is
# still under way when the next is due, as where a database is locked; the health file tells what is wrong.
logging.getLogger("apscheduler").setLevel(logging.ERROR)
log = logging.getLogger(__name__)


@asynccontextmanager
async def ticking(ticks: dict[str, tuple[Tick, timedelta]]) -> AsyncIterator[None]:
    """Run each tick at its interval for the length of the block.

    Late ticks are made up for by one, none runs beside itself, and one that fails is logged and goes on.
    What is under way at the end of the block is cancelled, and has ended when the block has.
    """
    scheduler, under_way = AsyncIOScheduler(timezone=UTC), UnderWay()
    for name, (tick, every) in ticks.items():
        scheduler.add_job(
            under_way.do,
            "interval",
            args=(name, tick),
            seconds=every.total_seconds(),
            id=name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
    scheduler.start()
    try:
        yield
    finally:
        scheduler.pause()
        await under_way.end()
        scheduler.shutdown(wait=False)


@dataclass(slots=True)
class UnderWay:
    """The ticks that run just now, each in a task of its own.

    Ending them is not left to the scheduler: it would not wait until they have ended, while what they work
    on is closed, and would log each as an error.
    """

    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    ended: bool = False

    async def do(self, name: str, tick: Tick) -> None:
        """Run one, unless all have been ended."""
        if self.ended:
            return
        task = asyncio.create_task(_guarded(name, tick))
        self.tasks.add(task)
        await asyncio.wait([task])
        self.tasks.discard(task)

    async def end(self) -> None:
        """Cancel them, wait until they have ended, and begin none that the scheduler has handed over."""
        self.ended = True
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await asyncio.sleep(0)  # the turn in which the scheduler's tasks around them end too


async def _guarded(name: str, tick: Tick) -> None:
    try:
        await tick()
    except Exception:
        log.exception("tick failed", extra={"action": "tick_failed", "tick": name})
