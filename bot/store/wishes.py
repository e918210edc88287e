"""The Wishes port over the database."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.channel import Channel
from bot.domain.reminder import Wish, WishKind
from bot.ports import Wishes
from bot.store.keys import of_channel
from bot.store.tables import wishes
from bot.store.upsert import put_all


@dataclass(frozen=True, slots=True)
class SqlWishes(Wishes):
    """Wishes within one transaction."""

    connection: AsyncConnection

    async def put(self, wish: Wish) -> None:
        """See Wishes."""
        await put_all(self.connection, wishes, [_row(wish)])

    async def drop(self, channel: Channel, entry_id: str, reader: str = "") -> bool:
        """See Wishes."""
        of = (of_channel(wishes, channel), wishes.c.entry_id == entry_id, wishes.c.reader == reader)
        return (await self.connection.execute(delete(wishes).where(*of))).rowcount > 0

    async def of(self, channel: Channel) -> tuple[Wish, ...]:
        """See Wishes."""
        query = select(wishes).where(of_channel(wishes, channel))
        rows = (await self.connection.execute(query.order_by(wishes.c.entry_id, wishes.c.reader))).mappings()
        return tuple(
            Wish(
                channel=channel,
                entry_id=row["entry_id"],
                kind=WishKind(row["kind"]),
                reader=row["reader"],
                until=row["until"],
            )
            for row in rows
        )


def _row(wish: Wish) -> dict[str, object]:
    channel = wish.channel
    return {
        "tenant_id": channel.tenant_id,
        "platform": channel.platform,
        "channel_id": channel.channel_id,
        "entry_id": wish.entry_id,
        "reader": wish.reader,
        "kind": wish.kind,
        "until": wish.until,
    }
