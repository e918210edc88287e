"""One attempt at a job, the same on every engine: a failure is a reason to try again, never an end."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta

from bot.errors import StoreUnavailable
from bot.ports import Clock, Job

LANES = 4
"""Jobs of different lanes that run at the same time in one process."""

AFTER_FAILURE = timedelta(seconds=30)
"""How long a job rests whose handler broke: long enough not to spin, short enough for a digest."""

AT_LEAST = timedelta(seconds=1)
"""How long a job rests that wants to be done again, so that none can spin."""

AFTER_ABSENCE = timedelta(seconds=2)
"""How long it rests when the database was away, which is no fault of the job."""

log = logging.getLogger(__name__)

Handler = Callable[[Job], Awaitable[datetime | None]]
"""Does a job; returns when to do it again, None when it is done."""


async def attempt(job: Job, handlers: Mapping[str, Handler], clock: Clock) -> datetime | None:
    """Do a job by the handler of its task; return when to do it again, None when it is done."""
    again = await _outcome(job, handlers, clock)
    return again and max(again, clock.now() + AT_LEAST)


async def _outcome(job: Job, handlers: Mapping[str, Handler], clock: Clock) -> datetime | None:
    try:
        return await handlers[job.task](job)
    except StoreUnavailable as error:
        log.warning(str(error), extra={"action": "store_unavailable", "job": job.key})
        return clock.now() + AFTER_ABSENCE
    except Exception:
        # One broken job must not stop the others; it stays queued, and the log says what broke.
        log.exception("job failed", extra={"action": "job_failed", "job": job.key})
        return clock.now() + AFTER_FAILURE
