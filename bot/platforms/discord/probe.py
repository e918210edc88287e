"""What only Discord can tell of the set-up: whether the token is good, the bot's rights in each channel."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from bot.domain.channel import Channel
from bot.domain.shown import shown
from bot.errors import DeliveryError, PermanentRefusal
from bot.platforms.discord.refusals import NO_RIGHT, UNKNOWN_CHANNEL, fix
from bot.platforms.discord.rest import Rest, refusals, rest_client
from bot.platforms.discord.rights import EVENTS, invite, missing
from bot.platforms.probed import Probed
from bot.texts import say

if TYPE_CHECKING:
    from discord import Client


SHOWN = 20
"""Servers that are named."""


async def probe(
    token: str,
    base_url: str,
    channels: Sequence[Channel],
    eventful: Collection[Channel] = (),
    home: str = "",
) -> tuple[Probed, ...]:
    """Ask Discord about the token, the application, its servers and each channel. Changes nothing.

    Those of `channels` that are `eventful` want deadlines as events of their server, which is a right more.
    `home` is the server that reads what is ingested here.
    """
    async with rest_client(token, base_url) as rest:
        found = [await _token(rest)]
        if found[0].error is None:
            client = await rest.logged_in()
            found.append(await _application(client, events=bool(eventful)))
            found.append(await _servers(client, home))
            found += [await _channel(client, one, events=one in eventful) for one in channels]
    return tuple(found)


async def _token(rest: Rest) -> Probed:
    check = "discord token"
    try:
        client = await rest.logged_in()
    except DeliveryError as error:
        return Probed(check=check, error=error)
    return Probed(check=check, seen=str(client.user))


async def _application(client: Client, *, events: bool) -> Probed:
    """No privileged intent is needed, so only the invitation is told."""
    check = "discord application"
    try:
        with refusals(sends=False):
            about = await client.application_info()
    except DeliveryError as error:
        return Probed(check=check, error=error)
    return Probed(check=check, seen=f"{about.name}: {invite(str(about.id), events=events)}")


async def _servers(client: Client, home: str) -> Probed:
    """The servers that the bot is in; one of them is to be named as the reader of what is ingested here."""
    check = "discord servers"
    try:
        with refusals(sends=False):
            known = {str(one.id): one.name async for one in client.fetch_guilds(limit=SHOWN)}
    except DeliveryError as error:
        return Probed(check=check, error=error)
    seen = ", ".join(f"{shown(name)} ({id_})" for id_, name in known.items())
    todo = "" if home in known else say("doctor.discord.guild")
    return Probed(check=check, seen=seen or say("doctor.discord.nowhere"), todo=todo if known else "")


async def _channel(client: Client, channel: Channel, *, events: bool) -> Probed:
    try:
        with refusals(sends=False):
            lacking = await _lacking(client, int(channel.channel_id), events=events)
    except DeliveryError as error:
        return Probed(check=str(channel), error=error)
    except ValueError:
        odd = PermanentRefusal("This is no channel id", code="no_such_channel", todo=fix(UNKNOWN_CHANNEL))
        return Probed(check=str(channel), error=odd)
    if lacking:
        return Probed(check=str(channel), error=_refused(lacking))
    return Probed(check=str(channel), seen="may post, and look up what it posted")


async def _lacking(client: Client, where: int, *, events: bool) -> tuple[str, ...]:
    """The rights that the bot lacks in a channel; none in a direct message."""
    channel: Any = await client.fetch_channel(where)
    if getattr(channel, "guild", None) is None or client.user is None:
        return ()
    guild = await client.fetch_guild(channel.guild.id, with_counts=False)
    inside: Any = await guild.fetch_channel(where)
    rights = inside.permissions_for(await guild.fetch_member(client.user.id))
    return missing(rights.value, events=events)


def _refused(lacking: Sequence[str]) -> PermanentRefusal:
    """What to allow, and where: a text channel's settings have nothing on events."""
    here = ", ".join(name for name in lacking if name not in EVENTS)
    todo = [say("fix.discord.channel_rights", rights=here)] if here else []
    todo += [say("fix.discord.events")] if EVENTS.keys() & set(lacking) else []
    return PermanentRefusal(f"The bot lacks {', '.join(lacking)}", code=str(NO_RIGHT), todo=". ".join(todo))
