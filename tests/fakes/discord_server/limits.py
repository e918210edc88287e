"""What Discord limits, in one table (docs.discord.com: Rate Limits, Component Reference, Create Message)."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

IN_CHANNEL = (5, 5.0)
"""Messages in seconds."""

IN_ALL = (50, 1.0)
"""Requests in seconds."""

NONCE_SECONDS = 120.0
NONCE_MOST = 25
CHARACTERS_MOST = 4_000
COMPONENTS_MOST = 40
ROW_MOST = 5
LABEL_MOST = 80
CUSTOM_ID_MOST = 100
NAME_MOST = 100
PAGE_MOST = 100


@dataclass(slots=True)
class Window:
    """At most `most` in any `seconds`."""

    most: int
    seconds: float
    taken: deque[float] = field(default_factory=deque)

    def take(self, now: float) -> float:
        """0 if there was room, else the seconds to wait."""
        while self.taken and self.taken[0] <= now - self.seconds:
            self.taken.popleft()
        if len(self.taken) >= self.most:
            return self.taken[0] + self.seconds - now
        self.taken.append(now)
        return 0.0

    def left(self) -> int:
        """How many more there is room for."""
        return self.most - len(self.taken)
