"""The Passages port over the database and its full-text index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Protocol, Self

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.article import Article
from bot.domain.passage import Found, Passage, Search
from bot.ports import Passages
from bot.store.articles import READ
from bot.store.chunks import portions
from bot.store.rows import article_of
from bot.store.tables import heads, passages, revisions
from bot.store.topics import fold

Made = Iterable[tuple[Article, Sequence[Passage]]]

Hit = tuple[str, int, tuple[int, ...], float]
"""Article id, revision, sentences, and how relevant it is: larger is better."""

_is_head = and_(
    revisions.c.tenant_id == heads.c.tenant_id,
    revisions.c.article_id == heads.c.id,
    revisions.c.revision == heads.c.revision,
)

_mine = heads.c.tenant_id == bindparam("tenant")


class PassageIndex(Protocol):
    """What only one database has: the full-text index, within one transaction."""

    async def add(self, made: Made, last: int) -> None:
        """Keep and index passages, numbered from `last` + 1 on."""
        ...

    async def drop(self, which: ColumnElement[bool]) -> None:
        """Forget these rows of `passages`."""
        ...

    async def clear(self) -> None:
        """Forget all passages."""
        ...

    async def size(self) -> int:
        """See Passages."""
        ...

    async def rarity(self, words: Sequence[str], most: int) -> Mapping[str, int]:
        """See Passages."""
        ...

    async def hits(self, search: Search, allowed: Sequence[ColumnElement[bool]]) -> Sequence[Hit]:
        """The most relevant passages among those allowed, best first."""
        ...


@dataclass(frozen=True, slots=True)
class SqlPassages(Passages):
    """Passages within one transaction."""

    connection: AsyncConnection
    index: PassageIndex

    @classmethod
    def over(cls, connection: AsyncConnection) -> Self:
        """The passages over a connection, with the index of its database."""
        from bot.store.fts5_passages import Fts5
        from bot.store.tsvector_passages import Tsvector

        postgres = connection.dialect.name == "postgresql"
        return cls(connection, Tsvector(connection) if postgres else Fts5(connection))

    async def put(self, made: Sequence[tuple[Article, Sequence[Passage]]]) -> None:
        """See Passages."""
        newest = {(article.tenant_id, article.id): (article, some) for article, some in made}
        for tenant_id in {tenant_id for tenant_id, _ in newest}:
            await self.drop(tenant_id, [id_ for tenant, id_ in newest if tenant == tenant_id])
        await self.index.add(newest.values(), await self.size())

    async def drop(self, tenant_id: str, ids: Sequence[str]) -> None:
        """See Passages."""
        for portion in portions(tuple(ids)):
            mine = and_(passages.c.tenant_id == tenant_id, passages.c.article_id.in_(portion))
            await self.index.drop(mine)

    async def clear(self) -> None:
        """See Passages."""
        await self.index.clear()

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
        return await self.index.size()

    async def rarity(self, words: Sequence[str], most: int) -> Mapping[str, int]:
        """See Passages."""
        return await self.index.rarity(words, most)

    async def find(self, tenant_id: str, search: Search) -> tuple[Found, ...]:
        """See Passages."""
        if not (search.words or search.required or search.phrases):
            return ()
        rows = await self.index.hits(search, [passages.c.tenant_id == tenant_id, *_filters(search)])
        articles = await self._heads(tenant_id, {article_id for article_id, *_ in rows})
        return tuple(
            Found(article=article, passage=_passage(sentences), relevance=relevance)
            for article_id, revision, sentences, relevance in rows
            if (article := articles.get((article_id, revision)))
        )

    async def sources(self, tenant_id: str) -> tuple[str, ...]:
        """See Passages."""
        return tuple(sorted(await self.connection.scalars(_sources(), {"tenant": tenant_id})))

    async def span(self, tenant_id: str) -> tuple[date, date] | None:
        """See Passages. Each end is read from the index; asked for both at once, databases read all days."""
        ends = (
            select(end(heads.c.published_on)).where(heads.c.tenant_id == tenant_id).scalar_subquery()
            for end in (func.min, func.max)
        )
        first, last = (await self.connection.execute(select(*ends))).one()
        return None if first is None else (first, last)

    async def _heads(self, tenant_id: str, ids: set[str]) -> dict[tuple[str, int], Article]:
        found: dict[tuple[str, int], Article] = {}
        for portion in portions(sorted(ids)):
            mine = {"tenant": tenant_id, "ids": portion}
            rows = await self.connection.execute(_some_heads(), mine)
            found.update(
                ((one.id, one.revision), one) for one in [article_of(row) for row in rows.mappings()]
            )
        return found


# Every question runs these two; to build them takes as long as to run them.


@cache
def _some_heads() -> Select[Any]:
    query: Select[Any] = select(*READ).join(heads, _is_head)
    return query.where(_mine, heads.c.id.in_(bindparam("ids", expanding=True)))


@cache
def _sources() -> Select[tuple[str]]:
    """The name of each source of a tenant as its newest head writes it.

    Its named source keys are each looked up after the one before, so that it costs by the number of sources,
    not of articles; the last is null.
    """
    next_key = select(func.min(heads.c.source_key)).where(_mine)
    keys = select(next_key.where(heads.c.source_key > "").scalar_subquery().label("source_key")).cte(
        "keys", recursive=True
    )
    later = next_key.where(heads.c.source_key > keys.c.source_key).correlate(keys).scalar_subquery()
    keys = keys.union_all(select(later).where(keys.c.source_key.is_not(None)))
    newest = (
        select(revisions.c.source).join(heads, _is_head).where(_mine, heads.c.source_key == keys.c.source_key)
    )
    newest = newest.order_by(heads.c.seen.desc(), heads.c.id.desc()).limit(1)
    return select(newest.scalar_subquery()).where(keys.c.source_key.is_not(None))


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


def _passage(numbers: tuple[int, ...]) -> Passage:
    return Passage(sentences=tuple(zip(numbers[::2], numbers[1::2], strict=True)))
