"""Posting to Discord: for minutes a nonce keeps a message single, its marker finds it for ever."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from bot.domain.channel import Channel
from bot.domain.post import Post, Receipt
from bot.domain.shown import shown
from bot.errors import PermanentRefusal, RetryableRefusal
from bot.platforms.discord.bodies import Bodies, Body
from bot.platforms.discord.direct import PERSON, direct, place_of
from bot.platforms.discord.forum import open_post
from bot.platforms.discord.found import Finder, receipt_of
from bot.platforms.discord.marker import nonce_of
from bot.platforms.discord.pages import pages
from bot.platforms.discord.pinged import mentions, ping
from bot.platforms.discord.refusals import (
    HAS_THREAD,
    NO_THREAD_HERE,
    NOT_FOR_MESSAGES,
    UNKNOWN_CHANNEL,
    UNKNOWN_MESSAGE,
)
from bot.platforms.discord.rest import Rest, refusals
from bot.ports import Messenger, Reconciliation
from bot.texts import say

if TYPE_CHECKING:
    from discord import AllowedMentions, PartialMessageable

ELSEWHERE = frozenset(map(str, (UNKNOWN_MESSAGE, *NOT_FOR_MESSAGES)))
"""Where a message is not in the channel it was sent to: in a forum it stands in a thread of its own id."""

A_DAY: Final = 1_440
"""Minutes without a word after which a thread is hidden from the list."""

NAME_MOST = 100
"""Characters of a thread's name (docs.discord.com, "Channels Resource")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscordMessenger(Messenger):
    """The Messenger of one bot. `forums` remembers which channels turned out to be forums."""

    rest: Rest
    forums: set[int] = field(default_factory=set)

    def parts(self, post: Post) -> int:
        """See Messenger."""
        return len(pages(post))

    def direct(self, channel: Channel, person: str) -> Channel:
        """See Messenger."""
        return direct(channel, person)

    def is_direct(self, channel: Channel) -> bool:
        """See Messenger."""
        return channel.channel_id.startswith(PERSON)

    async def post(self, delivery_id: str, post: Post, part: int, parent: Receipt | None) -> Receipt:
        """See Messenger."""
        made = pages(post)
        if part >= len(made):
            raise RetryableRefusal(f"The post has {len(made)} messages, not {part + 1}", code="no_such_part")
        where = await place_of(self.rest, post.channel)
        if parent is not None:
            thread = int(parent.message_id)
            if part == 1:
                await self._begin_thread(post, where, thread)
            return await self._reply(delivery_id, post, Bodies(made[part], delivery_id), (thread, where))
        return await self._first(delivery_id, post, Bodies(made[part], delivery_id, ping(post)), where)

    async def edit(self, delivery_id: str, post: Post, receipt: Receipt) -> None:
        """See Messenger; in a forum the message stands in the thread of its own id, whose name stays."""
        where, message = await place_of(self.rest, post.channel), int(receipt.message_id)
        bodies = Bodies(pages(post)[0], delivery_id, ping(post))
        try:
            await self._change(where, message, bodies, mentions(post))
        except PermanentRefusal as error:
            if error.code not in ELSEWHERE:
                raise
            await self._change(message, message, bodies, mentions(post))

    async def _change(self, where: int, message: int, bodies: Bodies, allowed: AllowedMentions) -> None:
        found = (await self._channel(where)).get_partial_message(message)

        async def edit(body: Body) -> None:
            with refusals(sends=False):
                await found.edit(**body, allowed_mentions=allowed)

        await bodies.tried(edit)

    async def reconcile(
        self, delivery_id: str, channel: Channel, since: datetime, parent: Receipt | None = None
    ) -> Reconciliation:
        """See Messenger."""
        return await Finder(self.rest).find(delivery_id, channel, since, parent)

    async def _first(self, delivery_id: str, post: Post, bodies: Bodies, where: int) -> Receipt:
        if where not in self.forums:
            try:
                return await self._send(where, delivery_id, post, bodies)
            except PermanentRefusal as error:
                if error.code not in map(str, NOT_FOR_MESSAGES):
                    raise
        receipt = await self._open(post, bodies)
        self.forums.add(where)
        return receipt

    async def _open(self, post: Post, bodies: Bodies) -> Receipt:
        client = await self.rest.logged_in()

        async def opened(body: Body) -> Receipt:
            with refusals():
                return await open_post(client, post, name=_name(post), body=body, mentions=mentions(post))

        return await bodies.tried(opened)

    async def _reply(self, delivery_id: str, post: Post, bodies: Bodies, places: tuple[int, int]) -> Receipt:
        """Into the parent's thread; where there can be none, into the channel itself."""
        thread, where = places
        try:
            return await self._send(thread, delivery_id, post, bodies)
        except PermanentRefusal as error:
            if error.code != str(UNKNOWN_CHANNEL):
                raise
        return await self._send(where, delivery_id, post, bodies)

    async def _begin_thread(self, post: Post, where: int, message: int) -> None:
        """Begin the thread of a message, unless it has one or stands where there are none."""
        try:
            with refusals(sends=False):
                # The library's own method wants a guild from the gateway; posting needs no gateway.
                await (await self.rest.logged_in()).http.start_thread_with_message(
                    where, message, name=_name(post), auto_archive_duration=A_DAY
                )
        except PermanentRefusal as error:
            if error.code not in map(str, (HAS_THREAD, *NO_THREAD_HERE)):
                raise

    async def _send(self, where: int, delivery_id: str, post: Post, bodies: Bodies) -> Receipt:
        channel = await self._channel(where)

        async def sent(body: Body) -> Receipt:
            with refusals():
                message = await channel.send(
                    **body,
                    nonce=nonce_of(delivery_id),
                    allowed_mentions=mentions(post),
                    silent=post.silent,
                )
            return receipt_of(message)

        return await bodies.tried(sent)

    async def _channel(self, where: int) -> PartialMessageable:
        return (await self.rest.logged_in()).get_partial_messageable(where)


def _name(post: Post) -> str:
    return shown(post.title)[:NAME_MOST] or say("app")
