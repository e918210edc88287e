"""The Installations and InstallStates ports over the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.channel import Platform
from bot.ports import Installations, Installed, InstallStates
from bot.store.tables import install_states, installations
from bot.store.upsert import put


@dataclass(frozen=True, slots=True)
class SqlInstallations(Installations):
    """Installations within one transaction."""

    connection: AsyncConnection

    async def put(self, installed: Installed) -> None:
        """See Installations."""
        row = {
            "platform": installed.platform,
            "tenant_id": installed.tenant_id,
            "at": installed.at,
            "sealed": installed.sealed,
        }
        await put(self.connection, installations, row)

    async def get(self, platform: Platform, tenant_id: str) -> Installed | None:
        """See Installations."""
        found = await self._found(_of(platform, tenant_id))
        return found[0] if found else None

    async def every(self, platform: Platform) -> tuple[Installed, ...]:
        """See Installations."""
        return await self._found(installations.c.platform == platform)

    async def drop(self, platform: Platform, tenant_id: str) -> bool:
        """See Installations."""
        done = await self.connection.execute(delete(installations).where(_of(platform, tenant_id)))
        return done.rowcount > 0

    async def _found(self, which: ColumnElement[bool]) -> tuple[Installed, ...]:
        query = select(installations).where(which).order_by(installations.c.tenant_id)
        rows = (await self.connection.execute(query)).mappings()
        return tuple(Installed(**{**row, "platform": Platform(row["platform"])}) for row in rows)


@dataclass(frozen=True, slots=True)
class SqlInstallStates(InstallStates):
    """Marks of installations under way within one transaction."""

    connection: AsyncConnection

    async def add(self, digest: str, until: datetime) -> None:
        """See InstallStates."""
        await self.connection.execute(insert(install_states), [{"digest": digest, "until": until}])

    async def take(self, digest: str, now: datetime) -> bool:
        """See InstallStates."""
        await self.forget(now)
        done = await self.connection.execute(delete(install_states).where(install_states.c.digest == digest))
        return done.rowcount > 0

    async def forget(self, before: datetime) -> None:
        """See InstallStates."""
        await self.connection.execute(delete(install_states).where(install_states.c.until <= before))


def _of(platform: Platform, tenant_id: str) -> ColumnElement[bool]:
    return and_(installations.c.platform == platform, installations.c.tenant_id == tenant_id)
