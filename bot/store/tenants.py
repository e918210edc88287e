"""The Tenants port over the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Table, and_, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.channel import LOCAL_TENANT, Platform
from bot.ports import Tenants
from bot.store.passages import SqlPassages
from bot.store.tables import heads, metadata, removals


@dataclass(frozen=True, slots=True)
class SqlTenants(Tenants):
    """Tenants within one transaction."""

    connection: AsyncConnection

    async def remove(self, platform: Platform, tenant_id: str, at: datetime) -> bool:
        """See Tenants."""
        if await self.connection.scalar(select(removals.c.at).where(_of(removals, platform, tenant_id))):
            return False
        row = {"platform": platform, "tenant_id": tenant_id, "at": at}
        await self.connection.execute(insert(removals), [row])
        return True

    async def back(self, platform: Platform, tenant_id: str) -> bool:
        """See Tenants."""
        done = await self.connection.execute(delete(removals).where(_of(removals, platform, tenant_id)))
        return done.rowcount > 0

    async def removed(self, before: datetime) -> tuple[tuple[Platform, str], ...]:
        """See Tenants."""
        query = select(removals.c.platform, removals.c.tenant_id).where(removals.c.at < before)
        rows = await self.connection.execute(query.order_by(removals.c.platform, removals.c.tenant_id))
        return tuple((Platform(platform), tenant_id) for platform, tenant_id in rows)

    async def delete(self, platform: Platform, tenant_id: str) -> None:
        """See Tenants."""
        if tenant_id != LOCAL_TENANT:
            query = select(heads.c.id).where(heads.c.tenant_id == tenant_id)
            articles = tuple(await self.connection.scalars(query))
            await SqlPassages.over(self.connection).drop(tenant_id, articles)
        for table in reversed(metadata.sorted_tables):
            if "tenant_id" not in table.c:
                continue
            if "platform" in table.c:
                await self.connection.execute(delete(table).where(_of(table, platform, tenant_id)))
            elif tenant_id != LOCAL_TENANT:
                await self.connection.execute(delete(table).where(table.c.tenant_id == tenant_id))


def _of(table: Table, platform: Platform, tenant_id: str) -> ColumnElement[bool]:
    return and_(table.c.platform == platform, table.c.tenant_id == tenant_id)
