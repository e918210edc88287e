"""The Schedules port over the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.schedule import Run, Schedule
from bot.ports import Schedules
from bot.store.chunks import portions
from bot.store.codec import decode, encode
from bot.store.tables import schedules
from bot.store.upsert import put_all

Planned = tuple[Schedule, Run]


@dataclass(frozen=True, slots=True)
class SqlSchedules(Schedules):
    """Schedules within one transaction."""

    connection: AsyncConnection

    async def put(self, planned: Sequence[Planned]) -> None:
        """See Schedules."""
        await put_all(self.connection, schedules, [_row(schedule, run) for schedule, run in planned])

    async def remove(self, ids: Sequence[str]) -> None:
        """See Schedules."""
        for portion in portions(tuple(ids)):
            await self.connection.execute(delete(schedules).where(schedules.c.id.in_(portion)))

    async def every(self, tenant_id: str | None = None) -> tuple[Planned, ...]:
        """See Schedules."""
        query = select(schedules)
        if tenant_id is not None:
            query = query.where(schedules.c.tenant_id == tenant_id)
        return await self._read(query.order_by(schedules.c.id))

    async def due(self, now: datetime, limit: int) -> tuple[Planned, ...]:
        """See Schedules. A write transaction of SQLite has the database to itself, so no row needs a lock."""
        query = select(schedules).where(schedules.c.run_at <= now)
        return await self._read(query.order_by(schedules.c.run_at, schedules.c.id).limit(limit))

    async def beyond(self, instant: datetime) -> tuple[Planned, ...]:
        """See Schedules."""
        return await self._read(select(schedules).where(schedules.c.run_at > instant))

    async def _read(self, query: Select[Any]) -> tuple[Planned, ...]:
        rows = (await self.connection.execute(query)).mappings()
        return tuple(
            (decode(Schedule, row["schedule"]), Run(local_date=row["run_on"], at=row["run_at"]))
            for row in rows
        )


def _row(schedule: Schedule, run: Run) -> dict[str, object]:
    return {
        "id": schedule.id,
        "tenant_id": schedule.channel.tenant_id,
        "schedule": encode(schedule),
        "run_on": run.local_date,
        "run_at": run.at,
    }
