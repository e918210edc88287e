"""The Store port over an SQLite file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.errors import StoreMissing
from bot.ports import Store
from bot.store import engine, schema
from bot.store.failures import taking_turns
from bot.store.unit import SqlUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class SqlStore(Store):
    """An open database; `place` names it in messages."""

    place: str
    writer: AsyncEngine
    reader: AsyncEngine

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        url: str,
        *,
        create: bool = False,
        busy_timeout: timedelta = engine.BUSY_TIMEOUT,
        turn: timedelta = engine.TURN,
    ) -> AsyncIterator[Self]:
        """Open the database at `sqlite:///path` for the length of the block.

        `create` makes a missing or empty one first; an older one is never migrated on the way. A transaction
        waits up to `busy_timeout` for another program and up to `turn` for others of this one. Raise
        StoreMissing, SchemaMismatch, StoreUnavailable, or SettingsError for another kind of URL.
        """
        await _ready(url, busy_timeout, create=create)
        path = engine.path_of(url)
        store = cls(
            place=str(path),
            writer=engine.writer(path, busy_timeout, turn),
            reader=engine.reader(path, busy_timeout, turn),
        )
        try:
            yield store
        finally:
            await store.close()

    async def close(self) -> None:
        """Close every connection; transactions that are open are rolled back."""
        await self.reader.dispose()
        await self.writer.dispose()

    @asynccontextmanager
    async def connection(self, *, write: bool = True) -> AsyncIterator[AsyncConnection]:
        """A transaction as a bare connection, for adapters of this package; raise StoreUnavailable."""
        with taking_turns(self.place):
            async with self.writer.begin() if write else self.reader.connect() as connection:
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
                # BEGIN alone fixes nothing: SQLite takes its snapshot at the first read.
                await connection.exec_driver_sql("SELECT 1 FROM sqlite_schema LIMIT 1")
                yield SqlUnit.over(connection)


async def _ready(url: str, busy_timeout: timedelta, *, create: bool) -> None:
    try:
        await schema.check(url, busy_timeout)
    except StoreMissing:
        if not create:
            raise
        await schema.migrate(url, busy_timeout=busy_timeout)
