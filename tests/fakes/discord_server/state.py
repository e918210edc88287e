"""What the server holds: guilds' channels, messages, threads, nonces."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]

EPOCH = 1_420_070_400_000
TEXT, DM, PUBLIC_THREAD, FORUM = 0, 1, 11, 15
BOT = "900000000000000001"
GUILD = "800000000000000001"
HISTORY = 1 << 16
EVERYONE = 0x40_0000_0C00 | (1 << 16) | (1 << 14) | (1 << 35)
"""View Channel, Send Messages, in threads too, Read Message History, Embed Links, Create Public Threads."""


@dataclass(slots=True)
class ChannelState:
    """A channel with its messages by id, oldest first."""

    id: str
    kind: int = TEXT
    guild: str | None = GUILD
    parent: str | None = None
    name: str = "channel"
    tags: list[Json] = field(default_factory=list)
    flags: int = 0
    tagged: list[str] = field(default_factory=list)
    messages: dict[str, Json] = field(default_factory=dict)
    nonces: dict[str, tuple[float, str]] = field(default_factory=dict)
    readable: bool = True
    writable: bool = True
    denied: int = 0
    classic: bool = False
    """Takes no Components V2."""

    def as_json(self) -> Json:
        """The channel as the API shows it."""
        shown: Json = {"id": self.id, "type": self.kind, "name": self.name, "position": 0}
        shown["last_message_id"] = next(reversed(self.messages), None)
        if self.kind == DM:
            return {**shown, "recipients": []}
        shown["guild_id"] = self.guild
        everyone = {"id": self.guild, "type": 0, "allow": "0", "deny": str(self.denied)}
        shown |= {
            "permission_overwrites": [everyone] if self.denied else [],
            "nsfw": False,
            "parent_id": self.parent,
            "flags": self.flags,
        }
        if self.kind == FORUM:
            shown |= {"available_tags": self.tags, "default_reaction_emoji": None, "default_sort_order": None}
            shown |= {"default_forum_layout": 0, "topic": None}
        if self.kind == PUBLIC_THREAD:
            made = datetime.fromtimestamp((int(self.id) >> 22) / 1000 + EPOCH / 1000, UTC).isoformat()
            meta = {"archived": False, "auto_archive_duration": 1440, "locked": False}
            shown |= {"owner_id": BOT, "message_count": len(self.messages), "member_count": 1}
            shown["applied_tags"] = self.tagged
            shown["thread_metadata"] = {**meta, "archive_timestamp": made, "create_timestamp": made}
        return shown


@dataclass(slots=True)
class GuildState:
    """A server."""

    id: str
    left: bool = False
    joinings: int = 1
    rights: int = EVERYONE
    locale: str = "en-US"
    """What a server has that nobody set."""


@dataclass(slots=True)
class State:
    """Servers and their channels."""

    channels: dict[str, ChannelState] = field(default_factory=dict)
    guilds: dict[str, GuildState] = field(default_factory=dict)
    commands: list[Json] = field(default_factory=list)
    gateway_url: str = ""
    last_id: int = 0

    def guild_json(self, guild: GuildState) -> Json:
        """A server as GUILD_CREATE shows it."""
        everyone: Json = {"id": guild.id, "name": "@everyone", "color": 0, "hoist": False, "position": 0}
        everyone |= {"permissions": str(guild.rights), "managed": False, "mentionable": False, "flags": 0}
        since = f"2031-01-{guild.joinings:02}T00:00:00+00:00"
        me: Json = {"user": author(), "roles": [], "joined_at": since, "flags": 0}
        own = [one for one in self.channels.values() if one.guild == guild.id]
        shown: Json = {"id": guild.id, "name": "Server", "owner_id": "1", "roles": [everyone], "emojis": []}
        shown |= {"features": [], "preferred_locale": guild.locale}
        shown |= {"members": [me | {"deaf": False, "mute": False}], "member_count": 2}
        shown["channels"] = [one.as_json() for one in own if one.kind != PUBLIC_THREAD]
        shown["threads"] = [one.as_json() for one in own if one.kind == PUBLIC_THREAD]
        return shown | {"presences": [], "voice_states": [], "stickers": [], "large": False}

    def message(self, id_: str, channel: str, body: Json) -> Json:
        """A message of the bot as the API shows it."""
        made = datetime.fromtimestamp(((int(id_) >> 22) + EPOCH) / 1000, UTC).isoformat()
        message: Json = {"id": id_, "channel_id": channel, "author": author(), "timestamp": made, "type": 0}
        message |= {"content": body.get("content") or "", "flags": body.get("flags", 0), "tts": False}
        message |= {"components": body.get("components") or [], "edited_timestamp": None}
        message |= {"mention_everyone": False, "mentions": [], "mention_roles": [], "attachments": []}
        return message | {
            "embeds": body.get("embeds") or [],
            "pinned": False,
            "allowed_mentions": body.get("allowed_mentions"),
        }

    def channel(self, id_: str, **more: Any) -> ChannelState:
        """The channel, made if it is not there."""
        return self.channels.setdefault(id_, ChannelState(id=id_, **more))

    def snowflake(self, now: float) -> str:
        """A new id with its time in it, greater than all before."""
        self.last_id = max(self.last_id + 1, (int(now * 1000) - EPOCH) << 22)
        return str(self.last_id)


def author(id_: str = BOT, *, bot: bool = True) -> Json:
    """A user."""
    name = "Communiqué" if bot else f"reader-{id_[-2:]}"
    return {
        "id": id_,
        "username": name,
        "discriminator": "0",
        "avatar": None,
        "bot": bot,
        "global_name": None,
    }
