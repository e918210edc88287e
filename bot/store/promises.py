"""The Promises port over the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.channel import Channel
from bot.domain.delivery import OPEN, Delivery
from bot.domain.reminder import Promise, Reminder
from bot.ports import Promises
from bot.store.chunks import portions
from bot.store.codec import decode, encode
from bot.store.keys import of_channel
from bot.store.tables import deliveries, promises
from bot.store.upsert import put_all

_READ: Select[Any] = select(promises.c.reminder, promises.c.delivery_id, deliveries.c.delivery).join_from(
    promises, deliveries, promises.c.delivery_id == deliveries.c.id
)


@dataclass(frozen=True, slots=True)
class SqlPromises(Promises):
    """Promises within one transaction."""

    connection: AsyncConnection

    async def put(self, promises_: Sequence[Promise]) -> None:
        """See Promises."""
        await put_all(self.connection, promises, [_row(one) for one in promises_])

    async def about(self, channel: Channel, entry_ids: Sequence[str]) -> tuple[Promise, ...]:
        """See Promises."""
        found: list[Promise] = []
        for portion in portions(tuple(entry_ids)):
            of_these = (of_channel(promises, channel), promises.c.entry_id.in_(portion))
            found += await self._read(_READ.where(*of_these))
        return tuple(sorted(found, key=_by_instant))

    async def of(self, delivery_ids: Sequence[str]) -> tuple[Promise, ...]:
        """See Promises."""
        found: list[Promise] = []
        for portion in portions(tuple(delivery_ids)):
            found += await self._read(_READ.where(promises.c.delivery_id.in_(portion)))
        return tuple(sorted(found, key=lambda one: (one.reminder.entry_id, one.reminder.step)))

    async def waiting(self, tenant_id: str) -> tuple[Promise, ...]:
        """See Promises."""
        still_open = (promises.c.tenant_id == tenant_id, deliveries.c.state.in_(OPEN))
        return tuple(sorted(await self._read(_READ.where(*still_open)), key=_by_instant))

    async def _read(self, query: Select[Any]) -> list[Promise]:
        return [_promise(*row) for row in await self.connection.execute(query)]


def _promise(reminder: str, delivery_id: str, delivery: str) -> Promise:
    taken = decode(Delivery, delivery)
    return Promise(
        reminder=decode(Reminder, reminder), delivery_id=delivery_id, state=taken.state, reason=taken.reason
    )


def _by_instant(one: Promise) -> tuple[object, ...]:
    return one.reminder.at, one.reminder.entry_id, one.reminder.step, one.reminder.reader


def _row(one: Promise) -> dict[str, object]:
    reminder, channel = one.reminder, one.reminder.channel
    return {
        "tenant_id": channel.tenant_id,
        "platform": channel.platform,
        "channel_id": channel.channel_id,
        "entry_id": reminder.entry_id,
        "deadline": reminder.deadline,
        "step": reminder.step,
        "reader": reminder.reader,
        "delivery_id": one.delivery_id,
        "reminder": encode(reminder),
    }
