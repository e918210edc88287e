"""The Briefings port over the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.briefing import Briefing
from bot.domain.channel import Channel
from bot.ports import Briefings
from bot.store.codec import decode, encode
from bot.store.keys import of_channel, topics_key
from bot.store.tables import briefings, shown
from bot.store.upsert import insert_missing


@dataclass(frozen=True, slots=True)
class SqlBriefings(Briefings):
    """Briefings within one transaction."""

    connection: AsyncConnection

    async def put(self, briefing: Briefing, made_at: datetime) -> None:
        """See Briefings."""
        row = {
            "tenant_id": briefing.tenant_id,
            "id": briefing.id,
            "made_at": made_at,
            "briefing": encode(briefing),
        }
        await insert_missing(self.connection, briefings, [row])

    async def get(self, tenant_id: str, briefing_id: str) -> Briefing | None:
        """See Briefings."""
        query = select(briefings.c.briefing).where(briefings.c.tenant_id == tenant_id)
        return _briefing(await self.connection.scalar(query.where(briefings.c.id == briefing_id)))

    async def show(self, channel: Channel, briefing: Briefing, at: datetime) -> None:
        """See Briefings."""
        row = {
            "tenant_id": channel.tenant_id,
            "platform": channel.platform,
            "channel_id": channel.channel_id,
            "briefing_id": briefing.id,
            "topics": topics_key(briefing.topics),
            "until": briefing.window.until,
            "shown_at": at,
        }
        await insert_missing(self.connection, shown, [row])

    async def shown_since(self, channel: Channel, since: datetime) -> tuple[Briefing, ...]:
        """See Briefings."""
        same = and_(briefings.c.tenant_id == shown.c.tenant_id, briefings.c.id == shown.c.briefing_id)
        query = (
            select(briefings.c.briefing)
            .join(shown, same)
            .where(of_channel(shown, channel), shown.c.until > since)
            .order_by(shown.c.until, shown.c.briefing_id)
        )
        return tuple(decode(Briefing, text) for text in await self.connection.scalars(query))

    async def last(self, channel: Channel, topics: Sequence[str], before: datetime) -> Briefing | None:
        """See Briefings."""
        same = and_(briefings.c.tenant_id == shown.c.tenant_id, briefings.c.id == shown.c.briefing_id)
        query = (
            select(briefings.c.briefing)
            .join(shown, same)
            .where(of_channel(shown, channel), shown.c.topics == topics_key(topics), shown.c.until < before)
            .order_by(shown.c.until.desc(), shown.c.shown_at.desc(), shown.c.briefing_id.desc())
        )
        return _briefing(await self.connection.scalar(query.limit(1)))


def _briefing(text: str | None) -> Briefing | None:
    return None if text is None else decode(Briefing, text)
