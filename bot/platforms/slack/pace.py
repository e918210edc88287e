"""How fast we may post: decided without a clock of its own, so that Slack never has to refuse us for speed.

Slack allows about one message a second in a channel and several hundred a minute in a workspace
(docs.slack.dev, "Rate limits"). Even spacing keeps within any window of either.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.channel import Channel

IN_CHANNEL = timedelta(seconds=1)
IN_WORKSPACE = timedelta(minutes=1) / 295
"""A little slower than 300 a minute: a call slower than those after it would break that limit."""

FAR = timedelta(minutes=10)
"""A slot further ahead than this was reserved by a clock that has since gone back."""

CHANNELS_KEPT = 5_000
"""Channels remembered before those whose slot is over are forgotten."""


@dataclass(slots=True)
class Pace:
    """From when each channel and each workspace may take its next message."""

    channels: dict[Channel, datetime] = field(default_factory=dict)
    workspaces: dict[str, datetime] = field(default_factory=dict)

    def reserve(self, channel: Channel, now: datetime) -> timedelta:
        """Take the next slot for a message to this channel; return how long to wait for it."""
        free = (self.channels.get(channel, now), self.workspaces.get(channel.tenant_id, now))
        at = max([now, *(slot for slot in free if slot <= now + FAR)])
        self._forget(now)
        self.channels[channel] = at + IN_CHANNEL
        self.workspaces[channel.tenant_id] = at + IN_WORKSPACE
        return at - now

    def _forget(self, now: datetime) -> None:
        if len(self.channels) >= CHANNELS_KEPT:
            self.channels = {one: slot for one, slot in self.channels.items() if slot > now}
