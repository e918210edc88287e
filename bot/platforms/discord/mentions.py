"""Questions that mention the bot or are sent to it directly; of all other messages it is told no words."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.domain.channel import Platform
from bot.domain.reply import Reply
from bot.domain.request import Said
from bot.domain.shown import shown as shown_text
from bot.errors import DeliveryError
from bot.platforms.discord.answering import again, shown, view_of
from bot.platforms.discord.marker import nonce_of
from bot.platforms.discord.pages import Page
from bot.platforms.discord.place import said_where, writer
from bot.platforms.discord.rest import refusals
from bot.ports import Desk
from bot.texts import say, speaking

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
        me = self.client.user
        if me is None or message.author.bot or (message.guild and me not in message.mentions):
            return
        text = message.content.replace(f"<@{me.id}>", " ").replace(f"<@!{me.id}>", " ").strip()
        channel, thread = said_where(message, self.home)
        said = Said(
            channel=channel, person=writer(message), text=text, event_id=str(message.id), thread=thread
        )
        try:
            async with _typing(message.channel):
                reply = await self.desk.said(said)
                if reply is not None:
                    with refusals():
                        await self._answer(message, reply, text)
        except DeliveryError as error:
            about = {"action": "answer_failed", "code": error.code}
            log.warning("an answer did not reach Discord", extra=about, exc_info=True)

    async def _answer(self, message: Message, reply: Reply, text: str) -> None:
        place = await _thread(message, text)
        with speaking(reply.language):
            pages = shown(reply)
        for n, page in enumerate(pages):
            await _send(place, page, nonce_of(f"{message.id}.{n}"))
        await self.desk.answered(Platform.DISCORD, str(message.id))


async def _send(place: Any, page: Page, nonce: str) -> None:
    """The nonce keeps it single where it is sent again."""
    await again(lambda: place.send(view=view_of(page), nonce=nonce))


@asynccontextmanager
async def _typing(channel: Any) -> AsyncIterator[None]:
    """Show that it is being worked on, if Discord will: the answer does not depend on it."""
    async with AsyncExitStack() as stack:
        try:
            with refusals(sends=False):
                await stack.enter_async_context(channel.typing())
        except DeliveryError as error:
            log.info("not shown as typing", extra={"action": "not_typing", "code": error.code})
        yield


async def _thread(message: Message, text: str) -> Any:
    """Where the answer goes: the message's thread, a new one, or the channel where there can be none."""
    import discord

    if message.guild is None or isinstance(message.channel, discord.Thread):
        return message.channel
    try:
        return await message.create_thread(
            name=(shown_text(text) or shown_text(message.author.display_name) or say("app"))[:THREAD_NAME]
        )
    except discord.HTTPException:
        return message.channel
