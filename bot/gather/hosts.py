"""How many looks are under way at which host: one that is slow must not occupy all that look."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from bot.domain.source import Source

AT_HOST = 2
"""Looks at one host together, where nothing else is said."""


@dataclass(slots=True)
class Hosts:
    """Counts looks; `most` may be under way at one host."""

    most: int = AT_HOST
    looks: Counter[str] = field(default_factory=Counter)

    def begin(self, source: Source) -> bool:
        """Whether one more look may begin at its host; if so it is counted."""
        host = host_of(source)
        if self.looks[host] >= self.most:
            return False
        self.looks[host] += 1
        return True

    def end(self, source: Source) -> None:
        """A look that had begun is over."""
        host = host_of(source)
        self.looks[host] -= 1
        if not self.looks[host]:
            del self.looks[host]


def host_of(source: Source) -> str:
    """The host and port at which a source stands, as its address is written."""
    return source.url.partition("://")[2].partition("/")[0].lower()
