"""The Sources port over the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.channel import LOCAL_TENANT
from bot.domain.source import LONGEST_WAIT, Dealt, Source
from bot.ports import Sources
from bot.store.chunks import portions
from bot.store.source_rows import EVERY, item_rows, look_row, row_of, source_of, which
from bot.store.tables import removals, source_items, sources
from bot.store.upsert import put_all

_ONE = update(sources).where(sources.c.tenant_id == bindparam("whose"), sources.c.id == bindparam("which"))
"""Sets what its rows hold."""

_CLAIMANTS = select(sources.c.claimant).where(sources.c.claimant.is_not(None)).distinct()


def _polled() -> ColumnElement[bool]:
    """What a person paused is left alone, what paused by itself is still tried; who left gets nothing."""
    gone = select(removals.c.tenant_id).where(removals.c.tenant_id != LOCAL_TENANT)
    return and_(or_(sources.c.halted.is_(None), sources.c.halted_by == ""), sources.c.tenant_id.not_in(gone))


def _due(what: Select[Any]) -> Select[Any]:
    """Those that are due, the longest first, as many as are wanted: always the same within a transaction."""
    order = (sources.c.due, sources.c.tenant_id, sources.c.id)
    return what.where(_polled(), sources.c.due <= bindparam("now")).order_by(*order).limit(bindparam("most"))


_DUE = _due(EVERY)
_KEY = (sources.c.tenant_id, sources.c.id)
_CLAIM = (
    update(sources)
    .where(tuple_(*_KEY).in_(_due(select(*_KEY))))
    .values(due=bindparam("until"), claimant=bindparam("owner"))
)
"""Claims what `_DUE` gave, in one statement."""


@dataclass(frozen=True, slots=True)
class SqlSources(Sources):
    """Sources within one transaction."""

    connection: AsyncConnection

    async def add(self, source: Source) -> None:
        """See Sources."""
        theirs = and_(
            sources.c.tenant_id == source.tenant_id,
            or_(sources.c.id == source.id, sources.c.url == source.url),
        )
        if await self.connection.scalar(select(exists().where(theirs))):
            raise ValueError(f"there is a source {source.id} or {source.url} already")
        await self.connection.execute(insert(sources), [row_of(source)])

    async def put(self, source: Source) -> bool:
        """See Sources."""
        kept = update(sources).where(_of(source.tenant_id, source.id)).values(row_of(source))
        return (await self.connection.execute(kept)).rowcount > 0

    async def put_all(self, every: Sequence[Source]) -> None:
        """See Sources."""
        if every:
            rows = [{**row_of(one), **which(one), "claimant": None} for one in every]
            await self.connection.execute(_ONE, rows)

    async def put_looks(self, every: Sequence[Source]) -> None:
        """See Sources."""
        if every:
            await self.connection.execute(_ONE, [look_row(one) for one in every])

    async def get(self, tenant_id: str, source_id: str) -> Source | None:
        """See Sources."""
        found = await self._found(_of(tenant_id, source_id))
        return found[0] if found else None

    async def those(self, keys: Sequence[tuple[str, str]]) -> tuple[Source, ...]:
        """See Sources."""
        found: list[Source] = []
        for tenant_id in dict.fromkeys(tenant_id for tenant_id, _ in keys):
            for part in portions([id_ for whose, id_ in keys if whose == tenant_id]):
                found += await self._found(and_(sources.c.tenant_id == tenant_id, sources.c.id.in_(part)))
        return tuple(found)

    async def every(self, tenant_id: str) -> tuple[Source, ...]:
        """See Sources."""
        return await self._found(sources.c.tenant_id == tenant_id)

    async def claim(self, now: datetime, until: datetime, limit: int, owner: str = "") -> tuple[Source, ...]:
        """See Sources."""
        taken = tuple(
            source_of(row) for row in await self.connection.execute(_DUE, {"now": now, "most": limit})
        )
        if taken:
            new = {"until": until, "owner": owner or None}
            await self.connection.execute(_CLAIM, {"now": now, "most": limit, **new})
        return taken

    async def give_back(self, claimed: Collection[Source]) -> None:
        """See Sources."""
        if claimed:
            rows = [{**which(one), "due": one.due, "claimant": None} for one in claimed]
            await self.connection.execute(_ONE, rows)

    async def claimants(self) -> frozenset[str]:
        """See Sources."""
        return frozenset(await self.connection.scalars(_CLAIMANTS))

    async def release(self, owners: Collection[str], now: datetime) -> int:
        """See Sources."""
        theirs = update(sources).where(sources.c.claimant.in_(tuple(owners)))
        return (await self.connection.execute(theirs.values(due=now, claimant=None))).rowcount

    async def wake(self, now: datetime) -> int:
        """See Sources."""
        touched = func.coalesce(sources.c.checked, sources.c.added, type_=sources.c.added.type)
        ahead = and_(sources.c.due > now, or_(touched > now, sources.c.due > now + LONGEST_WAIT))
        return (await self.connection.execute(update(sources).where(ahead).values(due=now))).rowcount

    async def failing(self, tenant_id: str, at: datetime) -> int:
        """See Sources."""
        theirs = and_(sources.c.tenant_id == tenant_id, sources.c.failing <= at, _polled())
        return await self.connection.scalar(select(func.count()).select_from(sources).where(theirs)) or 0

    async def next_due(self) -> datetime | None:
        """See Sources."""
        found: datetime | None = await self.connection.scalar(
            select(func.min(sources.c.due)).where(_polled())
        )
        return found

    async def drop(self, tenant_id: str, source_id: str) -> bool:
        """See Sources."""
        await self.connection.execute(delete(source_items).where(_items_of(tenant_id, source_id)))
        done = await self.connection.execute(delete(sources).where(_of(tenant_id, source_id)))
        return done.rowcount > 0

    async def known(self, tenant_id: str, source_id: str, keys: Sequence[str]) -> Mapping[str, str]:
        """See Sources."""
        found: dict[str, str] = {}
        for part in portions(list(dict.fromkeys(keys))):
            wanted = and_(_items_of(tenant_id, source_id), source_items.c.key.in_(part))
            rows = await self.connection.execute(
                select(source_items.c.key, source_items.c.digest).where(wanted)
            )
            found.update((key, digest) for key, digest in rows)
        return found

    async def know(self, looks: Sequence[Dealt]) -> None:
        """See Sources."""
        await put_all(self.connection, source_items, [row for one in looks for row in item_rows(one)])

    async def forget(self, before: datetime) -> int:
        """See Sources."""
        newer = source_items.alias("newer")
        gone = exists().where(
            newer.c.tenant_id == source_items.c.tenant_id,
            newer.c.source_id == source_items.c.source_id,
            newer.c.seen > source_items.c.seen,
        )
        old = delete(source_items).where(source_items.c.seen < before, gone)
        return (await self.connection.execute(old)).rowcount

    async def _found(self, which: ColumnElement[bool]) -> tuple[Source, ...]:
        query = EVERY.where(which).order_by(sources.c.name, sources.c.id)
        return tuple(source_of(row) for row in await self.connection.execute(query))


def _of(tenant_id: str, source_id: str) -> ColumnElement[bool]:
    return and_(sources.c.tenant_id == tenant_id, sources.c.id == source_id)


def _items_of(tenant_id: str, source_id: str) -> ColumnElement[bool]:
    return and_(source_items.c.tenant_id == tenant_id, source_items.c.source_id == source_id)
