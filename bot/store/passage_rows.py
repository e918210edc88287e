"""The rows of passages, made once an article and handed to the driver as they are.

Through SQLAlchemy every value of every row is looked up by name and asked for its type; an article has seven
passages that differ in two values of eight.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any

from sqlalchemy.engine import Dialect

from bot.domain.article import Article
from bot.domain.passage import Passage
from bot.store.tables import passages
from bot.store.topics import fold

_SHARED = ("tenant_id", "article_id", "revision", "source_key", "published_on", "published_utc")
COLUMNS = ("number", "sentences", *_SHARED)


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of `passages` in the order of `columns`, and what is indexed of each: number, title, text."""

    columns: tuple[str, ...] = COLUMNS
    values: list[tuple[Any, ...]] = field(default_factory=list)
    texts: list[tuple[int, str, str]] = field(default_factory=list)


def rows_of(made: Iterable[tuple[Article, Sequence[Passage]]], last: int, dialect: Dialect) -> Rows:
    """The rows of passages as the driver of a database wants them, numbered from `last` + 1 on."""
    rows, free = Rows(), count(last + 1)
    prepare = [passages.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in _SHARED]
    for article, some in made:
        values = zip(prepare, _shared(article), strict=True)
        shared = tuple(made(one) if made else one for made, one in values)
        title, body = article.title, article.body
        for passage, number in zip(some, free, strict=False):
            numbers = tuple(chain.from_iterable(passage.sentences))
            rows.values.append((number, _packed(numbers), *shared))
            rows.texts.append((number, title, body[numbers[0] : numbers[-1]]))
    return rows


def _shared(article: Article) -> tuple[object, ...]:
    """What the rows of all passages of an article have in common."""
    published = article.published
    return (
        article.tenant_id,
        article.id,
        article.revision,
        fold(article.source),
        published and published.local_date,
        published and published.at,
    )


def _packed(numbers: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)
