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

from bot.deliver.owner import plan_telling
from bot.deliver.plan import sendable
from bot.deliver.retry import (
    begin,
    failed,
    next_part,
    parent,
    postponed,
    reconciled,
    sent,
    still_unanswered,
    unanswered,
)
from bot.domain.channel import Platform
from bot.domain.delivery import Delivery, Part, Reason, State
from bot.domain.post import Post, Receipt
from bot.errors import AmbiguousOutcome, DeliveryError, RetryableRefusal
from bot.ports import Change, Clock, Messenger, Pause, Store, UnitOfWork
from bot.texts import say, speaking

AT_ONCE = 25
"""Messages under way together: how many at most must be looked up after a crash."""

CLOCK_SKEW = timedelta(minutes=2)
"""How far the platform's clock may differ from ours when its history is searched."""

NO_MESSENGER = timedelta(minutes=1)
"""How often to look whether a platform can be reached now."""

log = logging.getLogger(__name__)

Posts = Callable[[Delivery], Post]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbox:
    """The use case. A delivery whose platform has no messenger waits, and says so, until it is too late."""

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

    def ready(self, delivery: Delivery, now: datetime) -> Delivery:
        """The same delivery as it may go now: held, closed, or waiting for its platform to be set up."""
        may = sendable(delivery, now)
        platform = may.channel.platform
        if platform in self.messengers or not _due(may, now):
            return may
        return postponed(may, say("why.no_messenger", platform=platform), now + NO_MESSENGER, now)

    def parts(self, post: Post) -> tuple[Part, ...]:
        """A post's messages, none sent yet: as many as its platform makes of it, one if there is none."""
        messenger = self.messengers.get(post.channel.platform)
        with speaking(post.language):
            return (Part(),) * (messenger.parts(post) if messenger else 1)

    async def _together(self, deliveries: Sequence[Delivery], post_for: Posts) -> list[Delivery]:
        """One chunk, part by part: a commit, then the calls all at once, their ends in the next commit."""
        kept = list(deliveries)
        current = await asyncio.gather(*(self._reconcile(one) for one in deliveries))
        while True:
            now = self.clock.now()
            steps = [self._step(one, now) for one in current]
            looked = [one for one, _ in steps]
            await self._keep([new for new, old in zip(looked, kept, strict=True) if new != old])
            if all(number is None for _, number in steps):
                return looked
            kept, current = looked, await asyncio.gather(*(self._do(*step, post_for) for step in steps))

    def _step(self, delivery: Delivery, now: datetime) -> tuple[Delivery, int | None]:
        """What may be done for it now: begun, with the number of the part to send, or as it must wait."""
        with speaking(delivery.style.language):
            looked = self.ready(delivery, now)
        number = next_part(looked) if _due(looked, now) and unanswered(looked) is None else None
        return (looked, None) if number is None else (begin(looked, number, now), number)

    async def _do(self, delivery: Delivery, number: int | None, post_for: Posts) -> Delivery:
        if number is None:
            return delivery
        with speaking(delivery.style.language):
            return await self._attempted(delivery, number, post_for)

    async def _attempted(self, delivery: Delivery, number: int, post_for: Posts) -> Delivery:
        try:
            receipt = await self._call(delivery, number, post_for)
        except DeliveryError as error:
            return failed(delivery, number, error, self.clock.now())
        except Exception as error:
            # An adapter that breaks in an unforeseen way may have sent the message before it broke.
            log.exception("post broke", extra={"action": "post_broke", "delivery": delivery.id})
            return failed(delivery, number, _lost(error), self.clock.now())
        return sent(delivery, number, receipt, self.clock.now())

    async def _call(self, delivery: Delivery, number: int, post_for: Posts) -> Receipt:
        try:
            post = post_for(delivery)
        except Exception as error:
            log.exception("post not made", extra={"action": "post_not_made", "delivery": delivery.id})
            raise RetryableRefusal(str(error), code=type(error).__name__) from error
        messenger = self.messengers[delivery.channel.platform]
        with speaking(post.language):
            return await messenger.post(part_id(delivery, number), post, number, parent(delivery.parts))

    async def _reconcile(self, delivery: Delivery) -> Delivery:
        """Look up what was begun and has no recorded end, before anything else."""
        with speaking(delivery.style.language):
            return await self._looked_up(delivery)

    async def _looked_up(self, delivery: Delivery) -> Delivery:
        number, now = unanswered(delivery), self.clock.now()
        messenger = self.messengers.get(delivery.channel.platform)
        if number is None or messenger is None or not _due(delivery, now):
            return delivery
        begun = delivery.parts[number].since or delivery.due
        since = min(begun, now) - CLOCK_SKEW  # begun by a clock that was ahead, it was taken before that
        try:
            above = parent(delivery.parts) if number else None
            found = await messenger.reconcile(part_id(delivery, number), delivery.channel, since, above)
        except DeliveryError as error:
            return still_unanswered(delivery, number, error, self.clock.now())
        except Exception as error:
            log.exception("look-up broke", extra={"action": "look_up_broke", "delivery": delivery.id})
            return still_unanswered(delivery, number, _lost(error), self.clock.now())
        return reconciled(delivery, number, found, self.clock.now())

    async def _keep(self, deliveries: Sequence[Delivery]) -> None:
        if not deliveries:
            return
        async with self.store.write() as unit:
            await unit.deliveries.save(deliveries)
            for one in deliveries:
                if one.state is State.FAILED and one.reason is Reason.REFUSED:
                    await self._pause(unit, one, self.clock.now())

    async def _pause(self, unit: UnitOfWork, delivery: Delivery, now: datetime) -> None:
        if await pause(unit, delivery, now):
            await plan_telling(unit, delivery, self.messengers[delivery.channel.platform], now)


async def pause(unit: UnitOfWork, delivery: Delivery, now: datetime) -> bool:
    """Stop sending to a channel that refused for good; the audit says why. False if it is paused already."""
    if not await unit.channels.pause(delivery.channel, Pause(reason=delivery.detail, since=now)):
        return False
    what = f"{delivery.channel} paused: {delivery.detail}"
    await unit.audit.note(delivery.channel.tenant_id, Change(at=now, who="communique", what=what))
    log.warning(what, extra={"action": "channel_paused", "channel": str(delivery.channel)})
    return True


def part_id(delivery: Delivery, number: int) -> str:
    """The id under which a platform knows one message: at most 25 characters (Discord's nonce)."""
    return f"{delivery.id}.{number}"


def _due(delivery: Delivery, now: datetime) -> bool:
    """Whether it is open and its next try has come."""
    return delivery.next_try is not None and delivery.next_try <= now


def _lost(error: Exception) -> AmbiguousOutcome:
    return AmbiguousOutcome(str(error), code=type(error).__name__)
