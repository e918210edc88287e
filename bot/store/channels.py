"""The Channels and Audit ports over the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.channel import Channel, Platform
from bot.ports import Audit, Change, Channels, Pause
from bot.store.chunks import portions
from bot.store.keys import columns_of, of_channel
from bot.store.tables import audit, pauses, removals
from bot.texts import say


@dataclass(frozen=True, slots=True)
class SqlChannels(Channels):
    """Channels within one transaction."""

    connection: AsyncConnection

    async def paused(self, channels: Sequence[Channel]) -> Mapping[Channel, Pause]:
        """See Channels."""
        found: dict[Channel, Pause] = {}
        for portion in portions(tuple(channels), columns=3):
            keys = [(one.platform, one.tenant_id, one.channel_id) for one in portion]
            key = tuple_(pauses.c.platform, pauses.c.tenant_id, pauses.c.channel_id)
            for row in (await self.connection.execute(select(pauses).where(key.in_(keys)))).mappings():
                channel = Channel(Platform(row["platform"]), row["tenant_id"], row["channel_id"])
                found[channel] = Pause(reason=row["reason"], since=row["since"])
        return {**await self._removed(channels), **found}

    async def _removed(self, channels: Sequence[Channel]) -> dict[Channel, Pause]:
        """The pauses of channels whose tenant removed the bot; such tenants are few at any time."""
        rows = (await self.connection.execute(select(removals))).mappings()
        gone = {(row["platform"], row["tenant_id"]): row["at"] for row in rows}
        keys = [(channel, (channel.platform, channel.tenant_id)) for channel in channels]
        return {
            channel: Pause(reason=say("pause.removed"), since=gone[key])
            for channel, key in keys
            if key in gone
        }

    async def pause(self, channel: Channel, pause: Pause) -> bool:
        """See Channels."""
        if await self.paused([channel]):
            return False
        row = {**columns_of(channel), "reason": pause.reason, "since": pause.since}
        await self.connection.execute(insert(pauses), row)
        return True

    async def resume(self, channel: Channel) -> bool:
        """See Channels."""
        done = await self.connection.execute(delete(pauses).where(of_channel(pauses, channel)))
        return done.rowcount > 0


@dataclass(frozen=True, slots=True)
class SqlAudit(Audit):
    """The audit within one transaction."""

    connection: AsyncConnection

    async def note(self, tenant_id: str, change: Change) -> None:
        """See Audit."""
        row = {"tenant_id": tenant_id, "at": change.at, "who": change.who, "what": change.what}
        await self.connection.execute(insert(audit), row)

    async def latest(self, tenant_id: str, limit: int) -> tuple[Change, ...]:
        """See Audit."""
        query = select(audit).where(audit.c.tenant_id == tenant_id)
        newest = query.order_by(audit.c.at.desc(), audit.c.number.desc()).limit(limit)
        rows = (await self.connection.execute(newest)).mappings()
        return tuple(Change(at=row["at"], who=row["who"], what=row["what"]) for row in rows)
