"""The disk is full, or another program holds the database, while sources are polled. All of it is real."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text as _sql

from bot.domain.channel import LOCAL_TENANT
from bot.domain.source import Health, Source, Wanted
from bot.errors import StoreUnavailable
from bot.feeds.web.fetcher import open_fetcher
from bot.gather.claimed import LEASE
from bot.gather.listed import Listed
from bot.gather.pipeline import Gather
from bot.runner.clock import SystemClock
from bot.store.sql_store import SqlStore
from tests.fakes.feed_site import feed, rss
from tests.fakes.gathering import LOOPBACK, gathering
from tests.fakes.hostile_web import Asked, HostileWeb, hostile_web
from tests.fakes.world import SetClock

SHORT = timedelta(milliseconds=50)
SOURCES, STORIES = 3, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Three sources over real sockets, and a real database."""

    site: HostileWeb
    store: SqlStore
    path: Path
    clock: SetClock
    began: datetime
    gather: Gather

    def publish(self, stories: int) -> Counter[str]:
        """Each source tells so many articles of its own; return all titles there are."""
        told: Counter[str] = Counter()
        for n in range(SOURCES):
            numbers = range(100 * n, 100 * n + stories)
            feed(self.site, f"/{n}", rss(*numbers, title=f"Paper {n}", at=self.began))
            told.update(f"Pier {number} opens" for number in numbers)
        return told

    def stored(self) -> Counter[str]:
        with closing(sqlite3.connect(self.path)) as connection:
            return Counter(title for (title,) in connection.execute("SELECT title FROM revisions"))

    async def sources(self) -> tuple[Source, ...]:
        async with self.store.read() as unit:
            return await unit.sources.every(LOCAL_TENANT)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    path, clock = tmp_path / "store.db", SetClock(SystemClock().now())
    async with (
        hostile_web() as site,
        open_fetcher(LOOPBACK, clock) as fetcher,
        SqlStore.open(f"sqlite:///{path}", create=True, busy_timeout=SHORT) as store,
    ):
        gather = gathering(store, fetcher, clock)
        wanted = [Wanted(url=site.url(f"/{n}")) for n in range(SOURCES)]
        await Listed(store=store, clock=clock).add(LOCAL_TENANT, wanted, "test")
        yield World(site=site, store=store, path=path, clock=clock, began=clock.at, gather=gather)


@asynccontextmanager
async def locked(world: World) -> AsyncIterator[None]:
    """Another program writes for a long time, as soon as the store, which runs in this loop, does not."""
    with closing(sqlite3.connect(world.path, isolation_level=None, timeout=0)) as other:
        while not _has_begun(other):  # noqa: ASYNC110 - SQLite tells nobody
            await asyncio.sleep(0.005)
        yield


def _has_begun(other: sqlite3.Connection) -> bool:
    with suppress(sqlite3.OperationalError):
        other.execute("BEGIN IMMEDIATE")
    return other.in_transaction


@asynccontextmanager
async def full(world: World) -> AsyncIterator[None]:
    """The database may not grow."""
    async with world.store.write() as unit:
        pages = await unit.connection.scalar(_sql("PRAGMA page_count"))
        await unit.connection.execute(_sql(f"PRAGMA max_page_count = {pages}"))
    yield
    async with world.store.write() as unit:
        await unit.connection.execute(_sql("PRAGMA max_page_count = 1000000"))


Trouble = Callable[[World], AbstractAsyncContextManager[None]]


async def _look_in(trouble: Trouble, world: World, *, meanwhile: bool) -> StoreUnavailable:
    """What a look says that meets the trouble at its start, or once the first source was asked."""
    async with AsyncExitStack() as stack:
        if meanwhile:
            _begins_when_asked(world.site, "/0", lambda: stack.enter_async_context(trouble(world)))
        else:
            await stack.enter_async_context(trouble(world))
        with pytest.raises(StoreUnavailable) as caught:
            await world.gather.look()
    return caught.value


def _begins_when_asked(site: HostileWeb, path: str, begin: Callable[[], Awaitable[None]]) -> None:
    before = site.acts[path]

    async def act(writer: asyncio.StreamWriter, asked: Asked) -> None:
        site.acts[path] = before
        await begin()
        await before(writer, asked)

    site.acts[path] = act


@pytest.mark.parametrize("meanwhile", [False, True], ids=["before", "meanwhile"])
@pytest.mark.parametrize(
    ("trouble", "what", "reference"),
    [(locked, "is locked by another program", "SQLITE_BUSY"), (full, "is full", "SQLITE_FULL")],
    ids=["locked", "full"],
)
async def test_a_look_that_cannot_be_kept_loses_nothing_says_why_and_is_made_again(
    world: World, trouble: Trouble, what: str, reference: str, meanwhile: bool
) -> None:
    before = world.publish(1)
    await world.gather.look()
    assert world.stored() == before
    world.clock.at += timedelta(hours=12)
    told = world.publish(STORIES)
    error = await _look_in(trouble, world, meanwhile=meanwhile)
    assert (what in error.what, error.reference) == (True, reference)
    assert error.kept
    assert error.todo
    assert world.stored().keys() >= before.keys()
    world.clock.at += LEASE
    await world.gather.look()
    assert world.stored() == told
    assert {one.health for one in await world.sources()} == {Health.OK}
    world.clock.at += timedelta(hours=12)
    assert await world.gather.look() == SOURCES
    assert world.stored() == told
