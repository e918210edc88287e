"""What a host's robots.txt asks of those who come without a person (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from protego import Protego

KEPT = timedelta(hours=24)
"""How long it counts (RFC 9309, 2.4)."""

KEPT_CLOSED = timedelta(hours=1)
"""How long it counts that no answer came: an outage of a minute must not close a host for a day."""

MOST_BYTES = 500 * 1024
"""How much of it is read (RFC 9309, 2.5: at least 500 KiB)."""

MOST_HOSTS = 2_000
MOST_DELAY = 30.0
"""Seconds between two requests that a Crawl-delay may ask for: an hour would be a refusal by another name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules of one host; without a file (`text` None) everything is allowed, or nothing if `closed`."""

    read: datetime
    text: str | None = None
    closed: bool = False
    parsed: Protego | None = None

    @classmethod
    def of(cls, text: str, now: datetime) -> Rules:
        """The rules that a file holds; whatever cannot be understood in it is passed over."""
        return cls(read=now, text=text, parsed=Protego.parse(text))

    def allow(self, url: str, agent: str) -> bool:
        """Whether that page may be fetched under that name."""
        if self.parsed is None:
            return not self.closed
        return bool(self.parsed.can_fetch(url, agent))

    def delay(self, agent: str) -> float:
        """Seconds between two requests."""
        asked = self.parsed.crawl_delay(agent) if self.parsed else None
        return min(float(asked or 0), MOST_DELAY)


@dataclass(slots=True)
class Kept:
    """The rules of the hosts that were asked lately."""

    rules: dict[str, Rules] = field(default_factory=dict)

    def get(self, origin: str, now: datetime) -> Rules | None:
        """Those that still count."""
        found = self.rules.get(origin)
        kept = KEPT_CLOSED if found and found.closed else KEPT
        return found if found and now - found.read < kept else None

    def put(self, origin: str, rules: Rules) -> None:
        """Keep them; the oldest of too many go."""
        while len(self.rules) >= MOST_HOSTS:
            del self.rules[next(iter(self.rules))]
        self.rules[origin] = rules
