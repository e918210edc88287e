"""Who is owed which news: what came in since a channel's last digest, and what it was shown before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.brief.select import MAX_AGE
from bot.domain.briefing import Arrivals, Briefing
from bot.domain.channel import Channel
from bot.domain.delivery import Delivery, State
from bot.ports import UnitOfWork

FIRST = timedelta(hours=24)
"""What a channel's first digest looks back."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What a briefing depends on besides the stored articles; channels that share it share the briefing.

    What came in is told by its order, so that a clock which was wrong neither loses nor repeats an article;
    `since` is when the last digest ended, for people to read. `told` holds what digests told that are due
    later than now: per article, the latest arrival that they looked at.
    """

    tenant_id: str
    zone: str
    topics: tuple[str, ...]
    since: datetime
    arrivals: Arrivals
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

    async def reader(self, delivery: Delivery, last: Delivery | None, right: Delivery | None) -> Reader:
        """`last` is the digest that the channel was sent last, `right` the last one not due ahead of now."""
        previous = await self._briefing(last)
        since = _shown_until(right, await self._briefing(right), self.now)
        arrivals = await self._owed(delivery.channel.tenant_id, right, since)
        return Reader(
            tenant_id=delivery.channel.tenant_id,
            zone=delivery.zone,
            topics=delivery.topics,
            since=min(since, self.now),
            arrivals=arrivals,
            told=frozenset() if last is right else await self._told(delivery, arrivals.after),
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

    async def _told(self, delivery: Delivery, after: int) -> frozenset[tuple[str, int]]:
        """What a clock that was ahead told the channel of what came in since then."""
        day = (self.now - timedelta(days=1)).date()
        told: dict[str, int] = {}
        for one in await self.unit.deliveries.between(delivery.channel.tenant_id, day, date.max):
            alike = one.channel == delivery.channel and {*one.topics} == {*delivery.topics}
            upto = one.upto or 0
            if alike and one.state is State.SENT and one.due >= self.now and upto > after:
                briefing = await self._briefing(one)
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


def _shown_until(last: Delivery | None, previous: Briefing | None, now: datetime) -> datetime:
    """Until when the channel knows the news; of a digest whose briefing a restore lost, when it went."""
    went = last.parts[0].at if last and last.parts else None
    until = previous.window.until if previous else went
    return max(until, now - MAX_AGE) if until else now - FIRST
