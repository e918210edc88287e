"""A source that paused by itself is told once, with its reason: to who added it, or else to its readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.deliver.outbox import Outbox
from bot.deliver.owner import owner_of
from bot.deliver.plan import in_time
from bot.deliver.word import plan_word
from bot.domain.channel import Channel, Platform
from bot.domain.delivery import Delivery, Reason, State
from bot.domain.post import Post, PostKind
from bot.domain.source import Source
from bot.domain.speech import Languages
from bot.gather.advice import advice
from bot.gather.told import name_of, why_it_rests
from bot.ports import Clock, Store, UnitOfWork
from bot.texts import count, say, speaking

RESTING = "resting"
"""The task that tells of sources that paused by themselves."""

PREFIX = "resting:"
"""Schedule ids of such words begin so; the hour follows in which the sources paused."""

TOGETHER = timedelta(hours=1)
"""What pauses within this time is one word: a network that was away pauses everything at once."""

LATE = timedelta(days=2)
SHOWN = 10
"""Sources that one word names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """The use case. Running it again after a crash tells nothing twice."""

    store: Store
    clock: Clock
    outbox: Outbox
    languages: Languages = field(default_factory=Languages)

    async def plan(self, unit: UnitOfWork, source: Source, now: datetime) -> None:
        """Plan that it is told at the end of the hour, with what else paused in it."""
        hour = now.replace(minute=0, second=0, microsecond=0)
        for place in await self._places(unit, source):
            name = f"{PREFIX}{hour.isoformat()}"
            await plan_word(unit, RESTING, place, name, due=hour + TOGETHER, late=LATE)

    async def serve(self, ids: Sequence[str]) -> datetime | None:
        """Tell these; return when to look again, None when all are at their end."""
        now = self.clock.now()
        async with self.store.read() as unit:
            found = [one for one in await unit.deliveries.get(ids) if one.open]
            posts = {one.id: await self._worded(unit, one) for one in found}
            pauses = await unit.channels.paused([one.channel for one in found])
        ready = [self._ready(one, posts[one.id], now, paused=one.channel in pauses) for one in found]
        async with self.store.write() as unit:
            await unit.deliveries.save([new for new, old in zip(ready, found, strict=True) if new != old])
        done = await self.outbox.send([one for one in ready if one.open], lambda one: posts[one.id])
        return min((one.next_try for one in done if one.next_try), default=None)

    def _ready(self, delivery: Delivery, post: Post, now: datetime, *, paused: bool) -> Delivery:
        if not delivery.begun and (paused or not post.notice):
            reason = Reason.PAUSED if paused else Reason.WITHDRAWN
            detail = say("why.paused_since" if paused else "why.source_back")
            return delivery.closed(State.SKIPPED, reason, detail)
        checked = in_time(delivery, now)
        return replace(checked, parts=checked.parts or self.outbox.parts(post)) if checked.open else checked

    async def _worded(self, unit: UnitOfWork, delivery: Delivery) -> Post:
        about = await self._about(unit, delivery)
        chosen = await unit.preferences.get(delivery.channel)
        with speaking(self.languages.of(delivery.channel, chosen)):
            return resting(delivery, about)

    async def _about(self, unit: UnitOfWork, delivery: Delivery) -> list[Source]:
        """The sources that paused in its hour and rest still, as far as its place is told of them."""
        since = datetime.fromisoformat(delivery.schedule_id.removeprefix(PREFIX))
        every = await unit.sources.every(delivery.channel.tenant_id)
        halted = [one for one in every if one.halt and one.halt.by_itself]
        halted = [one for one in halted if one.halt and since <= one.halt.at < since + TOGETHER]
        return [one for one in halted if delivery.channel in await self._places(unit, one)]

    async def _places(self, unit: UnitOfWork, source: Source) -> list[Channel]:
        """Who added it, or else who brought the bot, or else the channels that get digests."""
        platform, _, person = source.who.partition(":")
        who = self._direct(platform, source.tenant_id, person)
        if who:
            return [who]
        tenant = source.tenant_id
        owners = [(one, await owner_of(unit, one, tenant)) for one in self.outbox.messengers]
        places = [self._direct(platform, tenant, person) for platform, person in owners if person]
        served = sorted({one.channel for one, _ in await unit.schedules.every(tenant)})
        return [one for one in places if one] or served

    def _direct(self, platform: str, tenant_id: str, person: str) -> Channel | None:
        found = next((one for one in self.outbox.messengers if one == platform), None)
        if found is None or not person:
            return None
        return self.outbox.messengers[found].direct(Channel(Platform(found), tenant_id, ""), person)


def resting(delivery: Delivery, sources: Sequence[Source]) -> Post:
    """The message: which sources, what they answered, what to do, and how they go on; it notifies nobody."""
    lines = [_line(one) for one in sources[:SHOWN]]
    if len(sources) > SHOWN:
        lines.append(say("chat.more", number=len(sources) - SHOWN))
    return Post(
        key=delivery.id,
        kind=PostKind.NOTICE,
        channel=delivery.channel,
        title=say("resting.title", app=say("app"), sources=count("source", len(sources))),
        subtitle="",
        notice="\n".join([*lines, say("resting.text")] if sources else []),
        silent=True,
    )


def _line(source: Source) -> str:
    return say("resting.line", name=name_of(source), reason=why_it_rests(source), todo=advice(source.health))
