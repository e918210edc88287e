"""The Conversations port over the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.catchup import Visit
from bot.domain.channel import Channel
from bot.domain.question import Asker, Turn
from bot.ports import Conversations
from bot.store import upsert
from bot.store.codec import decode, encode
from bot.store.keys import of_channel
from bot.store.tables import turns, visits


@dataclass(frozen=True, slots=True)
class SqlConversations(Conversations):
    """Conversations within one transaction."""

    connection: AsyncConnection

    async def add(self, turn: Turn) -> None:
        """See Conversations."""
        asker = turn.asker
        row = {**_person(asker), "thread_id": asker.thread_id, "at": turn.at, "turn": encode(turn)}
        await self.connection.execute(insert(turns), [row])

    async def last(self, asker: Asker, since: datetime) -> Turn | None:
        """See Conversations."""
        same = and_(turns.c.user_id == asker.user_id, turns.c.thread_id == asker.thread_id)
        query = select(turns.c.turn).where(_recent(asker.channel, since), same)
        newest = query.order_by(turns.c.at.desc(), turns.c.number.desc()).limit(1)
        text: str | None = await self.connection.scalar(newest)
        return None if text is None else decode(Turn, text)

    async def count(self, channel: Channel, since: datetime, user_id: str | None = None) -> int:
        """See Conversations."""
        query = select(func.count()).select_from(turns).where(_recent(channel, since))
        if user_id is not None:
            query = query.where(turns.c.user_id == user_id)
        return int(await self.connection.scalar(query) or 0)

    async def forget(self, before: datetime) -> None:
        """See Conversations."""
        await self.connection.execute(delete(turns).where(turns.c.at < before))

    async def visited(self, asker: Asker) -> Visit | None:
        """See Conversations."""
        query = select(visits.c.at, visits.c.arrival).where(of_channel(visits, asker.channel))
        row = (await self.connection.execute(query.where(visits.c.user_id == asker.user_id))).one_or_none()
        return row and Visit(at=row.at, arrival=row.arrival)

    async def visit(self, asker: Asker, visit: Visit) -> None:
        """See Conversations."""
        row = {**_person(asker), "at": visit.at, "arrival": visit.arrival}
        await upsert.put(self.connection, visits, row)


def _recent(channel: Channel, since: datetime) -> ColumnElement[bool]:
    return and_(of_channel(turns, channel), turns.c.at >= since)


def _person(asker: Asker) -> dict[str, object]:
    return {
        "tenant_id": asker.channel.tenant_id,
        "platform": asker.channel.platform,
        "channel_id": asker.channel.channel_id,
        "user_id": asker.user_id,
    }
