"""Whom a post may ping: nobody but the one role and the one person that it names itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.domain.post import Post
from bot.platforms.discord.place import is_id

if TYPE_CHECKING:
    from discord import AllowedMentions


def ping(post: Post) -> str:
    """The mentions that stand above a post, empty where it names nobody; that of a channel pings nobody."""
    about = post.about.channel_id if post.about else ""
    named = (("@&", post.role), ("@", post.reader), ("#", about))
    return " ".join(f"<{mark}{id_}>" for mark, id_ in named if is_id(id_))


def mentions(post: Post) -> AllowedMentions:
    """Those mentions and no other; whatever else its words hold is read by nobody."""
    import discord

    def only(name: str) -> list[Any]:
        return [discord.Object(int(name))] if is_id(name) else []

    return discord.AllowedMentions(
        everyone=False, replied_user=False, roles=only(post.role), users=only(post.reader)
    )
