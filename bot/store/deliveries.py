"""The Deliveries port over the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.channel import Channel
from bot.domain.delivery import Delivery, State
from bot.ports import Deliveries
from bot.store.chunks import portions
from bot.store.codec import decode, encode
from bot.store.keys import topics_key
from bot.store.tables import deliveries
from bot.store.upsert import insert_missing, put_all

_of = deliveries.c
_channel = tuple_(_of.platform, _of.tenant_id, _of.channel_id)
_rank = (
    func.row_number()
    .over(
        partition_by=(_of.platform, _of.tenant_id, _of.channel_id),
        order_by=(func.coalesce(_of.upto, -1).desc(), _of.due.desc(), _of.id.desc()),
    )
    .label("rank")
)
"""A delivery's place among those of its channel, the last sent one first."""


@dataclass(frozen=True, slots=True)
class SqlDeliveries(Deliveries):
    """Deliveries within one transaction."""

    connection: AsyncConnection

    async def add(self, new: Sequence[Delivery]) -> tuple[Delivery, ...]:
        """See Deliveries."""
        known = {one.id for one in await self.get([one.id for one in new])}
        missing = {one.id: one for one in new if one.id not in known}
        await insert_missing(self.connection, deliveries, [_row(one) for one in missing.values()])
        return tuple(missing.values())

    async def get(self, ids: Sequence[str]) -> tuple[Delivery, ...]:
        """See Deliveries."""
        found: dict[str, Delivery] = {}
        for portion in portions(tuple(ids)):
            for one in await self._read(select(_of.delivery).where(_of.id.in_(portion))):
                found[one.id] = one
        return tuple(found[key] for key in dict.fromkeys(ids) if key in found)

    async def save(self, changed: Sequence[Delivery]) -> None:
        """See Deliveries."""
        await put_all(self.connection, deliveries, [_row(one) for one in changed])

    async def between(self, tenant_id: str | None, first: date, last: date) -> tuple[Delivery, ...]:
        """See Deliveries."""
        query = select(_of.delivery).where(_of.local_date.between(first, last))
        if tenant_id is not None:
            query = query.where(_of.tenant_id == tenant_id)
        return await self._read(query.order_by(_of.due, _of.id))

    async def standing(self, tenant_id: str, before: date, states: Collection[State]) -> tuple[Delivery, ...]:
        """See Deliveries."""
        query = select(_of.delivery).where(_of.tenant_id == tenant_id, _of.local_date < before)
        return await self._read(query.where(_of.state.in_(sorted(states))).order_by(_of.due, _of.id))

    async def last_sent(
        self, channels: Sequence[Channel], topics: Sequence[str], before: datetime | None = None
    ) -> Mapping[Channel, Delivery]:
        """See Deliveries."""
        last: dict[Channel, Delivery] = {}
        sent = [_of.state == State.SENT, _of.topics == topics_key(topics)]
        sent += [_of.due < before] if before else []
        for portion in portions(tuple(channels), columns=3):
            keys = [(one.platform, one.tenant_id, one.channel_id) for one in portion]
            ranked = select(_of.id, _rank).where(_channel.in_(keys), *sent).subquery()
            first = select(ranked.c.id).where(ranked.c.rank == 1)
            for one in await self._read(select(_of.delivery).where(_of.id.in_(first))):
                last[one.channel] = one
        return last

    async def sent(
        self, channels: Sequence[Channel], topics: Sequence[str], since: datetime
    ) -> tuple[Delivery, ...]:
        """See Deliveries."""
        found: list[Delivery] = []
        sent = (_of.state == State.SENT, _of.topics == topics_key(topics), _of.due >= since)
        for portion in portions(tuple(channels), columns=3):
            keys = [(one.platform, one.tenant_id, one.channel_id) for one in portion]
            found += await self._read(select(_of.delivery).where(_channel.in_(keys), *sent))
        return tuple(sorted(found, key=lambda one: (one.due, one.id)))

    async def _read(self, query: Select[Any]) -> tuple[Delivery, ...]:
        return tuple(decode(Delivery, text) for text in await self.connection.scalars(query))


def _row(one: Delivery) -> dict[str, object]:
    return {
        "id": one.id,
        "tenant_id": one.channel.tenant_id,
        "platform": one.channel.platform,
        "channel_id": one.channel.channel_id,
        "schedule_id": one.schedule_id,
        "local_date": one.local_date,
        "topics": topics_key(one.topics),
        "state": one.state,
        "due": one.due,
        "delivery": encode(one),
        "upto": one.upto,
    }
