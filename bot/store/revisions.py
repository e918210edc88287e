"""Keeping revisions: each written once, the newest of an article its head."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Text, bindparam, column, insert, select, table, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.article import Article
from bot.store.chunks import portions
from bot.store.rows import head_row, revision_row
from bot.store.search import vector
from bot.store.tables import heads, revisions
from bot.store.words import TITLE, apart

_columns = [one for one in revisions.c if one.name != "number"]
_with_words = table("revisions", *(column(one.name, one.type) for one in _columns), column("words"))
_worded = insert(_with_words).values(
    {one.name: bindparam(one.name, type_=one.type) for one in _columns}
    | {"words": vector(bindparam("title_words", type_=Text), bindparam("clean_words", type_=Text))}
)
"""A revision with its words (PostgreSQL)."""

_move = update(heads).where(heads.c.tenant_id == bindparam("at_tenant"), heads.c.id == bindparam("at_id"))


async def keep(connection: AsyncConnection, articles: Sequence[Article]) -> None:
    """Keep new articles and revisions; raise ValueError before anything is written if one is kept already.

    SQLite's triggers keep its full-text index in step with the heads; on PostgreSQL the words stand in the
    row itself.
    """
    by_tenant: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_tenant[article.tenant_id].append(article)
    before = {tenant: await _heads_before(connection, tenant, some) for tenant, some in by_tenant.items()}
    for tenant, some in by_tenant.items():
        await _insert(connection, some)
        await _move_heads(connection, some, before[tenant])


async def _insert(connection: AsyncConnection, articles: Sequence[Article]) -> None:
    rows = [revision_row(article) for article in articles]
    if connection.dialect.name == "postgresql":
        worded = [{**row, **_words(one)} for row, one in zip(rows, articles, strict=True)]
        await connection.execute(_worded, worded)
    else:
        await connection.execute(insert(revisions), rows)


def _words(article: Article) -> dict[str, str]:
    return {"title_words": apart(article.title, TITLE), "clean_words": apart(article.clean)}


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
