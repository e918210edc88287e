"""How fast we may ask: never more than Discord takes (docs.discord.com, "Rate Limits").

Spacing what goes by our clock is not enough: after a moment in which either side stood still, a crowd
arrives at once. So a request keeps its place from before it goes until a whole window after its answer.
Discord counted it somewhere between the two: no window of Discord's ever holds more than there are places.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

IN_ALL = (50, 1.0)
"""Requests in seconds. What answers an interaction is not counted, by Discord neither."""

IN_CHANNEL = (5, 5.0)
"""Messages in seconds."""

UNCOUNTED = ("/interactions/", "/webhooks/")

MESSAGES = "/messages"


@dataclass(slots=True)
class Gate:
    """So many places, each free again so many seconds after it was left."""

    most: int
    seconds: float
    taken: int = 0
    places: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        self.places = asyncio.Semaphore(self.most)

    async def enter(self) -> None:
        """Wait for a place, in order of arrival."""
        self.taken += 1
        try:
            await self.places.acquire()
        except BaseException:
            self.taken -= 1
            raise

    def leave(self) -> None:
        """The answer is there, or none will come."""
        asyncio.get_running_loop().call_later(self.seconds, self._free)

    def _free(self) -> None:
        self.taken -= 1
        self.places.release()


@dataclass(slots=True)
class Pace:
    """The gates of one bot: one for all requests, one for the messages into each channel."""

    in_all: tuple[int, float] = IN_ALL
    in_channel: tuple[int, float] = IN_CHANNEL
    whole: Gate = field(init=False)
    channels: dict[str, Gate] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.whole = Gate(*self.in_all)

    async def enter(self, method: str, path: str) -> Sequence[Gate]:
        """Wait until this request may go; return the gates to leave once it was answered."""
        entered: list[Gate] = []
        try:
            for gate in self._gates(method, path):
                await gate.enter()
                entered.append(gate)
        except BaseException:
            for gate in entered:
                gate.leave()
            raise
        return entered

    def _gates(self, method: str, path: str) -> Sequence[Gate]:
        """The channel's first: who waits for that takes no place from others."""
        if any(one in path for one in UNCOUNTED):
            return ()
        if method != "POST" or not path.endswith(MESSAGES):
            return (self.whole,)
        self.channels = {one: gate for one, gate in self.channels.items() if gate.taken}
        return (self.channels.setdefault(path, Gate(*self.in_channel)), self.whole)
