"""How fast we may post, so that Slack never has to refuse us for speed.

Slack allows about one message a second in a channel and several hundred a minute in a workspace, with short
bursts (docs.slack.dev, "Rate limits").
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.domain.channel import Channel
from bot.platforms.gate import Gate, enter_all

IN_CHANNEL = (1, 1.0)
"""Messages in seconds."""

IN_WORKSPACE = (296, 60.0)
"""A few less than 300 in a minute: what is not ours to count, such as a try that was made just before a
restart, has room."""

APART = 0.125
"""Seconds between two messages to a workspace. Closer, a thousand digests would end no sooner; an answer to a
person that comes in the midst of them would wait longer (24 s at most as it is)."""


@dataclass(slots=True)
class Workspace:
    """The places of a workspace, and from when on its next message may begin, by the loop's time."""

    gate: Gate
    free: float = 0.0

    async def spaced(self, apart: float) -> None:
        """Wait for the next slot. Slots do not keep Slack's limit, so that a late one delays no other."""
        now = asyncio.get_running_loop().time()
        at = max(now, self.free)
        self.free = at + apart
        await asyncio.sleep(at - now)


@dataclass(slots=True)
class Pace:
    """The gates of each channel and of each workspace, as long as somebody is in them."""

    in_channel: tuple[int, float] = IN_CHANNEL
    in_workspace: tuple[int, float] = IN_WORKSPACE
    apart: float = APART
    channels: dict[Channel, Gate] = field(default_factory=dict)
    workspaces: dict[str, Workspace] = field(default_factory=dict)

    @asynccontextmanager
    async def turn(self, channel: Channel) -> AsyncIterator[None]:
        """One call that posts to this channel: begins when it may go, and is over when it was answered."""
        entered = await enter_all(self._gates(channel))
        try:
            await self.workspaces[channel.tenant_id].spaced(self.apart)
            yield
        finally:
            for gate in entered:
                gate.leave()

    def _gates(self, channel: Channel) -> Iterator[Gate]:
        """The channel's first: who waits for that takes no place from others; looked up as entered."""
        self.channels = {one: gate for one, gate in self.channels.items() if gate.taken}
        yield self.channels.setdefault(channel, Gate(*self.in_channel))
        self.workspaces = {key: one for key, one in self.workspaces.items() if one.gate.taken}
        yield self.workspaces.setdefault(channel.tenant_id, Workspace(Gate(*self.in_workspace))).gate
