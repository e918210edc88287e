"""The Briefings port over the database."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.briefing import Briefing
from bot.domain.channel import Channel
from bot.ports import Briefings
from bot.store.codec import decode, encode
from bot.store.tables import briefings
from bot.store.upsert import insert_missing


@dataclass(frozen=True, slots=True)
class SqlBriefings(Briefings):
    """Briefings within one transaction."""

    connection: AsyncConnection

    async def put(self, briefing: Briefing, made_at: datetime) -> None:
        """See Briefings."""
        row = {
            "tenant_id": briefing.channel.tenant_id,
            "id": briefing.id,
            "platform": briefing.channel.platform,
            "channel_id": briefing.channel.channel_id,
            "topics": _key(briefing.topics),
            "until": briefing.window.until,
            "made_at": made_at,
            "briefing": encode(briefing),
        }
        await insert_missing(self.connection, briefings, [row])

    async def get(self, tenant_id: str, briefing_id: str) -> Briefing | None:
        """See Briefings."""
        query = select(briefings.c.briefing).where(briefings.c.tenant_id == tenant_id)
        return _briefing(await self.connection.scalar(query.where(briefings.c.id == briefing_id)))

    async def last(self, channel: Channel, topics: Sequence[str], before: datetime) -> Briefing | None:
        """See Briefings."""
        query = select(briefings.c.briefing).where(
            briefings.c.tenant_id == channel.tenant_id,
            briefings.c.platform == channel.platform,
            briefings.c.channel_id == channel.channel_id,
            briefings.c.topics == _key(topics),
            briefings.c.until < before,
        )
        latest = query.order_by(briefings.c.until.desc(), briefings.c.made_at.desc(), briefings.c.id.desc())
        return _briefing(await self.connection.scalar(latest.limit(1)))


def _key(topics: Iterable[str]) -> str:
    return json.dumps(sorted(set(topics)))


def _briefing(text: str | None) -> Briefing | None:
    return None if text is None else decode(Briefing, text)
