"""Who is owed which news: since when a channel wants them, and what it was shown before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.brief.select import MAX_AGE
from bot.domain.briefing import Briefing
from bot.domain.delivery import Delivery
from bot.ports import UnitOfWork

FIRST = timedelta(hours=24)
"""What a channel's first digest looks back."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What a briefing depends on besides the stored articles; channels that share it share the briefing."""

    tenant_id: str
    zone: str
    topics: tuple[str, ...]
    since: datetime
    previous_id: str | None
    previous: Briefing | None = field(compare=False)


async def readers_of(unit: UnitOfWork, deliveries: Sequence[Delivery], now: datetime) -> dict[str, Reader]:
    """Per delivery id, since when and after which briefing its channel wants news."""
    found: dict[str, Reader] = {}
    known: dict[str, Briefing | None] = {}
    for topics in {one.topics for one in deliveries}:
        alike = [one for one in deliveries if one.topics == topics]
        last = await unit.deliveries.last_sent([one.channel for one in alike], topics, before=now)
        for one in alike:
            before = last.get(one.channel)
            previous = await _briefing(unit, before, known)
            found[one.id] = _reader(one, previous, _shown_until(before, previous, now), now)
    return found


def _shown_until(last: Delivery | None, previous: Briefing | None, now: datetime) -> datetime:
    """Until when the channel knows the news; of a digest whose briefing a restore lost, when it went."""
    went = last.parts[0].at if last and last.parts else None
    until = previous.window.until if previous else went
    return max(until, now - MAX_AGE) if until else now - FIRST


def _reader(delivery: Delivery, previous: Briefing | None, since: datetime, now: datetime) -> Reader:
    return Reader(
        tenant_id=delivery.channel.tenant_id,
        zone=delivery.zone,
        topics=delivery.topics,
        since=min(since, now),
        previous_id=previous.id if previous else None,
        previous=previous,
    )


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
