"""The sources that are due: claimed in portions, looked at one by one."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.source import Source
from bot.gather.course import put_off
from bot.gather.hosts import Hosts, host_of
from bot.ports import Clock, Store

PORTION = 256
"""Sources that are claimed together: a transaction costs more than they do."""

LEASE = timedelta(minutes=10)
"""How long a look may take before another process takes the source up."""

MOST_HELD = 2_048
"""Sources that wait for a look at their host to end; beyond them nothing more is claimed."""


@dataclass(slots=True)
class Claimed:
    """What is due at one time, for those that look; `owner` and `stopping` as in Gather.

    A source whose host has as many looks under way as `hosts` allows is held until one of them is over: those
    that look go on with other hosts meanwhile. What still waits at `until` is claimed anew, long before
    another process could take it up.
    """

    store: Store
    clock: Clock
    owner: str
    stopping: Callable[[], bool]
    hosts: Hosts
    ready: deque[Source] = field(default_factory=deque)
    held: defaultdict[str, deque[Source]] = field(default_factory=lambda: defaultdict(deque))
    until: datetime | None = None
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    is_over: bool = False

    async def next(self) -> Source | None:
        """The next one whose host has room, None when there are no more of them; raise StoreUnavailable.

        Whoever takes one says `done` after the look.
        """
        while not self.stopping():
            if self.until and self.clock.now() >= self.until:
                await self._renew()
            if (source := self._free()) or self.is_over:
                return source
            async with self.turn:
                await self._claim()
        return None

    def done(self, source: Source) -> None:
        """The look at it is over; one that was held for it is next."""
        self.hosts.end(source)
        if waiting := self.held.get(host_of(source)):
            self.ready.appendleft(waiting.popleft())

    async def give_back(self) -> None:
        """What was taken and not looked at is due as before."""
        left = [*self.ready, *(source for waiting in self.held.values() for source in waiting)]
        self.ready.clear()
        self.held.clear()
        if left:
            async with self.store.write() as unit:
                await unit.sources.give_back(left)

    async def _renew(self) -> None:
        """What waits is claimed anew, before its lease is over."""
        async with self.turn:
            if self.until and self.clock.now() >= self.until:
                self.until, self.is_over = None, False
                await self.give_back()

    def _free(self) -> Source | None:
        while self.ready:
            source = self.ready.popleft()
            if self.hosts.begin(source):
                return source
            self.held[host_of(source)].append(source)
        return None

    async def _claim(self) -> None:
        if self.ready or self.is_over or self.stopping():  # another one claimed meanwhile
            return
        now = self.clock.now()
        self.until = self.until or now + LEASE / 2
        found: Sequence[Source] = ()
        later: Sequence[Source | None] = ()
        try:
            async with self.store.write() as unit:
                found = await unit.sources.claim(now, now + LEASE, PORTION, self.owner)
                later = [put_off(one, now) for one in found]
                await unit.sources.give_back([one for one in later if one])
        finally:  # where the database is away it is not asked by each that looks
            held = sum(map(len, self.held.values()))
            self.is_over = len(found) < PORTION or held >= MOST_HELD
        self.ready.extend(one for one, wait in zip(found, later, strict=True) if not wait)
