"""Where something happened, as Slack itself says in a payload; and the two texts that name an event."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.channel import LOCAL_TENANT, Channel, Platform
from bot.platforms.slack.markup import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Homes:
    """Which tenant a workspace is; `local` is the id of the one that reads what is ingested here.

    With `alone` there is no other: whatever team a payload names, that of a guest in a shared channel for
    one, the bot acts in `local`.
    """

    local: str = ""
    alone: bool = False

    def team(self, team_id: str) -> str:
        """The workspace in which the bot acts where a payload names this team."""
        return self.local if self.alone else team_id

    def tenant(self, team_id: str) -> str:
        """The tenant of a team or enterprise."""
        return LOCAL_TENANT if self.team(team_id) == self.local else team_id

    def channel(self, team_id: str, channel_id: str) -> Channel:
        """The channel of a team by its id."""
        return Channel(Platform.SLACK, self.tenant(team_id), channel_id)


def thread_of(message: Json) -> str:
    """The thread in which a message stands, empty outside of threads."""
    thread = str(message.get("thread_ts") or "")
    return thread if thread != message.get("ts") or message.get("reply_count") else ""


def text_event(channel_id: str, ts: str) -> str:
    """The id of a text: Slack tells of one as a mention and as a message, under two event ids."""
    return f"{channel_id}-{ts}"


PEOPLE = ("U", "W")
"""The ids of people begin with one of them."""


def is_direct(channel_id: str) -> bool:
    """Whether the id is that of a direct message."""
    return channel_id.startswith("D")
