"""Texts for the bot: mentions, direct messages, and lines in threads in which it speaks."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.domain.channel import Platform
from bot.domain.reply import Reply
from bot.domain.request import Said
from bot.errors import DeliveryError
from bot.platforms.slack.answering import patiently
from bot.platforms.slack.answers import Answers
from bot.platforms.slack.asked import team_of
from bot.platforms.slack.digest import Message
from bot.platforms.slack.heard import heard, names_others
from bot.platforms.slack.markup import Json
from bot.platforms.slack.people import person_in
from bot.platforms.slack.place import text_event
from bot.platforms.slack.replies import shown
from bot.platforms.slack.speaking import Speaker
from bot.platforms.slack.web import call
from bot.texts import say, speaking

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp, AsyncBoltContext
    from slack_sdk.web.async_client import AsyncWebClient

PLAIN = frozenset({"", "file_share", "thread_broadcast"})
"""Subtypes of messages that a person wrote."""

A_WHILE = 1.5
"""Seconds that an answer may take before a message says that it is being worked on."""

THREADS_MOST = 10_000
"""Threads remembered in which the bot answered; after a restart only those that it began count."""

log = logging.getLogger(__name__)


@dataclass(slots=True, kw_only=True)
class Mentions:
    """The handlers of texts."""

    answers: Answers
    threads: dict[tuple[str, str], None] = field(default_factory=dict)

    def on(self, app: AsyncApp) -> None:
        """Register the handlers."""
        app.event("app_mention")(self.on_mention)
        app.event("message")(self.on_message)

    async def on_mention(self, event: Json, client: AsyncWebClient, context: AsyncBoltContext) -> None:
        """Somebody mentions the bot: the answer goes into the thread of that message."""
        if _by_person(event):
            thread = str(event.get("thread_ts") or event["ts"])
            await self._said(event, client, context, thread)

    async def on_message(self, event: Json, client: AsyncWebClient, context: AsyncBoltContext) -> None:
        """A direct message, or a line in a thread that the bot began or answered in."""
        if not _by_person(event):
            return
        text, me = str(event.get("text") or ""), str(context.bot_user_id or "")
        thread = str(event.get("thread_ts") or "")
        if event.get("channel_type") == "im":
            await self._said(event, client, context, thread)
        elif thread and f"<@{me}>" not in text and not names_others(text, me):
            key = (str(event["channel"]), thread)
            if event.get("parent_user_id") == me or key in self.threads:
                await self._said(event, client, context, thread)

    async def _said(
        self, event: Json, client: AsyncWebClient, context: AsyncBoltContext, thread: str
    ) -> None:
        shared, channel_id = self.answers, str(event["channel"])
        channel = shared.homes.channel(team_of(context), channel_id)
        event_id = text_event(channel_id, str(event["ts"]))
        speaker = Speaker(client=client, clock=shared.clock, pace=shared.pace, channel=channel, thread=thread)

        async def answer() -> Reply | None:
            said = Said(
                channel=channel,
                person=await person_in(
                    client, str(event["user"]), channel_id, shared.homes.team(team_of(context))
                ),
                text=heard(str(event.get("text") or ""), str(context.bot_user_id or "")),
                event_id=event_id,
                thread=thread,
            )
            return await shared.desk.said(said)

        self._remember(channel_id, thread)  # before the answer stands: who reads it may reply at once
        async with shared.working.counted():
            try:
                with speaking(await shared.desk.language(channel)):
                    done = await _answered(speaker, event_id, answer())
                if done:
                    await shared.desk.answered(Platform.SLACK, event_id)
            except DeliveryError as error:
                about = {"action": "answer_failed", "code": error.code}
                log.warning("an answer did not reach Slack", extra=about, exc_info=True)

    def _remember(self, channel_id: str, thread: str) -> None:
        while len(self.threads) >= THREADS_MOST:
            del self.threads[next(iter(self.threads))]
        self.threads[channel_id, thread] = None


async def _answered(speaker: Speaker, event_id: str, reply_to_come: Awaitable[Reply | None]) -> bool:
    """Say what the desk answers; a message that says "working" becomes the answer."""
    task = asyncio.ensure_future(reply_to_come)
    busy = ""
    try:
        done, _ = await asyncio.wait([task], timeout=A_WHILE)
        if not done:
            busy = await speaker.say(f"{event_id}.w", (Message(text=say("slack.working"), blocks=()),))
        reply = await task
    except asyncio.CancelledError:
        task.cancel()
        if busy:
            await _become(speaker, busy, Message(text=say("slack.stopped"), blocks=()))
        raise
    if reply is None:
        if busy:
            await call(speaker.client, "chat.delete", {"channel": speaker.channel.channel_id, "ts": busy})
        return False
    with speaking(reply.language):
        first, *rest = shown(reply)
    if busy:
        await _become(speaker, busy, first)
    await speaker.say(event_id, tuple(rest) if busy else (first, *rest))
    return True


async def _become(speaker: Speaker, ts: str, message: Message) -> None:
    """Give a message of ours other words; doing it again changes nothing."""
    place = {"channel": speaker.channel.channel_id, "ts": ts}
    said = {"text": message.text, "blocks": list(message.blocks)}
    await patiently(lambda: call(speaker.client, "chat.update", {**place, **said}))


def _by_person(event: Json) -> bool:
    subtype = str(event.get("subtype") or "")
    return bool(event.get("user")) and not event.get("bot_id") and subtype in PLAIN
