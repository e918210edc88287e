"""The Checkpoints port over the database."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Checkpoints
from bot.store import upsert
from bot.store.tables import checkpoints


@dataclass(frozen=True, slots=True)
class SqlCheckpoints(Checkpoints):
    """Checkpoints within one transaction."""

    connection: AsyncConnection

    async def get(self, tenant_id: str, name: str) -> str | None:
        """See Checkpoints."""
        query = select(checkpoints.c.state).where(_at(tenant_id, name))
        state: str | None = await self.connection.scalar(query)
        return state

    async def put(self, tenant_id: str, name: str, state: str) -> None:
        """See Checkpoints."""
        row = {"tenant_id": tenant_id, "name": name, "state": state}
        await upsert.put(self.connection, checkpoints, row)

    async def drop(self, tenant_id: str, name: str) -> None:
        """See Checkpoints."""
        await self.connection.execute(delete(checkpoints).where(_at(tenant_id, name)))


def _at(tenant_id: str, name: str) -> ColumnElement[bool]:
    return and_(checkpoints.c.tenant_id == tenant_id, checkpoints.c.name == name)
