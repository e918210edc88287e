"""The rows of passages and of their index, made once an article and handed to the driver as they are.

Through SQLAlchemy every value of every row is looked up by name and asked for its type; an article has seven
passages that differ in two values of eight.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.article import Article
from bot.domain.passage import Passage
from bot.store.tables import passages
from bot.store.topics import fold

_DIALECT: Any = sqlite.dialect()
_SHARED = ("tenant_id", "article_id", "revision", "source_key", "published_on", "published_utc")
_COLUMNS = ("number", "sentences", *_SHARED)
_PREPARE = [passages.c[name].type.dialect_impl(_DIALECT).bind_processor(_DIALECT) for name in _SHARED]
_ROW = f"INSERT INTO passages ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608 - our own names
_INDEX = "INSERT INTO passage_search (rowid, title, text) VALUES (?, ?, ?)"


async def add(
    connection: AsyncConnection, made: Iterable[tuple[Article, Sequence[Passage]]], last: int
) -> None:
    """Insert passages and index them, numbered from `last` + 1 on."""
    rows: list[tuple[Any, ...]] = []
    indexed: list[tuple[int, str, str]] = []
    for number, (article, shared, passage) in enumerate(_each(made), start=last + 1):
        rows.append((number, _packed(passage), *shared))
        indexed.append((number, article.title, article.body[passage.start : passage.end]))
    if rows:
        await connection.exec_driver_sql(_ROW, rows)
        await connection.exec_driver_sql(_INDEX, indexed)


def _each(
    made: Iterable[tuple[Article, Sequence[Passage]]],
) -> Iterator[tuple[Article, tuple[object, ...], Passage]]:
    for article, some in made:
        shared = _shared(article)
        for passage in some:
            yield article, shared, passage


def _shared(article: Article) -> tuple[object, ...]:
    """What the rows of all passages of an article have in common, as the database keeps it."""
    published = article.published
    values = (
        article.tenant_id,
        article.id,
        article.revision,
        fold(article.source),
        published and published.local_date,
        published and published.at,
    )
    return tuple(made(one) if made else one for made, one in zip(_PREPARE, values, strict=True))


def _packed(passage: Passage) -> bytes:
    numbers = tuple(chain.from_iterable(passage.sentences))
    return struct.pack(f"<{len(numbers)}I", *numbers)
