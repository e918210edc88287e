"""Posting to Slack: each message carries its delivery id, by which it is found again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.domain.channel import Channel
from bot.domain.post import Post, Receipt
from bot.errors import RetryableRefusal
from bot.platforms.slack.clients import Clients
from bot.platforms.slack.digest import messages
from bot.platforms.slack.markup import Json
from bot.platforms.slack.pace import Pace
from bot.platforms.slack.place import PEOPLE, is_direct
from bot.platforms.slack.web import call, read
from bot.ports import Messenger, Presence, Reconciliation

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

EVENT_TYPE = "communique_delivery"
DELIVERY_ID = "delivery_id"

PAGE = 200
PAGES_MOST = 20
"""How far a look-up reads back: 4,000 messages. What lies beyond cannot be told."""

PARENT_AGE = timedelta(days=1)
"""How long before its thread's part a parent may have been posted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackMessenger(Messenger):
    """The Messenger of all workspaces; `clients` knows the token of each."""

    clients: Clients
    pace: Pace = field(default_factory=Pace)

    def parts(self, post: Post) -> int:
        """See Messenger."""
        return len(messages(post))

    def direct(self, channel: Channel, person: str) -> Channel:
        """See Messenger: a person's id stands for the direct messages with them (docs: chat.postMessage)."""
        return replace(channel, channel_id=person)

    def is_direct(self, channel: Channel) -> bool:
        """See Messenger: a person's id is as good as that of the direct messages."""
        return is_direct(channel.channel_id) or channel.channel_id.startswith(PEOPLE)

    async def post(self, delivery_id: str, post: Post, part: int, parent: Receipt | None) -> Receipt:
        """See Messenger; waits for its turn in the channel and the workspace first."""
        made = messages(post)
        if part >= len(made):
            raise RetryableRefusal(f"The post has {len(made)} messages, not {part + 1}", code="no_such_part")
        arguments = {
            "channel": post.channel.channel_id,
            "text": made[part].text,
            "blocks": list(made[part].blocks),
            "metadata": {"event_type": EVENT_TYPE, "event_payload": {DELIVERY_ID: delivery_id}},
            "mrkdwn": False,
            "unfurl_links": False,
            "unfurl_media": False,
            **({"thread_ts": parent.message_id} if parent else {}),
        }
        answer = await self._in_turn(post.channel, "chat.postMessage", arguments)
        return receipt_of(answer["ts"])

    async def edit(self, delivery_id: str, post: Post, receipt: Receipt) -> None:
        """See Messenger; what does not fit the parent stays in its thread as it was posted."""
        parent = messages(post)[0]
        arguments = {
            "channel": post.channel.channel_id,
            "ts": receipt.message_id,
            "text": parent.text,
            "blocks": list(parent.blocks),
            "metadata": {"event_type": EVENT_TYPE, "event_payload": {DELIVERY_ID: delivery_id}},
        }
        await self._in_turn(post.channel, "chat.update", arguments)

    async def _in_turn(self, channel: Channel, method: str, arguments: Json) -> Json:
        """The answer to a call whose turn has come: what was uninstalled while it waited is not used."""
        async with self.pace.turn(channel):
            return await call(await self.clients.of(channel.tenant_id), method, arguments)

    async def reconcile(
        self, delivery_id: str, channel: Channel, since: datetime, parent: Receipt | None = None
    ) -> Reconciliation:
        """See Messenger: a parent is looked up in the channel's history, a part in its parent's thread."""
        name, _, part = delivery_id.rpartition(".")
        if part == "0":
            return await self._find(delivery_id, "conversations.history", channel, since)
        above = parent
        if above is None:
            found = await self._find(f"{name}.0", "conversations.history", channel, since - PARENT_AGE)
            above = found.receipt
        if above is None:
            return Reconciliation(presence=Presence.UNKNOWN)
        return await self._find(delivery_id, "conversations.replies", channel, since, ts=above.message_id)

    async def _find(
        self, delivery_id: str, method: str, channel: Channel, since: datetime, **more: str
    ) -> Reconciliation:
        arguments = {"channel": channel.channel_id, "oldest": f"{since.timestamp():.6f}", **more}
        pages, client = 0, await self.clients.of(channel.tenant_id)
        async for page in _pages(client, method, arguments):
            pages += 1
            for message in page:
                if _carries(message, delivery_id):
                    return Reconciliation(presence=Presence.FOUND, receipt=receipt_of(message["ts"]))
        presence = Presence.ABSENT if pages < PAGES_MOST else Presence.UNKNOWN
        return Reconciliation(presence=presence)


def receipt_of(ts: str) -> Receipt:
    """The receipt of a message by its `ts`, which is its id in the channel and its time."""
    return Receipt(message_id=ts, at=datetime.fromtimestamp(float(ts), UTC))


def _carries(message: Json, delivery_id: str) -> bool:
    metadata = message.get("metadata") or {}
    return (
        metadata.get("event_type") == EVENT_TYPE
        and (metadata.get("event_payload") or {}).get(DELIVERY_ID) == delivery_id
    )


async def _pages(client: AsyncWebClient, method: str, arguments: Json) -> AsyncIterator[list[Json]]:
    cursor = ""
    for _ in range(PAGES_MOST):
        turned = {"cursor": cursor} if cursor else {}
        answer = await read(
            client,
            method,
            {**arguments, **turned, "limit": str(PAGE), "include_all_metadata": "true"},
        )
        yield answer["messages"]
        cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return
