"""Keeping revisions: each written once, the newest of an article its head."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.article import Article
from bot.store.chunks import portions
from bot.store.rows import head_row, revision_row
from bot.store.tables import heads, revisions

_move = update(heads).where(heads.c.tenant_id == bindparam("at_tenant"), heads.c.id == bindparam("at_id"))


async def keep(connection: AsyncConnection, articles: Sequence[Article]) -> None:
    """Keep new articles and revisions; raise ValueError before anything is written if one is kept already.

    The database's triggers keep the full-text index in step with the heads.
    """
    by_tenant: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_tenant[article.tenant_id].append(article)
    before = {tenant: await _heads_before(connection, tenant, some) for tenant, some in by_tenant.items()}
    for tenant, some in by_tenant.items():
        await connection.execute(insert(revisions), [revision_row(article) for article in some])
        await _move_heads(connection, some, before[tenant])


async def _heads_before(
    connection: AsyncConnection, tenant_id: str, articles: Sequence[Article]
) -> dict[str, int]:
    """The kept head's revision of each of these articles that is kept."""
    kept = await _kept(connection, tenant_id, {article.id for article in articles})
    before: dict[str, int] = {}
    for article_id, revision in kept:
        before[article_id] = max(revision, before.get(article_id, 0))
    for article in articles:
        if (key := (article.id, article.revision)) in kept:
            raise ValueError(f"revision {article.revision} of article {article.id!r} is kept already")
        kept.add(key)
    return before


async def _kept(connection: AsyncConnection, tenant_id: str, ids: Collection[str]) -> set[tuple[str, int]]:
    query = select(revisions.c.article_id, revisions.c.revision).where(revisions.c.tenant_id == tenant_id)
    kept: set[tuple[str, int]] = set()
    for portion in portions(tuple(ids)):
        rows = await connection.execute(query.where(revisions.c.article_id.in_(portion)))
        kept.update((row[0], row[1]) for row in rows)
    return kept


async def _move_heads(
    connection: AsyncConnection, articles: Sequence[Article], before: dict[str, int]
) -> None:
    newest: dict[str, Article] = {}
    for article in sorted(articles, key=lambda one: one.revision):
        newest[article.id] = article
    new = [head_row(article) for article in newest.values() if article.id not in before]
    if new:
        await connection.execute(insert(heads), new)
    moved = [article for article in newest.values() if 0 < before.get(article.id, 0) < article.revision]
    if moved:
        await connection.execute(_move, [_moved_row(article) for article in moved])


def _moved_row(article: Article) -> dict[str, object]:
    row = head_row(article)
    return {**row, "at_tenant": row.pop("tenant_id"), "at_id": row.pop("id")}
