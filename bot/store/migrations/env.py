"""Run by alembic: migrates over the connection that bot.store.schema hands in, inside its transaction."""

from __future__ import annotations

import logging

from alembic import context

from bot.store.tables import metadata

# Alembic announces each step at INFO, which would stand between the lines a person asked for.
logging.getLogger("alembic").setLevel(logging.WARNING)


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    """Whether a reflected name is to be compared; the full-text index brings tables of its own."""
    return kind != "table" or not (name or "").startswith("article_search")


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_name=_ours,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
