"""Where due jobs on PostgreSQL pass from our table of waiting ones to Procrastinate.

Procrastinate alone cannot let them wait as we promise: it reads the server's clock, a job that waits for its
next try holds up every later one of its lane, and a key that runs may be queued again, which then stands in
the way of its next try. So what waits is kept by us, and what runs by Procrastinate.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from procrastinate import PsycopgConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job as Handed
from procrastinate.manager import JobManager
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Handover, Job
from bot.store.jobs import job_of, row_of
from bot.store.locks import QUEUE, SPACE
from bot.store.postgres_failures import translate
from bot.store.procrastinate_tables import TASK, begun_not_yet, keys_under_way, lanes_under_way
from bot.store.tables import jobs
from bot.store.upsert import put
from bot.store.waiting import SqlWaiting

ENOUGH = 50
"""So many handed over and not begun keep all workers busy until the next look."""

BATCH = 200
"""The most that is handed over at once: for each job Procrastinate looks at all that it has."""


@dataclass(frozen=True, slots=True)
class SqlHandover(SqlWaiting, Handover):
    """The jobs that wait in a database on PostgreSQL."""

    manager: JobManager = field(default_factory=lambda: JobManager(PsycopgConnector()))
    """Works on our connection alone, within our transaction."""

    async def hand_over(self, now: datetime) -> int:
        """See Handover."""
        async with self.store.locking_rows() as connection:
            # One after the other, or the jobs of a lane might overtake each other.
            await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({SPACE}, {QUEUE})")
            if (await connection.scalar(begun_not_yet()) or 0) >= ENOUGH:
                return 0
            due = await _due(connection, now)
            if due:
                await self._defer(connection, due)
                await connection.execute(delete(jobs).where(jobs.c.key.in_([job.key for job in due])))
        return len(due)

    async def put_off(self, job: Job, due: datetime) -> None:
        """See Handover."""
        async with self.store.locking_rows() as connection:
            await put(connection, jobs, {**row_of(job), "due": due})

    async def _defer(self, connection: AsyncConnection, due: Sequence[Job]) -> None:
        async with _driver(connection, self.store.place) as driver:
            await self.manager.batch_defer_jobs_async([_handed(job) for job in due], connection=driver)


async def _due(connection: AsyncConnection, now: datetime) -> tuple[Job, ...]:
    """The earliest of each lane that is free, the earliest first."""
    free = (jobs.c.lane.not_in(lanes_under_way()), jobs.c.key.not_in(keys_under_way()))
    place = func.row_number().over(partition_by=jobs.c.lane, order_by=(jobs.c.due, jobs.c.key)).label("place")
    due = select(jobs, place).where(jobs.c.due <= now, jobs.c.owner.is_(None), *free).subquery()
    first = select(due).where(due.c.place == 1).order_by(due.c.due, due.c.key).limit(BATCH)
    rows = await connection.execute(first)
    return tuple(map(job_of, rows.mappings()))


@asynccontextmanager
async def _driver(connection: AsyncConnection, place: str) -> AsyncIterator[Any]:
    """The driver's connection, in our transaction; its errors are translated as SQLAlchemy's are."""
    try:
        yield (await connection.get_raw_connection()).driver_connection
    except ConnectorException as error:
        translate(place, error.__cause__ or error)
        raise


def _handed(job: Job) -> Handed:
    return Handed(
        queue=TASK, task_name=TASK, lock=job.lane, queueing_lock=job.key, task_kwargs={"job": job.text()}
    )
