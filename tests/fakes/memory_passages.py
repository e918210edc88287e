"""What ask needs, in memory: passages in an index of SQLite, and the questions of before."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.article import Article
from bot.domain.catchup import Visit
from bot.domain.channel import Channel
from bot.domain.passage import Found, Passage, Search
from bot.domain.question import Asker, Turn
from bot.ports import Conversations, Passages
from bot.store.topics import fold, quoted
from tests.fakes.memory_state import State


@dataclass(frozen=True, slots=True)
class MemoryPassages(Passages):
    state: State

    async def put(self, made: Sequence[tuple[Article, Sequence[Passage]]]) -> None:
        kept = self.state.to_write().passages
        kept.update({(one.tenant_id, one.id): (one, tuple(some)) for one, some in made})

    async def drop(self, tenant_id: str, ids: Sequence[str]) -> None:
        for id_ in ids:
            self.state.to_write().passages.pop((tenant_id, id_), None)

    async def clear(self) -> None:
        self.state.to_write().passages.clear()

    async def waiting(self, after: tuple[str, str], limit: int) -> tuple[Article, ...]:
        indexed = {key for key, (_, some) in self.state.passages.items() if some}
        heads = {(one.tenant_id, one.id): one for one in self._heads()}
        return tuple(heads[key] for key in sorted(heads) if key > after and key not in indexed)[:limit]

    async def size(self) -> int:
        return sum(len(some) for _, some in self.state.passages.values())

    async def rarity(self, words: Sequence[str], most: int) -> Mapping[str, int]:
        with closing(self._index()) as index:
            return {word: min(most, len(_ranked(index, quoted(word)))) for word in words}

    async def find(self, tenant_id: str, search: Search) -> tuple[Found, ...]:
        needed = [quoted(term) for term in (*search.required, *search.phrases)]
        any_of = " OR ".join(map(quoted, (*search.words, *search.required)))
        match = " AND ".join([*needed, *([f"({any_of})"] if any_of else [])])
        rows = self._rows()
        with closing(self._index()) as index:
            ranked = _ranked(index, match) if match else []
        found = (Found(article=rows[n][0], passage=rows[n][1], relevance=-rank) for n, rank in ranked)
        fit = (one for one in found if one.article.tenant_id == tenant_id and _fits(one.article, search))
        return tuple(one for one in fit if one.article in self._heads())[: search.limit]

    async def sources(self, tenant_id: str) -> tuple[str, ...]:
        own = [one for one in self._heads() if one.tenant_id == tenant_id and one.source]
        own.sort(key=lambda one: (one.seen, one.id))
        return tuple(sorted({fold(one.source): one.source for one in own}.values()))

    async def span(self, tenant_id: str) -> tuple[date, date] | None:
        own = [
            one.published.local_date for one in self._heads() if one.published if one.tenant_id == tenant_id
        ]
        return (min(own), max(own)) if own else None

    def _heads(self) -> tuple[Article, ...]:
        by_revision = sorted(self.state.revisions.values(), key=lambda one: one.revision)
        return tuple({(one.tenant_id, one.id): one for one in by_revision}.values())

    def _rows(self) -> list[tuple[Article, Passage]]:
        return [(article, one) for article, some in self.state.passages.values() for one in some]

    def _index(self) -> sqlite3.Connection:
        index = sqlite3.connect(":memory:")
        index.execute(
            "CREATE VIRTUAL TABLE t USING fts5(title, clean, tokenize='porter unicode61 remove_diacritics 2')"
        )
        rows = ((n, a.title, a.body[p.start : p.end]) for n, (a, p) in enumerate(self._rows()))
        index.executemany("INSERT INTO t (rowid, title, clean) VALUES (?, ?, ?)", rows)
        return index


def _ranked(index: sqlite3.Connection, match: str) -> list[tuple[int, float]]:
    return index.execute("SELECT rowid, rank FROM t WHERE t MATCH ? ORDER BY rank", (match,)).fetchall()


def _fits(article: Article, search: Search) -> bool:
    published = article.published
    if search.sources and fold(article.source) not in {fold(one) for one in search.sources}:
        return False
    if published is None:
        return not (search.first or search.last)
    day, latest = published.local_date, search.until
    too_late = latest and (published.at > latest if published.at else day > latest.date())
    return not too_late and (search.first or day) <= day <= (search.last or day)


@dataclass(frozen=True, slots=True)
class MemoryConversations(Conversations):
    state: State

    async def add(self, turn: Turn) -> None:
        kept = self.state.to_write().turns
        kept[max(kept, default=0) + 1] = turn

    async def last(self, asker: Asker, since: datetime) -> Turn | None:
        key = (asker.channel, asker.user_id, asker.thread_id)
        own = [
            (turn.at, n, turn)
            for n, turn in self.state.turns.items()
            if (turn.asker.channel, turn.asker.user_id, turn.asker.thread_id) == key and turn.at >= since
        ]
        return max(own, key=lambda one: one[:2])[2] if own else None

    async def count(self, channel: Channel, since: datetime, user_id: str | None = None) -> int:
        own = [one for one in self.state.turns.values() if one.asker.channel == channel and one.at >= since]
        return sum(user_id in {None, one.asker.user_id} for one in own)

    async def forget(self, before: datetime) -> None:
        state = self.state.to_write()
        state.turns = {n: turn for n, turn in state.turns.items() if turn.at >= before}

    async def visited(self, asker: Asker) -> Visit | None:
        return self.state.visits.get((asker.channel, asker.user_id))

    async def visit(self, asker: Asker, visit: Visit) -> None:
        self.state.to_write().visits[asker.channel, asker.user_id] = visit
