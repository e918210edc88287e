"""The running bot: ticks look, the worker works, health is written, and a stop ends all of it in order."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.errors import CommuniqueError
from bot.ports import Clock
from bot.runner.health import Health, write
from bot.runner.ticks import ticking
from bot.runner.worker import Worker

DISPATCH_EVERY = timedelta(seconds=2)
STALLED_EVERY = timedelta(seconds=15)
HEALTH_EVERY = timedelta(seconds=10)

OK = "ok"

log = logging.getLogger(__name__)

Act = Callable[[], Awaitable[object]]


@dataclass(slots=True)
class Service:
    """Runs until `stop`; `dispatch` plans what is due and returns how many schedules were."""

    dispatch: Callable[[], Awaitable[int]]
    worker: Worker
    clock: Clock
    health_file: Path
    grace: timedelta
    parts: dict[str, str] = field(default_factory=dict)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)

    def stop(self) -> None:
        """End: claim nothing more, finish what is under way within the grace time, release the rest."""
        log.info("stopping", extra={"action": "stopping"})
        self.stopping.set()
        self.worker.stop()

    async def run(self) -> None:
        """Run until stopped; a part that fails is named in the health file and goes on."""
        ticks = {
            "dispatch": (self._watched("dispatch", self._look), DISPATCH_EVERY),
            "retry_stalled": (self._watched("worker", self.worker.retry_stalled), STALLED_EVERY),
            "health": (self._write_health, HEALTH_EVERY),
        }
        async with AsyncExitStack() as stack:
            stack.callback(self.health_file.unlink, missing_ok=True)
            for tick, _ in ticks.values():  # once at the start, without waiting for the first interval
                await tick()
            await stack.enter_async_context(ticking(ticks))
            async with asyncio.TaskGroup() as group:
                working = group.create_task(self.worker.run())
                await self.stopping.wait()
                await self._drain(working)

    async def _drain(self, working: asyncio.Task[None]) -> None:
        _, late = await asyncio.wait([working], timeout=self.grace.total_seconds())
        for task in late:
            log.warning("grace time is over", extra={"action": "grace_over"})
            task.cancel()

    async def _look(self) -> None:
        if not self.stopping.is_set() and await self.dispatch():
            self.worker.wake()

    async def _write_health(self) -> None:
        write(self.health_file, Health(at=self.clock.now(), pid=os.getpid(), parts=self.parts or {"bot": OK}))

    def _watched(self, part: str, act: Act) -> Callable[[], Awaitable[None]]:
        """The same act, its failure kept as the state of a part instead of ending the program."""

        async def tick() -> None:
            try:
                await act()
            except CommuniqueError as error:
                self.parts[part] = error.what
                log.warning(str(error), extra={"action": "part_failed", "part": part})
            else:
                self.parts[part] = OK

        return tick
