"""Remind: the ledger is brought up to date from what is stored, and read for what falls due."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import combinations

from bot.condense.pipeline import UNREAD, Condense
from bot.domain.article import Article
from bot.domain.channel import Topic
from bot.domain.deadline import DatedEvent
from bot.domain.ledger import Entry
from bot.ports import RunCpu, Store, UnitOfWork
from bot.remind.bearing import AFTERWARDS
from bot.remind.ledger import Told, absorb
from bot.remind.likeness import PAIR
from bot.remind.settle import APART
from bot.remind.signals import reports_of
from bot.remind.states import terms_of
from bot.remind.view import between, local_day
from summarizers.faults import FAULTS
from summarizers.types import Summary

BATCH = 500
"""Revisions taken in within one transaction."""

HORIZON = timedelta(days=400)
"""Articles older than this are no longer kept, so nothing older is looked at."""

AGAIN = timedelta(days=60)
"""How long after the date of a deadline was first told what moves it is looked for, if it was read before."""

ZONES_APART = timedelta(days=2)
"""So much may the dates of one instant in two zones differ, and a little more."""

TOPICS = 50
"""Entries whose later articles are looked for in one search."""

NEWEST = "ledger:newest"
"""The checkpoint that keeps the newest day of which the ledger has read an article."""

Progress = Callable[[int, int], None]

log = logging.getLogger(__name__)


def _ignore(_done: int, _of: int) -> None:
    """No progress wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepLedger:
    """The use case that takes new articles into the ledger; a second run changes nothing.

    Runs of one tenant in one process wait for each other, so that no article is condensed twice. `counts_as`
    is the engine's name under which articles are taken in, where another engine than `condense` has does so
    otherwise: what either took in is taken in for both.
    """

    store: Store
    run_cpu: RunCpu
    condense: Condense
    counts_as: str = ""
    turns: defaultdict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))

    @property
    def engine(self) -> str:
        """Under which name articles are taken in."""
        return self.counts_as or self.condense.summarizer.name

    async def run(self, tenant_id: str, progress: Progress = _ignore) -> int:
        """Take in every dated revision that is not yet; return how many. `progress` hears of condensing."""
        async with self.turns[tenant_id]:
            return await self._run(tenant_id, progress)

    async def waiting(self, tenant_id: str, most: int) -> int:
        """How many dated revisions are not taken in yet, counted up to `most`."""
        async with self.store.read() as unit:
            return len(await unit.ledger.waiting(tenant_id, self.engine, most))

    async def _run(self, tenant_id: str, progress: Progress) -> int:
        engine, done = self.engine, 0
        while True:
            async with self.store.read() as unit:
                waiting = await unit.ledger.waiting(tenant_id, engine, BATCH)
            if not waiting:
                return done
            summaries = await self.condense.run(tenant_id, waiting, progress)
            told = await self.run_cpu(_told, waiting, summaries)
            async with self.store.write() as unit:
                late = await self._take_in(unit, tenant_id, told) if told else ()
                await unit.ledger.absorb(tenant_id, engine, [(one.id, one.revision) for one in waiting])
            if late:
                await self._read_again(tenant_id, late)
            done += len(waiting)

    async def _take_in(self, unit: UnitOfWork, tenant_id: str, told: Sequence[Told]) -> tuple[Entry, ...]:
        """Take in what is told; return the entries of which later articles were read before them.

        They are new, or moved by an article older than the newest that was read.
        """
        entries = await unit.ledger.between(tenant_id, _since(told), date.max)
        changed = await self.run_cpu(absorb, entries, told)
        await unit.ledger.put(changed)
        newest = await unit.checkpoints.get(tenant_id, NEWEST) or date.min.isoformat()
        now = max(one.published.local_date for one in told).isoformat()
        await unit.checkpoints.put(tenant_id, NEWEST, max(newest, now))
        before = {entry.id: entry.deadline.date for entry in entries}
        days = {(one.article.id, one.article.revision): one.published.local_date for one in told}
        return tuple(one for one in changed if _came_late(one, before.get(one.id), days, newest))

    async def _read_again(self, tenant_id: str, late: Sequence[Entry]) -> None:
        """Read once more what may move or end these entries and was read before them: it was lost then."""
        for portion in (late[at : at + TOPICS] for at in range(0, len(late), TOPICS)):
            topics = tuple(topic for entry in portion for topic in _topics_of(entry))
            first, latest = min(map(_told_on, portion)), max(map(_dated_on, portion))
            if not topics:
                continue
            async with self.store.read() as unit:
                last = min(latest, date.max - AGAIN) + AGAIN
                found = await unit.articles.published(tenant_id, first, last, topics)
            summaries = await self.condense.run(tenant_id, found)
            told = await self.run_cpu(_told, found, summaries)
            if told:
                async with self.store.write() as unit:
                    entries = await unit.ledger.between(tenant_id, _since(told), date.max)
                    await unit.ledger.put(await self.run_cpu(absorb, entries, told))


def _told(articles: Sequence[Article], summaries: Mapping[tuple[str, int], Summary]) -> tuple[Told, ...]:
    """What each article reports, but for those that cannot be read: what they said before still stands."""
    told = (_of_one(article, summaries[article.id, article.revision]) for article in articles)
    return tuple(one for one in told if one is not None)


def _of_one(article: Article, summary: Summary) -> Told | None:
    if summary.engine == UNREAD:
        return None
    try:
        return Told(article=article, reports=reports_of(article, summary))
    except FAULTS:
        told = {"action": "article_unread", "article": article.id}
        log.exception("an article broke the reading of its deadlines: they are left out", extra=told)
        return None


def _since(told: Sequence[Told]) -> date:
    """From which day on entries may be meant by what is told."""
    oldest = min(one.published.local_date for one in told)
    return oldest - max(APART, AFTERWARDS) if oldest - date.min > APART else date.min


def _came_late(entry: Entry, before: date | None, days: Mapping[tuple[str, int], date], newest: str) -> bool:
    """Whether what later articles say of an entry, which fell on `before`, may have been lost on it.

    `days` are those of the articles just taken in, `newest` the last day read before them.
    """
    if before is None:
        return _told_on(entry).isoformat() <= newest
    told = (days.get((report.article_id, report.revision)) for report in entry.reports)
    first = min((day.isoformat() for day in told if day), default=newest)
    return before != entry.deadline.date and first < newest


def _told_on(entry: Entry) -> date:
    """The day on which it was first told of."""
    return min(report.published.local_date for report in entry.reports)


def _dated_on(entry: Entry) -> date:
    """The day on which the date that holds was told of."""
    holding = (one for one in entry.reports if one.deadline and one.deadline.date == entry.deadline.date)
    return min((one.published.local_date for one in holding), default=_told_on(entry))


def _topics_of(entry: Entry) -> Iterator[Topic]:
    """Articles with two of the three names that its first article has most often: maybe its story.

    Where two states are its parties, those too that name both of them, each in whatever way.
    """
    first = entry.reports[0]
    for number, pair in enumerate(combinations(first.names[:3], 2)):
        yield Topic(name=f"{entry.id}:{number}", all_of=pair)
    if len(first.parties) == PAIR:
        fewer, more = sorted(map(terms_of, first.parties), key=len)
        for written in fewer:
            yield Topic(name=f"{entry.id}:{written}", all_of=(written,), any_of=more)


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
        return local_day(self.now, self.zone)

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
            entries = await entries_of(unit, ahead)
            articles = await on_topics(unit, ahead.tenant_id, ahead.topics, ahead.today)
        return await self.run_cpu(between, entries, ahead.now, ahead.zone, ahead.last, articles)


async def entries_of(unit: UnitOfWork, ahead: Ahead) -> tuple[Entry, ...]:
    """The entries that may fall on the days asked about: a time elsewhere is another day here."""
    first, last = ahead.today - ZONES_APART, min(ahead.last, date.max - ZONES_APART) + ZONES_APART
    return await unit.ledger.between(ahead.tenant_id, first, last)


async def on_topics(
    unit: UnitOfWork, tenant_id: str, topics: Sequence[Topic], today: date
) -> AbstractSet[str] | None:
    """The ids of the articles on these topics; None for no topics, which means everything."""
    if not topics:
        return None
    found = await unit.articles.published(tenant_id, today - HORIZON, today + timedelta(days=1), topics)
    return {article.id for article in found}
