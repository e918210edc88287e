"""`communique backup` and `communique restore`."""

from __future__ import annotations

import asyncio
import sys
from datetime import timedelta
from pathlib import Path

from bot.app import open_app
from bot.deliver.restored import Restored
from bot.errors import InputError
from bot.runner.clock import SystemClock
from bot.runner.worker_lock import alone
from bot.settings import Settings
from bot.store import backup as store
from bot.store.backends import is_server
from bot.store.proof import Copy
from bot.store.schema import NEWEST, migrate
from bot.store.sqlite import path_of
from bot.texts import count, say


def backup(settings: Settings, file: Path, *, force: bool) -> None:
    """Copy the database to a file and say what the copy holds."""
    database = _file_of(settings)
    copied = store.backup(database, file, force=force, patience=_patience(settings))
    _tell("backup.done", path=copied.path, rows=_rows(copied))


def restore(settings: Settings, file: Path | None) -> None:
    """Put a backup in the place of the database, bring it up to date, and say where the earlier one is.

    Without a file: a dump was put back on the database's server already; do what is to be done next.
    """
    if file is None:
        asyncio.run(_restored(settings))
        return
    database = _file_of(settings)
    stamp = f"{SystemClock().now():%Y%m%dT%H%M%SZ}"
    with alone(database):
        copied, before = store.restore(file, database, stamp=stamp, patience=_patience(settings))
        _tell("restore.done", source=file, rows=_rows(copied))
        if before:
            _tell("restore.before", path=before)
        if copied.version != NEWEST:
            asyncio.run(migrate(settings.store_url))
        asyncio.run(_doubt(settings))


async def _restored(settings: Settings) -> None:
    if not is_server(settings.store_url):
        raise InputError("No backup is named", todo="Name the file that `communique backup` wrote")
    from bot.store.session import require_nobody

    await require_nobody(settings.store_url)
    await migrate(settings.store_url)
    if not await _doubt(settings):
        _tell("restore.undoubted")


def _file_of(settings: Settings) -> Path:
    """The database's file; raise InputError for a database on a server, whose own programs copy it."""
    if is_server(settings.store_url):
        raise InputError(
            "This database is PostgreSQL's", kept="Nothing was changed", todo=say("backup.postgres")
        )
    return path_of(settings.store_url)


async def _doubt(settings: Settings) -> int:
    async with open_app(settings) as app:
        doubted = await Restored(store=app.store, clock=app.clock).run()
    if doubted:
        _tell("restore.doubted", deliveries=count("send", doubted))
    return doubted


def _patience(settings: Settings) -> timedelta:
    return timedelta(seconds=settings.store.busy_timeout)


def _rows(copied: Copy) -> str:
    return ", ".join(f"{number:,} {table}" for table, number in copied.rows.items())


def _tell(key: str, **values: object) -> None:
    sys.stdout.write(say(key, **values) + "\n")
