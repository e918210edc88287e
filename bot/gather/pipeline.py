"""Gather: the sources that are due are looked at, and what they bring is kept."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from bot.domain.fetched import Fetched, Reading
from bot.domain.source import Health, Kind, Source
from bot.errors import FetchError
from bot.gather.choose import Chosen, choose
from bot.gather.claimed import Claimed
from bot.gather.course import Look, failed, succeeded
from bot.gather.hosts import Hosts
from bot.gather.intake import Intake
from bot.gather.record import Outcome, Record, settled
from bot.gather.take import FAULTS, Take
from bot.ingest.pipeline import Ingest, Report
from bot.ports import Clock, Fetcher, Reader, RunCpu, Store
from bot.texts import say

AT_ONCE = 64
"""Looks under way together: enough that some slow servers do not hold up the others."""

UNKEPT = 4
"""Outcomes of each that looks, which wait to be kept: the database need not hold up the next look."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """One look: the source afterwards, what was kept of it, and how many items wait for the next look."""

    source: Source
    report: Report = field(default_factory=Report)
    pending: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One look that is not kept yet."""

    outcome: Outcome
    report: Report = field(default_factory=Report)
    pending: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gather:
    """The use case. What is looked at twice is kept once; a look that is cut off is made again.

    `full_text` fetches the page of an item that its feed only hints at. Once `stopping` says so nothing more
    is begun, and what is under way ends with what it has. `owner` is this process (see Life), "" for one that
    nobody can tell to be alive.
    """

    store: Store
    clock: Clock
    run_cpu: RunCpu
    fetcher: Fetcher
    reader: Reader
    ingest: Ingest
    record: Record
    full_text: bool = True
    stopping: Callable[[], bool] = lambda: False
    owner: str = ""
    hosts: Hosts = field(default_factory=Hosts)
    room: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    intake: Intake = field(init=False)

    def __post_init__(self) -> None:
        """Make the line in which found articles wait."""
        object.__setattr__(self, "intake", Intake(ingest=self.ingest))

    @property
    def take(self) -> Take:
        """How items become entries."""
        return Take(
            clock=self.clock,
            run_cpu=self.run_cpu,
            fetcher=self.fetcher,
            reader=self.reader,
            full_text=self.full_text,
            stopping=self.stopping,
        )

    async def look(self) -> int:
        """Look at every source that is due and may be asked now; return how many. Raise StoreUnavailable.

        It may be called again before it is done: what is slow then holds up nothing that is due meanwhile.
        """
        async with self.store.read() as unit:
            due = await unit.sources.next_due()
        if due is None or due > self.clock.now():
            return 0
        claimed = Claimed(self.store, self.clock, self.owner, self.stopping, self.hosts)
        looks = (self._looks(claimed) for _ in range(AT_ONCE))
        done = await asyncio.gather(*looks, return_exceptions=True)
        await claimed.give_back()
        if broken := next((one for one in done if isinstance(one, BaseException)), None):
            raise broken
        return sum(one for one in done if isinstance(one, int))

    async def _looks(self, claimed: Claimed) -> int:
        count, unkept = 0, deque[asyncio.Future[Source]]()
        try:
            while True:
                async with self.room:
                    source = await claimed.next()
                    if source is None:
                        break
                    try:
                        seen = await self._seen(source)
                    finally:
                        claimed.done(source)
                unkept.append(self.record.begin(seen.outcome))
                count += 1
                if len(unkept) > UNKEPT:
                    await settled(unkept.popleft())
        finally:
            kept = await asyncio.gather(*map(settled, unkept), return_exceptions=True)
        if broken := next((one for one in kept if isinstance(one, BaseException)), None):
            raise broken
        return count

    async def one(self, source: Source) -> Looked:
        """Look at one source, due or not; its failures are kept in it, and only StoreError is raised."""
        seen = await self._seen(source)
        kept = await self.record.keep(seen.outcome)
        return Looked(source=kept, report=seen.report, pending=seen.pending)

    async def _seen(self, source: Source) -> Seen:
        try:
            return await self._read(source)
        except FetchError as error:
            return self._failed(source, error)
        except FAULTS as error:
            log.exception("a source could not be read", extra={"action": "source_fault", "source": source.id})
            return self._failed(
                source, FetchError(say("source.fault", fault=type(error).__name__), health=Health.MANGLED)
            )

    async def _read(self, source: Source) -> Seen:
        fetched = await self._fetch(source.url, source)
        now = self.clock.now()
        if fetched.body is None:
            after = succeeded(source, Look(fetched=fetched), now)
            return Seen(outcome=Outcome(before=source, after=after, at=now))
        reading: Reading = await self.run_cpu(self.reader.source, fetched, now)
        if reading.kind is Kind.PAGE and source.kind is not Kind.PAGE:
            return await self._read(named_by(source, reading))
        reading = await self.take.whole(fetched, reading, now)
        chosen = choose(reading.items, await self._known(source, reading), now, first=not source.read)
        return await self._take(source, fetched, reading, chosen)

    async def _known(self, source: Source, reading: Reading) -> Mapping[str, str]:
        if source.read is None:
            return {}
        async with self.store.read() as unit:
            keys = [item.key for item in reading.items]
            return await unit.sources.known(source.tenant_id, source.id, keys)

    async def _take(self, source: Source, fetched: Fetched, reading: Reading, chosen: Chosen) -> Seen:
        taken = await self.take.entries(source, reading, chosen.take)
        report = await self.intake.keep(source.tenant_id, taken.entries)
        pending = len(chosen.take) - len(taken.done)
        look = Look(fetched=fetched, reading=reading, news=report.new + report.revisions, pending=pending)
        now = self.clock.now()
        done = {**chosen.passed, **taken.done}
        outcome = Outcome(before=source, after=succeeded(source, look, now), done=done, at=now)
        return Seen(outcome=outcome, report=report, pending=pending)

    async def _fetch(self, url: str, source: Source) -> Fetched:
        return await self.fetcher.fetch(
            url, validators=source.validators, ask_robots=source.kind is Kind.PAGE
        )

    def _failed(self, source: Source, error: FetchError) -> Seen:
        now = self.clock.now()
        after = failed(source, error, now)
        log.info(
            "a source failed", extra={"action": "source_failed", "source": source.id, "detail": error.what}
        )
        return Seen(outcome=Outcome(before=source, after=after, at=now))


def named_by(source: Source, page: Reading) -> Source:
    """A source that was never read and is a web page: the feed that the page names, or else the page itself.

    Raise FetchError where a feed or sitemap stood before.
    """
    if source.read is not None:
        raise FetchError(say("source.page_instead"), health=Health.MANGLED)
    if page.feeds and source.moved_from is None:
        return replace(source, url=page.feeds[0], moved_from=source.url)
    return replace(source, kind=Kind.PAGE)
