"""The stores that the contract suite holds to the ports: one line here lets another database join."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from bot.ports import Store
from bot.store.schema import migrate
from bot.store.sql_store import SqlStore
from tests.fakes.memory_store import MemoryStore

OpenStore = Callable[[Path, Path], AbstractAsyncContextManager[Store]]


@pytest.fixture(scope="session")
def blank_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file without content, to be copied: migrating each time would take most of a run."""
    path = tmp_path_factory.mktemp("blank") / "blank.db"
    asyncio.run(migrate(f"sqlite:///{path}"))
    return path


@asynccontextmanager
async def _memory(_blank: Path, _folder: Path) -> AsyncIterator[Store]:
    yield MemoryStore()


@asynccontextmanager
async def _sqlite(blank: Path, folder: Path) -> AsyncIterator[Store]:
    shutil.copy(blank, folder / "store.db")
    async with SqlStore.open(f"sqlite:///{folder / 'store.db'}") as store:
        yield store


STORES: dict[str, OpenStore] = {"memory": _memory, "sqlite": _sqlite}


@pytest.fixture(params=list(STORES))
async def store(request: pytest.FixtureRequest, blank_database: Path, tmp_path: Path) -> AsyncIterator[Store]:
    """An empty store of each kind."""
    async with STORES[request.param](blank_database, tmp_path) as opened:
        yield opened
