"""The queue from which the embedded engine's workers take their jobs."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, RowMapping, and_, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Job, Queue
from bot.store.locks import QUEUE, SPACE
from bot.store.sql_store import SqlStore
from bot.store.tables import jobs


@dataclass(frozen=True, slots=True)
class SqlQueue(Queue):
    """The queue in a database.

    On PostgreSQL claims follow one another, since what is free depends on the rows that others take; all else
    locks single rows, so that no worker waits for whoever writes at length.
    """

    store: SqlStore

    async def claim(self, owner: str, now: datetime, limit: int) -> tuple[Job, ...]:
        """See Queue."""
        async with self.store.locking_rows() as connection:
            await _one_by_one(connection)
            busy = select(jobs.c.lane).where(jobs.c.owner.is_not(None))
            due = select(jobs).where(jobs.c.due <= now, jobs.c.owner.is_(None), jobs.c.lane.not_in(busy))
            rows = (await connection.execute(due.order_by(jobs.c.due, jobs.c.key))).mappings()
            first: dict[str, Job] = {}
            for row in rows:
                first.setdefault(row["lane"], _job(row))
            taken = tuple(first.values())[:limit]
            locked = await _locked(connection, [job.key for job in taken])
            await connection.execute(update(jobs).where(jobs.c.key.in_(locked)).values(owner=owner))
        return tuple(job for job in taken if job.key in locked)

    async def finish(self, owner: str, key: str) -> None:
        """See Queue."""
        async with self.store.locking_rows() as connection:
            await connection.execute(delete(jobs).where(_owned(owner, key)))

    async def put_off(self, owner: str, key: str, due: datetime) -> None:
        """See Queue."""
        async with self.store.locking_rows() as connection:
            await connection.execute(update(jobs).where(_owned(owner, key)).values(owner=None, due=due))

    async def owners(self) -> frozenset[str]:
        """See Queue."""
        async with self.store.connection(write=False) as connection:
            owned = select(jobs.c.owner).where(jobs.c.owner.is_not(None)).distinct()
            return frozenset(await connection.scalars(owned))

    async def release(self, dead: Collection[str]) -> int:
        """See Queue."""
        async with self.store.locking_rows() as connection:
            theirs = update(jobs).where(jobs.c.owner.in_(tuple(dead)))
            return (await connection.execute(theirs.values(owner=None))).rowcount

    async def hasten(self, now: datetime) -> int:
        """See Queue."""
        async with self.store.locking_rows() as connection:
            waiting = update(jobs).where(jobs.c.owner.is_(None), jobs.c.due > now)
            return (await connection.execute(waiting.values(due=now))).rowcount

    async def next_due(self) -> datetime | None:
        """See Queue."""
        async with self.store.connection(write=False) as connection:
            found: datetime | None = await connection.scalar(
                select(func.min(jobs.c.due)).where(jobs.c.owner.is_(None))
            )
            return found


async def _one_by_one(connection: AsyncConnection) -> None:
    if connection.dialect.name == "postgresql":
        await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({SPACE}, {QUEUE})")


async def _locked(connection: AsyncConnection, keys: Collection[str]) -> frozenset[str]:
    """Those of these free jobs that nobody changes just now, ours until the transaction ends."""
    free = select(jobs.c.key).where(jobs.c.key.in_(keys), jobs.c.owner.is_(None))
    return frozenset(await connection.scalars(free.with_for_update(skip_locked=True)))


def _owned(owner: str, key: str) -> ColumnElement[bool]:
    return and_(jobs.c.key == key, jobs.c.owner == owner)


def _job(row: RowMapping) -> Job:
    return Job(
        task=row["task"],
        key=row["key"],
        lane=row["lane"],
        arguments=json.loads(row["arguments"]),
        due=row["due"],
    )
