"""Sources, in memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.channel import LOCAL_TENANT
from bot.domain.source import LONGEST_WAIT, Dealt, Source
from bot.ports import Sources
from tests.fakes.memory_state import State


@dataclass(frozen=True, slots=True)
class MemorySources(Sources):
    state: State

    async def add(self, source: Source) -> None:
        kept = self.state.to_write().sources
        theirs = [one for one in kept.values() if one.tenant_id == source.tenant_id]
        if any(source.id == one.id or source.url == one.url for one in theirs):
            raise ValueError(f"there is a source {source.id} or {source.url} already")
        kept[source.tenant_id, source.id] = source

    async def put(self, source: Source) -> bool:
        kept, key = self.state.to_write().sources, (source.tenant_id, source.id)
        if key in kept:
            kept[key] = source
        return key in kept

    async def put_all(self, sources: Sequence[Source]) -> None:
        for one in sources:
            await self.put(one)
        self._let_go(sources)

    async def those(self, keys: Sequence[tuple[str, str]]) -> tuple[Source, ...]:
        return tuple(self.state.sources[key] for key in keys if key in self.state.sources)

    async def get(self, tenant_id: str, source_id: str) -> Source | None:
        return self.state.sources.get((tenant_id, source_id))

    async def every(self, tenant_id: str) -> tuple[Source, ...]:
        theirs = [one for one in self.state.sources.values() if one.tenant_id == tenant_id]
        return tuple(sorted(theirs, key=lambda one: (one.name, one.id)))

    async def put_looks(self, sources: Sequence[Source]) -> None:
        for one in sources:
            if now := self.state.sources.get((one.tenant_id, one.id)):
                after = replace(now, due=one.due, every=one.every, checked=one.checked, read=one.read)
                await self.put(after)
        self._let_go(sources)

    async def claim(self, now: datetime, until: datetime, limit: int, owner: str = "") -> tuple[Source, ...]:
        due = [one for one in self._polled() if one.due <= now]
        due = sorted(due, key=lambda one: (one.due, one.tenant_id, one.id))[:limit]
        for one in due:
            self.state.to_write().sources[one.tenant_id, one.id] = replace(one, due=until)
        self._let_go(due)
        if owner:
            self.state.claimed.update({(one.tenant_id, one.id): owner for one in due})
        return tuple(due)

    async def claimants(self) -> frozenset[str]:
        return frozenset(self.state.claimed.values())

    async def release(self, owners: Collection[str], now: datetime) -> int:
        kept = self.state.to_write()
        theirs = [key for key, owner in kept.claimed.items() if owner in owners]
        for key in theirs:
            del kept.claimed[key]
            kept.sources[key] = replace(kept.sources[key], due=now)
        return len(theirs)

    async def give_back(self, sources: Collection[Source]) -> None:
        kept = self.state.to_write().sources
        for one in sources:
            if now := kept.get((one.tenant_id, one.id)):
                kept[one.tenant_id, one.id] = replace(now, due=one.due)
        self._let_go(sources)

    async def wake(self, now: datetime) -> int:
        kept = self.state.to_write().sources
        late = [one for one in kept.values() if one.due > now]
        late = [one for one in late if (one.checked or one.added) > now or one.due > now + LONGEST_WAIT]
        kept.update({(one.tenant_id, one.id): replace(one, due=now) for one in late})
        return len(late)

    async def failing(self, tenant_id: str, at: datetime) -> int:
        failing = [one.failing for one in await self.every(tenant_id) if one.fails]
        return sum(since is not None and since <= at for since in failing)

    async def next_due(self) -> datetime | None:
        return min((one.due for one in self._polled()), default=None)

    async def drop(self, tenant_id: str, source_id: str) -> bool:
        items = self.state.to_write().source_items
        for key in [key for key in items if key[:2] == (tenant_id, source_id)]:
            del items[key]
        self.state.claimed.pop((tenant_id, source_id), None)
        return self.state.sources.pop((tenant_id, source_id), None) is not None

    async def known(self, tenant_id: str, source_id: str, keys: Sequence[str]) -> Mapping[str, str]:
        found = {key: self.state.source_items.get((tenant_id, source_id, key)) for key in keys}
        return {key: kept[0] for key, kept in found.items() if kept}

    async def know(self, looks: Sequence[Dealt]) -> None:
        for one in looks:
            made = {
                (one.tenant_id, one.source_id, key): (digest, one.at) for key, digest in one.items.items()
            }
            self.state.to_write().source_items.update(made)

    async def forget(self, before: datetime) -> int:
        kept = self.state.to_write().source_items
        last: dict[tuple[str, str], datetime] = {}
        for (tenant_id, source_id, _), (_, seen) in kept.items():
            last[tenant_id, source_id] = max(seen, last.get((tenant_id, source_id), seen))
        old = [key for key, (_, seen) in kept.items() if seen < min(before, last[key[:2]])]
        for key in old:
            del kept[key]
        return len(old)

    def _let_go(self, sources: Collection[Source]) -> None:
        for one in sources:
            self.state.to_write().claimed.pop((one.tenant_id, one.id), None)

    def _polled(self) -> list[Source]:
        gone = {tenant_id for _, tenant_id in self.state.removals} - {LOCAL_TENANT}
        theirs = [one for one in self.state.sources.values() if one.tenant_id not in gone]
        return [one for one in theirs if not one.halt or one.halt.by_itself]
