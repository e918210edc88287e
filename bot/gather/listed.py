"""The sources that a file lists are those that are polled: who adds a line adds a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.source import Kind, Source, Wanted
from bot.errors import InputError
from bot.gather.adding import MAX_SOURCES, source_id
from bot.gather.timing import FIRST
from bot.ports import Change, Clock, Store, UnitOfWork
from bot.texts import say

FILE = "sources.toml"
"""Who added a source that the file lists; only such a one goes when its line goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The use case. Running it again on the same list changes nothing."""

    store: Store
    clock: Clock

    async def take_over(self, tenant_id: str, wanted: Sequence[Wanted]) -> tuple[str, ...]:
        """Add what is new, rename, and remove what the file listed before; return what changed, in words.

        A listed source is not read first: its first look says what stands there. Where nothing changes
        nothing is written, so that another program's lock does not hold up a start.
        """
        async with self.store.read() as unit:
            every = await unit.sources.every(tenant_id)
        if not _gone(every, tenant_id, wanted) and not _renamed(every, wanted) and not _new(every, wanted):
            return ()
        async with self.store.write() as unit:
            every = await unit.sources.every(tenant_id)
            gone = _gone(every, tenant_id, wanted)
            dropped = {one.id for one in gone}
            left = [one for one in every if one.id not in dropped]
            changes = [
                *await self._dropped(unit, gone),
                *await self._put(unit, _renamed(left, wanted)),
                *await self._added(unit, tenant_id, left, wanted, FILE),
            ]
            await self._note(unit, tenant_id, FILE, changes)
        return tuple(changes)

    async def add(self, tenant_id: str, wanted: Sequence[Wanted], who: str) -> tuple[str, ...]:
        """Add what is new and leave all else as it is; return what was added, in words."""
        async with self.store.write() as unit:
            changes = await self._added(unit, tenant_id, await unit.sources.every(tenant_id), wanted, who)
            await self._note(unit, tenant_id, who, changes)
        return tuple(changes)

    async def _dropped(self, unit: UnitOfWork, gone: Sequence[Source]) -> list[str]:
        for one in gone:
            await unit.sources.drop(one.tenant_id, one.id)
        return [say("audit.source_removed", name=one.name or one.url, url=one.url) for one in gone]

    async def _put(self, unit: UnitOfWork, renamed: Sequence[Source]) -> list[str]:
        for one in renamed:
            await unit.sources.put(one)
        return [say("audit.source_named", name=one.name, url=one.url) for one in renamed]

    async def _added(
        self, unit: UnitOfWork, tenant_id: str, every: Sequence[Source], wanted: Sequence[Wanted], who: str
    ) -> list[str]:
        new = _new(every, wanted)
        if len(every) + len(new) > MAX_SOURCES:
            raise InputError(
                say(
                    "source.too_many", new=f"{len(new):,}", there=f"{len(every):,}", limit=f"{MAX_SOURCES:,}"
                ),
                kept=say("source.unkept"),
                todo=say("source.too_many.fix"),
            )
        now = self.clock.now()
        for one in new:
            await unit.sources.add(_fresh(tenant_id, one, who, now))
        return [say("audit.source_added", name=one.name or one.url, url=one.url) for one in new]

    async def _note(self, unit: UnitOfWork, tenant_id: str, who: str, changes: Sequence[str]) -> None:
        for what in changes:
            await unit.audit.note(tenant_id, Change(at=self.clock.now(), who=who, what=what))


def _gone(every: Sequence[Source], tenant_id: str, wanted: Sequence[Wanted]) -> list[Source]:
    """What the file listed before and does not any more."""
    kept = {source_id(tenant_id, one.url) for one in wanted}
    there = {one.url for one in wanted}  # also under the address to which it moved
    return [one for one in every if one.who == FILE and one.id not in kept and one.url not in there]


def _renamed(every: Sequence[Source], wanted: Sequence[Wanted]) -> list[Source]:
    """Listed sources with the other name that the file gives them now."""
    names = {one.url: one.name for one in reversed(wanted) if one.name}
    listed = [one for one in every if one.who == FILE]
    called = [names.get(one.moved_from or one.url) or names.get(one.url) or one.name for one in listed]
    new = [replace(one, name=name) for one, name in zip(listed, called, strict=True)]
    return [after for before, after in zip(listed, new, strict=True) if after != before]


def _new(every: Sequence[Source], wanted: Sequence[Wanted]) -> list[Wanted]:
    """What no source is at yet, each address once."""
    known = {one.url for one in every} | {one.moved_from for one in every}
    return list({one.url: one for one in reversed(wanted) if one.url not in known}.values())


def _fresh(tenant_id: str, wanted: Wanted, who: str, now: datetime) -> Source:
    return Source(
        tenant_id=tenant_id,
        id=source_id(tenant_id, wanted.url),
        url=wanted.url,
        kind=Kind.FEED,
        name=wanted.name,
        added=now,
        due=now,
        every=FIRST,
        who=who,
    )
