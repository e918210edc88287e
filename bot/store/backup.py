"""Backup and restore of the SQLite database: a whole copy while it is in use, proved by opening the copy."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import timedelta
from pathlib import Path

from bot.errors import InputError, StoreMissing, StoreUnavailable
from bot.store.log_check import require_whole_log
from bot.store.proof import UNCHANGED, Copy, prove, rows_of, told_of


def backup(database: Path, target: Path, *, force: bool, patience: timedelta) -> Copy:
    """Copy a database in use, as it is at one moment, to one file that only its owner may read.

    Whoever writes meanwhile is not held up. A file at `target` is replaced only with `force`, and only by a
    copy that is whole. Raise InputError, StoreMissing, SchemaMismatch or StoreUnavailable.
    """
    if target.exists() and not force:
        raise InputError(
            f"{target} is there already", kept="It was not changed", todo="Use --force to replace it"
        )
    if not database.exists():
        raise StoreMissing(
            f"There is no database at {database}", kept=UNCHANGED, todo="Check data_dir and store.url"
        )
    if _belongs_to(target, database):
        raise InputError(
            f"{target} is the database itself", kept=UNCHANGED, todo="Choose another place for the copy"
        )
    with _new_file(target) as fresh:
        rows = _copy(database, fresh, target, patience)
        copied = prove(fresh, of=database)
        if copied.rows != rows:
            raise StoreUnavailable(f"The copy differs from {database}", kept=UNCHANGED, todo="Try again")
        _put_in_place(fresh, target, force=force)
    return Copy(path=target, version=copied.version, rows=rows)


def _belongs_to(target: Path, database: Path) -> bool:
    """Whether a file is the database or lies where its log does; a bot that has it open would lose it."""
    own = database.resolve()
    return target.resolve() in {
        own.with_name(own.name + ending) for ending in ("", "-wal", "-shm", "-journal")
    }


def restore(source: Path, database: Path, *, stamp: str, patience: timedelta) -> tuple[Copy, Path | None]:
    """Put a backup in the place of a database; return it, and where the earlier database lies now, if any.

    Nothing is deleted. No bot may run meanwhile: see `bot.runner.worker_lock.alone`. Raise InputError,
    SchemaMismatch or StoreUnavailable.
    """
    if not source.is_file():
        raise InputError(f"There is no file {source}", kept=UNCHANGED, todo="Check its name")
    require_whole_log(source)
    with _new_file(database) as fresh:
        _copy(source, fresh, database, patience)
        copied = prove(fresh, of=source)
        before = _set_aside(database, stamp)
        _put_in_place(fresh, database, force=True)
    return Copy(path=database, version=copied.version, rows=copied.rows), before


def _copy(source: Path, fresh: Path, target: Path, patience: timedelta) -> dict[str, int]:
    """Copy all pages of one moment into an empty file, and return the rows of that moment.

    `target` is where the copy will lie: what the disk says of it is said of that place.
    """
    with told_of(source), closing(_opened(source, patience)) as reading:
        reading.execute("BEGIN")  # from its first read on, a transaction sees one moment
        rows = rows_of(reading)
        with told_of(target), closing(sqlite3.connect(fresh)) as writing:
            reading.backup(writing)
            writing.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    return rows


def _opened(path: Path, patience: timedelta) -> sqlite3.Connection:
    """A connection to a file that exists, as far as its rights go; its transactions are ours to begin."""
    uri = f"{path.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(uri, uri=True, timeout=patience.total_seconds(), isolation_level=None)


@contextmanager
def _new_file(target: Path) -> Iterator[Path]:
    """An empty file beside `target`, readable by its owner only, removed unless it was put in place."""
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with suppress(FileNotFoundError):
            fresh.unlink()
        os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise InputError(
            f"{target.parent} cannot be written: {error.strerror}",
            kept=UNCHANGED,
            todo="Choose another place",
        ) from None
    try:
        yield fresh
    finally:
        for path in (fresh, Path(f"{fresh}-journal")):
            path.unlink(missing_ok=True)


def _set_aside(database: Path, stamp: str) -> Path | None:
    """Keep a database and its log under another name, None if there is none.

    The log goes first: beside another database it would spoil that one.
    """
    aside = database.with_name(f"{database.name}.before-{stamp}")
    if aside.exists():
        raise InputError(f"{aside} is there already", kept=UNCHANGED, todo="Try again in a second")
    _require_unused(database)
    for ending in ("-wal", "-shm"):  # there are some only where the database is damaged
        with suppress(FileNotFoundError):
            Path(f"{database}{ending}").rename(f"{aside}{ending}")
    if not database.exists():
        return None
    try:
        os.link(database, aside)  # so that there is a database under its name at every instant
    except OSError:
        shutil.copy2(database, aside)
    return aside


def _require_unused(database: Path) -> None:
    """Take the log into the database and remove it, which SQLite does only where nobody else has it open.

    Raise StoreUnavailable where somebody has. One that is damaged is left as it is.
    """
    if not database.exists():
        return
    try:
        with closing(_opened(database, timedelta(0))) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise StoreUnavailable(
                f"Another program uses the database {database}",
                kept=UNCHANGED,
                todo="Close that program or wait for it to finish, then run this again",
                reference=error.sqlite_errorname,
            ) from error


def _put_in_place(fresh: Path, target: Path, *, force: bool) -> None:
    _sync(fresh)
    try:
        if force:
            fresh.replace(target)
        else:
            os.link(fresh, target)  # which, unlike a rename, never replaces a file
    except OSError as error:
        raise InputError(
            f"{target} cannot be written: {error.strerror}",
            kept=UNCHANGED,
            todo="Use --force, or another place",
        ) from None
    _sync(target.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
