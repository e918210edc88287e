"""INSERT … ON CONFLICT, which SQLite and PostgreSQL share but SQLAlchemy spells once for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

Rows = Sequence[Mapping[str, Any]]


async def insert_missing(connection: AsyncConnection, table: Table, rows: Rows) -> None:
    """Insert those rows whose primary key is not there yet; the others stay as they are."""
    if rows:
        await connection.execute(_insert(connection, table).on_conflict_do_nothing(), rows)


async def put(connection: AsyncConnection, table: Table, row: Mapping[str, Any]) -> None:
    """Insert a row, or replace what stands under its primary key."""
    await put_all(connection, table, [row])


async def put_all(connection: AsyncConnection, table: Table, rows: Rows) -> None:
    """Insert rows, or replace what stands under their primary keys."""
    if not rows:
        return
    statement = _insert(connection, table)
    changed = {c.name: statement.excluded[c.name] for c in table.columns if not c.primary_key}
    await connection.execute(
        statement.on_conflict_do_update(index_elements=list(table.primary_key.columns), set_=changed), rows
    )


def _insert(connection: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
