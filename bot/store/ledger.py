"""The Ledger port over the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.article import Article
from bot.domain.ledger import Entry
from bot.ports import Ledger
from bot.store.articles import READ
from bot.store.chunks import portions
from bot.store.codec import decode, encode
from bot.store.rows import article_of
from bot.store.tables import absorbed, entries, revisions
from bot.store.upsert import insert_missing, put_all


@dataclass(frozen=True, slots=True)
class SqlLedger(Ledger):
    """The ledger within one transaction."""

    connection: AsyncConnection

    async def put(self, changed: Sequence[Entry]) -> None:
        """See Ledger."""
        await put_all(self.connection, entries, [_row(entry) for entry in changed])

    async def get(self, tenant_id: str, ids: Sequence[str]) -> tuple[Entry, ...]:
        """See Ledger."""
        found: list[Entry] = []
        for portion in portions(tuple(ids)):
            found += await self._read(_entries(tenant_id).where(entries.c.id.in_(portion)))
        return tuple(sorted(found, key=lambda entry: entry.id))

    async def between(self, tenant_id: str, first: date, last: date) -> tuple[Entry, ...]:
        """See Ledger."""
        within = (entries.c.last_day >= first, entries.c.first_day <= last)
        return await self._read(_entries(tenant_id).where(*within).order_by(entries.c.id))

    async def waiting(self, tenant_id: str, engine: str, limit: int) -> tuple[Article, ...]:
        """See Ledger."""
        known = exists().where(
            absorbed.c.tenant_id == tenant_id,
            absorbed.c.engine == engine,
            absorbed.c.article_id == revisions.c.article_id,
            absorbed.c.revision == revisions.c.revision,
        )
        dated = and_(revisions.c.tenant_id == tenant_id, revisions.c.published_on.is_not(None), ~known)
        oldest = (revisions.c.published_on, revisions.c.article_id, revisions.c.revision)
        query: Select[Any] = select(*READ).where(dated).order_by(*oldest).limit(limit)
        return tuple(article_of(row) for row in (await self.connection.execute(query)).mappings())

    async def absorb(self, tenant_id: str, engine: str, taken: Sequence[tuple[str, int]]) -> None:
        """See Ledger."""
        rows = [
            {"tenant_id": tenant_id, "engine": engine, "article_id": article_id, "revision": revision}
            for article_id, revision in taken
        ]
        await insert_missing(self.connection, absorbed, rows)

    async def _read(self, query: Select[Any]) -> tuple[Entry, ...]:
        return tuple(decode(Entry, text) for text in await self.connection.scalars(query))


def _entries(tenant_id: str) -> Select[Any]:
    return select(entries.c.entry).where(entries.c.tenant_id == tenant_id)


def _row(entry: Entry) -> dict[str, object]:
    return {
        "tenant_id": entry.tenant_id,
        "id": entry.id,
        "first_day": entry.first_day,
        "last_day": entry.last_day,
        "entry": encode(entry),
    }
