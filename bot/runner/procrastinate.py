"""The engine for any number of processes on one PostgreSQL: Procrastinate runs what is handed over to it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import psycopg
from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job as Handed

from bot.errors import StoreUnavailable
from bot.ports import Clock, Handover, Job
from bot.runner.attempt import LANES, Handler, attempt
from bot.runner.board import Board
from bot.runner.health import OK
from bot.runner.hindsight import Hindsight
from bot.runner.procrastinate_calls import Calls, Cancelled, Live

POLL = timedelta(seconds=2)
"""How often is looked without a word of new jobs, which a notification may miss."""

PATIENCE = timedelta(seconds=5)
"""How long a call waits for a database that is away before it is made anew."""

FORGOTTEN = timedelta(days=1)
"""After so long without a heartbeat a worker is forgotten; its jobs were given back long before."""

_KEPT = "What is stored stays, and each job is taken up again"
_START = "Start the bot again when the database answers: communique doctor tells"

Dead = Callable[[Iterable[str]], Awaitable[frozenset[str]]]
"""Of the workers with these numbers, in hexadecimal digits, those that are gone for certain."""

# It tells of each job what our own records tell already; at INFO that is five lines a job.
logging.getLogger("procrastinate").setLevel(logging.WARNING)
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What all processes on a database agree on: its name, how it is reached, and who lives on it."""

    place: str
    task: str
    connecting: Mapping[str, Any]
    heartbeat: timedelta
    live: Live
    dead: Dead
    patience: timedelta = PATIENCE


@dataclass(slots=True, kw_only=True)
class ProcrastinateEngine:
    """Runs jobs until it is stopped; `wake` makes it look at once instead of at its next poll."""

    handover: Handover
    clock: Clock
    board: Board
    handlers: Mapping[str, Handler]
    shared: Shared
    app: App = field(init=False)
    calls: Calls = field(init=False)
    hindsight: Hindsight = field(init=False)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.hindsight = Hindsight(self.clock)
        connector = _connector(self.shared)
        self.app = App(connector=connector)
        self.calls = Calls(connector, self.shared.live, self._tell, self.wake)
        self.app.job_manager = self.calls
        self.app.task(name=self.shared.task, queue=self.shared.task, retry=Cancelled())(self._do)

    def wake(self) -> None:
        """There may be work."""
        self.woken.set()

    def stop(self) -> None:
        """Begin nothing more; `run` ends when what is under way is done."""
        self.stopping.set()
        self.woken.set()

    async def run(self) -> None:
        """Work until stopped. A database that is away for a while is waited for."""
        handing = asyncio.create_task(self._hand_over())
        try:
            while not self.stopping.is_set():
                await self.board.watch("worker", self._work)
                await _rest(self.stopping)
        finally:
            handing.cancel()
            await asyncio.gather(handing, return_exceptions=True)
            await self.calls.leave()
            await self.app.close_async()

    async def retry_stalled(self) -> None:
        """See Engine. Who missed a heartbeat may be dead; whoever shows to live is not, however silent."""
        if self.stopping.is_set():
            return
        if await self.hindsight.hasten(self.handover):
            self.wake()
        stalled = [job for job in await self._stalled() if job.worker_id not in self.calls.numbers]
        names = {job.id: f"{job.worker_id:x}" for job in stalled if job.worker_id is not None}
        dead = await self.shared.dead(names.values())
        for job in stalled:
            if job.worker_id is None or names[job.id] in dead:
                await self._give_back(job)

    async def _stalled(self) -> tuple[Handed, ...]:
        """The jobs whose workers missed a heartbeat, or came to their end without settling them."""
        with self._asking():
            await self.app.open_async()
            since = self.shared.heartbeat.total_seconds()
            return tuple(await self.calls.get_stalled_jobs(seconds_since_heartbeat=since))

    async def _give_back(self, job: Handed) -> None:
        with self._asking():
            given = await self.calls.give_back(job)
        if given:
            log.warning("job given back", extra={"action": "job_given_back", "job": job.queueing_lock})

    async def _work(self) -> None:
        """One worker's life: until stopped, or until the database is away."""
        with self._asking():
            await self.app.open_async()
        working = asyncio.create_task(
            self.app.run_worker_async(
                queues=[self.shared.task],
                concurrency=LANES,
                fetch_job_polling_interval=POLL.total_seconds(),
                delete_jobs="always",
                install_signal_handlers=False,
                update_heartbeat_interval=self.shared.heartbeat.total_seconds(),
                stalled_worker_timeout=FORGOTTEN.total_seconds(),
            )
        )
        stopped = asyncio.create_task(self.stopping.wait())
        try:
            await asyncio.wait([working, stopped], return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            self.stop()
            raise
        finally:
            stopped.cancel()
            await self._ended(working)

    async def _ended(self, working: asyncio.Task[None]) -> None:
        """A worker that is cancelled takes no more, and ends when what it has is done."""
        working.cancel()
        with self._asking(), suppress(asyncio.CancelledError):
            await working
        if not self.stopping.is_set():
            raise StoreUnavailable(
                f"Procrastinate's worker on {self.shared.place} ended", kept=_KEPT, todo=_START
            )

    def _tell(self, error: BaseException | None) -> None:
        self.board.say("worker", OK if error is None else self._away(error))

    async def _hand_over(self) -> None:
        while not self.stopping.is_set():
            self.woken.clear()
            await self.board.watch("handover", self._hand_over_due)
            await _rest(self.woken)

    async def _hand_over_due(self) -> None:
        due = await self.handover.next_due()
        if due is not None and due <= self.clock.now():
            await self.handover.hand_over(self.clock.now())

    async def _do(self, job: str) -> None:
        """Procrastinate's one task; what is to be done again waits once more before it counts as done."""
        ours = Job.of(job)
        again = await attempt(ours, self.handlers, self.clock)
        while again is not None:
            try:
                await self.handover.put_off(ours, again)
            except Exception:
                log.exception("job not settled", extra={"action": "job_not_settled", "job": ours.key})
                await asyncio.sleep(POLL.total_seconds())
            else:
                return

    @contextmanager
    def _asking(self) -> Iterator[None]:
        """Raise StoreUnavailable for what Procrastinate or its driver say of the database."""
        try:
            yield
        except (ConnectorException, psycopg.Error) as error:
            raise StoreUnavailable(self._away(error), kept=_KEPT, todo=_START) from error

    def _away(self, error: BaseException) -> str:
        return f"The database {self.shared.place} does not answer: {error.__cause__ or error}"


def _connector(shared: Shared) -> PsycopgConnector:
    """Connections are made as they are needed, and again at the next call after one that waited in vain.

    A pool that keeps some open would try to have them back at ever longer intervals, and be closed for good
    if the database is away when it is opened.
    """
    patience = shared.patience.total_seconds()
    kwargs = dict(shared.connecting)
    return PsycopgConnector(
        kwargs=kwargs, min_size=0, max_size=LANES, timeout=patience, reconnect_timeout=patience
    )


async def _rest(until: asyncio.Event) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(until.wait(), POLL.total_seconds())
