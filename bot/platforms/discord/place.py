"""Where something happened and who did it, as Discord itself says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.domain.channel import LOCAL_TENANT, Channel, Platform
from bot.domain.request import Person
from bot.errors import PermanentRefusal
from bot.texts import Language

if TYPE_CHECKING:
    from discord import Interaction, Locale, Message

_ID = re.compile(r"[0-9]{1,20}")
"""A number of 64 bits."""


def tenant_of(guild_id: int | None, user_id: int, home: str) -> str:
    """The tenant of a server, or of one person outside of servers; `home` is the server that is `local`."""
    if guild_id is None:
        return f"user-{user_id}"
    return LOCAL_TENANT if str(guild_id) == home else str(guild_id)


def _is_abroad(interaction: Interaction) -> bool:
    """Whether this person alone brought the bot: into a server, or a talk of others, that it is not in."""
    alone = interaction.is_user_integration() and not interaction.is_guild_integration()
    return alone and (interaction.guild_id is not None or interaction.context.private_channel)


def where(interaction: Interaction, home: str) -> tuple[Channel, str]:
    """The channel of an interaction and the thread within it, empty outside of threads.

    A person who brought the bot along into a server that it is not in sees what is theirs, not the server's.
    """
    from discord import Thread

    guild_id = None if _is_abroad(interaction) else interaction.guild_id
    tenant = tenant_of(guild_id, interaction.user.id, home)
    channel = interaction.channel
    if isinstance(channel, Thread):
        return Channel(Platform.DISCORD, tenant, str(channel.parent_id)), str(channel.id)
    return Channel(Platform.DISCORD, tenant, str(interaction.channel_id)), ""


def who(interaction: Interaction) -> Person:
    """Who acted. A direct message is the person's own; on a server Manage Server makes a manager.

    A server is a tenant, and so is a person who brought the bot along: each has sources of its own. Where the
    bot itself is not, nothing can be sent, so there is nothing to manage.
    """
    user, abroad = interaction.user, _is_abroad(interaction)
    manages = interaction.guild_id is None or interaction.permissions.manage_guild
    return Person(
        id=str(user.id),
        name=user.display_name,
        may_manage=manages and not abroad,
        may_source=manages or abroad,
        language=_read_in(interaction),
    )


def writer(message: Message) -> Person:
    """Who wrote a message, with the rights that their roles give; a direct message is the person's own."""
    guild = message.guild
    manages = guild is None or _manages(message)
    return Person(
        id=str(message.author.id),
        name=message.author.display_name,
        may_manage=manages,
        may_source=manages,
        language=language_of(guild.preferred_locale) if guild else None,
    )


def _manages(message: Message) -> bool:
    """Whether the server gives them Manage Server; no where it does not tell their roles or their channel."""
    from discord import ClientException, Member

    if not isinstance(message.author, Member):
        return False
    try:
        return message.channel.permissions_for(message.author).manage_guild
    except ClientException:
        return False


def _read_in(interaction: Interaction) -> Language | None:
    """The language that the server was set to, or else that in which this person reads Discord."""
    return language_of(interaction.guild_locale) or Language.of_locale(interaction.locale.value)


def language_of(locale: Locale | None) -> Language | None:
    """The language that a server was set to; None for en-US, which every server has that nobody set."""
    from discord import Locale

    return None if locale in {None, Locale.american_english} else Language.of_locale(str(locale))


def said_where(message: Message, home: str) -> tuple[Channel, str]:
    """The channel of a message, and the thread that it stands in or that its answer opens."""
    from discord import Thread

    guild_id = message.guild.id if message.guild else None
    tenant = tenant_of(guild_id, message.author.id, home)
    channel = message.channel
    if isinstance(channel, Thread):
        return Channel(Platform.DISCORD, tenant, str(channel.parent_id)), str(channel.id)
    return Channel(Platform.DISCORD, tenant, str(channel.id)), str(message.id) if guild_id else ""


def is_id(text: str) -> bool:
    """Whether a text may be an id of Discord."""
    return bool(_ID.fullmatch(text))


def id_of(channel: Channel) -> int:
    """The id of a channel as a number; raise PermanentRefusal for one that is none of Discord's."""
    text = channel.channel_id
    if not is_id(text):
        raise PermanentRefusal(
            f"{text} is no channel id of Discord",
            code="no_such_channel",
            todo="Copy the channel's id (right click, Copy Channel ID) into its schedule",
        )
    return int(text)
