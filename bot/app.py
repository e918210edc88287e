"""The composition root: builds the adapters, hands them to the story. Nothing else names an adapter."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.brief.digest import Digest
from bot.brief.pipeline import Brief
from bot.condense.pipeline import Condense
from bot.deliver.dispatch import DIGEST, IDS, Dispatch
from bot.deliver.outbox import Outbox
from bot.deliver.register import Register
from bot.deliver.why import Why
from bot.domain.channel import Platform, Topic
from bot.errors import SettingsError
from bot.ingest.pipeline import Ingest
from bot.platforms.console.transcript import Transcript, View
from bot.ports import Clock, Job
from bot.remind.pipeline import Upcoming
from bot.runner.clock import SystemClock, run_in_thread
from bot.runner.service import Service
from bot.runner.worker import Worker
from bot.runner.worker_lock import WorkerLock
from bot.settings import Settings
from bot.store.queue import SqlQueue
from bot.store.sql_store import SqlStore
from summarizers.engines.registry import UnknownEngineError, engine
from summarizers.types import Summarizer

HEALTH_FILE = "health.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """The use cases, ready to run on one open store."""

    settings: Settings
    store: SqlStore
    clock: Clock
    ingest: Ingest
    brief: Brief
    upcoming: Upcoming
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """The running bot and what a reload changes."""

    service: Service
    register: Register
    topics: dict[str, Topic]

    async def reload(self, settings: Settings) -> tuple[str, ...]:
        """Take over topics and schedules; return what changed. Raise SettingsError, changing nothing."""
        wanted, topics = settings.schedules, {name: settings.topic(name) for name in settings.topics}
        changes = await self.register.run(wanted)
        self.topics.clear()
        self.topics.update(topics)
        return changes


@asynccontextmanager
async def open_app(
    settings: Settings, *, create: bool = False, clock: Clock | None = None
) -> AsyncIterator[App]:
    """Open the store and build the use cases over it; close everything at the end of the block.

    `create` makes a database where there is none. Raise SettingsError, StoreMissing, SchemaMismatch or
    StoreUnavailable.
    """
    summarizer = named_engine(settings.briefing.engine)
    patience = timedelta(seconds=settings.store.busy_timeout)
    async with SqlStore.open(settings.store_url, create=create, busy_timeout=patience) as store:
        yield assemble(settings, store, clock or SystemClock(), summarizer)


def assemble(settings: Settings, store: SqlStore, clock: Clock, summarizer: Summarizer) -> App:
    """The use cases over an open store."""
    condense = Condense(store=store, run_cpu=run_in_thread, summarizer=summarizer)
    return App(
        settings=settings,
        store=store,
        clock=clock,
        ingest=Ingest(store=store, clock=clock, run_cpu=run_in_thread),
        brief=Brief(store=store, clock=clock, run_cpu=run_in_thread, condense=condense),
        upcoming=Upcoming(store=store, run_cpu=run_in_thread, condense=condense),
        why=Why(store=store),
    )


@asynccontextmanager
async def running(
    settings: Settings, *, view: View | None = None, clock: Clock | None = None
) -> AsyncIterator[Running]:
    """The bot, ready to run: the store open, the schedules of the settings registered."""
    async with open_app(settings, create=True, clock=clock) as app:
        lock = WorkerLock.announce(settings.data_path)
        try:
            bot = _wired(app, lock, view)
            await bot.reload(settings)
            yield bot
        finally:
            lock.leave()


def _wired(app: App, lock: WorkerLock, view: View | None) -> Running:
    transcript = Transcript(
        path=app.settings.data_path / "transcript.jsonl", clock=app.clock, run_cpu=run_in_thread, view=view
    )
    outbox = Outbox(store=app.store, clock=app.clock, messengers={Platform.CONSOLE: transcript})
    topics: dict[str, Topic] = {}
    digest = Digest(store=app.store, clock=app.clock, brief=app.brief, outbox=outbox, topics=topics)

    async def serve(job: Job) -> datetime | None:
        return await digest.run(job.arguments[IDS].split(","))

    worker = Worker(queue=SqlQueue(app.store), clock=app.clock, lock=lock, handlers={DIGEST: serve})
    dispatch = Dispatch(store=app.store, clock=app.clock)
    service = Service(
        dispatch=dispatch.run,
        worker=worker,
        clock=app.clock,
        health_file=app.settings.data_path / HEALTH_FILE,
        grace=timedelta(seconds=app.settings.run.grace),
    )
    return Running(service=service, register=Register(store=app.store, clock=app.clock), topics=topics)


def named_engine(name: str) -> Summarizer:
    """The engine of that name; raise SettingsError naming those there are."""
    try:
        return engine(name)
    except UnknownEngineError as error:
        raise SettingsError(f"briefing.engine: {error}", todo="Mend it in the settings") from None
