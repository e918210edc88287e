"""How often a person and a channel may ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.question import Asker
from bot.errors import InputError
from bot.ports import UnitOfWork
from bot.texts import count, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """At most so many questions a person and a channel within `span`."""

    person: int = 10
    channel: int = 60
    span: timedelta = timedelta(minutes=1)

    async def check(self, unit: UnitOfWork, asker: Asker, now: datetime) -> None:
        """Raise InputError, saying whose limit it is and how long to wait, where one is reached."""
        since = now - self.span
        mine = await unit.conversations.count(asker.channel, since, asker.user_id)
        if mine >= self.person:
            raise self._refusal("ask.limit.person", self.person)
        if await unit.conversations.count(asker.channel, since) >= self.channel:
            raise self._refusal("ask.limit.channel", self.channel)

    def _refusal(self, key: str, most: int) -> InputError:
        wait = count("minute", max(1, round(self.span / timedelta(minutes=1))))
        return InputError(say(key, questions=count("question", most), wait=wait), todo=say("ask.limit.wait"))
