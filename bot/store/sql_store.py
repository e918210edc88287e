"""The Store port over a database: an SQLite file, or PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.errors import StoreMissing
from bot.ports import Store
from bot.store import schema, sqlite
from bot.store.backends import Backend, Patience, backend_of
from bot.store.failures import taking_turns
from bot.store.unit import SqlUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class SqlStore(Store):
    """An open database."""

    backend: Backend
    writer: AsyncEngine
    reader: AsyncEngine
    workers: AsyncEngine

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        url: str,
        *,
        create: bool = False,
        busy_timeout: timedelta = sqlite.BUSY_TIMEOUT,
        turn: timedelta = sqlite.TURN,
    ) -> AsyncIterator[Self]:
        """Open the database at `sqlite:///path` or `postgresql://…` for the length of the block.

        `create` makes a missing file or fills an empty database first; an older one is never migrated on the
        way. A transaction waits up to `busy_timeout` for another program and up to `turn` for others of this
        one. Raise StoreMissing, SchemaMismatch, StoreUnavailable, or SettingsError for another kind of URL.
        """
        await _ready(url, busy_timeout, create=create)
        backend = backend_of(url, Patience(busy=busy_timeout, turn=turn))
        writer = backend.writer()
        store = cls(backend=backend, writer=writer, reader=backend.reader(), workers=backend.queueing(writer))
        try:
            yield store
        finally:
            await store.close()

    @property
    def place(self) -> str:
        """What the database is called in messages."""
        return self.backend.place

    async def close(self) -> None:
        """Close every connection; transactions that are open are rolled back."""
        for one in (self.reader, self.workers, self.writer):
            await one.dispose()

    @asynccontextmanager
    async def connection(self, *, write: bool = True) -> AsyncIterator[AsyncConnection]:
        """A transaction as a bare connection, for adapters of this package; raise StoreUnavailable."""
        with taking_turns(self.place):
            async with self.writer.begin() if write else self.reader.connect() as connection:
                yield connection

    @asynccontextmanager
    async def locking_rows(self) -> AsyncIterator[AsyncConnection]:
        """A short write transaction that need not be alone where the database locks rows."""
        with taking_turns(self.place):
            async with self.workers.begin() as connection:
                yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[SqlUnit]:
        """See Store."""
        with taking_turns(self.place):
            async with self.writer.begin() as connection:
                yield SqlUnit.over(connection)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[SqlUnit]:
        """See Store. The moment that is seen is the one in which the block is entered."""
        with taking_turns(self.place):
            async with self.reader.connect() as connection:
                await connection.exec_driver_sql(self.backend.moment)
                yield SqlUnit.over(connection)


async def _ready(url: str, busy_timeout: timedelta, *, create: bool) -> None:
    try:
        await schema.check(url, busy_timeout)
    except StoreMissing:
        if not create:
            raise
        await schema.migrate(url, busy_timeout=busy_timeout)
