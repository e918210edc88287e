"""The queue from which the embedded engine's workers take their jobs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, select, update

from bot.ports import Job, Queue
from bot.store.jobs import job_of
from bot.store.tables import jobs
from bot.store.waiting import SqlWaiting


@dataclass(frozen=True, slots=True)
class SqlQueue(SqlWaiting, Queue):
    """The queue in an SQLite file, whose one writer keeps claims apart."""

    async def claim(self, owner: str, now: datetime, limit: int) -> tuple[Job, ...]:
        """See Queue."""
        async with self.store.connection() as connection:
            busy = select(jobs.c.lane).where(jobs.c.owner.is_not(None))
            due = select(jobs).where(jobs.c.due <= now, jobs.c.owner.is_(None), jobs.c.lane.not_in(busy))
            rows = (await connection.execute(due.order_by(jobs.c.due, jobs.c.key))).mappings()
            first: dict[str, Job] = {}
            for row in rows:
                first.setdefault(row["lane"], job_of(row))
            taken = tuple(first.values())[:limit]
            keys = [job.key for job in taken]
            await connection.execute(update(jobs).where(jobs.c.key.in_(keys)).values(owner=owner))
        return taken

    async def finish(self, owner: str, key: str) -> None:
        """See Queue."""
        async with self.store.connection() as connection:
            await connection.execute(delete(jobs).where(_owned(owner, key)))

    async def put_off(self, owner: str, key: str, due: datetime) -> None:
        """See Queue."""
        async with self.store.connection() as connection:
            await connection.execute(update(jobs).where(_owned(owner, key)).values(owner=None, due=due))

    async def owners(self) -> frozenset[str]:
        """See Queue."""
        async with self.store.connection(write=False) as connection:
            owned = select(jobs.c.owner).where(jobs.c.owner.is_not(None)).distinct()
            return frozenset(await connection.scalars(owned))

    async def release(self, dead: Collection[str]) -> int:
        """See Queue."""
        async with self.store.connection() as connection:
            theirs = update(jobs).where(jobs.c.owner.in_(tuple(dead)))
            return (await connection.execute(theirs.values(owner=None))).rowcount


def _owned(owner: str, key: str) -> ColumnElement[bool]:
    return and_(jobs.c.key == key, jobs.c.owner == owner)
