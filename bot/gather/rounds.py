"""What the running bot does again and again: look at what is due, and once a day forget what is long gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.gather.pipeline import Gather

KEPT = timedelta(days=60)
"""How long an item is known that its source does not hold any more: some feeds bring old items back."""

DAILY = timedelta(days=1)


@dataclass(slots=True, kw_only=True)
class Rounds:
    """The use case; `forgot` is when this process forgot items last."""

    gather: Gather
    forgot: datetime | None = None

    async def run(self) -> int:
        """Return how many sources were looked at; raise StoreUnavailable."""
        looked = await self.gather.look()
        now = self.gather.clock.now()
        if not self.gather.stopping() and (self.forgot is None or now - self.forgot >= DAILY):
            self.forgot = now
            async with self.gather.store.write() as unit:
                await unit.sources.forget(now - KEPT)
        return looked
