"""The jobs that nobody has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update

from bot.ports import Waiting
from bot.store.sql_store import SqlStore
from bot.store.tables import jobs


@dataclass(frozen=True, slots=True)
class SqlWaiting(Waiting):
    """The waiting jobs of a database."""

    store: SqlStore

    async def hasten(self, now: datetime) -> int:
        """See Waiting."""
        async with self.store.locking_rows() as connection:
            waiting = update(jobs).where(jobs.c.owner.is_(None), jobs.c.due > now)
            return (await connection.execute(waiting.values(due=now))).rowcount

    async def next_due(self) -> datetime | None:
        """See Waiting."""
        async with self.store.connection(write=False) as connection:
            found: datetime | None = await connection.scalar(
                select(func.min(jobs.c.due)).where(jobs.c.owner.is_(None))
            )
            return found
