"""The sources that are due: claimed in portions, looked at one by one."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.source import Source
from bot.ports import Clock, Store

PORTION = 256
"""Sources that are claimed together: a transaction costs more than they do."""

LEASE = timedelta(minutes=10)
"""How long a look may take before another process takes the source up."""


@dataclass(slots=True, kw_only=True)
class Claimed:
    """What is due at one time, for those that look; `owner` and `stopping` as in Gather."""

    store: Store
    clock: Clock
    owner: str
    stopping: Callable[[], bool]
    ready: deque[Source] = field(default_factory=deque)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    is_over: bool = False

    async def next(self) -> Source | None:
        """The next one, None when there are no more; raise StoreUnavailable."""
        if not self.ready and not self.is_over:
            async with self.turn:
                await self._claim()
        return self.ready.popleft() if self.ready and not self.stopping() else None

    async def give_back(self) -> None:
        """What was taken and not looked at is due as before."""
        if self.ready:
            async with self.store.write() as unit:
                await unit.sources.give_back(self.ready)

    async def _claim(self) -> None:
        if self.ready or self.is_over or self.stopping():  # another one claimed meanwhile
            return
        self.is_over = True  # where the database is away, too: it is not asked by each that looks
        now = self.clock.now()
        async with self.store.write() as unit:
            self.ready.extend(await unit.sources.claim(now, now + LEASE, PORTION, self.owner))
        self.is_over = len(self.ready) < PORTION
