"""Direct messages: a person's id, marked as one, stands for the channel of theirs and the bot's alone."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.channel import Channel
from bot.platforms.discord.place import id_of
from bot.platforms.discord.rest import Rest, refusals

PERSON = "@"
"""Before a person's id: people and channels have ids of one kind."""


def direct(channel: Channel, person: str) -> Channel:
    """Where a person of that tenant is written to alone."""
    return replace(channel, channel_id=f"{PERSON}{person}")


async def place_of(rest: Rest, channel: Channel) -> int:
    """The id of a channel; Discord says which one is a person's, the same each time.

    Raise PermanentRefusal for what is no id, DeliveryError where Discord does not say.
    """
    if not channel.channel_id.startswith(PERSON):
        return id_of(channel)
    person = id_of(replace(channel, channel_id=channel.channel_id.removeprefix(PERSON)))
    client = await rest.logged_in()
    with refusals(sends=False):
        return int((await client.http.start_private_message(person))["id"])
