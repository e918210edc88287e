"""PostgreSQL, set up so that its transactions keep what the Store port promises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any, Self

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from bot.errors import SettingsError, StoreUnavailable
from bot.store.locks import SPACE, WRITER
from bot.store.postgres_failures import on_error, refuse_write

READERS = 8
"""Readers at a time in a process; further ones wait."""

WORKERS = 4
"""Short transactions of workers at a time."""

CONNECT = timedelta(seconds=10)
"""How long the server may take to let us in."""

_SESSION = (
    " -c jit=off"  # compiling a search takes longer than running it
    " -c timezone=UTC"
    # A machine that vanished is given up after half a minute: it may hold a lock that others wait for.
    " -c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"
    " -c idle_in_transaction_session_timeout=600000"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Postgres:
    """The Backend of a database on a server."""

    url: URL
    busy_timeout: timedelta
    turn: timedelta
    moment: str = "SELECT 1"

    @classmethod
    def of(cls, url: str, busy_timeout: timedelta, turn: timedelta) -> Self:
        """The backend of a URL; raise SettingsError if it cannot be read or the driver is not installed."""
        return cls(url=url_of(url), busy_timeout=busy_timeout, turn=turn)

    @property
    def place(self) -> str:
        """See Backend."""
        return place_of(self.url)

    async def require(self) -> None:
        """See Backend. The first connection tells."""

    async def make(self) -> None:
        """See Backend. To make a database takes rights that this program need not have.

        What is there must have the encoding UTF8, which alone holds every text.
        """
        engine = _engine(self.url, self.place)
        try:
            async with engine.connect() as connection:
                encoding = (await connection.exec_driver_sql("SHOW server_encoding")).scalar()
        finally:
            await engine.dispose()
        if encoding != "UTF8":
            raise StoreUnavailable(
                f"The database {self.place} has the encoding {encoding}",
                kept="Nothing was changed",
                todo="Make one with: createdb --encoding=UTF8 --template=template0 NAME",
            )

    def writer(self) -> AsyncEngine:
        """See Backend. One connection: the transactions of this process take turns in their order."""
        made = _engine(self.url, self.place, connections=1, turn=self.turn)
        return _beginning(
            made,
            f"SET LOCAL lock_timeout = {_milliseconds(self.busy_timeout)}",
            f"SELECT pg_advisory_xact_lock({SPACE}, {WRITER})",
        )

    def reader(self) -> AsyncEngine:
        """See Backend."""
        made = _engine(self.url, self.place, connections=READERS, turn=self.turn, writes=False)
        return _beginning(made, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    def queueing(self, writer: AsyncEngine) -> AsyncEngine:  # noqa: ARG002 - the rows are locked one by one
        """See Backend."""
        made = _engine(self.url, self.place, connections=WORKERS, turn=self.turn)
        return _beginning(made, f"SET LOCAL lock_timeout = {_milliseconds(self.busy_timeout)}")

    def migrator(self) -> AsyncEngine:
        """See Backend."""
        return self.writer()


def url_of(url: str) -> URL:
    """A URL such as `postgresql://user:password@host/database` for our driver; raise SettingsError."""
    try:
        made = make_url(url).set(drivername="postgresql+psycopg")
        made.get_dialect().import_dbapi()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise SettingsError(
            "store.url is not a database this program can use",
            todo="Write it as postgresql://user@host/database",
        ) from error
    except ImportError as error:
        raise SettingsError(
            "store.url names PostgreSQL, whose driver is not installed",
            todo="Install it: pip install 'communique[postgres]'",
        ) from error
    if not made.database:
        raise SettingsError("store.url names no database", todo="Write it as postgresql://user@host/database")
    return made


def place_of(url: URL) -> str:
    """A database on a server as messages name it, without user and password."""
    host = url.host or url.query.get("host") or "localhost"
    port = f":{url.port}" if url.port else ""
    return f"{url.database} on {host}{port}"


def connecting(url: URL) -> dict[str, Any]:
    """The driver's arguments for a session of its own, outside every pool."""
    _, arguments = url.get_dialect()().create_connect_args(url)
    return {**arguments, **_arguments(url)}


def _arguments(url: URL) -> dict[str, Any]:
    return {
        "connect_timeout": round(CONNECT.total_seconds()),
        "options": f"{url.query.get('options', '')}{_SESSION}",
        "application_name": "communique",
        # Each statement is planned for its own words: how common these are decides how to look.
        "prepare_threshold": None,
    }


def _engine(
    url: URL, place: str, *, connections: int = 0, turn: timedelta = timedelta(0), writes: bool = True
) -> AsyncEngine:
    """An engine with so many connections, none kept if that is 0."""
    pool = {"pool_size": connections, "max_overflow": 0, "pool_timeout": turn.total_seconds()}
    made = create_async_engine(
        url,
        connect_args=_arguments(url),
        # A server that was restarted since is noticed before a transaction begins.
        **({"pool_pre_ping": True, **pool} if connections else {"poolclass": NullPool}),
    )
    if not writes:
        event.listen(made.sync_engine, "handle_error", refuse_write)
    event.listen(made.sync_engine, "handle_error", partial(on_error, place))
    return made


def _beginning(made: AsyncEngine, *statements: str) -> AsyncEngine:
    @event.listens_for(made.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        for statement in statements:
            connection.exec_driver_sql(statement)

    return made


def _milliseconds(time: timedelta) -> int:
    return max(1, round(time / timedelta(milliseconds=1)))  # 0 would mean to wait for ever
