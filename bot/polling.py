"""What polls the world, put together: the fetcher, the reader, and the use cases over them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from bot.domain.fetched import Fetched, Page, Reading
from bot.domain.source import NEVER_ASKED, Validators
from bot.feeds.web.limits import Limits
from bot.gather.adding import AddSource
from bot.gather.care import Care
from bot.gather.hosts import Hosts
from bot.gather.listed import Listed
from bot.gather.pipeline import Gather
from bot.gather.record import OnHalt, Record
from bot.gather.rounds import Rounds
from bot.ingest.pipeline import Ingest
from bot.ports import Clock, Fetcher, Life, Reader, Store
from bot.runner.clock import run_in_thread
from bot.settings import Settings

PAUSE = 0.25
"""Seconds that the outcome of a look waits for others: a transaction costs more than what stands in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Polling:
    """The use cases about sources, ready to run."""

    gather: Gather
    add: AddSource
    care: Care
    listed: Listed


@asynccontextmanager
async def open_polling(
    settings: Settings, store: Store, clock: Clock, ingest: Ingest
) -> AsyncIterator[Polling]:
    """The use cases over an open store; connections are closed at the end of the block."""
    async with AsyncExitStack() as stack:
        fetcher = LateFetcher(limits=settings.fetch.limits, clock=clock, stack=stack)
        reader = LateReader()
        yield Polling(
            gather=Gather(
                store=store,
                clock=clock,
                run_cpu=run_in_thread,
                fetcher=fetcher,
                reader=reader,
                ingest=ingest,
                record=Record(store=store, pause=PAUSE),
                full_text=settings.sources.full_text,
                hosts=Hosts(most=settings.fetch.per_host),
            ),
            add=AddSource(store=store, clock=clock, run_cpu=run_in_thread, fetcher=fetcher, reader=reader),
            care=Care(store=store, clock=clock),
            listed=Listed(store=store, clock=clock),
        )


def rounds(
    polling: Polling, settings: Settings, stopping: Callable[[], bool], on_halt: OnHalt, life: Life
) -> Callable[[], Awaitable[int]]:
    """What the running bot does about sources at each tick: nothing where polling is switched off."""
    if not settings.sources.enabled:
        return _nothing
    record = Record(store=polling.gather.store, on_halt=on_halt, pause=PAUSE)
    gather = replace(polling.gather, stopping=stopping, record=record, owner=life.owner)
    return Rounds(gather=gather, life=life).run


async def _nothing() -> int:
    return 0


@dataclass(slots=True, kw_only=True)
class LateFetcher(Fetcher):
    """Opened when something is fetched: most commands fetch nothing, and what fetches takes long to load."""

    limits: Limits
    clock: Clock
    stack: AsyncExitStack
    opened: Fetcher | None = None

    async def fetch(
        self, url: str, *, validators: Validators = NEVER_ASKED, ask_robots: bool = False
    ) -> Fetched:
        """See Fetcher."""
        if self.opened is None:
            from bot.feeds.web.fetcher import open_fetcher

            # Nothing in it waits, so that no second one is opened meanwhile.
            self.opened = await self.stack.enter_async_context(open_fetcher(self.limits, self.clock))
        return await self.opened.fetch(url, validators=validators, ask_robots=ask_robots)


class LateReader(Reader):
    """Loaded when something is read, on the thread that reads it."""

    def source(self, fetched: Fetched, now: datetime) -> Reading:
        """See Reader."""
        return _reader().source(fetched, now)

    def page(self, fetched: Fetched, now: datetime) -> Page:
        """See Reader."""
        return _reader().page(fetched, now)


@cache
def _reader() -> Reader:
    from bot.feeds.reading.reader import WebReader

    return WebReader()
