"""Posting to Discord: for minutes a nonce keeps a message single, its marker finds it for ever."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

from bot.domain.channel import Channel
from bot.domain.post import Post, Receipt
from bot.domain.shown import shown
from bot.errors import PermanentRefusal, RetryableRefusal
from bot.platforms.discord.card import card
from bot.platforms.discord.embedded import embedded
from bot.platforms.discord.forum import find_post, open_post
from bot.platforms.discord.marker import carries, nonce_of
from bot.platforms.discord.pace import Pace
from bot.platforms.discord.pages import Page, pages
from bot.platforms.discord.refusals import (
    HAS_THREAD,
    INVALID_FORM,
    NO_THREAD_HERE,
    NOT_FOR_MESSAGES,
    UNKNOWN_CHANNEL,
    UNKNOWN_MESSAGE,
)
from bot.platforms.discord.rest import Rest, refusals
from bot.ports import Clock, Messenger, Presence, Reconciliation
from bot.texts import say

if TYPE_CHECKING:
    from discord import AllowedMentions, Message, PartialMessageable

T = TypeVar("T")

log = logging.getLogger(__name__)

ELSEWHERE = frozenset(map(str, (UNKNOWN_MESSAGE, *NOT_FOR_MESSAGES)))
"""Where a message is not in the channel it was sent to: in a forum it stands in a thread of its own id."""

LOOKED_AT = 4_000
"""How many messages a look-up reads at most. What lies beyond cannot be told."""

PARENT_AGE = timedelta(days=1)
"""How long before its thread's part a parent may have been posted."""

A_DAY: Final = 1_440
"""Minutes without a word after which a thread is hidden from the list."""

NAME_MOST = 100
"""Characters of a thread's name (docs.discord.com, "Channels Resource")."""


Body = Mapping[str, Any]
"""What the library is to send: a view of Components V2, or an embed with a view of buttons."""


@dataclass(frozen=True, slots=True)
class _Bodies:
    """A page as Components V2, and as an embed for a server that takes none."""

    page: Page
    delivery_id: str
    ping: str = ""

    async def tried(self, act: Callable[[Body], Awaitable[T]]) -> T:
        """What comes of it with the first, or of the second where Discord finds fault with the first."""
        try:
            return await self._with(act, {"view": card(self.page, self.delivery_id, ping=self.ping)})
        except PermanentRefusal as error:
            if error.code != str(INVALID_FORM):
                raise
            log.warning(str(error), extra={"action": "sent_as_embed", "delivery": self.delivery_id})
        return await self._with(act, embedded(self.page, self.delivery_id, self.ping))

    async def _with(self, act: Callable[[Body], Awaitable[T]], body: Body) -> T:
        try:
            return await act(body)
        finally:
            body["view"].stop()


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscordMessenger(Messenger):
    """The Messenger of one bot. `forums` remembers which channels turned out to be forums."""

    rest: Rest
    clock: Clock
    pace: Pace = field(default_factory=Pace)
    forums: set[int] = field(default_factory=set)

    def parts(self, post: Post) -> int:
        """See Messenger."""
        return len(pages(post))

    async def post(self, delivery_id: str, post: Post, part: int, parent: Receipt | None) -> Receipt:
        """See Messenger; waits for its turn first."""
        made = pages(post)
        if part >= len(made):
            raise RetryableRefusal(f"The post has {len(made)} messages, not {part + 1}", code="no_such_part")
        await self._turn()
        if parent is not None:
            thread = int(parent.message_id)
            if part == 1:
                await self._begin_thread(post, thread)
                await self._turn()
            return await self._reply(delivery_id, post, _Bodies(made[part], delivery_id), thread)
        return await self._first(delivery_id, post, _Bodies(made[part], delivery_id, _ping(post)))

    async def edit(self, delivery_id: str, post: Post, receipt: Receipt) -> None:
        """See Messenger; in a forum the message stands in the thread of its own id, whose name stays."""
        await self._turn()
        where, message = _id_of(post.channel), int(receipt.message_id)
        bodies = _Bodies(pages(post)[0], delivery_id, _ping(post))
        try:
            await self._change(where, message, bodies, _mentions(post))
        except PermanentRefusal as error:
            if error.code not in ELSEWHERE:
                raise
            await self._change(message, message, bodies, _mentions(post))

    async def _change(self, where: int, message: int, bodies: _Bodies, mentions: AllowedMentions) -> None:
        found = (await self._channel(where)).get_partial_message(message)

        async def edit(body: Body) -> None:
            with refusals(sends=False):
                await found.edit(**body, allowed_mentions=mentions)

        await bodies.tried(edit)

    async def reconcile(self, delivery_id: str, channel: Channel, since: datetime) -> Reconciliation:
        """See Messenger: a parent is looked up in the channel's history, a part in its parent's thread."""
        name, _, part = delivery_id.rpartition(".")
        if part == "0":
            return await self._find_first(delivery_id, channel, since)
        parent = await self._find_first(f"{name}.0", channel, since - PARENT_AGE)
        if parent.receipt is None:
            return Reconciliation(presence=Presence.UNKNOWN)
        try:
            return await self._find(delivery_id, int(parent.receipt.message_id), since)
        except PermanentRefusal as error:
            if error.code != str(UNKNOWN_CHANNEL):
                raise
        return await self._find(delivery_id, int(channel.channel_id), since)

    async def _turn(self) -> None:
        """Wait until one more request may go."""
        await asyncio.sleep(self.pace.reserve(self.clock.now()).total_seconds())

    async def _first(self, delivery_id: str, post: Post, bodies: _Bodies) -> Receipt:
        where = _id_of(post.channel)
        if where not in self.forums:
            try:
                return await self._send(where, delivery_id, post, bodies)
            except PermanentRefusal as error:
                if error.code not in map(str, NOT_FOR_MESSAGES):
                    raise
        receipt = await self._open(post, bodies)
        self.forums.add(where)
        return receipt

    async def _open(self, post: Post, bodies: _Bodies) -> Receipt:
        client = await self.rest.logged_in()

        async def opened(body: Body) -> Receipt:
            with refusals():
                return await open_post(client, post, name=_name(post), body=body, mentions=_mentions(post))

        return await bodies.tried(opened)

    async def _reply(self, delivery_id: str, post: Post, bodies: _Bodies, thread: int) -> Receipt:
        """Into the parent's thread; where there can be none, into the channel itself."""
        try:
            return await self._send(thread, delivery_id, post, bodies)
        except PermanentRefusal as error:
            if error.code != str(UNKNOWN_CHANNEL):
                raise
        return await self._send(_id_of(post.channel), delivery_id, post, bodies)

    async def _begin_thread(self, post: Post, message: int) -> None:
        """Begin the thread of a message, unless it has one or stands where there are none."""
        try:
            with refusals(sends=False):
                # The library's own method wants a guild from the gateway; posting needs no gateway.
                await (await self.rest.logged_in()).http.start_thread_with_message(
                    _id_of(post.channel), message, name=_name(post), auto_archive_duration=A_DAY
                )
        except PermanentRefusal as error:
            if error.code not in map(str, (HAS_THREAD, *NO_THREAD_HERE)):
                raise

    async def _send(self, where: int, delivery_id: str, post: Post, bodies: _Bodies) -> Receipt:
        channel = await self._channel(where)

        async def sent(body: Body) -> Receipt:
            with refusals():
                message = await channel.send(
                    **body,
                    nonce=nonce_of(delivery_id),
                    allowed_mentions=_mentions(post),
                    silent=post.silent,
                )
            return receipt_of(message)

        return await bodies.tried(sent)

    async def _find_first(self, delivery_id: str, channel: Channel, since: datetime) -> Reconciliation:
        where = _id_of(channel)
        try:
            return await self._find(delivery_id, where, since)
        except PermanentRefusal as error:
            if error.code not in map(str, NOT_FOR_MESSAGES):
                raise
        with refusals(sends=False):
            found = await find_post(await self.rest.logged_in(), where, delivery_id, since)
        return _told(found, complete=True)

    async def _find(self, delivery_id: str, where: int, since: datetime) -> Reconciliation:
        seen = 0
        channel = await self._channel(where)
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

    async def _channel(self, where: int) -> PartialMessageable:
        return (await self.rest.logged_in()).get_partial_messageable(where)


def receipt_of(message: Message) -> Receipt:
    """The receipt of a message by its id, in which its time stands."""
    return Receipt(message_id=str(message.id), at=message.created_at)


def _told(receipt: Receipt | None, *, complete: bool) -> Reconciliation:
    if receipt is not None:
        return Reconciliation(presence=Presence.FOUND, receipt=receipt)
    return Reconciliation(presence=Presence.ABSENT if complete else Presence.UNKNOWN)


def _id_of(channel: Channel) -> int:
    text = channel.channel_id
    if not (text.isascii() and text.isdigit()):
        raise PermanentRefusal(
            f"{text} is no channel id of Discord",
            code="no_such_channel",
            todo="Copy the channel's id (right click, Copy Channel ID) into its schedule",
        )
    return int(text)


def _name(post: Post) -> str:
    return shown(post.title)[:NAME_MOST] or say("app")


def _ping(post: Post) -> str:
    role = f"<@&{post.role}>" if post.role.isdigit() else ""
    return " ".join(filter(None, (role, f"<@{post.reader}>" if post.reader.isdigit() else "")))


def _mentions(post: Post) -> AllowedMentions:
    """Nobody but the one role and the one person that the post itself names."""
    import discord

    def only(name: str) -> list[Any]:
        return [discord.Object(int(name))] if name.isdigit() else []

    return discord.AllowedMentions(
        everyone=False, replied_user=False, roles=only(post.role), users=only(post.reader)
    )
