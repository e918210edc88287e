"""APScheduler runs a few fixed ticks: it decides when to look; the database decides what is due."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

Tick = Callable[[], Awaitable[None]]

# It tells of each tick when it begins and when it ends; at INFO that is some lines a second.
logging.getLogger("apscheduler").setLevel(logging.WARNING)
log = logging.getLogger(__name__)


@asynccontextmanager
async def ticking(ticks: dict[str, tuple[Tick, timedelta]]) -> AsyncIterator[None]:
    """Run each tick at its interval for the length of the block.

    Late ticks are made up for by one, none runs beside itself, and one that fails is logged and goes on.
    """
    scheduler = AsyncIOScheduler(timezone=UTC)
    for name, (tick, every) in ticks.items():
        scheduler.add_job(
            _guarded,
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
        scheduler.shutdown(wait=False)


async def _guarded(name: str, tick: Tick) -> None:
    try:
        await tick()
    except Exception:
        log.exception("tick failed", extra={"action": "tick_failed", "tick": name})
