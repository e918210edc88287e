"""Few requests at a time to one host, with a delay between them; no host waits for another."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

MOST_HOSTS = 5_000
"""Hosts remembered; beyond that those that nobody waits for are forgotten."""


@dataclass(slots=True)
class _Host:
    room: asyncio.Semaphore
    order: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    users: int = 0


@dataclass(slots=True)
class Turns:
    """`at_once` requests to a host together, begun at least `delay` seconds apart."""

    at_once: int
    delay: float
    _hosts: dict[str, _Host] = field(default_factory=dict)

    @asynccontextmanager
    async def turn(self, host: str, delay: float | None = None) -> AsyncIterator[None]:
        """Wait for a turn and hold it for the length of the block; `delay` is for hosts that ask for more."""
        one = self._hosts.setdefault(host, _Host(asyncio.Semaphore(self.at_once)))
        one.users += 1
        try:
            async with one.room:
                async with one.order:  # in the order of asking
                    loop = asyncio.get_running_loop()
                    if (wait := one.free_at - loop.time()) > 0:
                        await asyncio.sleep(wait)
                    one.free_at = loop.time() + max(self.delay, delay or 0.0)
                yield
        finally:
            one.users -= 1
            if len(self._hosts) > MOST_HOSTS:
                self._forget()

    def _forget(self) -> None:
        now = asyncio.get_running_loop().time()
        for name in [name for name, one in self._hosts.items() if not one.users and one.free_at <= now]:
            del self._hosts[name]
