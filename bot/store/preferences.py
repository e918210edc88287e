"""The Preferences port over the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.channel import Channel
from bot.domain.preferences import ChannelSettings
from bot.ports import Preferences
from bot.store.chunks import portions
from bot.store.codec import decode, encode
from bot.store.keys import columns_of, of_channel
from bot.store.tables import preferences
from bot.store.upsert import put


@dataclass(frozen=True, slots=True)
class SqlPreferences(Preferences):
    """Preferences within one transaction."""

    connection: AsyncConnection

    async def put(self, settings: ChannelSettings) -> None:
        """See Preferences."""
        row = {**columns_of(settings.channel), "settings": encode(settings)}
        await put(self.connection, preferences, row)

    async def get(self, channel: Channel) -> ChannelSettings | None:
        """See Preferences."""
        query = select(preferences.c.settings).where(of_channel(preferences, channel))
        text: str | None = await self.connection.scalar(query)
        return None if text is None else decode(ChannelSettings, text)

    async def of(self, channels: Sequence[Channel]) -> Mapping[Channel, ChannelSettings]:
        """See Preferences."""
        found: dict[Channel, ChannelSettings] = {}
        key = tuple_(preferences.c.platform, preferences.c.tenant_id, preferences.c.channel_id)
        for portion in portions(tuple(channels), columns=3):
            keys = [(one.platform, one.tenant_id, one.channel_id) for one in portion]
            for text in await self.connection.scalars(select(preferences.c.settings).where(key.in_(keys))):
                settings = decode(ChannelSettings, text)
                found[settings.channel] = settings
        return found

    async def every(self, tenant_id: str | None = None) -> tuple[ChannelSettings, ...]:
        """See Preferences."""
        query = select(preferences.c.settings)
        if tenant_id is not None:
            query = query.where(preferences.c.tenant_id == tenant_id)
        found = [decode(ChannelSettings, text) for text in await self.connection.scalars(query)]
        return tuple(sorted(found, key=lambda one: one.channel))
