"""The engines that the contract suite holds to one behaviour, each over the store it is for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.ports import Job, Life, Store
from bot.runner.attempt import Handler
from bot.runner.board import Board
from bot.runner.procrastinate import ProcrastinateEngine, Shared
from bot.runner.service import Engine
from bot.runner.worker import Worker
from bot.store.handover import SqlHandover
from bot.store.locks import WORKERS
from bot.store.postgres import connecting, url_of
from bot.store.procrastinate_tables import TASK
from bot.store.queue import SqlQueue
from bot.store.session import Absences, Session
from bot.store.sql_store import SqlStore
from tests.fakes.memory_queue import MemoryQueue
from tests.fakes.memory_store import MemoryStore
from tests.fakes.world import SetClock

PATIENCE = 60.0
"""Seconds that only a failing test waits."""


@dataclass(slots=True)
class Line:
    """Handlers whose jobs say when they begin and end, and may be held until they are let go."""

    began: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    seen: list[Job] = field(default_factory=list)
    held: dict[str, asyncio.Event] = field(default_factory=dict)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    answers: dict[str, list[datetime | Exception]] = field(default_factory=dict)
    """What a key's runs come to, one after the other: an instant to be done again, or an error."""

    async def do(self, job: Job) -> datetime | None:
        self.seen.append(job)
        self._say(self.began, job.key)
        if job.key in self.held:
            await self.held[job.key].wait()
        self._say(self.ended, job.key)
        answers = self.answers.get(job.key)
        answer = answers.pop(0) if answers else None
        if isinstance(answer, Exception):
            raise answer
        return answer

    def hold(self, key: str) -> asyncio.Event:
        return self.held.setdefault(key, asyncio.Event())

    async def until_began(self, *keys: str) -> None:
        await self._until(self.began, keys)

    async def until_ended(self, *keys: str) -> None:
        await self._until(self.ended, keys)

    def _say(self, said: list[str], key: str) -> None:
        said.append(key)
        self.changed.set()

    async def _until(self, said: list[str], keys: tuple[str, ...]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not set(keys) <= set(said):
                self.changed.clear()
                await self.changed.wait()


def engine_over(
    store: Store, *, url: str, clock: SetClock, life: Life, board: Board, handlers: Mapping[str, Handler]
) -> Engine:
    """The engine for this kind of store; `url` names the database on a server."""
    if isinstance(store, MemoryStore):
        queue = MemoryQueue(store)
        return Worker(queue=queue, clock=clock, life=life, board=board, handlers=handlers)
    assert isinstance(store, SqlStore)
    if not url:
        return Worker(queue=SqlQueue(store), clock=clock, life=life, board=board, handlers=handlers)
    return ProcrastinateEngine(
        handover=SqlHandover(store), clock=clock, board=board, handlers=handlers, shared=shared(url)
    )


def shared(
    url: str, heartbeat: timedelta = timedelta(seconds=0.2), *, patience: float = PATIENCE / 2
) -> Shared:
    """What the processes on a database agree on; for a connection they wait that many seconds."""
    return Shared(
        place="the server",
        task=TASK,
        connecting=connecting(url_of(url)),
        heartbeat=heartbeat,
        live=lambda number: Session.announce(url, number=number, space=WORKERS),
        dead=Absences(url_of(url), WORKERS).dead,
        patience=timedelta(seconds=patience),
    )


@asynccontextmanager
async def at_work(engine: Engine) -> AsyncIterator[None]:
    """The engine runs within the block; at its end it comes to an end by itself."""
    running = asyncio.create_task(engine.run())
    try:
        yield
    finally:
        engine.stop()
        await asyncio.wait_for(running, PATIENCE)
