"""The composition root: builds the adapters, hands them to the story. Nothing else names an adapter."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from bot.brief.pipeline import Brief
from bot.condense.pipeline import Condense
from bot.errors import SettingsError
from bot.ingest.pipeline import Ingest
from bot.ports import Clock, Store
from bot.remind.pipeline import Upcoming
from bot.runner.clock import SystemClock, run_in_thread
from bot.settings import Settings
from bot.store.sql_store import SqlStore
from summarizers.engines.registry import UnknownEngineError, engine
from summarizers.types import Summarizer


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """The use cases, ready to run on one open store."""

    settings: Settings
    store: Store
    clock: Clock
    ingest: Ingest
    brief: Brief
    upcoming: Upcoming


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


def assemble(settings: Settings, store: Store, clock: Clock, summarizer: Summarizer) -> App:
    """The use cases over any store: tests hand in their own."""
    condense = Condense(store=store, run_cpu=run_in_thread, summarizer=summarizer)
    return App(
        settings=settings,
        store=store,
        clock=clock,
        ingest=Ingest(store=store, clock=clock, run_cpu=run_in_thread),
        brief=Brief(store=store, clock=clock, run_cpu=run_in_thread, condense=condense),
        upcoming=Upcoming(store=store, run_cpu=run_in_thread, condense=condense),
    )


def named_engine(name: str) -> Summarizer:
    """The engine of that name; raise SettingsError naming those there are."""
    try:
        return engine(name)
    except UnknownEngineError as error:
        raise SettingsError(f"briefing.engine: {error}", todo="Mend it in the settings") from None
