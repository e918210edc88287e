"""What `communique doctor` says of the queue that several bots share."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.cli.findings import Finding
from bot.runner.clock import SystemClock
from bot.settings import Settings
from bot.store.sql_store import SqlStore
from bot.store.standing import Standing, standing
from bot.texts import count, say

LATE = timedelta(minutes=1)
"""What has been due for longer than this waits for somebody to do it."""


async def queue_checked(settings: Settings) -> Finding:
    """How the queue stands, and what to do where nobody works on it or somebody hangs."""
    now = SystemClock().now()
    async with SqlStore.open(settings.store_url) as store:
        return _finding(await standing(store, now), now)


def _finding(found: Standing, now: datetime) -> Finding:
    seen = say(
        "queue.stands",
        waiting=count("job", found.waiting),
        due=found.due,
        running=found.running,
        workers=count("worker", found.workers),
    )
    if found.silent:
        silent = say("queue.silent", workers=count("worker", found.silent))
        return Finding(check="queue", ok=False, seen=f"{seen}; {silent}", fix=say("queue.silent.fix"))
    late = found.due and (found.since is None or now - found.since > LATE)
    if late and not found.workers:
        nobody = say("queue.nobody")
        return Finding(check="queue", ok=False, seen=f"{seen}; {nobody}", fix=say("queue.nobody.fix"))
    return Finding(check="queue", ok=True, seen=seen)
