"""What Procrastinate's worker asks of the database, held to what we promise of jobs.

Its own calls end the worker, or leave a job that is done as running for ever, when the database is away for a
moment; and they settle a job by its number, whoever has it by then.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.connector import BaseConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job as Handed
from procrastinate.jobs import Notification, Status
from procrastinate.manager import JobManager, NotificationCallback

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
"""Due by whatever clock the server has."""

PAUSE = timedelta(seconds=1)
"""Between two tries while the database is away."""

_STILL_ITS = """
    FROM (
        SELECT id, queue_name FROM procrastinate_jobs
        WHERE id = %(job_id)s AND worker_id IS NOT DISTINCT FROM %(worker_id)s::bigint AND status = 'doing'
        FOR UPDATE
    ) AS job
"""
_FINISH = f"SELECT procrastinate_finish_job_v1(job.id, %(status)s, %(delete_job)s) {_STILL_ITS}"
_GIVE_BACK = f"""
    SELECT procrastinate_retry_job_v2(job.id, %(at)s, NULL, NULL, NULL), pg_notify(
        'procrastinate_queue_v1#' || job.queue_name,
        json_build_object('type', 'job_inserted', 'job_id', job.id)::text
    ) {_STILL_ITS}
"""
"""Procrastinate itself gives no word of a job that is to be done again."""


log = logging.getLogger(__name__)

Live = Callable[[int], AbstractAsyncContextManager[object]]
"""Shows all who ask that the worker of this number lives, for the length of the block."""


class Cancelled(BaseRetryStrategy):
    """Asks for another try of a job that was cancelled, which `Calls` then leaves to its process.

    All others end well or wait again by their own word.
    """

    def get_retry_decision(self, *, exception: BaseException, job: Handed) -> RetryDecision:  # noqa: ARG002 - its signature
        """Once more, at once."""
        return RetryDecision(retry_at=AT_ONCE)


class Calls(JobManager):
    """Procrastinate's JobManager for one worker at a time.

    `tell` is told what keeps the worker from its work, None if nothing does; `settled` that a job is done.
    """

    def __init__(
        self,
        connector: BaseConnector,
        live: Live,
        tell: Callable[[BaseException | None], None],
        settled: Callable[[], None],
    ) -> None:
        super().__init__(connector)
        self.live, self.tell, self.settled = live, tell, settled
        self.shown = AsyncExitStack()
        self.numbers: set[int] = set()
        self.abandoned = False
        self.heard = 0

    async def register_worker(self) -> int:
        """A new worker's number, under which it is shown to live before it takes a job.

        `numbers` holds it, with those under which a job was left to the end of the process.
        """
        await self.leave()
        number = await super().register_worker()
        await self.shown.enter_async_context(self.live(number))
        self.numbers.add(number)
        self.tell(None)
        return number

    async def unregister_worker(self, worker_id: int) -> None:
        """A worker has come to its end; it stays known where a job of it was cancelled."""
        if not self.abandoned:
            await super().unregister_worker(worker_id)
            await self.leave()

    async def leave(self) -> None:
        """Show no worker to live any more, unless a job was left to the end of the process."""
        if not self.abandoned:
            self.numbers.clear()
            await self.shown.aclose()

    async def fetch_job(self, queues: Iterable[str] | None, worker_id: int) -> Handed | None:
        """The next job; None only if no word of another came while it was looked for.

        The worker forgets such a word, and would rest until its next poll. None as well while the database is
        away: a worker that ends for that takes nothing more until all that it has under way is done.
        """
        try:
            found = await self._fetched(queues, worker_id)
        except ConnectorException as error:
            if not isinstance(error.__cause__, psycopg.OperationalError):
                raise
            log.warning("%s", error.__cause__, extra={"action": "fetch_failed"})
            self.tell(error)
            return None
        self.tell(None)
        return found

    async def _fetched(self, queues: Iterable[str] | None, worker_id: int) -> Handed | None:
        while True:
            heard = self.heard
            found = await super().fetch_job(queues, worker_id)
            if found or heard == self.heard:
                return found

    async def finish_job(self, job: Handed, status: Status, delete_job: bool) -> None:  # noqa: FBT001 - its signature
        """Settle a job; a database that is away is waited for. Nothing if it is no longer this worker's."""
        await self._until_done(
            lambda: self._ask(_FINISH, job, status=status.value, delete_job=delete_job), "job_not_settled"
        )
        self.settled()

    async def retry_job(self, job: Handed, *_args: Any, **_options: Any) -> None:
        """Called where a job was cancelled: a thread of it may still write.

        Until the process is gone nobody may take the job for lost.
        """
        self.abandoned = True
        log.warning("job abandoned", extra={"action": "job_abandoned", "job": job.queueing_lock})

    async def give_back(self, job: Handed) -> bool:
        """Let others take the job of a worker that is gone; return whether it was still that worker's."""
        return bool(await self._ask(_GIVE_BACK, job, at=AT_ONCE))

    async def update_heartbeat(self, worker_id: int) -> None:
        """A heartbeat that is missed is no reason never to beat again."""
        try:
            await super().update_heartbeat(worker_id)
        except ConnectorException as error:
            log.warning("%s", error.__cause__ or error, extra={"action": "heartbeat_missed"})

    async def listen_for_jobs(
        self, *, on_notification: NotificationCallback, queues: Iterable[str] | None = None
    ) -> None:
        """Hear of new jobs until cancelled; a connection that cannot be had is tried again."""

        async def heard(*, channel: str, notification: Notification) -> None:
            self.heard += 1
            await on_notification(channel=channel, notification=notification)

        listen = super().listen_for_jobs
        await self._until_done(lambda: listen(on_notification=heard, queues=queues), "listener_lost")

    async def _ask(self, query: Any, job: Handed, **arguments: object) -> list[dict[str, Any]]:
        return await self.connector.execute_query_all_async(
            query=query, job_id=job.id, worker_id=job.worker_id, **arguments
        )

    async def _until_done(self, call: Callable[[], Awaitable[object]], action: str) -> None:
        while True:
            try:
                await call()
            except ConnectorException as error:
                log.warning("%s", error.__cause__ or error, extra={"action": action})
                await asyncio.sleep(PAUSE.total_seconds())
            else:
                return
