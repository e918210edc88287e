"""Brief: a channel, a window and its topics become one stored briefing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.brief.compose import Frame, compose
from bot.brief.select import Selection, select
from bot.brief.stories import group
from bot.condense.pipeline import Condense
from bot.domain.article import Article
from bot.domain.briefing import Basis, Briefing, Window
from bot.domain.channel import Channel, Topic
from bot.ports import Clock, RunCpu, Store, UnitOfWork

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to brief: `topics` are those the channel follows, none meaning everything."""

    channel: Channel
    zone: str
    window: Window
    topics: tuple[Topic, ...] = ()
    failed_sources: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The use case. The same request on the same stored articles gives the same briefing."""

    store: Store
    clock: Clock
    run_cpu: RunCpu
    condense: Condense

    async def run(self, request: Request, progress: Progress = lambda _done, _of: None) -> Briefing:
        """Make the briefing and keep it; `progress` hears how many articles are condensed."""
        async with self.store.read() as unit:
            selection = await _selected(unit, request)
            frame = await self._frame(unit, request, selection)
        groups = await self.run_cpu(group, selection.articles)
        summaries = await self.condense.run(request.channel.tenant_id, selection.articles, progress)
        briefing = await self.run_cpu(compose, frame, groups, summaries)
        async with self.store.write() as unit:
            await unit.briefings.put(briefing, self.clock.now())
        return briefing

    async def _frame(self, unit: UnitOfWork, request: Request, selection: Selection) -> Frame:
        tenant_id, names = request.channel.tenant_id, tuple(topic.name for topic in request.topics)
        published = request.window.basis is Basis.PUBLISHED
        return Frame(
            channel=request.channel,
            zone=request.zone,
            window=request.window,
            topics=names,
            engine=self.condense.summarizer.name,
            undated=await unit.articles.undated(tenant_id, request.topics)
            if published
            else selection.undated,
            failed_sources=request.failed_sources,
            newest=await unit.articles.newest(tenant_id, request.topics),
            previous=await unit.briefings.last(request.channel, names, before=request.window.until),
        )


async def _selected(unit: UnitOfWork, request: Request) -> Selection:
    articles = await _stored(unit, request.channel.tenant_id, request.window, request.topics)
    return select(articles, request.window, ZoneInfo(request.zone))


async def _stored(
    unit: UnitOfWork, tenant_id: str, window: Window, topics: Sequence[Topic]
) -> tuple[Article, ...]:
    if window.basis is Basis.SEEN:
        return await unit.articles.seen(tenant_id, window, topics)
    day = timedelta(days=1)  # local dates differ from UTC dates by at most one day either way
    first, last = window.since.date() - day, window.until.date() + day
    return await unit.articles.published(tenant_id, first, last, topics, until=window.until)
