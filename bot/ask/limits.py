"""How often a person and a channel may ask."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.channel import Channel
from bot.domain.question import Asker
from bot.errors import InputError
from bot.ports import UnitOfWork
from bot.texts import count, say

Key = tuple[Channel, str]


@dataclass(slots=True)
class Admitted:
    """Who was let through in this process of late, answered or not yet; the store knows only the answered."""

    order: deque[tuple[datetime, Key]] = field(default_factory=deque)
    counts: Counter[Key] = field(default_factory=Counter)

    def add(self, now: datetime, *keys: Key) -> None:
        """Count one more for each key."""
        self.order.extend((now, key) for key in keys)
        self.counts.update(keys)

    def forget(self, before: datetime) -> None:
        """Count no longer what was let through before an instant."""
        while self.order and self.order[0][0] < before:
            _, key = self.order.popleft()
            self.counts[key] -= 1
            if not self.counts[key]:
                del self.counts[key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """At most so many questions a person and a channel within `span`, however many are asked at once."""

    person: int = 10
    channel: int = 60
    span: timedelta = timedelta(minutes=1)
    admitted: Admitted = field(default_factory=Admitted, compare=False, repr=False)

    async def check(self, unit: UnitOfWork, asker: Asker, now: datetime) -> None:
        """Count a question. Raise InputError, saying whose limit is reached and how long to wait."""
        since, person, everybody = now - self.span, (asker.channel, asker.user_id), (asker.channel, "")
        mine = await unit.conversations.count(asker.channel, since, asker.user_id)
        all_ = await unit.conversations.count(asker.channel, since)
        self.admitted.forget(since)
        if max(mine, self.admitted.counts[person]) >= self.person:
            raise self._refusal("ask.limit.person", self.person)
        if max(all_, self.admitted.counts[everybody]) >= self.channel:
            raise self._refusal("ask.limit.channel", self.channel)
        self.admitted.add(now, person, everybody)

    def _refusal(self, key: str, most: int) -> InputError:
        wait = count("minute", max(1, round(self.span / timedelta(minutes=1))))
        return InputError(say(key, questions=count("question", most), wait=wait), todo=say("ask.limit.wait"))
