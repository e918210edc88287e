"""What was posted, looked up again by its marker: in the channel's history, a forum's posts, or a thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.domain.channel import Channel
from bot.domain.post import Receipt
from bot.errors import PermanentRefusal
from bot.platforms.discord.direct import place_of
from bot.platforms.discord.forum import find_post
from bot.platforms.discord.marker import carries
from bot.platforms.discord.refusals import NOT_FOR_MESSAGES, UNKNOWN_CHANNEL
from bot.platforms.discord.rest import Rest, refusals
from bot.ports import Presence, Reconciliation

if TYPE_CHECKING:
    from discord import Message

LOOKED_AT = 4_000
"""How many messages a look-up reads at most. What lies beyond cannot be told."""

PARENT_AGE = timedelta(days=1)
"""How long before its thread's part a parent may have been posted."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks up single messages of ours."""

    rest: Rest

    async def find(
        self, delivery_id: str, channel: Channel, since: datetime, parent: Receipt | None = None
    ) -> Reconciliation:
        """A parent in the channel's history, a part in its parent's thread; see Messenger."""
        name, _, part = delivery_id.rpartition(".")
        if part == "0":
            return await self._first(delivery_id, channel, since)
        above = parent or (await self._first(f"{name}.0", channel, since - PARENT_AGE)).receipt
        if above is None:
            return Reconciliation(presence=Presence.UNKNOWN)
        try:
            return await self._within(delivery_id, int(above.message_id), since)
        except PermanentRefusal as error:
            if error.code != str(UNKNOWN_CHANNEL):
                raise
        return await self._within(delivery_id, await place_of(self.rest, channel), since)

    async def _first(self, delivery_id: str, channel: Channel, since: datetime) -> Reconciliation:
        where = await place_of(self.rest, channel)
        try:
            return await self._within(delivery_id, where, since)
        except PermanentRefusal as error:
            if error.code not in map(str, NOT_FOR_MESSAGES):
                raise
        with refusals(sends=False):
            found = await find_post(await self.rest.logged_in(), where, delivery_id, since)
        return _told(found, complete=True)

    async def _within(self, delivery_id: str, where: int, since: datetime) -> Reconciliation:
        seen = 0
        channel = (await self.rest.logged_in()).get_partial_messageable(where)
        with refusals(sends=False):
            async for message in channel.history(after=since, limit=LOOKED_AT, oldest_first=True):
                seen += 1
                if carries(message, delivery_id):
                    return _told(receipt_of(message), complete=True)
        return _told(None, complete=seen < LOOKED_AT and (seen > 0 or await self._quiet(where, since)))

    async def _quiet(self, where: int, since: datetime) -> bool:
        """Whether nothing was posted since then: a history that may not be read is shown as empty, too.

        docs.discord.com, "Get Channel Messages". The channel itself names its last message to all who see it.
        """
        from discord.utils import snowflake_time

        client = await self.rest.logged_in()
        with refusals(sends=False):
            told: Any = await client.http.get_channel(where)
        last = told.get("last_message_id")
        return last is None or snowflake_time(int(last)) < since


def receipt_of(message: Message) -> Receipt:
    """The receipt of a message by its id, in which its time stands."""
    return Receipt(message_id=str(message.id), at=message.created_at)


def _told(receipt: Receipt | None, *, complete: bool) -> Reconciliation:
    if receipt is not None:
        return Reconciliation(presence=Presence.FOUND, receipt=receipt)
    return Reconciliation(presence=Presence.ABSENT if complete else Presence.UNKNOWN)
