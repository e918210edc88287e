"""What the server holds: guilds' channels, messages, threads, nonces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]

EPOCH = 1_420_070_400_000
TEXT, DM, PUBLIC_THREAD, FORUM = 0, 1, 11, 15
BOT = "900000000000000001"
GUILD = "800000000000000001"


@dataclass(slots=True)
class ChannelState:
    """A channel with its messages by id, oldest first."""

    id: str
    kind: int = TEXT
    parent: str | None = None
    name: str = "channel"
    tags: list[Json] = field(default_factory=list)
    flags: int = 0
    tagged: list[str] = field(default_factory=list)
    messages: dict[str, Json] = field(default_factory=dict)
    nonces: dict[str, tuple[float, str]] = field(default_factory=dict)
    readable: bool = True
    writable: bool = True

    def as_json(self) -> Json:
        """The channel as the API shows it."""
        shown: Json = {"id": self.id, "type": self.kind, "name": self.name, "guild_id": GUILD, "position": 0}
        shown |= {"permission_overwrites": [], "nsfw": False, "parent_id": self.parent, "flags": self.flags}
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
class State:
    """One guild with its channels."""

    channels: dict[str, ChannelState] = field(default_factory=dict)
    last_id: int = 0

    def channel(self, id_: str, **more: Any) -> ChannelState:
        """The channel, made if it is not there."""
        return self.channels.setdefault(id_, ChannelState(id=id_, **more))

    def snowflake(self, now: float) -> str:
        """A new id with its time in it, greater than all before."""
        self.last_id = max(self.last_id + 1, (int(now * 1000) - EPOCH) << 22)
        return str(self.last_id)

    def threads_of(self, parent: str) -> Iterator[ChannelState]:
        """The threads under a channel."""
        return (one for one in self.channels.values() if one.parent == parent)
