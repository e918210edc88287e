"""A copy of the SQLite database is proved by opening it and looking at all of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from bot.errors import SchemaMismatch, StoreUnavailable
from bot.store.failures import translate
from bot.store.schema import NEWEST, VERSIONS

UNCHANGED = "The database was not changed"

_COUNTED = MappingProxyType(
    {
        "heads": "articles",
        "revisions": "revisions",
        "briefings": "briefings",
        "schedules": "schedules",
        "deliveries": "deliveries",
    }
)
"""Tables whose rows are counted, and what their rows are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A proved copy: its file, its schema's version, and how many rows of what it has."""

    path: Path
    version: str
    rows: Mapping[str, int]


def prove(path: Path, of: Path) -> Copy:
    """Open the copy of a database and look at all of it.

    Raise StoreUnavailable if it is damaged, SchemaMismatch if it is not ours or too new.
    """
    with told_of(of), closing(sqlite3.connect(path)) as connection:
        (answer,) = connection.execute("PRAGMA integrity_check").fetchone()
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if answer != "ok" or broken:
            found = f"a row of {broken[0]} names one of {broken[2]} that is gone" if broken else answer
            raise StoreUnavailable(
                f"{of} is damaged: {found}",
                kept=UNCHANGED,
                todo="Use a backup that is whole: communique restore",
            )
        return Copy(path=path, version=_version(connection, of), rows=rows_of(connection))


def _version(connection: sqlite3.Connection, path: Path) -> str:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if "alembic_version" not in tables:
        raise SchemaMismatch(
            f"{path} is no database of this program", kept=UNCHANGED, todo="Choose another file"
        )
    (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if version not in VERSIONS:
        raise SchemaMismatch(
            f"{path} has schema {version}, which is newer than this program's {NEWEST}",
            kept=UNCHANGED,
            todo="Update this program",
        )
    return str(version)


def rows_of(connection: sqlite3.Connection) -> dict[str, int]:
    """How many articles, revisions, briefings, schedules and deliveries there are."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return {
        name: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our own names
        for table, name in _COUNTED.items()
        if table in there
    }


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Raise StoreUnavailable for what SQLite says that a person can mend, as said of the database `path`."""
    try:
        yield
    except sqlite3.Error as error:
        translate(str(path), error)
        raise
