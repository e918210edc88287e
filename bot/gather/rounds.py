"""What the running bot does again and again: look at what is due, and once a day forget what is long gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.gather.pipeline import Gather
from bot.ports import Life

KEPT = timedelta(days=60)
"""How long an item is known that its source does not hold any more: some feeds bring old items back."""

DAILY = timedelta(days=1)

STEP = timedelta(minutes=1)
"""By how much a clock is set back without meaning anything."""


@dataclass(slots=True, kw_only=True)
class Rounds:
    """The use case; `forgot` is when this process forgot items last, `seen` what its clock said last."""

    gather: Gather
    life: Life
    forgot: datetime | None = None
    seen: datetime | None = None

    async def run(self) -> int:
        """Return how many sources were looked at; raise StoreUnavailable."""
        await self._wake()
        await self._free()
        looked = await self.gather.look()
        now = self.gather.clock.now()
        if not self.gather.stopping() and (self.forgot is None or now - self.forgot >= DAILY):
            self.forgot = now
            async with self.gather.store.write() as unit:
                await unit.sources.forget(now - KEPT)
        return looked

    async def _wake(self) -> None:
        """At the start, and where the clock went back: what was put off by the hour it said before is due."""
        now = self.gather.clock.now()
        if not self.gather.stopping() and (self.seen is None or now < self.seen - STEP):
            async with self.gather.store.write() as unit:
                await unit.sources.wake(now)
        self.seen = now

    async def _free(self) -> None:
        """What processes that died had begun to look at need not wait for its lease."""
        store = self.gather.store
        async with store.read() as unit:
            others = await unit.sources.claimants() - {self.life.owner}
        dead = await self.life.dead(others) if others else others
        if dead and not self.gather.stopping():
            async with store.write() as unit:
                await unit.sources.release(dead, self.gather.clock.now())
