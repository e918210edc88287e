"""The Passages port over the database and SQLite's full-text index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    column,
    delete,
    exists,
    func,
    literal_column,
    or_,
    select,
    table,
    text,
    tuple_,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.article import Article
from bot.domain.passage import Found, Passage, Search
from bot.ports import Passages
from bot.store.articles import READ
from bot.store.chunks import portions
from bot.store.passage_rows import add
from bot.store.rows import article_of
from bot.store.tables import heads, passages, revisions
from bot.store.topics import fold, quoted

_index = table("passage_search", column("rowid"), column("rank"))
_UNINDEX = text(
    "INSERT INTO passage_search (passage_search, rowid, title, text)"
    " VALUES ('delete', :number, :title, :text)"
)
_CLEAR = text("INSERT INTO passage_search (passage_search) VALUES ('delete-all')")
_COUNT = text(
    "SELECT count(*) FROM (SELECT 1 FROM passage_search WHERE passage_search MATCH :word LIMIT :most)"
)

_is_head = and_(
    revisions.c.tenant_id == heads.c.tenant_id,
    revisions.c.article_id == heads.c.id,
    revisions.c.revision == heads.c.revision,
)


@dataclass(frozen=True, slots=True)
class SqlPassages(Passages):
    """Passages within one transaction. The index holds no text: what is deleted is named again."""

    connection: AsyncConnection

    async def put(self, made: Sequence[tuple[Article, Sequence[Passage]]]) -> None:
        """See Passages."""
        newest = {(article.tenant_id, article.id): (article, some) for article, some in made}
        for tenant_id in {tenant_id for tenant_id, _ in newest}:
            await self.drop(tenant_id, [id_ for tenant, id_ in newest if tenant == tenant_id])
        await add(self.connection, newest.values(), await self.size())

    async def drop(self, tenant_id: str, ids: Sequence[str]) -> None:
        """See Passages."""
        for portion in portions(tuple(ids)):
            of = and_(passages.c.tenant_id == tenant_id, passages.c.article_id.in_(portion))
            rows = (await self.connection.execute(_with_text().where(of))).all()
            if rows:
                gone = [_indexed(n, title, body, sentences) for n, sentences, title, body in rows]
                await self.connection.execute(_UNINDEX, gone)
                await self.connection.execute(delete(passages).where(of))

    async def clear(self) -> None:
        """See Passages."""
        await self.connection.execute(_CLEAR)
        await self.connection.execute(delete(passages))

    async def waiting(self, after: tuple[str, str], limit: int) -> tuple[Article, ...]:
        """See Passages."""
        indexed = exists().where(
            passages.c.tenant_id == heads.c.tenant_id, passages.c.article_id == heads.c.id
        )
        later = tuple_(heads.c.tenant_id, heads.c.id) > after
        query: Select[Any] = select(*READ).join(heads, _is_head).where(later, ~indexed)
        rows = await self.connection.execute(query.order_by(heads.c.tenant_id, heads.c.id).limit(limit))
        return tuple(article_of(row) for row in rows.mappings())

    async def size(self) -> int:
        """See Passages."""
        return int(await self.connection.scalar(select(func.max(passages.c.number))) or 0)

    async def rarity(self, words: Sequence[str], most: int) -> Mapping[str, int]:
        """See Passages."""
        counts: dict[str, int] = {}
        for word in words:
            found = await self.connection.scalar(_COUNT, {"word": quoted(word), "most": most})
            counts[word] = int(found or 0)
        return counts

    async def find(self, tenant_id: str, search: Search) -> tuple[Found, ...]:
        """See Passages."""
        match = expression(search)
        if not match:
            return ()
        query = _hits(tenant_id, search).params(match=match)
        rows = (await self.connection.execute(query)).all()
        articles = await self._heads(tenant_id, {row.article_id for row in rows})
        return tuple(
            Found(article=article, passage=_passage(row.sentences), relevance=-row.rank)
            for row in rows
            if (article := articles.get((row.article_id, row.revision)))
        )

    async def sources(self, tenant_id: str) -> tuple[str, ...]:
        """See Passages."""
        numbers = (
            select(func.max(revisions.c.number))
            .join(heads, _is_head)
            .where(heads.c.tenant_id == tenant_id, heads.c.source_key != "")
            .group_by(heads.c.source_key)
        )
        query = select(revisions.c.source).where(revisions.c.number.in_(numbers))
        return tuple(sorted(await self.connection.scalars(query)))

    async def span(self, tenant_id: str) -> tuple[date, date] | None:
        """See Passages."""
        days = heads.c.published_on
        for_tenant = select(func.min(days), func.max(days)).where(heads.c.tenant_id == tenant_id)
        first, last = (await self.connection.execute(for_tenant)).one()
        return None if first is None else (first, last)

    async def _heads(self, tenant_id: str, ids: set[str]) -> dict[tuple[str, int], Article]:
        found: dict[tuple[str, int], Article] = {}
        for portion in portions(sorted(ids)):
            query: Select[Any] = select(*READ).join(heads, _is_head)
            mine = (heads.c.tenant_id == tenant_id, heads.c.id.in_(portion))
            rows = await self.connection.execute(query.where(*mine))
            found.update(
                ((one.id, one.revision), one) for one in [article_of(row) for row in rows.mappings()]
            )
        return found


def expression(search: Search) -> str:
    """The FTS5 expression of a search; empty if it looks for nothing. Each term is an FTS5 string."""
    needed = [quoted(term) for term in (*search.required, *search.phrases)]
    any_of = " OR ".join(map(quoted, dict.fromkeys((*search.words, *search.required))))
    return " AND ".join([*needed, *([f"({any_of})"] if any_of else [])])


def _hits(tenant_id: str, search: Search) -> Select[Any]:
    matches = literal_column(_index.name).op("MATCH")(bindparam("match"))
    query = select(passages.c.article_id, passages.c.revision, passages.c.sentences, _index.c.rank)
    query = query.select_from(_index.join(passages, passages.c.number == _index.c.rowid))
    query = query.where(matches, passages.c.tenant_id == tenant_id, *_filters(search))
    return query.order_by(_index.c.rank).limit(search.limit)


def _filters(search: Search) -> list[ColumnElement[bool]]:
    day, utc = passages.c.published_on, passages.c.published_utc
    chosen: list[ColumnElement[bool]] = []
    if search.first:
        chosen.append(day >= search.first)
    if search.last:
        chosen.append(day <= search.last)
    if search.until:
        chosen.append(or_(utc <= search.until, and_(utc.is_(None), _not_after(day, search.until.date()))))
    if search.sources:
        chosen.append(passages.c.source_key.in_({fold(source) for source in search.sources}))
    return chosen


def _not_after(day: ColumnElement[date | None], last: date) -> ColumnElement[bool]:
    return or_(day.is_(None), day <= last)


def _with_text() -> Select[Any]:
    same = and_(
        revisions.c.tenant_id == passages.c.tenant_id,
        revisions.c.article_id == passages.c.article_id,
        revisions.c.revision == passages.c.revision,
    )
    columns = (passages.c.number, passages.c.sentences, revisions.c.title, revisions.c.body)
    return select(*columns).join(revisions, same)


def _indexed(number: int, title: str, body: str, sentences: tuple[int, ...]) -> dict[str, object]:
    return {"number": number, "title": title, "text": body[sentences[0] : sentences[-1]]}


def _passage(numbers: tuple[int, ...]) -> Passage:
    return Passage(sentences=tuple(zip(numbers[::2], numbers[1::2], strict=True)))
