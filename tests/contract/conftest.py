"""The stores that the contract suite holds to the ports: one line here lets another database join."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path

import psycopg
import pytest

from bot.ports import Store
from bot.store.schema import migrate
from bot.store.sql_store import SqlStore
from tests.fakes.memory_store import MemoryStore
from tests.postgres import empty, migrated


@pytest.fixture(scope="session")
def blank_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file without content, to be copied: migrating each time would take most of a run."""
    path = tmp_path_factory.mktemp("blank") / "blank.db"
    asyncio.run(migrate(f"sqlite:///{path}"))
    return path


@asynccontextmanager
async def _sqlite(blank: Path, folder: Path) -> AsyncIterator[Store]:
    shutil.copy(blank, folder / "store.db")
    async with SqlStore.open(f"sqlite:///{folder / 'store.db'}") as store:
        yield store


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A migrated database on PostgreSQL, for one worker's tests one after the other."""
    with migrated(f"contract_{os.getpid()}") as url:
        yield url


@asynccontextmanager
async def _postgres(url: str) -> AsyncIterator[Store]:
    with psycopg.connect(url, autocommit=True) as connection:
        empty(connection)
    async with SqlStore.open(url) as store:
        yield store


STORES = ("memory", "sqlite", "postgres")


@pytest.fixture(params=STORES)
def kind(request: pytest.FixtureRequest, tmp_path: Path) -> AbstractAsyncContextManager[Store]:
    """An empty store to be opened; what its kind needs is made when the first test asks for it."""
    if request.param == "postgres":
        return _postgres(request.getfixturevalue("postgres_url"))
    if request.param == "sqlite":
        return _sqlite(request.getfixturevalue("blank_database"), tmp_path)
    return nullcontext(MemoryStore())


@pytest.fixture
async def store(kind: AbstractAsyncContextManager[Store]) -> AsyncIterator[Store]:
    """An empty store of each kind."""
    async with kind as opened:
        yield opened
