"""Which heads match a topic, by SQLite's full-text index."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, and_, column, literal_column, or_, select, table

from bot.domain.channel import Topic
from bot.store.tables import heads, revisions
from bot.store.topics import expression, fold

_index = table("article_search", column("rowid"))

# The plus keeps SQLite from looking up each head by every number found, which takes heads times numbers
# (sqlite.org/optoverview.html, 2.1): the numbers are a set to test against.
_number = literal_column("+revisions.number", revisions.c.number.type)


def matching(topics: Sequence[Topic]) -> ColumnElement[bool]:
    """The condition that a head (`heads` joined to its row of `revisions`) matches one of the topics."""
    return or_(*map(_matches, topics))


def _matches(topic: Topic) -> ColumnElement[bool]:
    terms = expression(topic)
    conditions: list[ColumnElement[bool]] = []
    if terms.wanted:
        conditions.append(_number.in_(_found(terms.wanted)))
    if terms.unwanted:
        conditions.append(_number.not_in(_found(terms.unwanted)))
    if topic.sources:
        conditions.append(heads.c.source_key.in_({fold(source) for source in topic.sources}))
    return and_(*conditions)


def _found(match: str) -> Select[tuple[int]]:
    return select(_index.c.rowid).where(literal_column(_index.name).op("MATCH")(match))
