"""Digest: a shard of due deliveries gets its briefings, and the outbox sends them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.brief.pipeline import Brief, Request
from bot.brief.select import MAX_AGE
from bot.deliver.layout import lay_out
from bot.deliver.outbox import Outbox
from bot.deliver.plan import in_time
from bot.domain.briefing import Basis, Briefing, Window
from bot.domain.channel import Channel, Topic
from bot.domain.delivery import Delivery, Part, Reason, State
from bot.domain.post import Post
from bot.ports import Clock, Pause, Store, UnitOfWork
from bot.texts import say

FIRST = timedelta(hours=24)
"""What a channel's first digest looks back."""

TopicNamed = Mapping[str, Topic]


@dataclass(frozen=True, slots=True)
class Reader:
    """What a briefing depends on besides the stored articles; channels that share it share the briefing."""

    tenant_id: str
    zone: str
    topics: tuple[str, ...]
    since: datetime
    previous: Briefing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The use case. Running it again after a crash sends nothing twice."""

    store: Store
    clock: Clock
    brief: Brief
    outbox: Outbox
    topics: TopicNamed

    async def run(self, ids: Sequence[str]) -> datetime | None:
        """Serve these deliveries; return when to look again, None when all of them are at their end."""
        deliveries = await self._prepared(ids)
        briefings = await self._briefings(deliveries)
        posts: dict[str, Post] = {}

        def post_for(delivery: Delivery) -> Post:
            briefing = briefings[delivery.briefing_id or ""]
            if briefing.id not in posts:
                posts[briefing.id] = lay_out(briefing, delivery.channel)
            return replace(posts[briefing.id], channel=delivery.channel, silent=delivery.silent)

        done = await self.outbox.send([one for one in deliveries if one.open], post_for)
        return min((one.next_try for one in done if one.open and one.next_try), default=None)

    async def _prepared(self, ids: Sequence[str]) -> tuple[Delivery, ...]:
        """The open ones among them, late and paused ones closed, each of the others with its briefing."""
        now = self.clock.now()
        async with self.store.read() as unit:
            found = [one for one in await unit.deliveries.get(ids) if one.open]
            pauses = await unit.channels.paused([one.channel for one in found])
            readers = await self._readers(unit, [one for one in found if not one.parts], now)
        checked = [_unless_paused(self._with_topics(in_time(one, now)), pauses) for one in found]
        made = await self._make({readers[one.id] for one in checked if one.open and not one.parts}, now)
        ready = tuple(_served(one, made, readers) for one in checked)
        async with self.store.write() as unit:
            await unit.deliveries.save(ready)
        return ready

    def _with_topics(self, delivery: Delivery) -> Delivery:
        """A digest on a topic that is gone must not turn into a digest on everything."""
        missing = [name for name in delivery.topics if name not in self.topics]
        if not missing or not delivery.open or delivery.parts:
            return delivery
        detail = say("why.no_topic", topics=", ".join(missing))
        return delivery.closed(State.FAILED, Reason.NO_TOPIC, detail)

    async def _readers(
        self, unit: UnitOfWork, deliveries: Sequence[Delivery], now: datetime
    ) -> dict[str, Reader]:
        """Per delivery id, since when and after which briefing its channel wants news."""
        readers: dict[str, Reader] = {}
        known: dict[str, Briefing | None] = {}
        for topics in {one.topics for one in deliveries}:
            alike = [one for one in deliveries if one.topics == topics]
            last = await unit.deliveries.last_sent([one.channel for one in alike], topics, before=now)
            for one in alike:
                previous = await _briefing(unit, last.get(one.channel), known)
                since = max(previous.window.until, now - MAX_AGE) if previous else now - FIRST
                readers[one.id] = Reader(one.channel.tenant_id, one.zone, topics, min(since, now), previous)
        return readers

    async def _make(self, readers: set[Reader], now: datetime) -> dict[Reader, Briefing]:
        made: dict[Reader, Briefing] = {}
        for reader in sorted(readers, key=lambda r: (r.tenant_id, r.zone, r.topics, r.since)):
            window = Window(since=reader.since, until=now, oldest=(now - MAX_AGE).date(), basis=Basis.SEEN)
            topics = tuple(self.topics[name] for name in reader.topics)
            made[reader] = await self.brief.run(
                Request(
                    tenant_id=reader.tenant_id,
                    zone=reader.zone,
                    window=window,
                    topics=topics,
                    previous=reader.previous,
                )
            )
        return made

    async def _briefings(self, deliveries: Sequence[Delivery]) -> dict[str, Briefing]:
        wanted = {
            (one.channel.tenant_id, one.briefing_id) for one in deliveries if one.open and one.briefing_id
        }
        found: dict[str, Briefing] = {}
        async with self.store.read() as unit:
            for tenant_id, briefing_id in wanted:
                briefing = await unit.briefings.get(tenant_id, briefing_id)
                if briefing:
                    found[briefing_id] = briefing
        return found


def _unless_paused(delivery: Delivery, pauses: Mapping[Channel, Pause]) -> Delivery:
    pause = pauses.get(delivery.channel)
    if pause is None or not delivery.open or delivery.begun:
        return delivery
    detail = say("why.paused", day=pause.since.date(), reason=pause.reason)
    return delivery.closed(State.SKIPPED, Reason.PAUSED, detail)


def _served(delivery: Delivery, made: Mapping[Reader, Briefing], readers: Mapping[str, Reader]) -> Delivery:
    if not delivery.open or delivery.parts:
        return delivery
    briefing = made[readers[delivery.id]]
    parts = (Part(),) * (2 if briefing.stories else 1)  # the parent message, and its details in the thread
    return replace(delivery, briefing_id=briefing.id, parts=parts)


async def _briefing(
    unit: UnitOfWork, delivery: Delivery | None, known: dict[str, Briefing | None]
) -> Briefing | None:
    if delivery is None or delivery.briefing_id is None:
        return None
    if delivery.briefing_id not in known:
        known[delivery.briefing_id] = await unit.briefings.get(
            delivery.channel.tenant_id, delivery.briefing_id
        )
    return known[delivery.briefing_id]
