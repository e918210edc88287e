"""Where something happened and who did it, as Discord itself says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.channel import LOCAL_TENANT, Channel, Platform
from bot.domain.request import Person

if TYPE_CHECKING:
    from discord import Interaction, Message


def tenant_of(guild_id: int | None, user_id: int, home: str) -> str:
    """The tenant of a server, or of one person outside of servers; `home` is the server that is `local`."""
    if guild_id is None:
        return f"user-{user_id}"
    return LOCAL_TENANT if str(guild_id) == home else str(guild_id)


def where(interaction: Interaction, home: str) -> tuple[Channel, str]:
    """The channel of an interaction and the thread within it, empty outside of threads."""
    from discord import Thread

    tenant = tenant_of(interaction.guild_id, interaction.user.id, home)
    channel = interaction.channel
    if isinstance(channel, Thread):
        return Channel(Platform.DISCORD, tenant, str(channel.parent_id)), str(channel.id)
    return Channel(Platform.DISCORD, tenant, str(interaction.channel_id)), ""


def who(interaction: Interaction) -> Person:
    """Who acted. A direct message is the person's own; on a server Manage Server makes a manager.

    A server is a tenant, and so is a person outside of servers: who manages may change its sources too.
    """
    user = interaction.user
    manages = interaction.guild_id is None or interaction.permissions.manage_guild
    return Person(id=str(user.id), name=user.display_name, may_manage=manages, may_source=manages)


def said_where(message: Message, home: str) -> tuple[Channel, str]:
    """The channel of a message, and the thread that it stands in or that its answer opens."""
    from discord import Thread

    guild_id = message.guild.id if message.guild else None
    tenant = tenant_of(guild_id, message.author.id, home)
    channel = message.channel
    if isinstance(channel, Thread):
        return Channel(Platform.DISCORD, tenant, str(channel.parent_id)), str(channel.id)
    return Channel(Platform.DISCORD, tenant, str(channel.id)), str(message.id) if guild_id else ""
