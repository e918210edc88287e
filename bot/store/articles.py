"""The Articles port over the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.article import Article, Lead, Outlet
from bot.domain.briefing import Arrivals
from bot.domain.channel import Topic
from bot.ports import Articles, Fingerprint, Opening
from bot.store import fingerprints as prints
from bot.store.chunks import portions
from bot.store.most_told import most_told
from bot.store.revisions import keep
from bot.store.rows import article_of
from bot.store.search import matching
from bot.store.tables import heads, revisions

READ = tuple(column for column in revisions.c if column.name != "published_utc")
"""What an article is read from."""

_A_DAY = timedelta(days=1)

_is_head = and_(
    revisions.c.tenant_id == heads.c.tenant_id,
    revisions.c.article_id == heads.c.id,
    revisions.c.revision == heads.c.revision,
)


@dataclass(frozen=True, slots=True)
class SqlArticles(Articles):
    """Articles within one transaction."""

    connection: AsyncConnection

    async def heads(self, tenant_id: str, ids: Sequence[str], urls: Sequence[str]) -> tuple[Article, ...]:
        """See Articles."""
        found: dict[str, Article] = {}
        for key, values in ((heads.c.id, ids), (heads.c.canonical_url, urls)):
            for portion in portions(values):
                query = self._heads(tenant_id).where(key.in_(portion))
                found.update((head.id, head) for head in await self._articles(query))
        return tuple(found.values())

    async def history(self, tenant_id: str, ids: Sequence[str]) -> tuple[Article, ...]:
        """See Articles."""
        found: list[Article] = []
        for portion in portions(tuple(ids)):
            found += await self._articles(_revisions(tenant_id).where(revisions.c.article_id.in_(portion)))
        return tuple(sorted(found, key=lambda article: (article.id, article.revision)))

    async def add(self, articles: Sequence[Article]) -> None:
        """See Articles."""
        await keep(self.connection, articles)

    async def add_fingerprints(self, tenant_id: str, fingerprints: Sequence[Fingerprint]) -> None:
        """See Articles."""
        await prints.keep(self.connection, tenant_id, fingerprints)

    async def candidates(self, tenant_id: str, bands: Sequence[int]) -> tuple[Fingerprint, ...]:
        """See Articles."""
        return await prints.sharing(self.connection, tenant_id, bands)

    async def openings(self, tenant_id: str, ids: Sequence[str], length: int) -> Mapping[str, Opening]:
        """See Articles."""
        found: dict[str, Opening] = {}
        opening = (heads.c.id, revisions.c.title, func.substr(revisions.c.clean, 1, length))
        query = select(*opening).join(revisions, _is_head).where(heads.c.tenant_id == tenant_id)
        for portion in portions(tuple(ids)):
            rows = await self.connection.execute(query.where(heads.c.id.in_(portion)))
            found.update((id_, Opening(title=title, text=text)) for id_, title, text in rows)
        return found

    async def get(self, tenant_id: str, article_id: str, revision: int | None = None) -> Article | None:
        """See Articles."""
        if revision is None:
            query = self._heads(tenant_id)
        else:
            query = _revisions(tenant_id).where(revisions.c.revision == revision)
        found = await self._articles(query.where(revisions.c.article_id == article_id))
        return found[0] if found else None

    async def published(
        self,
        tenant_id: str,
        first: date,
        last: date,
        topics: Sequence[Topic] = (),
        until: datetime | None = None,
    ) -> tuple[Article, ...]:
        """See Articles."""
        newest = _newest(tenant_id, first, last, until).subquery("newest")
        is_newest = and_(revisions.c.article_id == newest.c.id, revisions.c.revision == newest.c.revision)
        query = _revisions(tenant_id).join(newest, is_newest)
        if topics:
            matched = self._heads(tenant_id, topics).with_only_columns(heads.c.id).correlate(None)
            query = query.where(revisions.c.article_id.in_(matched))
        return tuple(sorted(await self._articles(query), key=_day_and_id))

    async def most_told(
        self, tenant_id: str, first: date | None, last: date, sources: Sequence[str], limit: int
    ) -> tuple[Article, ...]:
        """See Articles."""
        query = most_told(tenant_id, first, last, sources, limit)
        ids = tuple(await self.connection.scalars(query))
        found = {head.id: head for head in await self.heads(tenant_id, ids, ())}
        return tuple(found[id_] for id_ in ids)

    async def arrived(
        self, tenant_id: str, arrivals: Arrivals, topics: Sequence[Topic] = (), oldest: date | None = None
    ) -> tuple[Article, ...]:
        """See Articles."""
        number = revisions.c.number
        query = self._heads(tenant_id, topics).where(number > arrivals.after, number <= arrivals.upto)
        query = query.where(revisions.c.tenant_id == tenant_id)
        if oldest is not None:
            query = query.where(or_(heads.c.published_on.is_(None), heads.c.published_on >= oldest))
        return tuple(await self._articles(query.order_by(number)))

    async def stamped(
        self, tenant_id: str, upto: int, after: datetime, until: datetime
    ) -> tuple[Article, ...]:
        """See Articles."""
        on, utc = heads.c.published_on, revisions.c.published_utc
        days = on.between(after.date() - _A_DAY, until.date() + _A_DAY)  # in whatever zone
        inside = or_(and_(utc.is_(None), on >= after.date()), and_(utc > after, utc <= until))
        query = self._heads(tenant_id).where(days, inside, revisions.c.number <= upto)
        return tuple(await self._articles(query.order_by(heads.c.id)))

    async def lead(self, tenant_id: str, seen: datetime, after: datetime) -> Lead:
        """See Articles."""
        on, utc = heads.c.published_on, revisions.c.published_utc
        ahead = or_(utc > after, and_(utc.is_(None), on > after.date() + _A_DAY))
        outlet = case((ahead, heads.c.source_key))
        figures = (func.count(), func.count(case((ahead, 1))), func.count(outlet.distinct()))
        query = self._heads(tenant_id).where(heads.c.seen > seen, on.is_not(None))
        row = (
            await self.connection.execute(query.with_only_columns(*figures, maintain_column_froms=True))
        ).one()
        return Lead(dated=row[0], ahead=row[1], outlets=row[2])

    async def latest(self, tenant_id: str) -> int:
        """See Articles."""
        last = select(func.max(revisions.c.number)).where(revisions.c.tenant_id == tenant_id)
        return int(await self.connection.scalar(last) or 0)

    async def arrival(self, tenant_id: str, since: datetime) -> int:
        """See Articles."""
        query = self._heads(tenant_id).where(heads.c.seen > since)
        first = await self.connection.scalar(_figure(func.min(revisions.c.number), query))
        return await self.latest(tenant_id) if first is None else int(first) - 1

    async def on_topics(self, tenant_id: str, ids: Sequence[str], topics: Sequence[Topic]) -> frozenset[str]:
        """See Articles."""
        found: set[str] = set()
        for portion in portions(tuple(ids)) if topics else ():
            query = self._heads(tenant_id, topics).where(heads.c.id.in_(portion))
            chosen = query.with_only_columns(heads.c.id, maintain_column_froms=True)
            found.update(await self.connection.scalars(chosen))
        return frozenset(found)

    async def undated(self, tenant_id: str, topics: Sequence[Topic] = ()) -> int:
        """See Articles."""
        return await self._count(self._heads(tenant_id, topics).where(heads.c.published_on.is_(None)))

    async def newest(
        self, tenant_id: str, topics: Sequence[Topic] = (), until: date = date.max
    ) -> date | None:
        """See Articles."""
        own = select(heads).where(heads.c.tenant_id == tenant_id)  # an index answers where nothing is joined
        query = (self._heads(tenant_id, topics) if topics else own).where(heads.c.published_on <= until)
        found: date | None = await self.connection.scalar(_figure(func.max(heads.c.published_on), query))
        return found

    async def count(self, tenant_id: str) -> int:
        """See Articles."""
        return await self._count(select(heads).where(heads.c.tenant_id == tenant_id))

    async def outlets(self, tenant_id: str) -> tuple[Outlet, ...]:
        """See Articles."""
        of, number = heads.c, func.max(revisions.c.number).label("number")
        figures = (func.count().label("articles"), func.max(of.published_on).label("newest"))
        query = select(number, *figures, func.max(of.seen).label("seen")).join(heads, _is_head)
        found = query.where(of.tenant_id == tenant_id, of.source_key != "").group_by(of.source_key).subquery()
        named = select(found, revisions.c.source).join(revisions, revisions.c.number == found.c.number)
        rows = (await self.connection.execute(named)).mappings()
        outlets = [
            Outlet(name=row["source"], articles=row["articles"], newest=row["newest"], seen=row["seen"])
            for row in rows
        ]
        return tuple(sorted(outlets, key=lambda one: (-one.articles, one.name)))

    def _heads(self, tenant_id: str, topics: Sequence[Topic] = ()) -> Select[Any]:
        query = select(*READ).join(heads, _is_head).where(heads.c.tenant_id == tenant_id)
        return query.where(matching(topics, self.connection.dialect.name)) if topics else query

    async def _articles(self, query: Select[Any]) -> list[Article]:
        return [article_of(row) for row in (await self.connection.execute(query)).mappings()]

    async def _count(self, query: Select[Any]) -> int:
        return int(await self.connection.scalar(_figure(func.count(), query)) or 0)


def _revisions(tenant_id: str) -> Select[Any]:
    return select(*READ).where(revisions.c.tenant_id == tenant_id)


def _newest(tenant_id: str, first: date, last: date, until: datetime | None) -> Select[Any]:
    """Per article, the id and the newest revision among those published then."""
    of, utc = revisions.c, revisions.c.published_utc
    query = select(of.article_id.label("id"), func.max(of.revision).label("revision"))
    query = query.where(of.tenant_id == tenant_id, of.published_on.between(first, last))
    if until is not None:
        query = query.where(or_(utc.is_(None), utc <= until))
    return query.group_by(of.article_id)


def _figure(figure: ColumnElement[Any], query: Select[Any]) -> Select[Any]:
    return query.with_only_columns(figure, maintain_column_froms=True)


def _day_and_id(article: Article) -> tuple[date, str]:
    return (article.published.local_date if article.published else date.min, article.id)
