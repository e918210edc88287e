"""Jobs within a transaction."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping, delete
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Job, Jobs
from bot.store.procrastinate_tables import keys_under_way
from bot.store.tables import jobs
from bot.store.upsert import Rows, insert_missing


@dataclass(frozen=True, slots=True)
class SqlJobs(Jobs):
    """Jobs within one transaction."""

    connection: AsyncConnection

    async def defer(self, new: Sequence[Job]) -> None:
        """See Jobs."""
        rows = [row_of(job) for job in new]
        if self.connection.dialect.name == "postgresql":
            await self._defer_beside_procrastinate(rows)
        else:
            await insert_missing(self.connection, jobs, rows)

    async def _defer_beside_procrastinate(self, rows: Rows) -> None:
        """A key may have been handed over just now: the second statement sees what the first waited for."""
        if not rows:
            return
        insert = postgresql.insert(jobs).on_conflict_do_nothing().returning(jobs.c.key)
        added = (await self.connection.scalars(insert, rows)).all()
        under_way = (jobs.c.key.in_(added), jobs.c.key.in_(keys_under_way()))
        await self.connection.execute(delete(jobs).where(*under_way))


def row_of(job: Job) -> dict[str, Any]:
    """The row of a job that nobody has."""
    return {
        "key": job.key,
        "task": job.task,
        "lane": job.lane,
        "arguments": json.dumps(dict(job.arguments)),
        "due": job.due,
        "owner": None,
    }


def job_of(row: RowMapping) -> Job:
    """The job of a row."""
    return Job(
        task=row["task"],
        key=row["key"],
        lane=row["lane"],
        arguments=json.loads(row["arguments"]),
        due=row["due"],
    )
