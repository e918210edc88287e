"""Articles in memory; topics are matched by SQLite, as the database does it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.domain.article import Article, Lead, Outlet
from bot.domain.briefing import Arrivals
from bot.domain.channel import Topic
from bot.ports import Articles, Fingerprint, Opening
from bot.store.topics import fold
from summarizers.types import Publication
from tests.fakes.memory_state import State


@dataclass(frozen=True, slots=True)
class MemoryArticles(Articles):
    state: State

    async def heads(self, tenant_id: str, ids: Sequence[str], urls: Sequence[str]) -> tuple[Article, ...]:
        return tuple(h for h in self._heads(tenant_id) if h.id in ids or h.canonical_url in urls)

    async def history(self, tenant_id: str, ids: Sequence[str]) -> tuple[Article, ...]:
        found = (article for article in self._own(tenant_id) if article.id in ids)
        return tuple(sorted(found, key=lambda article: (article.id, article.revision)))

    async def add(self, articles: Sequence[Article]) -> None:
        revisions = dict(self.state.to_write().revisions)
        for article in articles:
            key = (article.tenant_id, article.id, article.revision)
            if key in revisions:
                raise ValueError(f"revision {key[2]} of article {key[1]!r} is kept already")
            last = max((one.arrival or 0 for one in revisions.values()), default=0)
            revisions[key] = replace(article, arrival=last + 1)
        self.state.revisions = revisions

    async def add_fingerprints(self, tenant_id: str, fingerprints: Sequence[Fingerprint]) -> None:
        made = {(tenant_id, one.article_id): one for one in fingerprints}
        self.state.to_write().fingerprints.update(made)

    async def candidates(self, tenant_id: str, bands: Sequence[int]) -> tuple[Fingerprint, ...]:
        wanted = set(bands)
        own = (one for (tenant, _), one in self.state.fingerprints.items() if tenant == tenant_id)
        return tuple(sorted((one for one in own if wanted & {*one.bands}), key=lambda one: one.article_id))

    async def openings(self, tenant_id: str, ids: Sequence[str], length: int) -> Mapping[str, Opening]:
        heads = await self.heads(tenant_id, ids, ())
        return {head.id: Opening(title=head.title, text=head.clean[:length]) for head in heads}

    async def get(self, tenant_id: str, article_id: str, revision: int | None = None) -> Article | None:
        if revision is not None:
            return self.state.revisions.get((tenant_id, article_id, revision))
        return next((head for head in self._heads(tenant_id) if head.id == article_id), None)

    async def published(
        self,
        tenant_id: str,
        first: date,
        last: date,
        topics: Sequence[Topic] = (),
        until: datetime | None = None,
    ) -> tuple[Article, ...]:
        matched = {head.id for head in self._heads(tenant_id, topics)}
        counting = (a for a in self._own(tenant_id) if a.id in matched and _counts(a, first, last, until))
        return tuple(sorted(_newest(counting), key=lambda a: (a.published and a.published.local_date, a.id)))

    async def most_told(
        self, tenant_id: str, first: date | None, last: date, sources: Sequence[str], limit: int
    ) -> tuple[Article, ...]:
        keys = {fold(source) for source in sources}
        fit = [
            one
            for one in self._heads(tenant_id)
            if not keys or fold(one.source) in keys
            if _counts(one, first or date.min, last, None) or (one.published is None and first is None)
        ]
        groups: dict[str, list[Article]] = {}
        for one in sorted(fit, key=lambda one: (-one.seen.timestamp(), one.id)):
            groups.setdefault(one.group_id, []).append(one)
        ranked = sorted(groups.values(), key=lambda some: some[0].group_id)
        ranked.sort(key=_told, reverse=True)
        return tuple(one for some in ranked for one in some)[:limit]

    async def arrived(
        self, tenant_id: str, arrivals: Arrivals, topics: Sequence[Topic] = (), oldest: date | None = None
    ) -> tuple[Article, ...]:
        places = {head.arrival or 0: head for head in self._heads(tenant_id, topics)}
        came = [places[n] for n in sorted(places) if arrivals.after < n <= arrivals.upto]
        recent = (one for one in came if not (oldest and one.published) or one.published.local_date >= oldest)
        return tuple(recent)

    async def stamped(
        self, tenant_id: str, upto: int, after: datetime, until: datetime
    ) -> tuple[Article, ...]:
        came = [one for one in self._heads(tenant_id) if (one.arrival or 0) <= upto]
        found = [one for one in came if one.published and _stamped(one.published, after, until)]
        return tuple(sorted(found, key=lambda one: one.id))

    async def lead(self, tenant_id: str, seen: datetime, after: datetime) -> Lead:
        dated = [one for one in self._heads(tenant_id) if one.seen > seen and one.published]
        ahead = [one for one in dated if one.published and _is_ahead(one.published, after)]
        outlets = {fold(one.source) for one in ahead}
        return Lead(dated=len(dated), ahead=len(ahead), outlets=len(outlets))

    async def latest(self, tenant_id: str) -> int:
        return max((one.arrival or 0 for one in self._own(tenant_id)), default=0)

    async def arrival(self, tenant_id: str, since: datetime) -> int:
        later = [(one.arrival or 0) - 1 for one in self._heads(tenant_id) if one.seen > since]
        return min(later, default=await self.latest(tenant_id))

    async def on_topics(self, tenant_id: str, ids: Sequence[str], topics: Sequence[Topic]) -> frozenset[str]:
        matching = self._heads(tenant_id, topics) if topics else ()
        return frozenset(head.id for head in matching if head.id in ids)

    async def undated(self, tenant_id: str, topics: Sequence[Topic] = ()) -> int:
        return sum(head.published is None for head in self._heads(tenant_id, topics))

    async def newest(
        self, tenant_id: str, topics: Sequence[Topic] = (), until: date = date.max
    ) -> date | None:
        days = (head.published.local_date for head in self._heads(tenant_id, topics) if head.published)
        return max((day for day in days if day <= until), default=None)

    async def count(self, tenant_id: str) -> int:
        return len(self._heads(tenant_id))

    async def outlets(self, tenant_id: str) -> tuple[Outlet, ...]:
        found: dict[str, list[Article]] = {}
        places = {key: n for n, key in enumerate(self.state.revisions)}
        for head in sorted(self._heads(tenant_id), key=lambda one: places[tenant_id, one.id, one.revision]):
            if fold(head.source):
                found.setdefault(fold(head.source), []).append(head)
        outlets = [
            Outlet(
                name=own[-1].source,
                articles=len(own),
                newest=max((one.published.local_date for one in own if one.published), default=None),
                seen=max(one.seen for one in own),
            )
            for own in found.values()
        ]
        return tuple(sorted(outlets, key=lambda one: (-one.articles, one.name)))

    def _own(self, tenant_id: str) -> Iterator[Article]:
        return (article for key, article in self.state.revisions.items() if key[0] == tenant_id)

    def _heads(self, tenant_id: str, topics: Sequence[Topic] = ()) -> tuple[Article, ...]:
        heads = _newest(self._own(tenant_id))
        return _matching(heads, topics) if topics else heads


def _stamped(published: Publication, after: datetime, until: datetime) -> bool:
    if published.utc is not None:
        return after < published.utc <= until
    return after.date() <= published.local_date <= until.date() + timedelta(days=1)


def _is_ahead(published: Publication, after: datetime) -> bool:
    if published.utc is not None:
        return published.utc > after
    return published.local_date > after.date() + timedelta(days=1)


def _told(group: Sequence[Article]) -> tuple[int, date, datetime]:
    days = (one.published.local_date if one.published else date.min for one in group)
    return len({fold(one.source) for one in group}), max(days), max(one.seen for one in group)


def _newest(articles: Iterable[Article]) -> tuple[Article, ...]:
    return tuple({a.id: a for a in sorted(articles, key=lambda a: a.revision)}.values())


def _counts(article: Article, first: date, last: date, until: datetime | None) -> bool:
    published = article.published
    if published is None or not first <= published.local_date <= last:
        return False
    return until is None or published.at is None or published.at <= until


def _matching(heads: Sequence[Article], topics: Sequence[Topic]) -> tuple[Article, ...]:
    with closing(sqlite3.connect(":memory:")) as index:
        index.execute(
            "CREATE VIRTUAL TABLE t USING fts5(title, clean, tokenize='porter unicode61 remove_diacritics 2')"
        )
        rows = ((n, head.title, head.clean) for n, head in enumerate(heads))
        index.executemany("INSERT INTO t (rowid, title, clean) VALUES (?, ?, ?)", rows)
        found = set().union(*(_found(index, heads, topic) for topic in topics))
    return tuple(head for n, head in enumerate(heads) if n in found)


def _found(index: sqlite3.Connection, heads: Sequence[Article], topic: Topic) -> set[int]:
    """The places of the heads that match a topic: sets of single terms, so that no expression is built."""
    found = set(range(len(heads)))
    if topic.any_of:
        found &= set().union(*(_holding(index, term) for term in topic.any_of))
    for term in topic.all_of:
        found &= _holding(index, term)
    for term in topic.none_of:
        found -= _holding(index, term)
    if topic.sources:
        sources = {fold(source) for source in topic.sources}
        found &= {n for n, head in enumerate(heads) if fold(head.source) in sources}
    return found


def _holding(index: sqlite3.Connection, term: str) -> set[int]:
    phrase = " ".join("".join(c if c.isalnum() or c > "\x7f" else " " for c in term).split())
    return {n for (n,) in index.execute("SELECT rowid FROM t WHERE t MATCH ?", (f'"{phrase}"',))}
