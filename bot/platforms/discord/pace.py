"""How fast we may post: below Discord's 50 requests a second, so that commands keep their share.

Buckets of single channels are the library's matter (docs.discord.com, "Rate Limits").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

EVERY = timedelta(seconds=1) / 46

LONG_AGO = datetime.min.replace(tzinfo=UTC)

FAR = timedelta(minutes=10)
"""A slot further ahead than this was reserved by a clock that has since gone back."""


@dataclass(slots=True)
class Pace:
    """From when the bot may send its next request that posts; what answers an interaction is not counted."""

    free: datetime = field(default=LONG_AGO)

    def reserve(self, now: datetime) -> timedelta:
        """Take the next slot; return how long to wait for it."""
        at = max(now, self.free) if self.free <= now + FAR else now
        self.free = at + EVERY
        return at - now
