"""The limits of the Web API: one table, and the books that are kept by it.

Source: docs.slack.dev/apis/web-api/rate-limits. "1 message a second and channel, short bursts allowed" and
"several hundred a minute and workspace" are given figures here: a burst of 3, and 300.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field

from tests.fakes.slack_server.refusal import SlackRefusal


@dataclass(frozen=True, slots=True)
class Window:
    """At most `count` calls in any `seconds`."""

    count: int
    seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket of `burst` calls that fills at one call each `seconds`."""

    burst: int
    seconds: float


Limit = Window | Bucket

PER_CHANNEL = Bucket(burst=3, seconds=1.0)
PER_WORKSPACE = Window(300)
TIER_1 = Window(10)
"""Documented as one a minute with small bursts tolerated; ten lets a program be started again in a test."""

TIER_2 = Window(20)
TIER_3 = Window(50)
TIER_4 = Window(100)
SPECIAL = Window(600)

TABLE: dict[str, Limit] = {
    "post to a channel": PER_CHANNEL,
    "post to a workspace": PER_WORKSPACE,
    "apps.connections.open": TIER_1,
    "apps.uninstall": TIER_1,
    "auth.revoke": TIER_3,
    "auth.test": SPECIAL,
    "bots.info": TIER_3,
    "chat.delete": TIER_3,
    "chat.getPermalink": SPECIAL,
    "chat.postEphemeral": TIER_4,
    "chat.scheduleMessage": TIER_3,
    "chat.update": TIER_3,
    "conversations.history": TIER_3,
    "conversations.info": TIER_3,
    "conversations.join": TIER_3,
    "conversations.list": TIER_2,
    "conversations.members": TIER_4,
    "conversations.open": TIER_3,
    "conversations.replies": TIER_3,
    "files.completeUploadExternal": TIER_4,
    "files.getUploadURLExternal": TIER_4,
    "oauth.v2.access": SPECIAL,
    "reactions.add": TIER_3,
    "team.info": TIER_3,
    "users.conversations": TIER_3,
    "users.info": TIER_4,
    "usergroups.list": TIER_2,
    "users.list": TIER_2,
    "views.open": TIER_4,
    "views.publish": TIER_4,
    "views.push": TIER_4,
    "views.update": TIER_4,
}


@dataclass(slots=True)
class _Level:
    """How full a bucket was, and when that was looked up."""

    calls: float
    at: float


@dataclass(slots=True)
class Limiter:
    """Counts calls by the table; `refused` counts the 429s it gave, by method."""

    table: dict[str, Limit] = field(default_factory=lambda: dict(TABLE))
    switched_on: bool = True
    refused: dict[str, int] = field(default_factory=dict)
    _windows: dict[tuple[str, str], deque[float]] = field(default_factory=dict)
    _buckets: dict[tuple[str, str], _Level] = field(default_factory=dict)

    def check(self, method: str, team: str, channel: str, now: float) -> None:
        """Count one call, or raise `ratelimited` with the wait and count nothing."""
        if not self.switched_on:
            return
        books = self._books(method, team, channel)
        wait = max((self._wait(row, key, now) for row, key in books), default=0.0)
        if wait > 0:
            self.refused[method] = self.refused.get(method, 0) + 1
            raise SlackRefusal("ratelimited", status=429, retry_after=max(1, math.ceil(wait)))
        for row, key in books:
            self._enter(row, key, now)

    def _books(self, method: str, team: str, channel: str) -> list[tuple[str, str]]:
        if method == "chat.postMessage":
            return [("post to a channel", f"{team}:{channel}"), ("post to a workspace", team)]
        return [(method, team)] if method in self.table else []

    def _wait(self, row: str, key: str, now: float) -> float:
        limit = self.table[row]
        if isinstance(limit, Bucket):
            level = self._level(row, key, limit, now)
            return (1 - level) * limit.seconds if level < 1 else 0.0
        calls = self._windows.setdefault((row, key), deque())
        while calls and calls[0] <= now - limit.seconds:
            calls.popleft()
        return calls[0] + limit.seconds - now if len(calls) >= limit.count else 0.0

    def _level(self, row: str, key: str, limit: Bucket, now: float) -> float:
        kept = self._buckets.setdefault((row, key), _Level(limit.burst, now))
        kept.calls = min(limit.burst, kept.calls + (now - kept.at) / limit.seconds)
        kept.at = now
        return kept.calls

    def _enter(self, row: str, key: str, now: float) -> None:
        if isinstance(self.table[row], Bucket):
            self._buckets[row, key].calls -= 1
        else:
            self._windows[row, key].append(now)
