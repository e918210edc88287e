"""First contact: one message asks to set a channel up, through the outbox, so that it is there once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.deliver.outbox import Outbox
from bot.deliver.plan import in_time
from bot.deliver.word import plan_word
from bot.domain.action import ActionName, button
from bot.domain.channel import Channel
from bot.domain.delivery import Delivery, Reason, State
from bot.domain.post import Post, PostKind
from bot.domain.preferences import FROM_CHAT
from bot.domain.style import Style
from bot.ports import Clock, Store, UnitOfWork
from bot.texts import Language, say, speaking

GREET = "greet"
"""The task that sends one greeting."""

GREETING = f"{FROM_CHAT}greeting"
"""The schedule id of greetings."""

LATE = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Greet:
    """The use case. Running it again after a crash sends nothing twice."""

    store: Store
    clock: Clock
    outbox: Outbox

    async def serve(self, ids: Sequence[str]) -> datetime | None:
        """Send these greetings; return when to look again, None when all are at their end."""
        now = self.clock.now()
        async with self.store.read() as unit:
            found = [one for one in await unit.deliveries.get(ids) if one.open]
            paused = await unit.channels.paused([one.channel for one in found])
            chosen = await unit.preferences.of([one.channel for one in found])
        checked = [_checked(one, one.channel in {*paused, *chosen}, now) for one in found]
        ready = [
            replace(one, parts=self.outbox.parts(greeting(one))) if one.open and not one.parts else one
            for one in checked
        ]
        async with self.store.write() as unit:
            await unit.deliveries.save([new for new, old in zip(ready, found, strict=True) if new != old])
        done = await self.outbox.send([one for one in ready if one.open], greeting)
        return min((one.next_try for one in done if one.next_try), default=None)


def _checked(delivery: Delivery, needless: bool, now: datetime) -> Delivery:  # noqa: FBT001 - private
    """The greeting as it may go now; not to a channel that is set up meanwhile, or that we left."""
    if needless and not delivery.begun:
        return delivery.closed(State.SKIPPED, Reason.WITHDRAWN, say("why.greeting"))
    return in_time(delivery, now)


def greeting(delivery: Delivery) -> Post:
    """The message of first contact, in the language in which it was planned."""
    with speaking(delivery.style.language):
        return Post(
            key=delivery.id,
            kind=PostKind.SETUP,
            channel=delivery.channel,
            title=say("greeting.title", app=say("app")),
            subtitle="",
            notice=say("greeting.text"),
            buttons=(button(ActionName.SETUP, primary=True),),
        )


async def plan_greeting(unit: UnitOfWork, channel: Channel, language: Language, now: datetime) -> bool:
    """Plan the greeting of a channel; False if there was one already."""
    style = Style(language=language)
    return await plan_word(unit, GREET, channel, GREETING, due=now, late=LATE, style=style)
