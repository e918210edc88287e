"""Each inbound event is answered once: who takes it, and what a crash leaves is taken again.

A platform delivers an event again when it had no answer in time, or when the connection broke. A second
delivery is answered only if the process that took the first is gone, or never came to its end.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.channel import Platform
from bot.ports import Clock, Hold, Store

KEPT = timedelta(hours=24)
"""How long an event is remembered."""

LAPSE = timedelta(minutes=2)
"""After which a living process has given an event up: an answer takes seconds."""

ANSWERED = ""

MOST_WAITING = 1_000
"""Answers that may be unconfirmed at a time; what an older one waits for is given up."""

Then = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Claims:
    """The events of this process, `owner`; `dead` tells which of other processes are gone.

    `then` holds what is to be done once an answer stands, such as noting that it was seen.
    """

    store: Store
    clock: Clock
    owner: str
    dead: Callable[[Iterable[str]], Awaitable[frozenset[str]]]
    then: dict[str, Then] = field(default_factory=dict)

    async def take(self, platform: Platform, event_id: str) -> bool:
        """Whether this process is to answer the event now; one without an id always is."""
        if not event_id:
            return True
        key, now = _key(platform, event_id), self.clock.now()
        async with self.store.write() as unit:
            held = await unit.inbound.holder(key)
            if held and not await self._lapsed(held):
                return False
            await unit.inbound.hold(key, Hold(owner=self.owner, at=now))
        self.then.pop(key, None)
        return True

    async def answered(self, platform: Platform, event_id: str) -> None:
        """Note that the answer stands; do what waits for that."""
        if not event_id:
            return
        key = _key(platform, event_id)
        then = self.then.pop(key, None)
        if then:
            await then()
        async with self.store.write() as unit:
            await unit.inbound.hold(key, Hold(owner=ANSWERED, at=self.clock.now()))

    async def after(self, platform: Platform, event_id: str, then: Then) -> None:
        """Do this once the answer stands; at once for an event that nobody confirms."""
        if not event_id:
            await then()
            return
        while len(self.then) >= MOST_WAITING:
            del self.then[next(iter(self.then))]
        self.then[_key(platform, event_id)] = then

    async def _lapsed(self, held: Hold) -> bool:
        if held.owner == ANSWERED:
            return False
        if self.clock.now() - held.at > LAPSE:
            return True
        return held.owner != self.owner and held.owner in await self.dead([held.owner])


def _key(platform: Platform, event_id: str) -> str:
    return f"{platform}:{event_id}"
