"""The fake's clock: the system's time, turned forward by hand."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from bot.ports import Clock
from bot.runner.clock import SystemClock


class TurnedClock:
    """Runs like `base`; `advance` turns it forward and wakes whoever sleeps by it."""

    def __init__(self, base: Clock | None = None) -> None:
        self._base = base or SystemClock()
        self._turned = timedelta(0)
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        return self._base.now() + self._turned

    def seconds(self) -> float:
        """The present as seconds since 1970, with microseconds."""
        return self.now().timestamp()

    def advance(self, seconds: float) -> None:
        self._turned += timedelta(seconds=seconds)
        self._moved.set()
        self._moved = asyncio.Event()

    async def sleep_until(self, moment: float) -> None:
        """Return once the clock shows `moment` (seconds since 1970), by running or by being turned."""
        while (left := moment - self.seconds()) > 0:
            moved = self._moved
            try:
                async with asyncio.timeout(left):
                    await moved.wait()
            except TimeoutError:
                continue

    async def sleep(self, seconds: float) -> None:
        await self.sleep_until(self.seconds() + seconds)
