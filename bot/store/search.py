"""Which heads match a topic, by the full-text index of the database."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, column, func, literal, literal_column, not_, or_, select, table

from bot.domain.channel import Topic
from bot.store.tables import heads, revisions
from bot.store.topics import FTS5, TSQUERY, expression, fold

_index = table("article_search", column("rowid"))

# The plus keeps SQLite from looking up each head by every number found, which takes heads times numbers
# (sqlite.org/optoverview.html, 2.1): the numbers are a set to test against.
_number = literal_column("+revisions.number", revisions.c.number.type)

WORDS = "communique"
"""The text search configuration that migrations make on PostgreSQL: words as we cut them, stemmed."""

_NAME: ColumnElement[object] = literal_column(f"'{WORDS}'")


def matching(topics: Sequence[Topic], dialect: str) -> ColumnElement[bool]:
    """The condition that a head (`heads` joined to its row of `revisions`) matches one of the topics."""
    return or_(*(_matches(topic, dialect) for topic in topics))


def holds(words: ColumnElement[object], match: ColumnElement[str]) -> ColumnElement[bool]:
    """The condition that a tsvector holds what a tsquery asks for (PostgreSQL)."""
    return words.op("@@", is_comparison=True)(query(match))


def vector(title: ColumnElement[str], body: ColumnElement[str]) -> ColumnElement[object]:
    """Words of a title (A) and of a text (D), as we cut them, as a tsvector."""
    weighed = [
        func.setweight(func.to_tsvector(_NAME, some), literal_column(f"'{weight}'"))
        for some, weight in ((title, "A"), (body, "D"))
    ]
    return weighed[0].op("||")(weighed[1])


def query(match: ColumnElement[str]) -> ColumnElement[object]:
    """Our expression as a tsquery, its words stemmed."""
    return func.to_tsquery(_NAME, match)


def _matches(topic: Topic, dialect: str) -> ColumnElement[bool]:
    found, grammar = (_by_tsvector, TSQUERY) if dialect == "postgresql" else (_by_fts5, FTS5)
    terms = expression(topic, grammar)
    conditions: list[ColumnElement[bool]] = []
    if terms.wanted:
        conditions.append(found(terms.wanted))
    if terms.unwanted:
        conditions.append(not_(found(terms.unwanted)))
    if topic.sources:
        conditions.append(heads.c.source_key.in_({fold(source) for source in topic.sources}))
    return and_(*conditions)


def _by_fts5(match: str) -> ColumnElement[bool]:
    return _number.in_(select(_index.c.rowid).where(literal_column(_index.name).op("MATCH")(match)))


def _by_tsvector(match: str) -> ColumnElement[bool]:
    return holds(literal_column("revisions.words"), literal(match))
