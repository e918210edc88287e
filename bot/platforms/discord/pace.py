"""How fast we may ask: never more than Discord takes (docs.discord.com, "Rate Limits")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.platforms.gate import Gate, enter_all

IN_ALL = (50, 1.0)
"""Requests in seconds. What answers an interaction is not counted, by Discord neither."""

IN_CHANNEL = (5, 5.0)
"""Messages in seconds."""

UNCOUNTED = ("/interactions/", "/webhooks/")

MESSAGES = "/messages"


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
        return await enter_all(self._gates(method, path))

    def _gates(self, method: str, path: str) -> Sequence[Gate]:
        """The channel's first: who waits for that takes no place from others."""
        if any(one in path for one in UNCOUNTED):
            return ()
        if method != "POST" or not path.endswith(MESSAGES):
            return (self.whole,)
        self.channels = {one: gate for one, gate in self.channels.items() if gate.taken}
        return (self.channels.setdefault(path, Gate(*self.in_channel)), self.whole)
