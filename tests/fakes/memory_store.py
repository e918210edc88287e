"""A Store in memory, whole and strict: what it allows, the database allows, and the other way round."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from operator import attrgetter

from bot.domain.appointment import KeptAppointment
from bot.domain.article import Article, Outlet
from bot.domain.briefing import Briefing, Window
from bot.domain.channel import Channel, Platform, Topic
from bot.domain.delivery import OPEN, Delivery
from bot.domain.delivery import State as DeliveryState
from bot.domain.ledger import Entry
from bot.domain.passage import Found, Passage, Search
from bot.domain.preferences import ChannelSettings
from bot.domain.question import Asker, Turn
from bot.domain.reminder import Promise, Wish
from bot.domain.reply import Feedback, KeptReply
from bot.domain.schedule import Run, Schedule
from bot.domain.source import Source
from bot.ports import (
    Articles,
    Audit,
    Briefings,
    Change,
    Channels,
    Checkpoints,
    Conversations,
    Deliveries,
    Fingerprint,
    Hold,
    Installed,
    Job,
    Jobs,
    Ledger,
    Opening,
    Passages,
    Pause,
    Promises,
    Schedules,
    Store,
    Summaries,
    Wishes,
)
from bot.store.topics import fold, quoted
from bot.texts import say
from summarizers.types import Summary
from tests.fakes.memory_appointments import MemoryAppointments
from tests.fakes.memory_chat import (
    MemoryFeedbacks,
    MemoryInbound,
    MemoryPreferences,
    MemoryReplies,
    MemoryTenants,
)
from tests.fakes.memory_installations import MemoryInstallations, MemoryInstallStates
from tests.fakes.memory_sources import MemorySources


@dataclass(slots=True)
class State:
    """Everything that is kept; a transaction works on a copy. The values are frozen and shared."""

    writable: bool = False
    revisions: dict[tuple[str, str, int], Article] = field(default_factory=dict)
    fingerprints: dict[tuple[str, str], Fingerprint] = field(default_factory=dict)
    summaries: dict[tuple[str, str, str, int], Summary] = field(default_factory=dict)
    briefings: dict[tuple[str, str], tuple[Briefing, datetime]] = field(default_factory=dict)
    shown: dict[tuple[Channel, str], tuple[Briefing, datetime]] = field(default_factory=dict)
    checkpoints: dict[tuple[str, str], str] = field(default_factory=dict)
    schedules: dict[str, tuple[Schedule, Run]] = field(default_factory=dict)
    deliveries: dict[str, Delivery] = field(default_factory=dict)
    pauses: dict[Channel, Pause] = field(default_factory=dict)
    changes: dict[int, tuple[str, Change]] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)
    absorbed: dict[tuple[str, str, str, int], None] = field(default_factory=dict)
    wishes: dict[tuple[Channel, str, str], Wish] = field(default_factory=dict)
    promises: dict[tuple[Channel, str, date, str, str], Promise] = field(default_factory=dict)
    passages: dict[tuple[str, str], tuple[Article, tuple[Passage, ...]]] = field(default_factory=dict)
    turns: dict[int, Turn] = field(default_factory=dict)
    visits: dict[tuple[Channel, str], datetime] = field(default_factory=dict)
    preferences: dict[Channel, ChannelSettings] = field(default_factory=dict)
    inbound: dict[str, Hold] = field(default_factory=dict)
    replies: dict[tuple[Channel, str], KeptReply] = field(default_factory=dict)
    feedback: dict[tuple[Channel, str, str], Feedback] = field(default_factory=dict)
    removals: dict[tuple[Platform, str], datetime] = field(default_factory=dict)
    installations: dict[tuple[Platform, str], Installed] = field(default_factory=dict)
    install_states: dict[str, datetime] = field(default_factory=dict)
    sources: dict[tuple[str, str], Source] = field(default_factory=dict)
    claimed: dict[tuple[str, str], str] = field(default_factory=dict)
    appointments: dict[tuple[Platform, str, str], KeptAppointment] = field(default_factory=dict)
    source_items: dict[tuple[str, str, str], tuple[str, datetime]] = field(default_factory=dict)

    def copy(self, *, writable: bool) -> State:
        return State(writable, *map(dict, _KEPT(self)))

    def to_write(self) -> State:
        """Itself; raise RuntimeError within a read transaction or after a transaction has ended."""
        if not self.writable:
            raise RuntimeError("a read transaction cannot write")
        return self


_KEPT = attrgetter(*(one.name for one in fields(State) if one.name != "writable"))
"""All but whether it may be written, in the order of the fields."""


@dataclass(frozen=True, slots=True)
class MemoryArticles(Articles):
    state: State

    async def heads(self, tenant_id: str, ids: Sequence[str], urls: Sequence[str]) -> tuple[Article, ...]:
        return tuple(h for h in self._heads(tenant_id) if h.id in ids or h.canonical_url in urls)

    async def history(self, tenant_id: str, ids: Sequence[str]) -> tuple[Article, ...]:
        found = (article for article in self._own(tenant_id) if article.id in ids)
        return tuple(sorted(found, key=lambda article: (article.id, article.revision)))

    async def add(self, articles: Sequence[Article]) -> None:
        revisions = dict(self.state.to_write().revisions)
        for article in articles:
            key = (article.tenant_id, article.id, article.revision)
            if key in revisions:
                raise ValueError(f"revision {key[2]} of article {key[1]!r} is kept already")
            revisions[key] = article
        self.state.revisions = revisions

    async def add_fingerprints(self, tenant_id: str, fingerprints: Sequence[Fingerprint]) -> None:
        made = {(tenant_id, one.article_id): one for one in fingerprints}
        self.state.to_write().fingerprints.update(made)

    async def candidates(self, tenant_id: str, bands: Sequence[int]) -> tuple[Fingerprint, ...]:
        wanted = set(bands)
        own = (one for (tenant, _), one in self.state.fingerprints.items() if tenant == tenant_id)
        return tuple(sorted((one for one in own if wanted & {*one.bands}), key=lambda one: one.article_id))

    async def openings(self, tenant_id: str, ids: Sequence[str], length: int) -> Mapping[str, Opening]:
        heads = await self.heads(tenant_id, ids, ())
        return {head.id: Opening(title=head.title, text=head.clean[:length]) for head in heads}

    async def get(self, tenant_id: str, article_id: str, revision: int | None = None) -> Article | None:
        if revision is not None:
            return self.state.revisions.get((tenant_id, article_id, revision))
        return next((head for head in self._heads(tenant_id) if head.id == article_id), None)

    async def published(
        self,
        tenant_id: str,
        first: date,
        last: date,
        topics: Sequence[Topic] = (),
        until: datetime | None = None,
    ) -> tuple[Article, ...]:
        matched = {head.id for head in self._heads(tenant_id, topics)}
        counting = (a for a in self._own(tenant_id) if a.id in matched and _counts(a, first, last, until))
        return tuple(sorted(_newest(counting), key=lambda a: (a.published and a.published.local_date, a.id)))

    async def most_told(
        self, tenant_id: str, first: date | None, last: date, sources: Sequence[str], limit: int
    ) -> tuple[Article, ...]:
        keys = {fold(source) for source in sources}
        fit = [
            one
            for one in self._heads(tenant_id)
            if not keys or fold(one.source) in keys
            if _counts(one, first or date.min, last, None) or (one.published is None and first is None)
        ]
        groups: dict[str, list[Article]] = {}
        for one in sorted(fit, key=lambda one: (-one.seen.timestamp(), one.id)):
            groups.setdefault(one.group_id, []).append(one)
        ranked = sorted(groups.values(), key=lambda some: some[0].group_id)
        ranked.sort(key=_told, reverse=True)
        return tuple(one for some in ranked for one in some)[:limit]

    async def seen(self, tenant_id: str, window: Window, topics: Sequence[Topic] = ()) -> tuple[Article, ...]:
        heads = self._heads(tenant_id, topics)
        within = (head for head in heads if window.since < head.seen <= window.until)
        return tuple(sorted(within, key=lambda head: (head.seen, head.id)))

    async def on_topics(self, tenant_id: str, ids: Sequence[str], topics: Sequence[Topic]) -> frozenset[str]:
        matching = self._heads(tenant_id, topics) if topics else ()
        return frozenset(head.id for head in matching if head.id in ids)

    async def undated(self, tenant_id: str, topics: Sequence[Topic] = ()) -> int:
        return sum(head.published is None for head in self._heads(tenant_id, topics))

    async def newest(self, tenant_id: str, topics: Sequence[Topic] = ()) -> date | None:
        heads = self._heads(tenant_id, topics)
        return max((head.published.local_date for head in heads if head.published), default=None)

    async def count(self, tenant_id: str) -> int:
        return len(self._heads(tenant_id))

    async def outlets(self, tenant_id: str) -> tuple[Outlet, ...]:
        found: dict[str, list[Article]] = {}
        places = {key: n for n, key in enumerate(self.state.revisions)}
        for head in sorted(self._heads(tenant_id), key=lambda one: places[tenant_id, one.id, one.revision]):
            if fold(head.source):
                found.setdefault(fold(head.source), []).append(head)
        outlets = [
            Outlet(
                name=own[-1].source,
                articles=len(own),
                newest=max((one.published.local_date for one in own if one.published), default=None),
                seen=max(one.seen for one in own),
            )
            for own in found.values()
        ]
        return tuple(sorted(outlets, key=lambda one: (-one.articles, one.name)))

    def _own(self, tenant_id: str) -> Iterator[Article]:
        return (article for key, article in self.state.revisions.items() if key[0] == tenant_id)

    def _heads(self, tenant_id: str, topics: Sequence[Topic] = ()) -> tuple[Article, ...]:
        heads = _newest(self._own(tenant_id))
        return _matching(heads, topics) if topics else heads


@dataclass(frozen=True, slots=True)
class MemorySummaries(Summaries):
    state: State

    async def get(
        self, tenant_id: str, revisions: Sequence[tuple[str, int]], engine: str
    ) -> Mapping[tuple[str, int], Summary]:
        kept = self.state.summaries
        keys = {
            (article_id, number): (tenant_id, engine, article_id, number) for article_id, number in revisions
        }
        return {revision: kept[key] for revision, key in keys.items() if key in kept}

    async def put(self, tenant_id: str, engine: str, made: Mapping[tuple[str, int], Summary]) -> None:
        kept = self.state.to_write().summaries
        for (article_id, revision), summary in made.items():
            kept.setdefault((tenant_id, engine, article_id, revision), summary)


@dataclass(frozen=True, slots=True)
class MemoryBriefings(Briefings):
    state: State

    async def put(self, briefing: Briefing, made_at: datetime) -> None:
        key = (briefing.tenant_id, briefing.id)
        self.state.to_write().briefings.setdefault(key, (briefing, made_at))

    async def get(self, tenant_id: str, briefing_id: str) -> Briefing | None:
        kept = self.state.briefings.get((tenant_id, briefing_id))
        return kept and kept[0]

    async def show(self, channel: Channel, briefing: Briefing, at: datetime) -> None:
        self.state.to_write().shown.setdefault((channel, briefing.id), (briefing, at))

    async def shown_since(self, channel: Channel, since: datetime) -> tuple[Briefing, ...]:
        own = [one for (to, _), (one, _) in self.state.shown.items() if to == channel]
        later = (one for one in own if one.window.until > since)
        return tuple(sorted(later, key=lambda one: (one.window.until, one.id)))

    async def last(self, channel: Channel, topics: Sequence[str], before: datetime) -> Briefing | None:
        found = [
            (briefing.window.until, at, briefing.id, briefing)
            for (shown_to, _), (briefing, at) in self.state.shown.items()
            if shown_to == channel and {*briefing.topics} == {*topics} and briefing.window.until < before
        ]
        return max(found, key=lambda one: one[:3])[3] if found else None


@dataclass(frozen=True, slots=True)
class MemoryCheckpoints(Checkpoints):
    state: State

    async def get(self, tenant_id: str, name: str) -> str | None:
        return self.state.checkpoints.get((tenant_id, name))

    async def put(self, tenant_id: str, name: str, state: str) -> None:
        self.state.to_write().checkpoints[tenant_id, name] = state

    async def drop(self, tenant_id: str, name: str) -> None:
        self.state.to_write().checkpoints.pop((tenant_id, name), None)


@dataclass(frozen=True, slots=True)
class MemorySchedules(Schedules):
    state: State

    async def put(self, planned: Sequence[tuple[Schedule, Run]]) -> None:
        self.state.to_write().schedules.update({one.id: (one, run) for one, run in planned})

    async def remove(self, ids: Sequence[str]) -> None:
        for one in ids:
            self.state.to_write().schedules.pop(one, None)

    async def every(self, tenant_id: str | None = None) -> tuple[tuple[Schedule, Run], ...]:
        kept = self.state.schedules.values()
        own = (one for one in kept if tenant_id in {None, one[0].channel.tenant_id})
        return tuple(sorted(own, key=lambda one: one[0].id))

    async def due(self, now: datetime, limit: int) -> tuple[tuple[Schedule, Run], ...]:
        due = [one for one in self.state.schedules.values() if one[1].at <= now]
        return tuple(sorted(due, key=lambda one: (one[1].at, one[0].id))[:limit])

    async def beyond(self, instant: datetime) -> tuple[tuple[Schedule, Run], ...]:
        return tuple(one for one in self.state.schedules.values() if one[1].at > instant)


@dataclass(frozen=True, slots=True)
class MemoryDeliveries(Deliveries):
    state: State

    async def add(self, new: Sequence[Delivery]) -> tuple[Delivery, ...]:
        missing = {one.id: one for one in new if one.id not in self.state.deliveries}
        self.state.to_write().deliveries.update(missing)
        return tuple(missing.values())

    async def get(self, ids: Sequence[str]) -> tuple[Delivery, ...]:
        kept = self.state.deliveries
        return tuple(kept[key] for key in dict.fromkeys(ids) if key in kept)

    async def save(self, changed: Sequence[Delivery]) -> None:
        self.state.to_write().deliveries.update({one.id: one for one in changed})

    async def between(self, tenant_id: str | None, first: date, last: date) -> tuple[Delivery, ...]:
        every = self.state.deliveries.values()
        own = (one for one in every if tenant_id in {None, one.channel.tenant_id})
        found = (one for one in own if first <= one.local_date <= last)
        return tuple(sorted(found, key=lambda one: (one.due, one.id)))

    async def standing(
        self, tenant_id: str, before: date, states: Collection[DeliveryState]
    ) -> tuple[Delivery, ...]:
        every = await self.between(tenant_id, date.min, before)
        return tuple(one for one in every if one.local_date < before and one.state in states)

    async def last_sent(
        self, channels: Sequence[Channel], topics: Sequence[str], before: datetime
    ) -> Mapping[Channel, Delivery]:
        of_these = (one for one in self.state.deliveries.values() if one.channel in channels)
        sent = (one for one in of_these if one.state is DeliveryState.SENT and one.due < before)
        found = [one for one in sent if {*one.topics} == {*topics}]
        return {one.channel: one for one in sorted(found, key=lambda one: (one.due, one.id))}


@dataclass(frozen=True, slots=True)
class MemoryChannels(Channels):
    state: State

    async def paused(self, channels: Sequence[Channel]) -> Mapping[Channel, Pause]:
        removed = {
            one: Pause(reason=say("pause.removed"), since=self.state.removals[one.platform, one.tenant_id])
            for one in channels
            if (one.platform, one.tenant_id) in self.state.removals
        }
        return removed | {one: self.state.pauses[one] for one in channels if one in self.state.pauses}

    async def pause(self, channel: Channel, pause: Pause) -> bool:
        if await self.paused([channel]):
            return False
        self.state.to_write().pauses[channel] = pause
        return True

    async def resume(self, channel: Channel) -> bool:
        return self.state.to_write().pauses.pop(channel, None) is not None


@dataclass(frozen=True, slots=True)
class MemoryAudit(Audit):
    state: State

    async def note(self, tenant_id: str, change: Change) -> None:
        changes = self.state.to_write().changes
        changes[len(changes)] = (tenant_id, change)

    async def latest(self, tenant_id: str, limit: int) -> tuple[Change, ...]:
        own = [(one.at, n, one) for n, (tenant, one) in self.state.changes.items() if tenant == tenant_id]
        return tuple(one for _, _, one in sorted(own, key=lambda one: one[:2], reverse=True)[:limit])


@dataclass(frozen=True, slots=True)
class MemoryJobs(Jobs):
    state: State

    async def defer(self, new: Sequence[Job]) -> None:
        for job in new:
            self.state.to_write().jobs.setdefault(job.key, job)


@dataclass(frozen=True, slots=True)
class MemoryLedger(Ledger):
    state: State

    async def put(self, changed: Sequence[Entry]) -> None:
        self.state.to_write().entries.update({(one.tenant_id, one.id): one for one in changed})

    async def get(self, tenant_id: str, ids: Sequence[str]) -> tuple[Entry, ...]:
        return tuple(one for one in self._own(tenant_id) if one.id in ids)

    async def between(self, tenant_id: str, first: date, last: date) -> tuple[Entry, ...]:
        return tuple(one for one in self._own(tenant_id) if one.last_day >= first and one.first_day <= last)

    async def waiting(self, tenant_id: str, engine: str, limit: int) -> tuple[Article, ...]:
        own = (one for one in self.state.revisions.values() if one.tenant_id == tenant_id)
        free = [
            (one.published.local_date, one.id, one.revision, one)
            for one in own
            if one.published and (tenant_id, engine, one.id, one.revision) not in self.state.absorbed
        ]
        return tuple(one for *_, one in sorted(free, key=lambda one: one[:3])[:limit])

    async def absorb(self, tenant_id: str, engine: str, taken: Sequence[tuple[str, int]]) -> None:
        self.state.to_write().absorbed.update({(tenant_id, engine, *one): None for one in taken})

    def _own(self, tenant_id: str) -> list[Entry]:
        kept = (one for (tenant, _), one in self.state.entries.items() if tenant == tenant_id)
        return sorted(kept, key=lambda one: one.id)


@dataclass(frozen=True, slots=True)
class MemoryWishes(Wishes):
    state: State

    async def put(self, wish: Wish) -> None:
        self.state.to_write().wishes[wish.channel, wish.entry_id, wish.reader] = wish

    async def drop(self, channel: Channel, entry_id: str, reader: str = "") -> bool:
        return self.state.to_write().wishes.pop((channel, entry_id, reader), None) is not None

    async def of(self, channel: Channel) -> tuple[Wish, ...]:
        own = (one for (of, *_), one in self.state.wishes.items() if of == channel)
        return tuple(sorted(own, key=lambda one: (one.entry_id, one.reader)))


@dataclass(frozen=True, slots=True)
class MemoryPassages(Passages):
    state: State

    async def put(self, made: Sequence[tuple[Article, Sequence[Passage]]]) -> None:
        kept = self.state.to_write().passages
        kept.update({(one.tenant_id, one.id): (one, tuple(some)) for one, some in made})

    async def drop(self, tenant_id: str, ids: Sequence[str]) -> None:
        for id_ in ids:
            self.state.to_write().passages.pop((tenant_id, id_), None)

    async def clear(self) -> None:
        self.state.to_write().passages.clear()

    async def waiting(self, after: tuple[str, str], limit: int) -> tuple[Article, ...]:
        indexed = {key for key, (_, some) in self.state.passages.items() if some}
        heads = {(one.tenant_id, one.id): one for one in self._heads()}
        return tuple(heads[key] for key in sorted(heads) if key > after and key not in indexed)[:limit]

    async def size(self) -> int:
        return sum(len(some) for _, some in self.state.passages.values())

    async def rarity(self, words: Sequence[str], most: int) -> Mapping[str, int]:
        with closing(self._index()) as index:
            return {word: min(most, len(_ranked(index, quoted(word)))) for word in words}

    async def find(self, tenant_id: str, search: Search) -> tuple[Found, ...]:
        needed = [quoted(term) for term in (*search.required, *search.phrases)]
        any_of = " OR ".join(map(quoted, (*search.words, *search.required)))
        match = " AND ".join([*needed, *([f"({any_of})"] if any_of else [])])
        rows = self._rows()
        with closing(self._index()) as index:
            ranked = _ranked(index, match) if match else []
        found = (Found(article=rows[n][0], passage=rows[n][1], relevance=-rank) for n, rank in ranked)
        fit = (one for one in found if one.article.tenant_id == tenant_id and _fits(one.article, search))
        return tuple(one for one in fit if one.article in self._heads())[: search.limit]

    async def sources(self, tenant_id: str) -> tuple[str, ...]:
        own = [one for one in self._heads() if one.tenant_id == tenant_id and one.source]
        own.sort(key=lambda one: (one.seen, one.id))
        return tuple(sorted({fold(one.source): one.source for one in own}.values()))

    async def span(self, tenant_id: str) -> tuple[date, date] | None:
        own = [
            one.published.local_date for one in self._heads() if one.published if one.tenant_id == tenant_id
        ]
        return (min(own), max(own)) if own else None

    def _heads(self) -> tuple[Article, ...]:
        by_revision = sorted(self.state.revisions.values(), key=lambda one: one.revision)
        return tuple({(one.tenant_id, one.id): one for one in by_revision}.values())

    def _rows(self) -> list[tuple[Article, Passage]]:
        return [(article, one) for article, some in self.state.passages.values() for one in some]

    def _index(self) -> sqlite3.Connection:
        index = sqlite3.connect(":memory:")
        index.execute(
            "CREATE VIRTUAL TABLE t USING fts5(title, clean, tokenize='porter unicode61 remove_diacritics 2')"
        )
        rows = ((n, a.title, a.body[p.start : p.end]) for n, (a, p) in enumerate(self._rows()))
        index.executemany("INSERT INTO t (rowid, title, clean) VALUES (?, ?, ?)", rows)
        return index


def _ranked(index: sqlite3.Connection, match: str) -> list[tuple[int, float]]:
    return index.execute("SELECT rowid, rank FROM t WHERE t MATCH ? ORDER BY rank", (match,)).fetchall()


def _fits(article: Article, search: Search) -> bool:
    published = article.published
    if search.sources and fold(article.source) not in {fold(one) for one in search.sources}:
        return False
    if published is None:
        return not (search.first or search.last)
    day, latest = published.local_date, search.until
    too_late = latest and (published.at > latest if published.at else day > latest.date())
    return not too_late and (search.first or day) <= day <= (search.last or day)


@dataclass(frozen=True, slots=True)
class MemoryConversations(Conversations):
    state: State

    async def add(self, turn: Turn) -> None:
        kept = self.state.to_write().turns
        kept[max(kept, default=0) + 1] = turn

    async def last(self, asker: Asker, since: datetime) -> Turn | None:
        key = (asker.channel, asker.user_id, asker.thread_id)
        own = [
            (turn.at, n, turn)
            for n, turn in self.state.turns.items()
            if (turn.asker.channel, turn.asker.user_id, turn.asker.thread_id) == key and turn.at >= since
        ]
        return max(own, key=lambda one: one[:2])[2] if own else None

    async def count(self, channel: Channel, since: datetime, user_id: str | None = None) -> int:
        own = [one for one in self.state.turns.values() if one.asker.channel == channel and one.at >= since]
        return sum(user_id in {None, one.asker.user_id} for one in own)

    async def forget(self, before: datetime) -> None:
        state = self.state.to_write()
        state.turns = {n: turn for n, turn in state.turns.items() if turn.at >= before}

    async def visited(self, asker: Asker) -> datetime | None:
        return self.state.visits.get((asker.channel, asker.user_id))

    async def visit(self, asker: Asker, at: datetime) -> None:
        self.state.to_write().visits[asker.channel, asker.user_id] = at


@dataclass(frozen=True, slots=True)
class MemoryPromises(Promises):
    state: State

    async def put(self, promises: Sequence[Promise]) -> None:
        kept = self.state.to_write().promises
        for one in promises:
            r = one.reminder
            kept[r.channel, r.entry_id, r.deadline, r.step, r.reader] = one

    async def about(self, channel: Channel, entry_ids: Sequence[str]) -> tuple[Promise, ...]:
        found = (one for one in self._now() if one.reminder.channel == channel)
        return _by_instant(one for one in found if one.reminder.entry_id in entry_ids)

    async def of(self, delivery_ids: Sequence[str]) -> tuple[Promise, ...]:
        found = (one for one in self._now() if one.delivery_id in delivery_ids)
        return tuple(sorted(found, key=lambda one: (one.reminder.entry_id, one.reminder.step)))

    async def waiting(self, tenant_id: str) -> tuple[Promise, ...]:
        own = (one for one in self._now() if one.reminder.channel.tenant_id == tenant_id)
        return _by_instant(one for one in own if one.state in OPEN)

    def _now(self) -> Iterator[Promise]:
        for one in self.state.promises.values():
            if taken := self.state.deliveries.get(one.delivery_id):
                yield replace(one, state=taken.state, reason=taken.reason)


def _by_instant(promises: Iterable[Promise]) -> tuple[Promise, ...]:
    return tuple(
        sorted(
            promises,
            key=lambda one: (
                one.reminder.at,
                one.reminder.entry_id,
                one.reminder.step,
                one.reminder.reader,
            ),
        )
    )


@dataclass(frozen=True, slots=True)
class MemoryUnit:
    articles: MemoryArticles
    summaries: MemorySummaries
    briefings: MemoryBriefings
    checkpoints: MemoryCheckpoints
    schedules: MemorySchedules
    deliveries: MemoryDeliveries
    channels: MemoryChannels
    audit: MemoryAudit
    jobs: MemoryJobs
    ledger: MemoryLedger
    wishes: MemoryWishes
    promises: MemoryPromises
    passages: MemoryPassages
    conversations: MemoryConversations
    preferences: MemoryPreferences
    inbound: MemoryInbound
    replies: MemoryReplies
    feedback: MemoryFeedbacks
    tenants: MemoryTenants
    installations: MemoryInstallations
    install_states: MemoryInstallStates
    sources: MemorySources
    appointments: MemoryAppointments

    @classmethod
    def over(cls, state: State) -> MemoryUnit:
        return cls(
            MemoryArticles(state),
            MemorySummaries(state),
            MemoryBriefings(state),
            MemoryCheckpoints(state),
            MemorySchedules(state),
            MemoryDeliveries(state),
            MemoryChannels(state),
            MemoryAudit(state),
            MemoryJobs(state),
            MemoryLedger(state),
            MemoryWishes(state),
            MemoryPromises(state),
            MemoryPassages(state),
            MemoryConversations(state),
            MemoryPreferences(state),
            MemoryInbound(state),
            MemoryReplies(state),
            MemoryFeedbacks(state),
            MemoryTenants(state),
            MemoryInstallations(state),
            MemoryInstallStates(state),
            MemorySources(state),
            MemoryAppointments(state),
        )


@dataclass(slots=True)
class MemoryStore(Store):
    """`MemoryStore()` is empty and ready; it needs no closing."""

    state: State = field(default_factory=State)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[MemoryUnit]:
        async with self.lock:
            changed = self.state.copy(writable=True)
            try:
                yield MemoryUnit.over(changed)
            finally:
                changed.writable = False
            self.state = changed

    @asynccontextmanager
    async def read(self) -> AsyncIterator[MemoryUnit]:
        yield MemoryUnit.over(self.state.copy(writable=False))


def _told(group: Sequence[Article]) -> tuple[int, date, datetime]:
    days = (one.published.local_date if one.published else date.min for one in group)
    return len({fold(one.source) for one in group}), max(days), max(one.seen for one in group)


def _newest(articles: Iterable[Article]) -> tuple[Article, ...]:
    return tuple({a.id: a for a in sorted(articles, key=lambda a: a.revision)}.values())


def _counts(article: Article, first: date, last: date, until: datetime | None) -> bool:
    published = article.published
    if published is None or not first <= published.local_date <= last:
        return False
    return until is None or published.at is None or published.at <= until


def _matching(heads: Sequence[Article], topics: Sequence[Topic]) -> tuple[Article, ...]:
    with closing(sqlite3.connect(":memory:")) as index:
        index.execute(
            "CREATE VIRTUAL TABLE t USING fts5(title, clean, tokenize='porter unicode61 remove_diacritics 2')"
        )
        rows = ((n, head.title, head.clean) for n, head in enumerate(heads))
        index.executemany("INSERT INTO t (rowid, title, clean) VALUES (?, ?, ?)", rows)
        found = set().union(*(_found(index, heads, topic) for topic in topics))
    return tuple(head for n, head in enumerate(heads) if n in found)


def _found(index: sqlite3.Connection, heads: Sequence[Article], topic: Topic) -> set[int]:
    """The places of the heads that match a topic: sets of single terms, so that no expression is built."""
    found = set(range(len(heads)))
    if topic.any_of:
        found &= set().union(*(_holding(index, term) for term in topic.any_of))
    for term in topic.all_of:
        found &= _holding(index, term)
    for term in topic.none_of:
        found -= _holding(index, term)
    if topic.sources:
        sources = {fold(source) for source in topic.sources}
        found &= {n for n, head in enumerate(heads) if fold(head.source) in sources}
    return found


def _holding(index: sqlite3.Connection, term: str) -> set[int]:
    phrase = " ".join("".join(c if c.isalnum() or c > "\x7f" else " " for c in term).split())
    return {n for (n,) in index.execute("SELECT rowid FROM t WHERE t MATCH ?", (f'"{phrase}"',))}
