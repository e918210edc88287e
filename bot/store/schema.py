"""The schema's version: telling whether this program can use a database, and bringing one up to date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import SchemaMismatch, StoreMissing
from bot.store import procrastinate_schema
from bot.store.backends import Patience, backend_of
from bot.store.sqlite import BUSY_TIMEOUT

if TYPE_CHECKING:
    from alembic.config import Config

VERSIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011", "0012")
"""Every version there has been, oldest first; a test holds them to the files in migrations/versions."""

NEWEST = VERSIONS[-1]

MIGRATING = timedelta(minutes=1)
"""How long a migration waits for another one, which takes longer than a write does."""

_UNCHANGED = "Nothing in it was changed"
_MIGRATE = "Run `communique migrate`"


async def check(url: str, busy_timeout: timedelta = BUSY_TIMEOUT) -> None:
    """Return if the database is there and of this program's version.

    Raise StoreMissing, SchemaMismatch (older or newer) or StoreUnavailable; change nothing.
    """
    backend = backend_of(url, Patience(busy=busy_timeout))
    await backend.require()
    engine = backend.reader()
    try:
        async with engine.connect() as connection:
            usable(await connection.run_sync(_version, backend.place), backend.place)
            await connection.run_sync(_usable_queue, backend.place)
    finally:
        await engine.dispose()


async def migrate(
    url: str, target: str = NEWEST, busy_timeout: timedelta = MIGRATING
) -> tuple[str | None, str | None]:
    """Bring the schema to a version, in one transaction; return the version before and after.

    None is a database without tables; a missing file and its folders are created, a database on a server is
    not. A database that another process is migrating is waited for. Raise SchemaMismatch for a newer or
    foreign one, StoreMissing, and StoreUnavailable.
    """
    backend = backend_of(url, Patience(busy=busy_timeout))
    await backend.make()
    engine = backend.migrator()
    try:
        async with engine.begin() as connection:
            return await _migrate(connection, target, backend.place)
    finally:
        await engine.dispose()


async def _migrate(connection: AsyncConnection, target: str, place: str) -> tuple[str | None, str | None]:
    before = await connection.run_sync(_version, place)
    _known(before, place)
    await connection.run_sync(_move, target, down=_rank(target) < _rank(before))
    if target == NEWEST and connection.dialect.name == "postgresql":
        await connection.run_sync(procrastinate_schema.bring_up_to_date, place)
    return before, await connection.run_sync(_version, place)


def _move(connection: Connection, target: str, *, down: bool) -> None:
    from alembic import command

    (command.downgrade if down else command.upgrade)(config(connection), target)


def _usable_queue(connection: Connection, place: str) -> None:
    """On PostgreSQL Procrastinate's tables belong to it, made for the version that is installed."""
    if connection.dialect.name != "postgresql":
        return
    found, wanted = procrastinate_schema.found(connection, place), procrastinate_schema.newest()
    if found is None or found < wanted:
        what = f"The database {place} has Procrastinate's schema {found or 'not yet'}, not {wanted}"
        raise SchemaMismatch(what, kept=_UNCHANGED, todo=_MIGRATE)
    if found > wanted:
        what = f"The database {place} has Procrastinate's schema {found}, which is newer than {wanted}"
        raise SchemaMismatch(what, kept=_UNCHANGED, todo="Update this program")


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, without a file: the scripts of this package, over this connection."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made


def _version(connection: Connection, place: str) -> str | None:
    """The version found, None in a database without tables."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found
    if tables:
        raise SchemaMismatch(
            f"{place} is another program's database", kept=_UNCHANGED, todo="Point store.url to another file"
        )
    return None


def _rank(version: str | None) -> int:
    return -1 if version in {None, "base"} else VERSIONS.index(str(version))


def _known(found: str | None, place: str, versions: Sequence[str] = VERSIONS) -> None:
    if found is not None and found not in versions:
        raise SchemaMismatch(
            f"The database {place} has schema {found}, which is newer than this program's {versions[-1]}",
            kept=_UNCHANGED,
            todo="Update this program",
        )


def usable(found: str | None, place: str, versions: Sequence[str] = VERSIONS) -> None:
    """Return if the version found is the last of these; raise StoreMissing for none, else SchemaMismatch."""
    _known(found, place, versions)
    if found is None:
        raise StoreMissing(f"The database {place} is empty", kept=_UNCHANGED, todo=_MIGRATE)
    if found != versions[-1]:
        what = f"The database {place} has schema {found}, which is older than this program's {versions[-1]}"
        raise SchemaMismatch(what, kept=_UNCHANGED, todo=_MIGRATE)
