"""What SQLite says when it cannot, in words a person can act on (result codes: sqlite.org/rescode.html)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from types import MappingProxyType

from sqlalchemy import ExceptionContext
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.errors import StoreUnavailable

KEPT = "What was committed before is kept; this step was undone"

_PRIMARY = 0xFF
"""The low byte of an extended result code is the primary one."""

_BUSY = (
    "The database {place} is busy with other work of this program",
    "Run this again; if it happens often, do less at a time",
)
_LOCKED = (
    "The database {place} is locked by another program",
    "Close that program or wait for it to finish, then run this again",
)
_DAMAGED = (
    "The database {place} is damaged, or is no database",
    "Put the file aside and restore a backup, or point store.url to another file",
)
_SAID = MappingProxyType(
    {
        sqlite3.SQLITE_BUSY: _LOCKED,
        sqlite3.SQLITE_LOCKED: _LOCKED,
        sqlite3.SQLITE_FULL: (
            "The disk that holds the database {place} is full",
            "Free some space there, then run this again",
        ),
        sqlite3.SQLITE_READONLY: (
            "The database {place} cannot be written",
            "Give this user the right to write its folder, the file and those beside it, then run this again",
        ),
        sqlite3.SQLITE_CANTOPEN: (
            "The database {place} cannot be opened",
            "Check that the folder exists and that this user may read and write it",
        ),
        sqlite3.SQLITE_IOERR: (
            "The disk that holds the database {place} does not answer",
            "Check the disk and its free space, then run this again",
        ),
        sqlite3.SQLITE_NOTADB: _DAMAGED,
        sqlite3.SQLITE_CORRUPT: _DAMAGED,
    }
)


def on_error(place: str, context: ExceptionContext) -> None:
    """Translate the error of SQLAlchemy's "handle_error" event, which then becomes the cause of ours."""
    translate(place, context.original_exception)


def translate(place: str, error: BaseException) -> None:
    """Raise StoreUnavailable for an error of the database at `place` that a person can mend; else return."""
    if (said := _SAID.get(_code(error) & _PRIMARY)) is not None:
        raise _unavailable(said, place, getattr(error, "sqlite_errorname", ""))


def refuse_write(context: ExceptionContext) -> None:
    """Raise RuntimeError if a read transaction was written through: our own mistake, not the database's."""
    if _code(context.original_exception) == sqlite3.SQLITE_READONLY:
        raise RuntimeError("a read transaction cannot write")


@contextmanager
def taking_turns(place: str) -> Iterator[None]:
    """Raise StoreUnavailable when the transactions of this process leave no turn for one more."""
    try:
        yield
    except PoolTimeout as error:
        raise _unavailable(_BUSY, place, "") from error


def _code(error: BaseException) -> int:
    return getattr(error, "sqlite_errorcode", None) or 0


def _unavailable(said: tuple[str, str], place: str, name: str) -> StoreUnavailable:
    what, todo = said
    return StoreUnavailable(what.format(place=place), kept=KEPT, todo=todo, reference=name)
