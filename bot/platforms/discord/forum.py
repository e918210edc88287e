"""A forum holds posts, each a thread with its first message."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.domain.post import Post, Receipt
from bot.errors import PermanentRefusal
from bot.platforms.discord.marker import carries
from bot.platforms.discord.refusals import fix
from bot.texts import say

if TYPE_CHECKING:
    from discord import AllowedMentions, Client, ForumChannel, ForumTag, Thread

NO_FORUM = 50008

ARCHIVED_MOST = 100
"""Posts that went to sleep which a look-up reads."""


async def open_post(
    client: Client, post: Post, *, name: str, body: Mapping[str, Any], mentions: AllowedMentions
) -> Receipt:
    """Begin a post with the tag of its kind, if there is one; raise PermanentRefusal if this is no forum."""
    forum = await _forum(client, int(post.channel.channel_id))
    made = await forum.create_thread(
        name=name, **body, applied_tags=_tags(forum, post), allowed_mentions=mentions
    )
    return Receipt(message_id=str(made.message.id), at=made.message.created_at)


async def find_post(client: Client, where: int, delivery_id: str, since: datetime) -> Receipt | None:
    """The post that began under this delivery id at or after `since`."""
    forum = await _forum(client, where)
    async for thread in _posts(forum):
        if thread.created_at is None or thread.created_at < since or thread.owner_id != _own(client):
            continue
        message = await thread.fetch_message(thread.id)
        if carries(message, delivery_id):
            return Receipt(message_id=str(message.id), at=message.created_at)
    return None


async def _posts(forum: ForumChannel) -> AsyncIterator[Thread]:
    for thread in await forum.guild.active_threads():
        if thread.parent_id == forum.id:
            yield thread
    async for thread in forum.archived_threads(limit=ARCHIVED_MOST):
        yield thread


async def _forum(client: Client, where: int) -> ForumChannel:
    import discord

    channel = await client.fetch_channel(where)
    if isinstance(channel, discord.ForumChannel):
        return channel
    raise PermanentRefusal(say("refused.no_messages"), code=str(NO_FORUM), todo=fix(NO_FORUM))


def _tags(forum: ForumChannel, post: Post) -> list[ForumTag]:
    """The tag that is called like the post's kind; where a tag is a must, the first one."""
    named = [tag for tag in forum.available_tags if tag.name.casefold() == post.kind.value]
    return named[:1] or (list(forum.available_tags)[:1] if forum.flags.require_tag else [])


def _own(client: Client) -> int:
    return client.user.id if client.user else 0
