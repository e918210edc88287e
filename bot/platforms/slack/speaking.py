"""What the bot says aloud in answer to somebody: in the channel or its thread, each message once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.channel import Channel
from bot.errors import AmbiguousOutcome, RetryableRefusal
from bot.platforms.slack.digest import Message
from bot.platforms.slack.markup import Json
from bot.platforms.slack.pace import Pace
from bot.platforms.slack.web import call, read
from bot.ports import Clock

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

EVENT_TYPE = "communique_reply"
TRIES = 3
A_SECOND = timedelta(seconds=1)
BEFORE = timedelta(minutes=2)
"""How much further back than now an earlier try is looked for: Slack's clock is not ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Says messages in one channel; `pace` is the one that digests keep too."""

    client: AsyncWebClient
    clock: Clock
    pace: Pace
    channel: Channel
    thread: str = ""

    async def say(self, name: str, messages: tuple[Message, ...]) -> str:
        """Say these in order and return the id of the first, empty where it is not known.

        `name` tells this answer from others. Raise DeliveryError.
        """
        said = [await self._say(f"{name}.{number}", message) for number, message in enumerate(messages)]
        return said[0] if said else ""

    async def _say(self, name: str, message: Message) -> str:
        """Say one; where no answer came it is said again only if the place certainly does not show it."""
        for left in reversed(range(TRIES)):
            try:
                async with self.pace.turn(self.channel):
                    answer = await call(self.client, "chat.postMessage", self._arguments(name, message))
            except RetryableRefusal as error:
                if not left:
                    raise
                await asyncio.sleep((error.wait or A_SECOND).total_seconds())
            except AmbiguousOutcome:
                there = await self._stands(name)
                if there or not left:
                    return there
            else:
                return str(answer["ts"])
        return ""

    def _arguments(self, name: str, message: Message) -> Json:
        return {
            "channel": self.channel.channel_id,
            "text": message.text,
            "blocks": list(message.blocks),
            "metadata": {"event_type": EVENT_TYPE, "event_payload": {"name": name}},
            "mrkdwn": False,
            "unfurl_links": False,
            "unfurl_media": False,
            **({"thread_ts": self.thread} if self.thread else {}),
        }

    async def _stands(self, name: str) -> str:
        """The id of the message if it is there; raise DeliveryError where the platform does not tell."""
        method = "conversations.replies" if self.thread else "conversations.history"
        since = self.clock.now() - BEFORE
        place = {"channel": self.channel.channel_id, **({"ts": self.thread} if self.thread else {})}
        looked = {"oldest": f"{since.timestamp():.6f}", "include_all_metadata": "true", "limit": "100"}
        answer = await read(self.client, method, {**place, **looked})
        return next((str(one["ts"]) for one in answer["messages"] if _name(one) == name), "")


def _name(message: Json) -> str:
    metadata = message.get("metadata") or {}
    return str((metadata.get("event_payload") or {}).get("name", ""))
