"""Jobs within a transaction."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Job, Jobs
from bot.store.tables import jobs
from bot.store.upsert import insert_missing


@dataclass(frozen=True, slots=True)
class SqlJobs(Jobs):
    """Jobs within one transaction."""

    connection: AsyncConnection

    async def defer(self, new: Sequence[Job]) -> None:
        """See Jobs."""
        rows = [
            {
                "key": job.key,
                "task": job.task,
                "lane": job.lane,
                "arguments": json.dumps(dict(job.arguments)),
                "due": job.due,
                "owner": None,
            }
            for job in new
        ]
        await insert_missing(self.connection, jobs, rows)
