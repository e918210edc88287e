"""How the queue of a database on PostgreSQL stands: what waits, what is under way, who works."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, text

from bot.store.sql_store import SqlStore
from bot.store.tables import jobs

_WORK = text("""
    WITH minute AS (SELECT now() - interval '1 minute' AS ago)
    SELECT count(*) FILTER (WHERE status = 'todo'), count(*) FILTER (WHERE status = 'doing'),
           count(DISTINCT worker_id) FILTER (WHERE status = 'doing' AND last_heartbeat < minute.ago),
           (SELECT count(*) FROM procrastinate_workers, minute WHERE last_heartbeat >= minute.ago)
    FROM procrastinate_jobs AS job CROSS JOIN minute
    LEFT JOIN procrastinate_workers AS worker ON worker.id = job.worker_id
""")
"""Heartbeats are instants of the server's clock, so they are held against that one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Numbers of jobs and of workers.

    `since` is when the first of the due ones that were not handed over fell due, None if there is none.
    `silent` are workers that have a job and gave no heartbeat for a minute: they hang, or died with nobody
    there to take over.
    """

    waiting: int
    due: int
    since: datetime | None
    running: int
    workers: int
    silent: int


async def standing(store: SqlStore, now: datetime) -> Standing:
    """How the queue stands at `now`; raise StoreUnavailable."""
    due = jobs.c.due <= now
    counted = select(func.count(), func.count().filter(due), func.min(jobs.c.due).filter(due))
    async with store.connection(write=False) as connection:
        waiting, late, since = (await connection.execute(counted.select_from(jobs))).one()
        todo, running, silent, workers = (await connection.execute(_WORK)).one()
    return Standing(
        waiting=waiting + todo,
        due=late + todo,
        since=since,
        running=running,
        workers=workers,
        silent=silent,
    )
