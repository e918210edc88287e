"""Tell the owner: who brought the bot is told once, alone, that a channel refuses for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.deliver.outbox import Outbox
from bot.deliver.owner import PREFIX
from bot.deliver.plan import in_time
from bot.domain.channel import Channel
from bot.domain.delivery import Delivery, Reason, State
from bot.domain.post import Post, PostKind
from bot.domain.speech import Languages
from bot.ports import Clock, Pause, Store
from bot.texts import say, speaking

AGAIN = timedelta(days=1)
"""How long an owner who could not be told is not tried again: a void token refuses for every channel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """The use case. Running it again after a crash tells nothing twice."""

    store: Store
    clock: Clock
    outbox: Outbox
    languages: Languages = field(default_factory=Languages)

    async def serve(self, ids: Sequence[str]) -> datetime | None:
        """Tell these; return when to look again, None when all are at their end."""
        now = self.clock.now()
        async with self.store.read() as unit:
            found = [one for one in await unit.deliveries.get(ids) if one.open]
            refused = {one.id: one for one in await unit.deliveries.get([_about(one) for one in found])}
            pauses = await unit.channels.paused([one.channel for one in found])
            chosen = await unit.preferences.of([one.channel for one in refused.values()])

        def post_for(delivery: Delivery) -> Post:
            about = refused[_about(delivery)]
            with speaking(self.languages.of(about.channel, chosen.get(about.channel))):
                return telling(delivery, about)

        ready = [self._ready(one, post_for(one), pauses, now) for one in found]
        async with self.store.write() as unit:
            await unit.deliveries.save([new for new, old in zip(ready, found, strict=True) if new != old])
        done = await self.outbox.send([one for one in ready if one.open], post_for)
        return min((one.next_try for one in done if one.next_try), default=None)

    def _ready(
        self, delivery: Delivery, post: Post, pauses: Mapping[Channel, Pause], now: datetime
    ) -> Delivery:
        pause = pauses.get(delivery.channel)
        if pause and pause.since > now - AGAIN and not delivery.begun:
            detail = say("why.paused", day=pause.since.date(), reason=pause.reason)
            return delivery.closed(State.SKIPPED, Reason.PAUSED, detail)
        checked = in_time(delivery, now)
        return replace(checked, parts=checked.parts or self.outbox.parts(post)) if checked.open else checked


def telling(delivery: Delivery, refused: Delivery) -> Post:
    """The message: which channel, why nothing is sent there, and how it goes on."""
    return Post(
        key=delivery.id,
        kind=PostKind.NOTICE,
        channel=delivery.channel,
        title=say("paused.title", app=say("app")),
        subtitle="",
        notice=say("paused.text", reason=refused.detail),
        about=refused.channel,
    )


def _about(delivery: Delivery) -> str:
    return delivery.schedule_id.removeprefix(PREFIX)
