"""The databases that can be used, by the URL in the settings: SQLite and PostgreSQL."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.errors import StoreMissing, StoreUnavailable
from bot.store import sqlite

_UNCHANGED = "Nothing was changed"


class Backend(Protocol):
    """One database: how it is reached, and what makes its transactions keep the Store port's promises."""

    @property
    def place(self) -> str:
        """What it is called in messages; without a password."""
        ...

    @property
    def moment(self) -> str:
        """The statement at which a read transaction fixes the moment it sees."""
        ...

    async def require(self) -> None:
        """Return if it is there; raise StoreMissing or StoreUnavailable, changing nothing."""
        ...

    async def make(self) -> None:
        """Make it where it is not there and can be made; raise StoreUnavailable."""
        ...

    def writer(self) -> AsyncEngine:
        """An engine whose transactions are alone in writing, from their start."""
        ...

    def reader(self) -> AsyncEngine:
        """An engine whose transactions see one moment and refuse to write."""
        ...

    def queueing(self, writer: AsyncEngine) -> AsyncEngine:
        """An engine for the short transactions of workers, which lock rows; may be `writer` itself."""
        ...

    def migrator(self) -> AsyncEngine:
        """An engine whose transactions may change the schema, one at a time among all processes."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Sqlite:
    """The Backend of a file."""

    path: Path
    busy_timeout: timedelta = sqlite.BUSY_TIMEOUT
    turn: timedelta = sqlite.TURN
    moment: str = "SELECT 1 FROM sqlite_schema LIMIT 1"
    """BEGIN alone fixes nothing: SQLite takes its snapshot at the first read."""

    @property
    def place(self) -> str:
        """See Backend."""
        return str(self.path)

    async def require(self) -> None:
        """See Backend."""
        with suppress(PermissionError):  # opening it fails next, and says so
            if not self.path.exists():
                raise StoreMissing(
                    f"Nothing is stored yet: there is no database at {self.path}",
                    kept=_UNCHANGED,
                    todo="Run `communique ingest FILE` or `communique sources add ADDRESS`, which make it",
                )
        await sqlite.openable(self.path)

    async def make(self) -> None:
        """See Backend. Folders on the way are made too."""
        folder = self.path.parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnavailable(
                f"The folder {folder} cannot be made: {error.strerror}",
                kept=_UNCHANGED,
                todo="Make it by hand, or point store.url to another place",
            ) from error
        await sqlite.openable(self.path, create=True, busy_timeout=self.busy_timeout)

    def writer(self) -> AsyncEngine:
        """See Backend."""
        return sqlite.writer(self.path, self.busy_timeout, self.turn)

    def reader(self) -> AsyncEngine:
        """See Backend."""
        return sqlite.reader(self.path, self.busy_timeout, self.turn)

    def queueing(self, writer: AsyncEngine) -> AsyncEngine:
        """See Backend. A write transaction has the database to itself, so no row needs a lock."""
        return writer

    def migrator(self) -> AsyncEngine:
        """See Backend."""
        return sqlite.migrator(self.path, self.busy_timeout)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long a transaction waits for another program, and for its turn among those of this one."""

    busy: timedelta = sqlite.BUSY_TIMEOUT
    turn: timedelta = sqlite.TURN


def backend_of(url: str, patience: Patience) -> Backend:
    """The database of a URL; raise SettingsError for one that names none."""
    if is_server(url):
        from bot.store.postgres import Postgres  # its driver is an extra

        return Postgres.of(url, patience.busy, patience.turn)
    return Sqlite(path=sqlite.path_of(url), busy_timeout=patience.busy, turn=patience.turn)


def is_server(url: str) -> bool:
    """Whether a URL names a database on a server, which is no file of ours."""
    return url.partition(":")[0].partition("+")[0] in {"postgresql", "postgres"}
