"""What people do with the sources there are: find one, pause it, let it go on, remove it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.domain.source import Halt, Source, called
from bot.errors import InputError
from bot.gather.adding import address
from bot.ports import Change, Clock, Store, UnitOfWork
from bot.texts import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """The use cases; each says what it did, keeps that in the audit and returns the source afterwards.

    A source is named by its id or the beginning of it, its address, or its name whatever its case. All raise
    InputError when that names no source, or more than one.
    """

    store: Store
    clock: Clock

    async def listed(self, tenant_id: str) -> tuple[Source, ...]:
        """All sources of the tenant, by name."""
        async with self.store.read() as unit:
            return await unit.sources.every(tenant_id)

    async def one(self, tenant_id: str, named: str) -> Source:
        """The source that is named."""
        async with self.store.read() as unit:
            return await _one(unit, tenant_id, named)

    async def pause(self, tenant_id: str, named: str, who: str) -> Source:
        """It is not polled any more until somebody lets it go on."""
        now = self.clock.now()
        halt = Halt(at=now, reason=say("source.by_hand"), who=who)
        return await self._change(
            tenant_id, named, who, "audit.source_paused", lambda s: replace(s, halt=halt)
        )

    async def resume(self, tenant_id: str, named: str, who: str) -> Source:
        """It is polled again, at once or after hours that it skips; what it failed before counts no more."""
        now = self.clock.now()

        def go_on(source: Source) -> Source:
            return replace(source, halt=None, failing=None, due=now)

        return await self._change(tenant_id, named, who, "audit.source_resumed", go_on)

    async def rename(self, tenant_id: str, named: str, name: str, who: str) -> Source:
        """Its articles from now on carry that name where they name no outlet themselves."""
        wanted = called(name)
        if not wanted:
            raise InputError(say("source.no_name"), todo=say("source.no_name.fix"))
        return await self._change(
            tenant_id, named, who, "audit.source_named", lambda s: replace(s, name=wanted)
        )

    async def remove(self, tenant_id: str, named: str, who: str) -> Source:
        """It is forgotten; its articles stay."""
        async with self.store.write() as unit:
            source = await _one(unit, tenant_id, named)
            await unit.sources.drop(tenant_id, source.id)
            await self._note(unit, source, who, "audit.source_removed")
        return source

    async def _change(
        self, tenant_id: str, named: str, who: str, audit: str, change: Callable[[Source], Source]
    ) -> Source:
        async with self.store.write() as unit:
            before = await _one(unit, tenant_id, named)
            source = change(before)
            await unit.sources.put(source)
            await self._note(unit, source, who, audit)
        return source

    async def _note(self, unit: UnitOfWork, source: Source, who: str, audit: str) -> None:
        what = say(audit, name=source.name, url=source.url)
        await unit.audit.note(source.tenant_id, Change(at=self.clock.now(), who=who, what=what))


def _typed(named: str) -> str:
    """The address that was meant, however it was typed; as it stands where it is none."""
    try:
        return address(named)
    except InputError:
        return named


async def _one(unit: UnitOfWork, tenant_id: str, named: str) -> Source:
    wanted = named.strip()
    every = await unit.sources.every(tenant_id)
    found = [one for one in every if wanted in (one.id, one.url, one.moved_from)]
    found = found or [one for one in every if one.name.casefold() == wanted.casefold()]
    found = found or [one for one in every if _typed(wanted) in (one.url, one.moved_from)]
    found = found or [one for one in every if wanted and one.id.startswith(wanted.lower())]
    if len(found) == 1:
        return found[0]
    if not found:
        raise InputError(say("source.none", named=wanted[:80]), todo=say("source.see_list"))
    names = ", ".join(f"{one.id} ({one.name})" for one in found[:5])
    raise InputError(say("source.many", named=wanted[:80], names=names), todo=say("source.many.fix"))
