"""The Summaries port over the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Summaries
from bot.store.chunks import portions
from bot.store.codec import decode, encode
from bot.store.tables import summaries
from bot.store.upsert import insert_missing
from summarizers.types import Summary


@dataclass(frozen=True, slots=True)
class SqlSummaries(Summaries):
    """Summaries within one transaction."""

    connection: AsyncConnection

    async def get(
        self, tenant_id: str, revisions: Sequence[tuple[str, int]], engine: str
    ) -> Mapping[tuple[str, int], Summary]:
        """See Summaries."""
        wanted = set(revisions)
        columns = (summaries.c.article_id, summaries.c.revision, summaries.c.summary)
        query = select(*columns).where(summaries.c.tenant_id == tenant_id, summaries.c.engine == engine)
        found: dict[tuple[str, int], Summary] = {}
        for portion in portions(tuple({article_id for article_id, _ in revisions})):
            rows = await self.connection.execute(query.where(summaries.c.article_id.in_(portion)))
            found.update(((i, n), decode(Summary, text)) for i, n, text in rows if (i, n) in wanted)
        return found

    async def put(self, tenant_id: str, engine: str, made: Mapping[tuple[str, int], Summary]) -> None:
        """See Summaries."""
        rows = [
            {
                "tenant_id": tenant_id,
                "engine": engine,
                "article_id": article_id,
                "revision": revision,
                "summary": encode(summary),
            }
            for (article_id, revision), summary in made.items()
        ]
        await insert_missing(self.connection, summaries, rows)
