"""Which heads of some days are told by most sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, func, or_, select

from bot.store.tables import heads
from bot.store.topics import fold

LOOKED = 20_000
"""Heads that are looked at, the newest: it bounds what a year of news costs."""


def most_told(
    tenant_id: str, first: date | None, last: date, sources: Sequence[str], limit: int
) -> Select[Any]:
    """The ids of these heads in the order that `Articles.most_told` promises."""
    looked = _looked(tenant_id, _filters(first, last, sources))
    groups = _groups(looked).subquery("groups")
    query: Select[Any] = select(looked.c.id).join(groups, groups.c.group_id == looked.c.group_id)
    by_group = (groups.c.sources.desc(), groups.c.newest.desc(), groups.c.seen.desc(), groups.c.group_id)
    return query.order_by(*by_group, looked.c.seen.desc(), looked.c.id).limit(limit)


def _looked(tenant_id: str, chosen: Sequence[ColumnElement[bool]]) -> CTE:
    columns = (heads.c.id, heads.c.group_id, heads.c.source_key, _day(heads.c.published_on), heads.c.seen)
    query = select(*columns).where(heads.c.tenant_id == tenant_id, *chosen)
    return query.order_by(heads.c.published_on.desc()).limit(LOOKED).cte("looked")


def _groups(looked: CTE) -> Select[Any]:
    sources = func.count(looked.c.source_key.distinct()).label("sources")
    newest = (func.max(looked.c.day).label("newest"), func.max(looked.c.seen).label("seen"))
    return select(looked.c.group_id, sources, *newest).group_by(looked.c.group_id)


def _day(day: ColumnElement[date | None]) -> ColumnElement[Any]:
    """A day, the first of all for none, so that databases agree on where it stands."""
    return func.coalesce(day, date.min).label("day")


def _filters(first: date | None, last: date, sources: Sequence[str]) -> list[ColumnElement[bool]]:
    day = heads.c.published_on
    chosen = [day.between(first, last) if first else or_(day.is_(None), day <= last)]
    if sources:
        chosen.append(heads.c.source_key.in_({fold(source) for source in sources}))
    return chosen
