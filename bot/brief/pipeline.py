"""Brief: a channel, a window and its topics become one stored briefing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.brief.compose import Frame, compose
from bot.brief.select import AHEAD, MAX_AGE, Selection, select
from bot.brief.stories import group
from bot.condense.pipeline import Condense
from bot.domain.article import Article
from bot.domain.briefing import Arrivals, Basis, Briefing, Window
from bot.domain.channel import Channel, Topic
from bot.ports import Clock, RunCpu, Store, UnitOfWork

Progress = Callable[[int, int], None]

REMEMBERED = 14
"""So many briefings before the previous one are held against a new one, however many a week saw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to brief: `topics` are those the reader follows, none meaning everything.

    Marks compare with `previous`, the briefing that the reader was shown last, and with those of the week
    before it that lead to it. A scheduled digest tells what
    came in by `arrivals`, and of what came in before the ids in `reached`; `told` are articles that it must
    not tell again, each with the latest arrival that whatever told it had looked at.
    """

    tenant_id: str
    zone: str
    window: Window
    topics: tuple[Topic, ...] = ()
    previous: Briefing | None = None
    arrivals: Arrivals | None = None
    reached: frozenset[str] = frozenset()
    told: frozenset[tuple[str, int]] = frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        """The topics' names."""
        return tuple(topic.name for topic in self.topics)


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
        summaries = await self.condense.run(request.tenant_id, selection.articles, progress)
        briefing = await self.run_cpu(compose, frame, groups, summaries)
        async with self.store.write() as unit:
            await unit.briefings.put(briefing, self.clock.now())
        return briefing

    async def for_channel(
        self, channel: Channel, request: Request, progress: Progress = lambda _done, _of: None
    ) -> Briefing:
        """The same on request in a channel: marked against what it was shown last, and noted as shown."""
        briefing = await self.for_reader(channel, request, progress)
        async with self.store.write() as unit:
            await unit.briefings.show(channel, briefing, self.clock.now())
        return briefing

    async def for_reader(
        self, channel: Channel, request: Request, progress: Progress = lambda _done, _of: None
    ) -> Briefing:
        """The same for one person in a channel: marked as for the channel, which is not shown it."""
        async with self.store.read() as unit:
            previous = await _last_shown(unit, channel, request)
        return await self.run(replace(request, previous=previous), progress)

    async def _frame(self, unit: UnitOfWork, request: Request, selection: Selection) -> Frame:
        undated = selection.undated
        if request.window.basis is Basis.PUBLISHED:
            undated = await unit.articles.undated(request.tenant_id, request.topics)
        return Frame(
            tenant_id=request.tenant_id,
            zone=request.zone,
            window=request.window,
            topics=request.names,
            engine=self.condense.summarizer.name,
            undated=undated,
            ahead=len(selection.ahead),
            failed_sources=await unit.sources.failing(request.tenant_id, request.window.until),
            newest=await _newest(unit, request, self.clock.now()),
            previous=request.previous,
            before=await _shown_before(unit, request),
        )


async def _shown_before(unit: UnitOfWork, request: Request) -> tuple[Briefing, ...]:
    """What was shown in the week before, each briefing named by the one after it, the last one first."""
    found: list[Briefing] = []
    one = request.previous
    while one and one.previous_id and len(found) < REMEMBERED:
        one = await unit.briefings.get(request.tenant_id, one.previous_id)
        if one and one.window.until >= request.window.until - MAX_AGE:
            found.append(one)
        else:
            break
    return tuple(found)


async def _newest(unit: UnitOfWork, request: Request, now: datetime) -> date | None:
    """The last day of which there is news; one that lies ahead only where there is no other."""
    tenant_id, topics, tomorrow = request.tenant_id, request.topics, max(now, request.window.until) + AHEAD
    found = await unit.articles.newest(tenant_id, topics, tomorrow.date())
    return found or await unit.articles.newest(tenant_id, topics)


async def _last_shown(unit: UnitOfWork, channel: Channel, request: Request) -> Briefing | None:
    """The later one of the last digest sent to a channel and the last briefing shown there on request."""
    before = request.window.until
    shown = [await unit.briefings.last(channel, request.names, before)]
    sent = (await unit.deliveries.last_sent([channel], request.names, before)).get(channel)
    if sent and sent.briefing_id:
        shown.append(await unit.briefings.get(channel.tenant_id, sent.briefing_id))
    known = [one for one in shown if one and one.window.until < before]
    return max(known, key=lambda briefing: briefing.window.until, default=None)


async def _reached(unit: UnitOfWork, request: Request) -> Sequence[Article]:
    ids: Sequence[str] = sorted(request.reached)
    if ids and request.topics:
        ids = sorted(await unit.articles.on_topics(request.tenant_id, ids, request.topics))
    return await unit.articles.heads(request.tenant_id, ids, ()) if ids else ()


async def _selected(unit: UnitOfWork, request: Request) -> Selection:
    return select(await _stored(unit, request), request.window, ZoneInfo(request.zone))


async def _stored(unit: UnitOfWork, request: Request) -> Sequence[Article]:
    tenant_id, window = request.tenant_id, request.window
    if request.arrivals:
        came = await unit.articles.arrived(tenant_id, request.arrivals, request.topics, window.oldest)
        came = (*came, *await _reached(unit, request))
        told = dict(request.told)
        return [one for one in came if (one.arrival or 0) > told.get(one.id, -1)]
    day = timedelta(days=1)  # local dates differ from UTC dates by at most one day either way
    first, last = window.since.date() - day, window.until.date() + day
    return await unit.articles.published(tenant_id, first, last, request.topics, until=window.until)
