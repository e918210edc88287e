"""Who is owed which news: what came in since a channel's last digest, and what it was shown before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.brief.select import AHEAD, MAX_AGE, WESTMOST, begins
from bot.domain.article import Article
from bot.domain.briefing import Arrivals, Briefing
from bot.domain.channel import Channel
from bot.domain.delivery import Delivery
from bot.ports import UnitOfWork

FIRST = timedelta(hours=24)
"""What a channel's first digest looks back."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What a briefing depends on besides the stored articles; channels that share it share the briefing.

    What came in is told by its order, so that a clock which was wrong neither loses nor repeats an article;
    `since` is when the last digest ended, for people to read. `reached` are the ids of what came in before
    and was stamped too far ahead for the last digest, but not for now. `told` holds what digests told
    that could do so too early: per article, the latest arrival that they looked at.
    """

    tenant_id: str
    zone: str
    topics: tuple[str, ...]
    since: datetime
    arrivals: Arrivals
    reached: frozenset[str]
    told: frozenset[tuple[str, int]]
    previous_id: str | None
    previous: Briefing | None = field(compare=False)


async def readers_of(unit: UnitOfWork, deliveries: Sequence[Delivery], now: datetime) -> dict[str, Reader]:
    """Per delivery id, which news its channel is owed, and after which briefing."""
    looking = _Looking(unit, now)
    found: dict[str, Reader] = {}
    for topics in {one.topics for one in deliveries}:
        alike = [one for one in deliveries if one.topics == topics]
        last = await unit.deliveries.last_sent([one.channel for one in alike], topics)
        ahead = [channel for channel, one in last.items() if one.due > now]
        right = {**last, **await looking.in_time(ahead, topics)}
        for one in alike:
            found[one.id] = await looking.reader(one, last.get(one.channel), right.get(one.channel))
    return found


@dataclass(frozen=True, slots=True)
class _Looking:
    """One look at who is owed what; what several channels share is read once."""

    unit: UnitOfWork
    now: datetime
    briefings: dict[str, Briefing | None] = field(default_factory=dict)
    arrivals: dict[tuple[str, datetime | None], int] = field(default_factory=dict)
    stamped: dict[tuple[str, int, datetime], tuple[Article, ...]] = field(default_factory=dict)

    async def reader(self, delivery: Delivery, last: Delivery | None, right: Delivery | None) -> Reader:
        """`last` is the digest that the channel was sent last, `right` the last one not due ahead of now."""
        previous = await self._briefing(last)
        until = _told_until(right, await self._briefing(right))
        since = max(until, self.now - MAX_AGE) if until else self.now - FIRST
        arrivals = await self._owed(delivery.channel.tenant_id, right, since)
        reached = await self._reached(delivery, right, arrivals.after, until + AHEAD if until else since)
        is_sure = last is right and not reached
        return Reader(
            tenant_id=delivery.channel.tenant_id,
            zone=delivery.zone,
            topics=delivery.topics,
            since=min(since, self.now),
            arrivals=arrivals,
            reached=reached,
            told=frozenset() if is_sure else await self._told(delivery, right if reached else None),
            previous_id=previous.id if previous else None,
            previous=previous,
        )

    async def in_time(
        self, channels: Sequence[Channel], topics: Sequence[str]
    ) -> Mapping[Channel, Delivery | None]:
        """The last digests of these channels that were due before now; none where there is none."""
        sent = await self.unit.deliveries.last_sent(channels, topics, before=self.now) if channels else {}
        return {channel: sent.get(channel) for channel in channels}

    async def _owed(self, tenant_id: str, right: Delivery | None, since: datetime) -> Arrivals:
        """What came in after a digest; of one that did not note it, what is stamped later than it ended."""
        known = right.upto if right else None
        after = await self._arrival(tenant_id, since) if known is None else known
        return Arrivals(after=after, upto=await self._arrival(tenant_id))

    async def _arrival(self, tenant_id: str, since: datetime | None = None) -> int:
        """The latest arrival, or the one after which all came in that is stamped later than an instant."""
        articles, key = self.unit.articles, (tenant_id, since)
        if key not in self.arrivals:
            found = await articles.arrival(tenant_id, since) if since else await articles.latest(tenant_id)
            self.arrivals[key] = found
        return self.arrivals[key]

    async def _reached(
        self, delivery: Delivery, right: Delivery | None, upto: int, after: datetime
    ) -> frozenset[str]:
        """What came in up to an arrival, was stamped too late for the last digest, and is not for this one.

        A day begins for each in its own zone: the channel may have moved to another since.
        """
        tenant_id, key = delivery.channel.tenant_id, (delivery.channel.tenant_id, upto, after)
        if key not in self.stamped:
            oldest = self.now - MAX_AGE - WESTMOST
            span = (max(after, oldest), self.now + AHEAD)
            self.stamped[key] = await self.unit.articles.stamped(tenant_id, upto, *span)
        zone, before = ZoneInfo(delivery.zone), ZoneInfo((right or delivery).zone)
        dated = ((one.id, one.published) for one in self.stamped[key] if one.published)
        return frozenset(
            id_ for id_, at in dated if begins(at, before) > after and begins(at, zone) <= self.now + AHEAD
        )

    async def _told(self, delivery: Delivery, right: Delivery | None) -> frozenset[tuple[str, int]]:
        """What the channel was told by digests due later than now, or about when a right one was or later."""
        since = min(right.due - 2 * AHEAD, self.now) if right else self.now
        told: dict[str, int] = {}
        for one in await self.unit.deliveries.sent([delivery.channel], delivery.topics, since):
            briefing, upto = await self._briefing(one), one.upto or 0
            ids = [id_ for story in briefing.stories for id_ in story.article_ids] if briefing else []
            told.update({id_: max(upto, told.get(id_, 0)) for id_ in ids})
        return frozenset(told.items())

    async def _briefing(self, delivery: Delivery | None) -> Briefing | None:
        if delivery is None or delivery.briefing_id is None:
            return None
        if delivery.briefing_id not in self.briefings:
            self.briefings[delivery.briefing_id] = await self.unit.briefings.get(
                delivery.channel.tenant_id, delivery.briefing_id
            )
        return self.briefings[delivery.briefing_id]


def _told_until(last: Delivery | None, previous: Briefing | None) -> datetime | None:
    """Until when the channel knows the news; of a digest whose briefing a restore lost, when it went."""
    went = last.parts[0].at if last and last.parts else None
    return previous.window.until if previous else went
