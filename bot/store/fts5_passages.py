"""Passages in SQLite's full-text index, which holds no text: what is deleted is named again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    column,
    delete,
    func,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.passage import Search
from bot.store.passage_rows import Rows, rows_of
from bot.store.passages import Hit, Made
from bot.store.tables import passages, revisions
from bot.store.topics import FTS5, quoted, searched

_index = table("passage_search", column("rowid"), column("rank"))
_ADD = "INSERT INTO passage_search (rowid, title, text) VALUES (?, ?, ?)"
_UNINDEX = text(
    "INSERT INTO passage_search (passage_search, rowid, title, text)"
    " VALUES ('delete', :number, :title, :text)"
)
_CLEAR = text("INSERT INTO passage_search (passage_search) VALUES ('delete-all')")
_COUNT = "(SELECT count(*) FROM (SELECT 1 FROM passage_search WHERE passage_search MATCH ? LIMIT ?))"


@dataclass(frozen=True, slots=True)
class Fts5:
    """The PassageIndex of SQLite."""

    connection: AsyncConnection

    async def add(self, made: Made, last: int) -> None:
        """See PassageIndex."""
        rows: Rows = rows_of(made, last, self.connection.dialect)
        if rows.values:
            marks = ", ".join("?" * len(rows.columns))
            insert = f"INSERT INTO passages ({', '.join(rows.columns)}) VALUES ({marks})"  # noqa: S608 - our own names
            await self.connection.exec_driver_sql(insert, rows.values)
            await self.connection.exec_driver_sql(_ADD, rows.texts)

    async def drop(self, which: ColumnElement[bool]) -> None:
        """See PassageIndex."""
        rows = (await self.connection.execute(_with_text().where(which))).all()
        if rows:
            gone = [_indexed(n, title, body, sentences) for n, sentences, title, body in rows]
            await self.connection.execute(_UNINDEX, gone)
            await self.connection.execute(delete(passages).where(which))

    async def clear(self) -> None:
        """See PassageIndex."""
        await self.connection.execute(_CLEAR)
        await self.connection.execute(delete(passages))

    async def size(self) -> int:
        """See Passages."""
        return int(await self.connection.scalar(select(func.max(passages.c.number))) or 0)

    async def rarity(self, words: Sequence[str], most: int) -> Mapping[str, int]:
        """See Passages. One statement counts all words: each is a turn of the driver's thread."""
        if not words:
            return {}
        asked = tuple(chain.from_iterable((quoted(word), most) for word in words))
        counted = await self.connection.exec_driver_sql(f"SELECT {', '.join([_COUNT] * len(words))}", asked)
        return dict(zip(words, counted.one(), strict=True))

    async def hits(self, search: Search, allowed: Sequence[ColumnElement[bool]]) -> Sequence[Hit]:
        """See PassageIndex. bm25 is negative there, the best the least."""
        matches = literal_column(_index.name).op("MATCH")(searched(search, FTS5))
        query: Select[Any] = select(
            passages.c.article_id, passages.c.revision, passages.c.sentences, _index.c.rank
        )
        query = query.select_from(_index.join(passages, passages.c.number == _index.c.rowid))
        query = query.where(matches, *allowed).order_by(_index.c.rank).limit(search.limit)
        rows = await self.connection.execute(query)
        return [(article_id, revision, some, -rank) for article_id, revision, some, rank in rows]


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
