"""Gather: the sources that are due are looked at, and what they bring is kept."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.domain.article import RawEntry
from bot.domain.fetched import Fetched, Item, Page, Reading
from bot.domain.source import Health, Kind, Source
from bot.errors import FetchError
from bot.gather.choose import Chosen, choose, digest
from bot.gather.course import Look, failed, succeeded
from bot.gather.entries import entry_of, wants_page
from bot.ingest.pipeline import Ingest, Report
from bot.ports import Change, Clock, Fetcher, Reader, RunCpu, Store, UnitOfWork
from bot.texts import say

AT_ONCE = 64
"""Looks under way together: enough that some slow servers do not hold up the others."""

LEASE = timedelta(minutes=10)
"""How long a look may take before another process takes the source up."""

PAGES = 20
"""Pages fetched for one source in one look; further items wait for the next one."""

SITEMAPS = 3
"""Sitemaps of an index that are read: the newest, which is where news stands."""

_PASSES = frozenset({Health.TIMEOUT, Health.UNREACHABLE, Health.BUSY, Health.SERVER_ERROR})

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """One look: the source afterwards, what was kept of it, and how many items wait for the next look."""

    source: Source
    report: Report = field(default_factory=Report)
    pending: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gather:
    """The use case. What is looked at twice is kept once; a look that is cut off is made again.

    `full_text` fetches the page of an item that its feed only hints at.
    """

    store: Store
    clock: Clock
    run_cpu: RunCpu
    fetcher: Fetcher
    reader: Reader
    ingest: Ingest
    full_text: bool = True

    async def look(self) -> int:
        """Look at every source that is due, and return how many that were; raise StoreUnavailable."""
        ready: deque[Source] = deque()
        turn = asyncio.Lock()
        done = await asyncio.gather(*(self._looks(ready, turn) for _ in range(AT_ONCE)))
        return sum(done)

    async def _looks(self, ready: deque[Source], turn: asyncio.Lock) -> int:
        count = 0
        while source := await self._next(ready, turn):
            await self.one(source)
            count += 1
        return count

    async def _next(self, ready: deque[Source], turn: asyncio.Lock) -> Source | None:
        async with turn:
            if not ready:
                now = self.clock.now()
                async with self.store.write() as unit:
                    ready.extend(await unit.sources.claim(now, now + LEASE, AT_ONCE))
            return ready.popleft() if ready else None

    async def one(self, source: Source) -> Looked:
        """Look at one source, due or not; its failures are kept in it, and only StoreError is raised."""
        try:
            return await self._read(source)
        except FetchError as error:
            return await self._failed(source, error)
        except (ValueError, TypeError, LookupError, RecursionError, OverflowError) as error:
            # A fault of ours in reading hostile input: it must stop neither the other sources nor be hidden.
            log.exception("a source could not be read", extra={"action": "source_fault", "source": source.id})
            return await self._failed(
                source, FetchError(say("source.fault", fault=type(error).__name__), health=Health.MANGLED)
            )

    async def _read(self, source: Source) -> Looked:
        fetched = await self._fetch(source.url, source)
        now = self.clock.now()
        if fetched.body is None:
            return await self._keep(source, succeeded(source, Look(fetched=fetched), now), {}, now)
        reading: Reading = await self.run_cpu(self.reader.source, fetched, now)
        if reading.kind is Kind.PAGE and source.kind is not Kind.PAGE:
            return await self._read(named_by(source, reading))
        reading = await self._whole(fetched, reading, now)
        async with self.store.read() as unit:
            known = await unit.sources.known(
                source.tenant_id, source.id, [item.key for item in reading.items]
            )
        chosen = choose(reading.items, known, now.date(), first=source.read is None)
        return await self._take(source, fetched, reading, chosen)

    async def _take(self, source: Source, fetched: Fetched, reading: Reading, chosen: Chosen) -> Looked:
        entries, done = await self._entries(source, reading, chosen.take)
        report = await self.ingest.keep(source.tenant_id, entries) if entries else Report()
        pending = len(chosen.take) - len(done)
        look = Look(fetched=fetched, reading=reading, news=report.new + report.revisions, pending=pending)
        now = self.clock.now()
        after = succeeded(source, look, now)
        looked = await self._keep(source, after, {**chosen.passed, **done}, now)
        return replace(looked, report=report, pending=pending)

    async def _entries(
        self, source: Source, reading: Reading, take: Sequence[Item]
    ) -> tuple[list[RawEntry], dict[str, str]]:
        """What is to be kept, and which items are done with; those whose page failed for now are not."""
        entries: list[RawEntry] = []
        done: dict[str, str] = {}
        left = PAGES if self.full_text else 0
        for item in take:
            page, later = None, False
            if self.full_text and reading.kind is not Kind.PAGE and wants_page(item):
                if not left:
                    continue
                left -= 1
                page, later = await self._page(item)
            entry = entry_of(item, page, source, reading)
            entries += [entry] if entry and not (later and not item.text) else []
            done |= {} if later else {item.key: digest(item)}
        return entries, done

    async def _page(self, item: Item) -> tuple[Page | None, bool]:
        """The page of an item, and whether it is worth another try."""
        try:
            fetched = await self.fetcher.fetch(item.url or "", ask_robots=True)
            return await self.run_cpu(self.reader.page, fetched, self.clock.now()), False
        except FetchError as error:
            log.info("a page could not be read", extra={"action": "page_failed", "detail": error.what})
            return None, error.health in _PASSES

    async def _fetch(self, url: str, source: Source) -> Fetched:
        return await self.fetcher.fetch(
            url, validators=source.validators, ask_robots=source.kind is Kind.PAGE
        )

    async def _whole(self, fetched: Fetched, reading: Reading, now: datetime) -> Reading:
        """The reading with what stands elsewhere: a watched page's text, the sitemaps of an index."""
        if reading.kind is Kind.PAGE:
            page: Page = await self.run_cpu(self.reader.page, fetched, now)
            return replace(reading, items=(item_of(page),))
        for url in reading.more[:SITEMAPS]:
            more = await self.run_cpu(self.reader.source, await self.fetcher.fetch(url), now)
            reading = replace(reading, items=reading.items + more.items)
        return reading

    async def _failed(self, source: Source, error: FetchError) -> Looked:
        now = self.clock.now()
        after = failed(source, error, now)
        log.info(
            "a source failed", extra={"action": "source_failed", "source": source.id, "detail": error.what}
        )
        return await self._keep(source, after, {}, now)

    async def _keep(self, before: Source, after: Source, done: dict[str, str], now: datetime) -> Looked:
        async with self.store.write() as unit:
            current = await unit.sources.get(before.tenant_id, before.id)
            if current is None:  # removed meanwhile
                return Looked(source=after)
            after = await _joined(unit, before, after, current)
            await unit.sources.put(after)
            await unit.sources.know(after.tenant_id, after.id, done, now)
            await _noted(unit, current, after, now)
        return Looked(source=after)


def named_by(source: Source, page: Reading) -> Source:
    """A source that was never read and is a web page: the feed that the page names, or else the page itself.

    Raise FetchError where a feed or sitemap stood before.
    """
    if source.read is not None:
        raise FetchError(say("source.page_instead"), health=Health.MANGLED)
    if page.feeds and source.moved_from is None:
        return replace(source, url=page.feeds[0], moved_from=source.url)
    return replace(source, kind=Kind.PAGE)


def item_of(page: Page) -> Item:
    """A watched page as the one item of its source."""
    return Item(
        key=page.url,
        title=page.title,
        url=page.url,
        text=page.text,
        whole=not page.stub,
        published=page.published,
        dated_by=page.dated_by,
        author=page.author,
        outlet=page.outlet,
        language=page.language,
    )


async def _joined(unit: UnitOfWork, before: Source, after: Source, current: Source) -> Source:
    """The look's outcome, with what people changed of the source while it was under way."""
    if current.halt != before.halt:
        after = replace(after, halt=current.halt)
    if current.name != before.name:
        after = replace(after, name=current.name)
    if after.url != current.url:
        theirs = await unit.sources.every(after.tenant_id)
        if any(one.url == after.url and one.id != after.id for one in theirs):
            after = replace(after, url=current.url, moved_from=current.moved_from)
    return after


async def _noted(unit: UnitOfWork, before: Source, after: Source, now: datetime) -> None:
    """A pause, a resumption and a move are changes that nobody made by hand: the audit tells of them."""
    told = []
    if after.halt and not before.halt:
        told.append(say("audit.source_halted", name=after.name, reason=after.halt.reason))
    if before.halt and not after.halt:
        told.append(say("audit.source_back", name=after.name))
    if after.url != before.url:
        told.append(say("audit.source_moved", name=after.name, old=before.url, new=after.url))
    for what in told:
        await unit.audit.note(after.tenant_id, Change(at=now, who="sources", what=what))
