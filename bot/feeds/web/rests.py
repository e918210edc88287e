"""Hosts that asked for fewer requests: none of their other addresses is asked meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http import HTTPStatus

from yarl import URL

from bot.ports import Clock

UNTOLD = timedelta(minutes=1)
"""How long a host is left alone that does not say how long."""

MOST = timedelta(hours=1)
"""However long it says: what one of its addresses asks for need not silence all others for a day."""

MOST_HOSTS = 2_000


@dataclass(slots=True)
class Rests:
    """Until when which origin is left alone."""

    until: dict[str, datetime] = field(default_factory=dict)

    def note(self, url: URL, status: int, wait: timedelta | None, now: datetime) -> None:
        """Take over what an answer asks for: 429, or 503 with Retry-After (RFC 6585, 4; RFC 9110, 15.6.4)."""
        asked = status == HTTPStatus.TOO_MANY_REQUESTS or (status == HTTPStatus.SERVICE_UNAVAILABLE and wait)
        if asked:
            self._forget(now)
            self.until[str(url.origin())] = now + min(wait or UNTOLD, MOST)

    def left(self, url: URL, clock: Clock) -> timedelta:
        """How long its host is to be left alone yet; nothing where a clock was set back since."""
        return self._left(str(url.origin()), clock.now()) if self.until else timedelta(0)

    def _left(self, origin: str, now: datetime) -> timedelta:
        until = self.until.get(origin, now)
        return until - now if timedelta(0) < until - now <= MOST else timedelta(0)

    def _forget(self, now: datetime) -> None:
        for origin in [origin for origin in self.until if not self._left(origin, now)]:
            del self.until[origin]
        while len(self.until) >= MOST_HOSTS:
            del self.until[next(iter(self.until))]
