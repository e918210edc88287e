"""What a chat keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.catchup import Visit
from bot.domain.channel import Channel
from bot.domain.preferences import ChannelSettings
from bot.domain.question import Asker, Turn
from bot.domain.reply import Feedback, KeptReply


class Conversations(Protocol):
    """What readers asked lately, and when they last caught up; nothing is shared between channels."""

    async def add(self, turn: Turn) -> None:
        """Keep a turn."""
        ...

    async def last(self, asker: Asker, since: datetime) -> Turn | None:
        """The latest turn of this person in this thread of this channel at or after an instant."""
        ...

    async def count(self, channel: Channel, since: datetime, user_id: str | None = None) -> int:
        """How many turns a channel, or one person in it, has had since an instant."""
        ...

    async def forget(self, before: datetime) -> None:
        """Forget the turns, of all tenants, from before an instant."""
        ...

    async def visited(self, asker: Asker) -> Visit | None:
        """This person's last visit to this channel; None for never."""
        ...

    async def visit(self, asker: Asker, visit: Visit) -> None:
        """Note that this person catches up in this channel."""
        ...


class Preferences(Protocol):
    """What channels were set to from a chat; they win over the settings file."""

    async def put(self, settings: ChannelSettings) -> None:
        """Keep a channel's settings, replacing the earlier ones."""
        ...

    async def get(self, channel: Channel) -> ChannelSettings | None:
        """A channel's settings; None if nothing was set from a chat."""
        ...

    async def of(self, channels: Sequence[Channel]) -> Mapping[Channel, ChannelSettings]:
        """The settings of those of these channels that were set from a chat."""
        ...

    async def every(self, tenant_id: str | None = None) -> tuple[ChannelSettings, ...]:
        """All that were set, of a tenant or of all tenants, ordered by channel."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Which process took an inbound event, and when (UTC); no owner means that it is answered."""

    owner: str
    at: datetime


class Inbound(Protocol):
    """Which events of the platforms were taken by whom, so that each is answered once."""

    async def holder(self, event: str) -> Hold | None:
        """Who took an event; None if nobody did."""
        ...

    async def hold(self, event: str, hold: Hold) -> None:
        """Note who has an event now, whoever had it."""
        ...

    async def oldest(self) -> datetime | None:
        """When the oldest event that is remembered was taken; None if there is none."""
        ...

    async def forget(self, before: datetime) -> None:
        """Forget the events taken before an instant."""
        ...


class Replies(Protocol):
    """Replies that their owners may share, for a time."""

    async def put(self, kept: KeptReply) -> None:
        """Keep a reply, replacing what is kept under its channel and id."""
        ...

    async def get(self, channel: Channel, reply_id: str) -> KeptReply | None:
        """That reply of this channel; None if it is not there."""
        ...

    async def oldest(self) -> datetime | None:
        """When the time of the first one is over; None if none is kept."""
        ...

    async def forget(self, before: datetime) -> None:
        """Forget the replies whose time was over before an instant."""
        ...


class Feedbacks(Protocol):
    """What readers think of briefings."""

    async def put(self, feedback: Feedback) -> None:
        """Keep it, replacing what the same person said before of the same briefing in the same channel."""
        ...

    async def of(self, tenant_id: str, briefing_id: str) -> tuple[Feedback, ...]:
        """All that was said of a briefing in a tenant's channels, the oldest first."""
        ...
