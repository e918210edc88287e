"""`communique backup` and `communique restore`."""

from __future__ import annotations

import asyncio
import sys
from datetime import timedelta
from pathlib import Path

from bot.app import open_app
from bot.deliver.restored import Restored
from bot.runner.clock import SystemClock
from bot.runner.worker_lock import alone
from bot.settings import Settings
from bot.store import backup as store
from bot.store.engine import path_of
from bot.store.schema import NEWEST, migrate
from bot.texts import count, say


def backup(settings: Settings, file: Path, *, force: bool) -> None:
    """Copy the database to a file and say what the copy holds."""
    copied = store.backup(path_of(settings.store_url), file, force=force, patience=_patience(settings))
    _tell("backup.done", path=copied.path, rows=_rows(copied))


def restore(settings: Settings, file: Path) -> None:
    """Put a backup in the place of the database, bring it up to date, and say where the earlier one is."""
    database = path_of(settings.store_url)
    stamp = f"{SystemClock().now():%Y%m%dT%H%M%SZ}"
    with alone(database):
        copied, before = store.restore(file, database, stamp=stamp, patience=_patience(settings))
        _tell("restore.done", source=file, rows=_rows(copied))
        if before:
            _tell("restore.before", path=before)
        if copied.version != NEWEST:
            asyncio.run(migrate(settings.store_url))
        asyncio.run(_doubt(settings))


async def _doubt(settings: Settings) -> None:
    async with open_app(settings) as app:
        doubted = await Restored(store=app.store, clock=app.clock).run()
    if doubted:
        _tell("restore.doubted", deliveries=count("send", doubted))


def _patience(settings: Settings) -> timedelta:
    return timedelta(seconds=settings.store.busy_timeout)


def _rows(copied: store.Copy) -> str:
    return ", ".join(f"{number:,} {table}" for table, number in copied.rows.items())


def _tell(key: str, **values: object) -> None:
    sys.stdout.write(say(key, **values) + "\n")
