"""Catch up: what changed since one person was last here, from the channel's briefings and the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.ask.first_told import arrivals_of, as_news, first_told, followed, news_of
from bot.domain.briefing import Briefing, Item, Mark
from bot.domain.catchup import CaughtUp, Change, News, Visit
from bot.domain.channel import Topic
from bot.domain.delivery import State
from bot.domain.ledger import AsTold, Entry, Event, Report, Signal, as_it_is
from bot.domain.question import Asker
from bot.ports import Clock, Store, UnitOfWork
from summarizers.types import Publication

FIRST = timedelta(days=7)
"""How far back a first visit looks."""

AHEAD = timedelta(days=90)
"""How far ahead new deadlines are told."""

_CHANGES = {
    Signal.MOVED: Change.MOVED,
    Signal.DISPUTED: Change.DISPUTED,
    Signal.CALLED_OFF: Change.CALLED_OFF,
    Signal.MET: Change.MET,
    Signal.LAPSED: Change.LAPSED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CatchUp:
    """The use case; a visit is noted per person and channel, and nobody else's counts."""

    store: Store
    clock: Clock
    ahead: timedelta = AHEAD
    as_told: AsTold = as_it_is

    async def run(self, asker: Asker, topics: Sequence[Topic] = ()) -> CaughtUp:
        """What the channel was told and what befell its tenant's deadlines since this person's last visit.

        A deadline of which only articles told that came in since then is new, though no briefing has shown it
        yet: within `ahead`. With topics, only deadlines on one of them, and what befell those that a briefing
        showed. The ledger is read as it stands, and as it was told of by now: news of the future wait for it.
        The visit is noted, so that a second run right after it has nothing to tell. Each point is told once,
        as the newest briefing has it. A first visit looks back a week.
        """
        caught = await self.look(asker, topics)
        await self.visit(asker, caught.visit)
        return caught

    async def visit(self, asker: Asker, visit: Visit) -> None:
        """Note a visit: the person was told what there was until then."""
        async with self.store.write() as unit:
            await unit.conversations.visit(asker, visit)

    async def look(self, asker: Asker, topics: Sequence[Topic] = ()) -> CaughtUp:
        """The same without noting the visit, for a reader who may not get to see it."""
        now = self.clock.now()
        async with self.store.read() as unit:
            visited = await unit.conversations.visited(asker)
            since, after = await _last(unit, asker, visited, now)
            told = await _told(unit, asker, since, after, now)
            day = since.astimezone(ZoneInfo(asker.zone)).date()
            today = now.astimezone(ZoneInfo(asker.zone)).date()
            kept = await unit.ledger.between(asker.channel.tenant_id, day - FIRST, date.max)
            entries = [known for one in kept if (known := self.as_told(one, now, asker.zone))]
            arrivals = await arrivals_of(unit, [one for one in entries if _befallen(one)])
            near = [entry for entry in entries if entry.deadline.date - today <= self.ahead]
            between = _Between(day=day, today=today, at=since, now=now, arrival=after, arrivals=arrivals)
            moved = {entry.id: one for entry in entries for one in _moves(entry, between)}
            befallen = [entry for entry in entries if entry.id in moved]
            wanted = await followed(unit, befallen, topics, told)
            others = [entry for entry in near if entry.id not in moved]
            fresh = await first_told(unit, others, after, today, topics)
            visit = Visit(at=now, arrival=await unit.articles.latest(asker.channel.tenant_id))
        gone = _gone(one for one in befallen if moved[one.id].change is Change.MOVED)
        changes = [moved[one.id] for one in wanted]
        gone = gone.union(*(_dates(one) for one in changes if one.change is Change.MOVED))
        points = [one for one in _points(told) if not (_dates(one) & gone)]
        news = (*points, *changes, *as_news(fresh, told))
        return CaughtUp(since=since, visit=visit, first=visited is None, news=news)


async def _last(unit: UnitOfWork, asker: Asker, visited: Visit | None, now: datetime) -> tuple[datetime, int]:
    """Since when, and since which arrival, this person was told nothing.

    A visit that lies ahead was noted by a clock that was wrong, and nobody knows when it was: a week at most.
    """
    at = visited.at if visited and visited.at <= now else now - FIRST
    known = visited.arrival if visited else None
    return at, await unit.articles.arrival(asker.channel.tenant_id, at) if known is None else known


async def _told(unit: UnitOfWork, asker: Asker, since: datetime, after: int, now: datetime) -> list[Briefing]:
    """The briefings this channel was sent or shown since then, oldest first, each once.

    A digest also by what it looked at: it may be due before then, or after now, by a clock that was wrong.
    """
    channel = asker.channel
    shown = await unit.briefings.shown_since(channel, since)
    told = {one.id: one for one in shown if one.window.until <= now}
    first = since.date() - timedelta(days=1)
    for delivery in await unit.deliveries.between(channel.tenant_id, first, date.max):
        news = since < delivery.due <= now or (delivery.upto or 0) > after
        sent = delivery.channel == channel and delivery.state is State.SENT and news
        kept = await unit.briefings.get(channel.tenant_id, delivery.briefing_id or "") if sent else None
        told.update({kept.id: kept} if kept else {})
    return sorted(told.values(), key=lambda one: (one.window.until, one.id))


def _points(told: Sequence[Briefing]) -> Iterator[News]:
    newest = {item.key: (briefing, item) for briefing in told for item in briefing.items}
    for briefing, item in newest.values():
        if item.mark is not Mark.UNCHANGED:
            yield _point(briefing, item)


def _point(briefing: Briefing, item: Item) -> News:
    bullet = item.bullet
    return News(
        change=Change(item.mark),
        section=bullet.section,
        text=bullet.text,
        citations=bullet.citations,
        sources=tuple(map(briefing.reference, bullet.citations)),
        deadline=bullet.deadline,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Between:
    """What lies between the last visit and this one: their days for the reader, their instants.

    `arrival` is the latest of an article at the last one, `arrivals` those of each revision.
    """

    day: date
    today: date
    at: datetime
    now: datetime
    arrival: int
    arrivals: Mapping[tuple[str, int], int]

    def holds(self, event: Event, entry: Entry) -> bool:
        """Whether what befell an entry is out by now, and came in, or its time came, after the visit."""
        told = _told_in(entry, event)
        at = told.at if told else None
        if not (at <= self.now if at else event.on <= self.today):
            return False
        return self._came(event, entry) > self.arrival or (at > self.at if at else event.on > self.day)

    def _came(self, event: Event, entry: Entry) -> int:
        """The arrival of the revision that tells of it, or of the first that does not tell any more."""
        name, report = event.article_id or "", _report(entry, event.article_id)
        if event.revision is not None or report is None:
            return self.arrivals.get((name, event.revision or 0), 0)
        later = (at for (one, n), at in self.arrivals.items() if one == name and n > report.revision)
        return min(later, default=0)


def _befallen(entry: Entry) -> bool:
    return any(one.kind in _CHANGES for one in entry.history)


def _moves(entry: Entry, between: _Between) -> Iterator[News]:
    """The last thing that befell a deadline since a visit; what only passed without news has no proof."""
    events = [one for one in entry.history if one.kind in _CHANGES and between.holds(one, entry)]
    told = _report(entry, events[-1].article_id) if events else None
    if told:
        yield news_of(entry, told, _CHANGES[events[-1].kind])


def _gone(moved: Iterable[Entry]) -> set[tuple[str, date]]:
    """The dates that were given of these deadlines and do not hold any more, each with who gave it."""
    return {
        (report.article_id, report.deadline.date)
        for entry in moved
        for report in entry.reports
        if report.deadline and report.deadline.date != entry.deadline.date
    }


def _dates(news: News) -> set[tuple[str, date]]:
    deadline = news.deadline
    return {(one.article_id, deadline.date) for one in news.citations} if deadline else set()


def _told_in(entry: Entry, event: Event) -> Publication | None:
    """When the revision came out that tells of an event, or that takes back what it told."""
    if event.revision is None:
        report = _report(entry, event.article_id)
        return report.until if report else None
    key = event.article_id, event.revision
    return next((one.published for one in entry.reports if (one.article_id, one.revision) == key), None)


def _report(entry: Entry, article_id: str | None) -> Report | None:
    return next((one for one in reversed(entry.reports) if one.article_id == article_id), None)
