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
class Upcoming:
    """The use case."""

    store: Store
    run_cpu: RunCpu
    condense: Condense

    async def run(
        self,
        tenant_id: str,
        now: datetime,
        zone: str,
        days: int,
        topics: tuple[Topic, ...] = (),
        progress: Callable[[int, int], None] = lambda _done, _of: None,
    ) -> tuple[DatedEvent, ...]:
        """The events of today and the next `days` days in `zone`, from articles published by `now`."""
        today = now.astimezone(ZoneInfo(zone)).date()
        async with self.store.read() as unit:
            articles = await unit.articles.published(
                tenant_id, today - HORIZON, today + timedelta(days=1), topics, until=now
            )
        summaries = await self.condense.run(tenant_id, articles, progress)
        return await self.run_cpu(upcoming, articles, summaries, today, _last(today, days))


def _last(today: date, days: int) -> date:
    return today + timedelta(days=min(days, (date.max - today).days))
