"""Questions that mention the bot or are sent to it directly; of all other messages it is told no words."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.domain.channel import Platform
from bot.domain.reply import Reply
from bot.domain.request import Person, Said
from bot.platforms.discord.answering import shown, view_of
from bot.platforms.discord.place import said_where
from bot.ports import Desk

if TYPE_CHECKING:
    from discord import Client, Message

THREAD_NAME = 90

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Mentions:
    """Messages for the bot, for the desk."""

    client: Client
    desk: Desk
    home: str

    async def on_message(self, message: Message) -> None:
        """Answer a message that is meant for the bot."""
        import discord

        me = self.client.user
        if me is None or message.author.bot or (message.guild and me not in message.mentions):
            return
        text = message.content.replace(f"<@{me.id}>", " ").replace(f"<@!{me.id}>", " ").strip()
        channel, thread = said_where(message, self.home)
        person = Person(id=str(message.author.id), name=message.author.display_name)
        said = Said(channel=channel, person=person, text=text, event_id=str(message.id), thread=thread)
        try:
            async with message.channel.typing():
                reply = await self.desk.said(said)
                if reply is not None:
                    await self._answer(message, reply, text)
        except discord.HTTPException as error:
            about = {"action": "answer_failed", "code": error.code}
            log.warning("an answer did not reach Discord", extra=about, exc_info=True)

    async def _answer(self, message: Message, reply: Reply, text: str) -> None:
        place = await _thread(message, text)
        for page in shown(reply):
            await place.send(view=view_of(page))
        await self.desk.answered(Platform.DISCORD, str(message.id))


async def _thread(message: Message, text: str) -> Any:
    """Where the answer goes: the message's thread, a new one, or the channel where there can be none."""
    import discord

    if message.guild is None or isinstance(message.channel, discord.Thread):
        return message.channel
    try:
        return await message.create_thread(
            name=text[:THREAD_NAME] or message.author.display_name[:THREAD_NAME]
        )
    except discord.HTTPException:
        return message.channel
