"""Servers that the bot comes to and leaves."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.domain.channel import Channel, Platform
from bot.domain.request import Arrival
from bot.platforms.discord.place import language_of, tenant_of
from bot.ports import Desk

if TYPE_CHECKING:
    from discord import Client, Guild, TextChannel
    from discord.abc import GuildChannel

Hear = Callable[..., Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Guilds:
    """The events of servers, for the desk."""

    client: Client
    desk: Desk
    home: str

    @property
    def events(self) -> tuple[Hear, ...]:
        """Handlers by the names of their events."""
        return (self.on_ready, self.on_guild_join, self.on_guild_remove, self.on_guild_channel_delete)

    async def on_ready(self) -> None:
        """Servers that were joined while we were away are greeted now; the others were, and hear nothing."""
        for guild in self.client.guilds:
            await self.on_guild_join(guild)

    async def on_guild_join(self, guild: Guild) -> None:
        """Greet where the server greets its own, or in the first channel that takes our words.

        Once for each joining: a server that removed us and takes us back goes on with what it had.
        """
        place = _greeted(guild)
        if place is None:
            return
        channel = Channel(Platform.DISCORD, self._tenant(guild), str(place.id))
        since = guild.me.joined_at
        joining = f"guild-{guild.id}-{since.isoformat() if since else ''}"
        language = language_of(guild.preferred_locale)
        await self.desk.joined(Arrival(channel=channel, event_id=joining, language=language))

    async def on_guild_remove(self, guild: Guild) -> None:
        """Nothing more goes to this server."""
        await self.desk.removed(Platform.DISCORD, self._tenant(guild))

    async def on_guild_channel_delete(self, channel: GuildChannel) -> None:
        """Nothing more goes to this channel."""
        await self.desk.removed(Platform.DISCORD, self._tenant(channel.guild), str(channel.id))

    def _tenant(self, guild: Guild) -> str:
        return tenant_of(guild.id, 0, self.home)


def _greeted(guild: Guild) -> TextChannel | None:
    candidates = [guild.system_channel, *guild.text_channels]
    return next((one for one in candidates if one is not None and _open(guild, one)), None)


def _open(guild: Guild, channel: TextChannel) -> bool:
    rights = channel.permissions_for(guild.me)
    return rights.view_channel and rights.send_messages
