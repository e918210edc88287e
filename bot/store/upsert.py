"""INSERT … ON CONFLICT, which SQLite and PostgreSQL share but SQLAlchemy spells once for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Executable, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

Rows = Sequence[Mapping[str, Any]]


async def insert_missing(connection: AsyncConnection, table: Table, rows: Rows) -> None:
    """Insert those rows whose primary key is not there yet; the others stay as they are."""
    if rows:
        await connection.execute(_missing(connection.dialect.name, table), rows)


async def put(connection: AsyncConnection, table: Table, row: Mapping[str, Any]) -> None:
    """Insert a row, or replace what stands under its primary key."""
    await put_all(connection, table, [row])


async def put_all(connection: AsyncConnection, table: Table, rows: Rows) -> None:
    """Insert rows, or replace what stands under their primary keys."""
    if rows:
        await connection.execute(_replacing(connection.dialect.name, table), rows)


@cache
def _missing(dialect: str, table: Table) -> Executable:
    return _insert(dialect, table).on_conflict_do_nothing()


@cache
def _replacing(dialect: str, table: Table) -> Executable:
    """Made once: to make it takes longer than to run it for a row."""
    statement = _insert(dialect, table)
    changed = {c.name: statement.excluded[c.name] for c in table.columns if not c.primary_key}
    return statement.on_conflict_do_update(index_elements=list(table.primary_key.columns), set_=changed)


def _insert(dialect: str, table: Table) -> postgresql.Insert | sqlite.Insert:
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
