"""Remind: what falls due, from everything that is stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.condense.pipeline import Condense
from bot.domain.channel import Topic
from bot.domain.deadline import DatedEvent
from bot.ports import RunCpu, Store
from bot.remind.upcoming import upcoming

HORIZON = timedelta(days=400)
"""Reports older than this are no longer kept (DESIGN §4), so nothing older is looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """What is asked: the events of `now`'s local day in `zone` and of the next `days` days."""

    tenant_id: str
    now: datetime
    zone: str
    days: int
    topics: tuple[Topic, ...] = ()

    @property
    def today(self) -> date:
        """The local day."""
        return self.now.astimezone(ZoneInfo(self.zone)).date()

    @property
    def last(self) -> date:
        """The last day on which an event may begin; never beyond the calendar."""
        return self.today + timedelta(days=min(self.days, (date.max - self.today).days))


@dataclass(frozen=True, slots=True, kw_only=True)
class Upcoming:
    """The use case."""

    store: Store
    run_cpu: RunCpu
    condense: Condense

    async def run(
        self, ahead: Ahead, progress: Callable[[int, int], None] = lambda _done, _of: None
    ) -> tuple[DatedEvent, ...]:
        """The events ahead, from articles published by `now`; `progress` gets (done, all) condensed."""
        first, latest = ahead.today - HORIZON, ahead.today + timedelta(days=1)
        async with self.store.read() as unit:
            articles = await unit.articles.published(
                ahead.tenant_id, first, latest, ahead.topics, until=ahead.now
            )
        summaries = await self.condense.run(ahead.tenant_id, articles, progress)
        return await self.run_cpu(upcoming, articles, summaries, ahead.today, ahead.last)
