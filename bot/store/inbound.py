"""The Inbound port over the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Hold, Inbound
from bot.store.tables import inbound
from bot.store.upsert import put


@dataclass(frozen=True, slots=True)
class SqlInbound(Inbound):
    """Inbound events within one transaction."""

    connection: AsyncConnection

    async def holder(self, event: str) -> Hold | None:
        """See Inbound."""
        query = select(inbound).where(inbound.c.event == event)
        row = (await self.connection.execute(query)).mappings().first()
        return Hold(owner=row["owner"], at=row["at"]) if row else None

    async def hold(self, event: str, hold: Hold) -> None:
        """See Inbound."""
        await put(self.connection, inbound, {"event": event, "owner": hold.owner, "at": hold.at})

    async def oldest(self) -> datetime | None:
        """See Inbound."""
        at: datetime | None = await self.connection.scalar(select(func.min(inbound.c.at)))
        return at

    async def forget(self, before: datetime) -> None:
        """See Inbound."""
        await self.connection.execute(delete(inbound).where(inbound.c.at < before))
