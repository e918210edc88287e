"""How fast we may post: decided without a clock of its own, so that Slack never has to refuse us for speed.

Slack allows about one message a second in a channel and several hundred a minute in a workspace, with short
bursts (docs.slack.dev, "Rate limits"). Messages are spaced, and counted over a sliding minute: what a pause
between them left unused is made up for later, which spacing alone would lose.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.channel import Channel

IN_CHANNEL = timedelta(seconds=1)

A_MINUTE = timedelta(seconds=61)
"""A second more than Slack's: a call may be slower on its way than the one a minute after it."""

IN_A_MINUTE = 296
"""Messages to a workspace in any such minute, a few less than 300: what is not ours to count, such as a try
that was made just before a restart, has room."""

APART = timedelta(milliseconds=125)
"""Between two messages to a workspace. Closer, a thousand digests would end no sooner; an answer to a person
that comes in the midst of them would wait longer (24 s at most as it is)."""

FAR = timedelta(minutes=10)
"""A slot further ahead than this was reserved by a clock that has since gone back."""

CHANNELS_KEPT = 5_000
"""Channels and workspaces remembered before those whose slots are over are forgotten."""


@dataclass(slots=True)
class Pace:
    """From when each channel may take its next message, and the latest slots of each workspace."""

    channels: dict[Channel, datetime] = field(default_factory=dict)
    workspaces: dict[str, deque[datetime]] = field(default_factory=dict)

    def reserve(self, channel: Channel, now: datetime) -> timedelta:
        """Take the next slot for a message to this channel; return how long to wait for it."""
        self._forget(now)
        taken = self.workspaces.setdefault(channel.tenant_id, deque(maxlen=IN_A_MINUTE))
        free = (self.channels.get(channel, now), *_free(taken))
        at = max([now, *(slot for slot in free if slot <= now + FAR)])
        self.channels[channel] = at + IN_CHANNEL
        taken.append(at)
        return at - now

    def _forget(self, now: datetime) -> None:
        if len(self.channels) >= CHANNELS_KEPT:
            self.channels = {one: slot for one, slot in self.channels.items() if slot > now}
        if len(self.workspaces) >= CHANNELS_KEPT:
            self.workspaces = {k: v for k, v in self.workspaces.items() if v[-1] + A_MINUTE > now}


def _free(taken: deque[datetime]) -> tuple[datetime, ...]:
    """What a workspace's latest slots, the oldest first, leave free: not before each of these instants."""
    spaced = tuple(slot + APART for slot in list(taken)[-1:])
    return (*spaced, taken[0] + A_MINUTE) if len(taken) == IN_A_MINUTE else spaced
