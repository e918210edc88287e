"""Remind: the ledger is brought up to date from what is stored, and read for what falls due."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.condense.pipeline import Condense
from bot.domain.article import Article
from bot.domain.channel import Topic
from bot.domain.deadline import DatedEvent
from bot.ports import RunCpu, Store, UnitOfWork
from bot.remind.ledger import Told, absorb
from bot.remind.meant import AFTERWARDS, APART
from bot.remind.signals import reports_of
from bot.remind.view import between
from summarizers.types import Summary

BATCH = 500
"""Revisions taken in within one transaction."""

HORIZON = timedelta(days=400)
"""Articles older than this are no longer kept (DESIGN §4), so nothing older is looked at."""

Progress = Callable[[int, int], None]


def _ignore(_done: int, _of: int) -> None:
    """No progress wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepLedger:
    """The use case that takes new articles into the ledger; a second run changes nothing.

    Runs of one tenant in one process wait for each other, so that no article is condensed twice.
    """

    store: Store
    run_cpu: RunCpu
    condense: Condense
    turns: defaultdict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))

    async def run(self, tenant_id: str, progress: Progress = _ignore) -> int:
        """Take in every dated revision that is not yet; return how many. `progress` hears of condensing."""
        async with self.turns[tenant_id]:
            return await self._run(tenant_id, progress)

    async def _run(self, tenant_id: str, progress: Progress) -> int:
        engine, done = self.condense.summarizer.name, 0
        while True:
            async with self.store.read() as unit:
                waiting = await unit.ledger.waiting(tenant_id, engine, BATCH)
            if not waiting:
                return done
            summaries = await self.condense.run(tenant_id, waiting, progress)
            told = await self.run_cpu(_told, waiting, summaries)
            async with self.store.write() as unit:
                await self._take_in(unit, tenant_id, told)
                await unit.ledger.absorb(tenant_id, engine, [(one.id, one.revision) for one in waiting])
            done += len(waiting)

    async def _take_in(self, unit: UnitOfWork, tenant_id: str, told: Sequence[Told]) -> None:
        oldest = min(one.published.local_date for one in told)
        first = oldest - max(APART, AFTERWARDS) if oldest - date.min > APART else date.min
        entries = await unit.ledger.between(tenant_id, first, date.max)
        await unit.ledger.put(await self.run_cpu(absorb, entries, told))


def _told(articles: Sequence[Article], summaries: Mapping[tuple[str, int], Summary]) -> tuple[Told, ...]:
    return tuple(
        Told(article=article, reports=reports_of(article, summaries[article.id, article.revision]))
        for article in articles
    )


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
    """The use case that reads the ledger."""

    store: Store
    run_cpu: RunCpu
    keep: KeepLedger

    async def run(self, ahead: Ahead, progress: Progress = _ignore) -> tuple[DatedEvent, ...]:
        """The events ahead as known at `now`, the ledger brought up to date first."""
        await self.keep.run(ahead.tenant_id, progress)
        async with self.store.read() as unit:
            entries = await unit.ledger.between(ahead.tenant_id, ahead.today, ahead.last)
            articles = await on_topics(unit, ahead.tenant_id, ahead.topics, ahead.today)
        return await self.run_cpu(between, entries, ahead.now, ahead.today, ahead.last, articles)


async def on_topics(
    unit: UnitOfWork, tenant_id: str, topics: Sequence[Topic], today: date
) -> AbstractSet[str] | None:
    """The ids of the articles on these topics; None for no topics, which means everything."""
    if not topics:
        return None
    found = await unit.articles.published(tenant_id, today - HORIZON, today + timedelta(days=1), topics)
    return {article.id for article in found}
