"""The running bot: ticks look, the engine works, health is written, and a stop ends all of it in order."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Protocol

from bot.runner.board import Act, Board
from bot.runner.ticks import Tick, ticking

DISPATCH_EVERY = timedelta(seconds=2)
STALLED_EVERY = timedelta(seconds=2)
REMIND_EVERY = timedelta(minutes=1)
TIDY_EVERY = timedelta(minutes=1)
FETCH_EVERY = timedelta(seconds=5)
HEALTH_EVERY = timedelta(seconds=10)

Listen = Callable[[], Coroutine[Any, Any, None]]
"""Hears a platform until it is cancelled; raises only what no waiting mends."""

log = logging.getLogger(__name__)


class Engine(Protocol):
    """Runs the jobs: the embedded worker, or Procrastinate's."""

    async def run(self) -> None:
        """Work until stopped and until all that is under way is done; no failure of the database ends it."""
        ...

    def stop(self) -> None:
        """Begin nothing more."""
        ...

    def wake(self) -> None:
        """Look at once: there may be work."""
        ...

    async def retry_stalled(self) -> None:
        """Give back what dead workers had; look at all that waits after the clock was set back."""
        ...


@dataclass(slots=True)
class Service:
    """Runs until `stop`; `dispatch` and `remind` plan what is due, `tidy` deletes; all return how much.

    `fetch` looks at the sources that are due; it may take long, and may run beside itself. Each of
    `listeners` hears what is said on a platform until it is cancelled.
    """

    dispatch: Callable[[], Awaitable[int]]
    engine: Engine
    board: Board
    grace: timedelta
    remind: Callable[[], Awaitable[int]]
    tidy: Callable[[], Awaitable[int]]
    fetch: Callable[[], Awaitable[int]]
    listeners: tuple[Listen, ...] = ()
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    reminding: asyncio.Lock = field(default_factory=asyncio.Lock)
    fetching: set[asyncio.Task[bool]] = field(default_factory=set)

    def stop(self) -> None:
        """End: claim nothing more, finish what is under way within the grace time, release the rest."""
        log.info("stopping", extra={"action": "stopping"})
        self.stopping.set()
        self.engine.stop()

    async def run(self) -> bool:
        """Run until stopped; a part that fails is named in the health file and goes on.

        Return whether all that was under way came to its end within the grace time. Raise what a listener
        raised, after the same end.
        """
        ticks = {
            "retry_stalled": (self._watched("stalled", self.engine.retry_stalled), STALLED_EVERY),
            "dispatch": (self._watched("dispatch", self._look), DISPATCH_EVERY),
            "tidy": (self._watched("tidy", self._tidy), TIDY_EVERY),
            "health": (self._write_health, HEALTH_EVERY),
        }
        async with AsyncExitStack() as stack:
            stack.callback(self.board.clear)
            for tick, _ in ticks.values():  # once at the start, without waiting for the first interval
                await tick()
            look = self._watched("reminders", self._remind)
            late = {"reminders": (look, REMIND_EVERY), "fetch_feeds": (self._fetch, FETCH_EVERY)}
            await stack.enter_async_context(ticking({**ticks, **late}))
            working = asyncio.create_task(self.engine.run())
            first = asyncio.ensure_future(look())  # may condense much, so nothing waits for it
            stack.push_async_callback(_end, [first])
            await self._fetch()
            hearing = [asyncio.create_task(listen()) for listen in self.listeners]
            try:
                await self._until_stopped(hearing)
            finally:
                drained = await self._drain(working)
                await _end(hearing)
            return drained

    async def _until_stopped(self, hearing: list[asyncio.Task[None]]) -> None:
        """A listener that ends by itself stops the bot: half of it would be silent."""
        stopped = asyncio.create_task(self.stopping.wait())
        try:
            done, _ = await asyncio.wait([stopped, *hearing], return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopped.cancel()
        self.stop()
        for one in done:
            one.result()

    async def _drain(self, working: asyncio.Task[None]) -> bool:
        under_way = [working, *self.fetching]
        _, late = await asyncio.wait(under_way, timeout=self.grace.total_seconds())
        if late:
            log.warning("grace time is over", extra={"action": "grace_over"})
        await _end([one for one in self.fetching if one in late])  # what they had taken comes again
        return not late

    async def _look(self) -> None:
        if not self.stopping.is_set() and await self.dispatch():
            self.engine.wake()

    async def _remind(self) -> None:
        if self.stopping.is_set() or self.reminding.locked():
            return
        async with self.reminding:
            if await self.remind():
                self.engine.wake()

    async def _fetch(self) -> None:
        """Begin to look; a look that is slow holds up no other one, nor the ticks."""
        if not self.stopping.is_set():
            task = asyncio.create_task(self.board.watch("sources", self.fetch))
            self.fetching.add(task)
            task.add_done_callback(self.fetching.discard)

    async def _tidy(self) -> None:
        await self.tidy()

    async def _write_health(self) -> None:
        self.board.write()

    def _watched(self, part: str, act: Act) -> Tick:
        async def tick() -> None:
            await self.board.watch(part, act)

        return tick


async def _end(tasks: Sequence[asyncio.Task[Any]]) -> None:
    for one in tasks:
        one.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
