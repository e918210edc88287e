"""The outbox: posts reach their channel once each, in order, and every attempt is written down first.

A part goes `pending` → commit → `sending` → the platform is called → `sent`, committed. Whatever happens in
between leaves it `sending`, and a part found `sending` is looked up on the platform before anything is sent.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.deliver.retry import (
    begin,
    failed,
    next_part,
    parent,
    reconciled,
    sent,
    still_unanswered,
    unanswered,
)
from bot.domain.channel import Platform
from bot.domain.delivery import Delivery, Reason, State
from bot.domain.post import Post
from bot.errors import AmbiguousOutcome, DeliveryError
from bot.ports import Change, Clock, Messenger, Pause, Store, UnitOfWork

AT_ONCE = 25
"""Messages under way together: how many at most must be looked up after a crash."""

CLOCK_SKEW = timedelta(minutes=2)
"""How far the platform's clock may differ from ours when its history is searched."""

log = logging.getLogger(__name__)

Posts = Callable[[Delivery], Post]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbox:
    """The use case. A delivery whose platform has no messenger waits; it is never dropped."""

    store: Store
    clock: Clock
    messengers: Mapping[Platform, Messenger]

    async def send(self, deliveries: Sequence[Delivery], post_for: Posts) -> tuple[Delivery, ...]:
        """Bring deliveries as far as they can go now; those still open have their `next_try`.

        `post_for` gives the post of a delivery and must give the same one each time. Parts must be set.
        """
        done: list[Delivery] = []
        for start in range(0, len(deliveries), AT_ONCE):
            done += await self._together(deliveries[start : start + AT_ONCE], post_for)
        return tuple(done)

    async def _together(self, deliveries: Sequence[Delivery], post_for: Posts) -> list[Delivery]:
        """One chunk, part by part: a commit, the calls all at once, a commit."""
        settled = await self._settle(deliveries)
        while any(self._ready(one) for one in settled):
            now = self.clock.now()
            begun = [_begun(one, now) if self._ready(one) else one for one in settled]
            ready = [number for number, one in enumerate(settled) if self._ready(one)]
            await self._keep([begun[number] for number in ready])
            ended = await asyncio.gather(*(self._attempt(begun[number], post_for) for number in ready))
            settled = [dict(zip(ready, ended, strict=True)).get(n, one) for n, one in enumerate(begun)]
            await self._keep(ended)
        return settled

    async def _settle(self, deliveries: Sequence[Delivery]) -> list[Delivery]:
        """Look up what was begun and has no recorded end, before anything else."""
        settled = await asyncio.gather(*(self._reconcile(one) for one in deliveries))
        await self._keep([new for new, old in zip(settled, deliveries, strict=True) if new != old])
        return list(settled)

    def _ready(self, delivery: Delivery) -> bool:
        """Whether a part of it can be sent now."""
        due = delivery.next_try is not None and delivery.next_try <= self.clock.now()
        return due and next_part(delivery) is not None and unanswered(delivery) is None

    async def _attempt(self, delivery: Delivery, post_for: Posts) -> Delivery:
        number = unanswered(delivery)
        if number is None:
            return delivery
        try:
            receipt = await self._messenger(delivery).post(
                part_id(delivery, number), post_for(delivery), number, parent(delivery.parts)
            )
        except DeliveryError as error:
            return failed(delivery, number, error, self.clock.now())
        except Exception as error:
            # An adapter that breaks in an unforeseen way may have sent the message before it broke.
            log.exception("messenger failed", extra={"action": "messenger_failed", "delivery": delivery.id})
            lost = AmbiguousOutcome(str(error), code=type(error).__name__)
            return failed(delivery, number, lost, self.clock.now())
        return sent(delivery, number, receipt)

    async def _reconcile(self, delivery: Delivery) -> Delivery:
        number = unanswered(delivery)
        now = self.clock.now()
        if number is None or delivery.next_try is None or delivery.next_try > now:
            return delivery
        since = (delivery.parts[number].since or delivery.due) - CLOCK_SKEW
        try:
            found = await self._messenger(delivery).reconcile(
                part_id(delivery, number), delivery.channel, since
            )
        except DeliveryError as error:
            return still_unanswered(delivery, number, error, now)
        return reconciled(delivery, number, found, now)

    def _messenger(self, delivery: Delivery) -> Messenger:
        return self.messengers[delivery.channel.platform]

    async def _keep(self, deliveries: Sequence[Delivery]) -> None:
        if not deliveries:
            return
        async with self.store.write() as unit:
            await unit.deliveries.save(deliveries)
            for one in deliveries:
                if one.state is State.FAILED and one.reason is Reason.REFUSED:
                    await pause(unit, one, self.clock.now())


async def pause(unit: UnitOfWork, delivery: Delivery, now: datetime) -> None:
    """Stop sending to a channel that refused for good; the audit says why."""
    if await unit.channels.pause(delivery.channel, Pause(reason=delivery.detail, since=now)):
        what = f"{delivery.channel} paused: {delivery.detail}"
        await unit.audit.note(delivery.channel.tenant_id, Change(at=now, who="communique", what=what))
        log.warning(what, extra={"action": "channel_paused", "channel": str(delivery.channel)})


def part_id(delivery: Delivery, number: int) -> str:
    """The id under which a platform knows one message: at most 25 characters (Discord's nonce)."""
    return f"{delivery.id}.{number}"


def _begun(delivery: Delivery, now: datetime) -> Delivery:
    number = next_part(delivery)
    return delivery if number is None else begin(delivery, number, now)
