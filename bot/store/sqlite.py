"""SQLite as it must be set up for what was acknowledged to survive, and for readers not to wait."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, ExceptionContext, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.errors import SettingsError
from bot.store.failures import on_error, refuse_write, translate

BUSY_TIMEOUT = timedelta(seconds=5)
"""How long a transaction waits for another program's before the database counts as locked."""

READERS = 8
"""Readers at a time; each has a thread of its own, further ones wait."""

TURN = timedelta(seconds=30)
"""How long a transaction waits for its turn among those of this process."""

AGAIN = timedelta(milliseconds=20)
"""Between two tries to switch a database to WAL mode."""

_DURABLE = ("journal_mode = WAL", "synchronous = FULL")
_WRITER = (*_DURABLE, "foreign_keys = ON", f"cache_size = {-64 * 1024}", "wal_autocheckpoint = 8000")
"""64 MiB of cache, and 32 MiB of log between checkpoints: the bands of a batch lie on thousands of pages,
which are then written back once for many batches."""
_READER = ("query_only = ON", f"cache_size = {-8 * 1024}")

OnError = Callable[[ExceptionContext], None]
"""What SQLAlchemy calls with an error of the driver before it raises its own."""


def path_of(url: str) -> Path:
    """The file of a database URL such as `sqlite:///folder/file.db`; raise SettingsError for any other.

    The path is taken as it is written, with nothing escaped.
    """
    scheme, _, path = url.partition(":///")
    if scheme != "sqlite" or path in {"", ":memory:"}:
        raise SettingsError(
            "store.url is not a database this program can use",
            todo="Write it as sqlite:/// followed by the path of a file, or as postgresql://user@host/database",
        )
    return Path(path).absolute()


def writer(path: Path, busy_timeout: timedelta = BUSY_TIMEOUT, turn: timedelta = TURN) -> AsyncEngine:
    """An engine whose every transaction holds the write lock from its start.

    It has one connection: transactions of this process take turns in their order of arrival, which is fairer
    than SQLite's polling. synchronous=FULL syncs the log at each commit, so a commit survives a power cut.
    """
    made = _engine(path, busy_timeout, turn, mode="rw", connections=1)
    return _prepare(made, _WRITER, begin="BEGIN IMMEDIATE", failed=(partial(on_error, str(path)),))


def reader(path: Path, busy_timeout: timedelta = BUSY_TIMEOUT, turn: timedelta = TURN) -> AsyncEngine:
    """An engine whose transactions see one moment and refuse to write."""
    made = _engine(path, busy_timeout, turn, mode="rw", connections=READERS)
    failed = (refuse_write, partial(on_error, str(path)))
    return _prepare(made, _READER, begin="BEGIN DEFERRED", failed=failed)


def migrator(path: Path, busy_timeout: timedelta = BUSY_TIMEOUT) -> AsyncEngine:
    """A writer for schema changes, which creates a missing file.

    Foreign keys are off, because changing a table on SQLite means to copy and drop it.
    """
    made = _engine(path, busy_timeout, TURN, mode="rwc", connections=1)
    return _prepare(made, _DURABLE, begin="BEGIN IMMEDIATE", failed=(partial(on_error, str(path)),))


async def openable(path: Path, *, create: bool = False, busy_timeout: timedelta = BUSY_TIMEOUT) -> None:
    """Return if the file can be opened, and make it if asked to; raise StoreUnavailable if it cannot.

    One that is made, or may be written first, is in WAL mode afterwards.

    To be asked before the first connection: when that fails, the driver's thread outlives it, and if the
    program ends meanwhile, prints a traceback after our own message.
    """
    try:
        if create:
            await asyncio.to_thread(_make, f"{path.as_uri()}?mode=rwc", busy_timeout)
        else:
            await asyncio.to_thread(_open, f"{path.as_uri()}?mode=rw")
    except sqlite3.Error as error:
        translate(str(path), error)
        raise


def _open(uri: str) -> None:
    sqlite3.connect(uri, uri=True).close()


def _make(uri: str, patience: timedelta) -> None:
    """Switch to WAL mode, again and again while others do: SQLite then refuses at once, without a timeout."""
    with closing(sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None)) as connection:
        for left in range(int(patience / AGAIN), -1, -1):
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if left == 0 or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
                time.sleep(AGAIN.total_seconds())
            else:
                return


def _engine(
    path: Path, busy_timeout: timedelta, turn: timedelta, *, mode: str, connections: int
) -> AsyncEngine:
    # A URI, so that a file which vanished is an error and is not made anew, empty.
    url = URL.create("sqlite+aiosqlite", database=path.as_uri(), query={"mode": mode, "uri": "true"})
    return create_async_engine(
        url,
        # None stops the driver from opening transactions by itself; the "begin" event does it.
        connect_args={"isolation_level": None, "timeout": busy_timeout.total_seconds()},
        pool_size=connections,
        max_overflow=0,
        pool_timeout=turn.total_seconds(),
    )


def _prepare(
    made: AsyncEngine, pragmas: tuple[str, ...], *, begin: str, failed: tuple[OnError, ...]
) -> AsyncEngine:
    @event.listens_for(made.sync_engine, "connect")
    def _set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        _stop_once(connection)
        try:
            _run(connection, pragmas)
        except BaseException:
            connection.close()  # the pool does not know it yet and would leave its thread behind
            raise

    @event.listens_for(made.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    for handler in failed:  # the first that raises decides
        event.listen(made.sync_engine, "handle_error", handler)
    return made


def _run(connection: DBAPIConnection, pragmas: tuple[str, ...]) -> None:
    cursor: Any = connection.cursor()
    for pragma in pragmas:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _stop_once(connection: DBAPIConnection) -> None:
    """A second `stop` of the driver's connection gives the first one's future.

    aiosqlite 0.22 gives a new one, which the thread that has ended never resolves. SQLAlchemy stops a
    connection twice when the task that uses it is cancelled twice, and the end of the event loop then waits
    for ever.
    """
    driver: Any = connection.driver_connection
    stop = driver.stop
    first: list[Any] = []

    def once() -> Any:
        if not first:
            first.append(stop())
        return first[0]

    driver.stop = once
