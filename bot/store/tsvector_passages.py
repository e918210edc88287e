"""Passages in PostgreSQL's full-text index: a tsvector beside each, with a GIN index over all."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    delete,
    func,
    literal,
    literal_column,
    select,
    text,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.passage import Search
from bot.store.passage_rows import rows_of
from bot.store.passages import Hit, Made
from bot.store.search import WORDS, holds, query
from bot.store.tables import passages
from bot.store.topics import TSQUERY, phrase, searched
from bot.store.words import TITLE, apart
from bot.store.words import words as cut

MOST = 2_000
"""How far a word's passages are counted to weigh it."""

SAMPLED = 300
"""So many of a word's passages are counted where there are more than `RANKED`; the rest is worked out of how
far apart these stand: each is a page to read, which costs more than the index itself."""

RANKED = 10_000
"""How many passages are ranked where more hold the words: it bounds what the commonest words cost."""

_EVEN: ColumnElement[object] = literal_column("'{1,1,1,1}'::real[]")
"""The weights of title and text: the same, as on SQLite."""

_COMMON = text(f"""
    SELECT asked.place, common.share
    FROM (
        SELECT place, tsvector_to_array(to_tsvector('{WORDS}', word)) AS stems
        FROM unnest(CAST(:words AS text[])) WITH ORDINALITY AS one (word, place)
    ) AS asked
    JOIN (
        SELECT known.word, known.share
        FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) AS known (word, share)
        WHERE schemaname = current_schema() AND tablename = 'passages' AND attname = 'words'
    ) AS common ON asked.stems = ARRAY[common.word]
""")  # noqa: S608 - our own names
"""The share of passages that hold a word, from what ANALYZE keeps of the column."""

_ARRAYS = (
    "%s::bigint[], %s::bytea[], %s::text[], %s::text[], %s::integer[], %s::text[], %s::date[], %s::bigint[], "
    "%s::text[], %s::text[]"
)
_vector: ColumnElement[object] = literal_column("passages.words")


@dataclass(frozen=True, slots=True)
class Tsvector:
    """The PassageIndex of PostgreSQL; `counted` and `sizes` are what this transaction has counted already."""

    connection: AsyncConnection
    counted: dict[str, int] = field(default_factory=dict)
    sizes: list[int] = field(default_factory=list)

    async def add(self, made: Made, last: int) -> None:
        """See PassageIndex. One statement for all rows, its columns as arrays."""
        rows = rows_of(made, last, self.connection.dialect)
        if not rows.values:
            return
        self._forget()
        columns = [list(values) for values in zip(*rows.values, strict=True)]
        titles = [apart(title, TITLE) for _, title, _ in rows.texts]
        texts = [apart(body) for _, _, body in rows.texts]
        await self.connection.exec_driver_sql(_insert(rows.columns), (*columns, titles, texts))

    async def drop(self, which: ColumnElement[bool]) -> None:
        """See PassageIndex."""
        self._forget()
        await self.connection.execute(delete(passages).where(which))

    async def clear(self) -> None:
        """See PassageIndex."""
        self._forget()
        await self.connection.execute(text("TRUNCATE passages"))

    async def rarity(self, words: Sequence[str], most: int) -> Mapping[str, int]:
        """See Passages. What statistics know as common is not counted."""
        new = [word for word in words if word not in self.counted]
        if new:
            self.counted.update(await self._common(new, most))
            self.counted.update(await self._count([one for one in new if one not in self.counted], most))
        return {word: min(self.counted[word], most) for word in words}

    async def hits(self, search: Search, allowed: Sequence[ColumnElement[bool]]) -> Sequence[Hit]:
        """See PassageIndex. Of very many that hold the words, the newest are ranked, if they are enough."""
        words = tuple(dict.fromkeys((*search.words, *search.required, *search.phrases)))
        size = await self.size()
        await self.rarity(words, MOST)
        match = holds(_vector, literal(searched(search, TSQUERY), Text))
        ranked = self._ranked(words, size, search.limit).where(match, *allowed)
        share = RANKED / max(_expected(search, self.counted, size), 1)
        if share < 1:
            newest = await self._hits(ranked.where(passages.c.number > size - int(size * share)))
            if len(newest) == search.limit:
                return newest
        return await self._hits(ranked)

    async def _hits(self, query: Select[Any]) -> Sequence[Hit]:
        return [tuple(row) for row in await self.connection.execute(query)]

    async def size(self) -> int:
        """See Passages."""
        if not self.sizes:
            self.sizes.append(int(await self.connection.scalar(select(func.max(passages.c.number))) or 0))
        return self.sizes[0]

    def _forget(self) -> None:
        self.counted.clear()
        self.sizes.clear()

    async def _common(self, words: Sequence[str], most: int) -> dict[str, int]:
        """Those of these words that ANALYZE found in at least so many passages, and in about how many."""
        size = await self.size()
        asked = {"words": [" ".join(cut(word)) for word in words]}
        found = await self.connection.execute(_COMMON, asked)
        counts = {words[place - 1]: round(share * size) for place, share in found}
        return {word: count for word, count in counts.items() if count >= most}

    async def _count(self, words: Sequence[str], most: int) -> dict[str, int]:
        """How many passages hold each of some words, in one statement; of a large table, about how many.

        They are met in the order of their rows, which is about that of their numbers.
        """
        if not words:
            return {}
        size = await self.size()
        limit = min(most, SAMPLED) if size > RANKED else most
        rows = await self.connection.execute(
            union_all(*(_met(n, word, limit) for n, word in enumerate(words)))
        )
        return {
            words[n]: int(count if count < limit else max(count, count * size // last))
            for n, count, last in rows
        }

    def _ranked(self, words: Sequence[str], size: int, limit: int) -> Select[Any]:
        """The sum over words of how rare each is times its ts_rank, which has no notion of rarity."""
        rank: ColumnElement[Any] = literal_column("0")
        for word in words:
            one = func.ts_rank(_EVEN, _vector, query(literal(phrase(word), Text)))
            rank = rank + one * literal_column(f"{_rarity(size, self.counted[word]):.6f}")
        rank = rank.label("relevance")
        columns = (passages.c.article_id, passages.c.revision, passages.c.sentences, rank)
        return select(*columns).order_by(rank.desc(), passages.c.number).limit(limit)


def _met(place: int, word: str, limit: int) -> Select[Any]:
    """How many passages hold a word, counted up to a limit, and the number of the last one counted."""
    found = holds(_vector, literal(phrase(word), Text))
    met = select(passages.c.number).where(found).limit(limit).subquery()
    columns: tuple[ColumnElement[Any], ...] = (
        literal_column(str(place)),
        func.count(),
        func.max(met.c.number),
    )
    return select(*columns).select_from(met)


def _rarity(size: int, count: int) -> float:
    """How much a word tells, as SQLite's bm25 weighs it (fts5.html, 5.1.1)."""
    return max(math.log((size - count + 0.5) / (count + 0.5)), 1e-6) if size > count else 1e-6


def _expected(search: Search, counted: Mapping[str, int], size: int) -> float:
    """About how many passages a search finds, as if its words stood where they do by chance."""
    shares = {word: min(count / max(size, 1), 1.0) for word, count in counted.items()}
    needed = size * math.prod(shares[word] for word in (*search.required, *search.phrases))
    if search.required or not search.words:
        return needed
    return needed * (1 - math.prod(1 - shares[word] for word in search.words))


def _insert(columns: Sequence[str]) -> str:
    names = ", ".join(columns)
    vector = f"setweight(to_tsvector('{WORDS}', title), 'A') || setweight(to_tsvector('{WORDS}', text), 'D')"
    return (
        f"INSERT INTO passages ({names}, words) SELECT {names}, {vector}"  # noqa: S608 - our own names
        f" FROM unnest({_ARRAYS}) AS made ({names}, title, text)"
    )
