"""The ledger of deadlines with its wishes and promises, in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.article import Article
from bot.domain.channel import Channel
from bot.domain.delivery import OPEN
from bot.domain.ledger import Entry
from bot.domain.reminder import Promise, Wish
from bot.ports import Ledger, Promises, Wishes
from tests.fakes.memory_state import State


@dataclass(frozen=True, slots=True)
class MemoryLedger(Ledger):
    state: State

    async def put(self, changed: Sequence[Entry]) -> None:
        self.state.to_write().entries.update({(one.tenant_id, one.id): one for one in changed})

    async def get(self, tenant_id: str, ids: Sequence[str]) -> tuple[Entry, ...]:
        return tuple(one for one in self._own(tenant_id) if one.id in ids)

    async def between(self, tenant_id: str, first: date, last: date) -> tuple[Entry, ...]:
        return tuple(one for one in self._own(tenant_id) if one.last_day >= first and one.first_day <= last)

    async def waiting(self, tenant_id: str, engine: str, limit: int) -> tuple[Article, ...]:
        own = (one for one in self.state.revisions.values() if one.tenant_id == tenant_id)
        free = [
            (one.published.local_date, one.id, one.revision, one)
            for one in own
            if one.published and (tenant_id, engine, one.id, one.revision) not in self.state.absorbed
        ]
        return tuple(one for *_, one in sorted(free, key=lambda one: one[:3])[:limit])

    async def absorb(self, tenant_id: str, engine: str, taken: Sequence[tuple[str, int]]) -> None:
        self.state.to_write().absorbed.update({(tenant_id, engine, *one): None for one in taken})

    def _own(self, tenant_id: str) -> list[Entry]:
        kept = (one for (tenant, _), one in self.state.entries.items() if tenant == tenant_id)
        return sorted(kept, key=lambda one: one.id)


@dataclass(frozen=True, slots=True)
class MemoryWishes(Wishes):
    state: State

    async def put(self, wish: Wish) -> None:
        self.state.to_write().wishes[wish.channel, wish.entry_id, wish.reader] = wish

    async def drop(self, channel: Channel, entry_id: str, reader: str = "") -> bool:
        return self.state.to_write().wishes.pop((channel, entry_id, reader), None) is not None

    async def of(self, channel: Channel) -> tuple[Wish, ...]:
        own = (one for (of, *_), one in self.state.wishes.items() if of == channel)
        return tuple(sorted(own, key=lambda one: (one.entry_id, one.reader)))


@dataclass(frozen=True, slots=True)
class MemoryPromises(Promises):
    state: State

    async def put(self, promises: Sequence[Promise]) -> None:
        kept = self.state.to_write().promises
        for one in promises:
            r = one.reminder
            kept[r.channel, r.entry_id, r.deadline, r.step, r.reader] = one

    async def about(self, channel: Channel, entry_ids: Sequence[str]) -> tuple[Promise, ...]:
        found = (one for one in self._now() if one.reminder.channel == channel)
        return _by_instant(one for one in found if one.reminder.entry_id in entry_ids)

    async def of(self, delivery_ids: Sequence[str]) -> tuple[Promise, ...]:
        found = (one for one in self._now() if one.delivery_id in delivery_ids)
        return tuple(sorted(found, key=lambda one: (one.reminder.entry_id, one.reminder.step)))

    async def waiting(self, tenant_id: str) -> tuple[Promise, ...]:
        own = (one for one in self._now() if one.reminder.channel.tenant_id == tenant_id)
        return _by_instant(one for one in own if one.state in OPEN)

    def _now(self) -> Iterator[Promise]:
        for one in self.state.promises.values():
            if taken := self.state.deliveries.get(one.delivery_id):
                yield replace(one, state=taken.state, reason=taken.reason)


def _by_instant(promises: Iterable[Promise]) -> tuple[Promise, ...]:
    return tuple(
        sorted(
            promises,
            key=lambda one: (
                one.reminder.at,
                one.reminder.entry_id,
                one.reminder.step,
                one.reminder.reader,
            ),
        )
    )
