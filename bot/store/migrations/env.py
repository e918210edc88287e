"""Run by alembic: migrates over the connection that bot.store.schema hands in, inside its transaction."""

from __future__ import annotations

import logging

from alembic import context
from sqlalchemy import Connection

from bot.store.tables import metadata

# Alembic announces each step at INFO, which would stand between the lines a person asked for.
logging.getLogger("alembic").setLevel(logging.WARNING)


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    """Whether a reflected name is to be compared; the full-text index brings tables of its own."""
    return kind != "table" or not (name or "").startswith("article_search")


_BY_LOCALE = """
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = current_schema() AND data_type = 'text' AND collation_name IS NULL
    AND table_name NOT LIKE 'procrastinate%%'
"""


def _compare_by_code_point(connection: Connection) -> None:
    """Give PostgreSQL's texts the order that SQLite's have, whatever the locale of the database.

    Procrastinate's tables stay as it makes them.
    """
    if connection.dialect.name == "postgresql":
        for table, column in connection.exec_driver_sql(_BY_LOCALE).all():
            connection.exec_driver_sql(f'ALTER TABLE {table} ALTER "{column}" TYPE text COLLATE "C"')


_connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=_connection,
    target_metadata=metadata,
    include_name=_ours,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
    _compare_by_code_point(_connection)
