"""What we read in Procrastinate's own tables: which jobs were handed over, and who works on them."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, Text, cast, collate, column, func, select, table

TASK = "communique"
"""The name of its one task and of its queue; which of our tasks a job is stands in the job."""

_HANDED_OVER = ("todo", "doing")

_jobs = table(
    "procrastinate_jobs",
    column("lock", Text),
    column("queueing_lock", Text),
    column("status"),
    column("queue_name"),
)


def begun_not_yet() -> Select[int]:
    """How many were handed over that no worker has taken."""
    return select(func.count()).select_from(_jobs).where(_status() == "todo")


def lanes_under_way() -> Select[str]:
    """The lanes of all jobs that were handed over and are not done."""
    return _under_way("lock")


def keys_under_way() -> Select[str]:
    """Their keys."""
    return _under_way("queueing_lock")


def _under_way(name: str) -> Select[str]:
    """Compared as our own texts are: by code point, whatever the locale of the database."""
    found = _jobs.c[name]
    return select(collate(found, "C")).where(_status().in_(_HANDED_OVER), found.is_not(None))


def _status() -> ColumnElement[str]:
    return cast(_jobs.c.status, Text)
