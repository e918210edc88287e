"""A small world to deliver in: a clock that is set, a store, a platform, and a power switch.

`World.live` does what the running bot does (look, claim, serve) with one step of the clock after another.
When the power fails, everything that is under way ends where it is; the next process begins anew.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar

from bot.brief.digest import Digest
from bot.brief.pipeline import Brief
from bot.condense.pipeline import Condense
from bot.deliver.dispatch import IDS, Dispatch
from bot.deliver.outbox import Outbox
from bot.deliver.register import Register
from bot.deliver.why import Why, account_lines
from bot.domain.channel import LOCAL_TENANT, Channel, Platform, Topic
from bot.domain.delivery import Delivery
from bot.domain.schedule import Schedule, by_channel
from bot.domain.speech import Languages
from bot.ports import Messenger, Queue, Store, UnitOfWork
from summarizers.types import Budget, Document, Gist, Span, Summary
from tests.fakes.known_engine import Known
from tests.fakes.memory_queue import MemoryQueue
from tests.fakes.memory_store import MemoryStore
from tests.fakes.messenger import FakeMessenger

T = TypeVar("T")

MONDAY = datetime(2025, 11, 3, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ROOM = Channel(Platform.SLACK, LOCAL_TENANT, "C1")


class PowerCut(BaseException):
    """The process is gone: nobody may catch this."""


@dataclass(slots=True)
class SetClock:
    """A clock that shows what it is set to."""

    at: datetime = MONDAY

    def now(self) -> datetime:
        return self.at


@dataclass(slots=True)
class Power:
    """Fails at the `fails_in`-th place from now, if at all; then nothing works until it is back."""

    fails_in: int | None = None
    on: bool = True
    places: int = 0

    def at(self, _place: str) -> None:
        """Pass a place; raise PowerCut when it fails here or has failed."""
        self.places += 1
        if self.fails_in is not None and self.on:
            self.fails_in -= 1
            self.on = self.fails_in >= 0
        if not self.on:
            raise PowerCut

    def back(self, fails_in: int | None = None) -> None:
        """Power is on again."""
        self.on, self.fails_in = True, fails_in


@dataclass(frozen=True, slots=True)
class FragileStore(Store):
    """A store that loses power around each transaction."""

    inner: Store
    power: Power

    @asynccontextmanager
    async def write(self) -> AsyncIterator[UnitOfWork]:
        self.power.at("before a transaction")
        async with self.inner.write() as unit:
            yield unit
            self.power.at("before a commit")
        self.power.at("after a commit")

    @asynccontextmanager
    async def read(self) -> AsyncIterator[UnitOfWork]:
        self.power.at("before a read")
        async with self.inner.read() as unit:
            yield unit


@dataclass(frozen=True, slots=True)
class SlowStore(Store):
    """A store that, as every database does, lets others go on while a transaction begins and ends."""

    inner: Store

    @asynccontextmanager
    async def write(self) -> AsyncIterator[UnitOfWork]:
        await asyncio.sleep(0)
        async with self.inner.write() as unit:
            yield unit
        await asyncio.sleep(0)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[UnitOfWork]:
        await asyncio.sleep(0)
        async with self.inner.read() as unit:
            yield unit


async def inline(function: Callable[..., T], /, *args: object) -> T:
    """RunCpu without a thread."""
    return function(*args)


@dataclass(frozen=True, slots=True)
class Touchy:
    """The engine of every day, which breaks over some articles and cites what is not there of others."""

    breaks_over: set[str]
    misquotes: set[str] = field(default_factory=set)
    name: str = "extractive"

    def extract(self, document: Document, sentences: int) -> tuple[Span, ...]:
        return Known().extract(document, sentences)

    def summarize(self, documents: tuple[Document, ...], budget: Budget) -> Summary:
        broken = [one.id for one in documents if one.id in self.breaks_over]
        if broken:
            raise ZeroDivisionError(*broken)
        made = replace(Known().summarize(documents, budget), engine=self.name)
        if documents[0].id in self.misquotes:
            beyond = Span(documents[0].id, 0, len(documents[0].body) + 1)
            return replace(made, gist=Gist(text="Somebody spoke.", evidence=(beyond,)), engine="not kept")
        return made


@dataclass(slots=True, repr=False)
class World:
    """One bot, its platform and its power; every process is a fresh set of use cases.

    All that a store holds is no text for a failure; and on CPython 3.11 `asyncio.Runner` makes the text of
    what every task returned, a fixture's world among them.
    """

    store: Store = field(default_factory=MemoryStore)
    queue: Queue = field(init=False)
    clock: SetClock = field(default_factory=SetClock)
    power: Power = field(default_factory=Power)
    platform: FakeMessenger = field(init=False)
    messengers: dict[Platform, Messenger] = field(init=False)
    topics: dict[str, Topic] = field(default_factory=dict)
    planned: dict[Channel, list[Schedule]] = field(default_factory=dict)
    languages: Languages = field(default_factory=Languages)
    broken: set[str] = field(default_factory=set)
    misquoted: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        if isinstance(self.store, MemoryStore):
            self.queue = MemoryQueue(self.store)
        self.platform = FakeMessenger(clock=self.clock, checkpoint=self.power.at)
        self.messengers = {Platform.SLACK: self.platform}

    @property
    def fragile(self) -> Store:
        return FragileStore(self.store, self.power)

    @property
    def dispatch(self) -> Dispatch:
        return Dispatch(store=self.fragile, clock=self.clock)

    @property
    def outbox(self) -> Outbox:
        return Outbox(store=self.fragile, clock=self.clock, messengers=self.messengers)

    @property
    def digest(self) -> Digest:
        store = self.fragile
        condense = Condense(store=store, run_cpu=inline, summarizer=Touchy(self.broken, self.misquoted))
        brief = Brief(store=store, clock=self.clock, run_cpu=inline, condense=condense)
        return Digest(
            store=store,
            clock=self.clock,
            brief=brief,
            outbox=self.outbox,
            topics=self.topics,
            planned=self.planned,
            languages=self.languages,
        )

    async def register(self, *schedules: Schedule) -> tuple[str, ...]:
        self.planned = by_channel(schedules)
        return await Register(store=self.store, clock=self.clock).run(schedules)

    async def step(self) -> None:
        """One process's look at now: dispatch, then every job that is due; a power cut ends it."""
        try:
            await self._step()
        except PowerCut:
            await _end_the_others()
            await self.queue.release(await self.queue.owners())

    async def _step(self) -> None:
        await self.dispatch.run()
        while jobs := await self.queue.claim("w", self.clock.now(), 4):
            for job in jobs:
                again = await self.digest.run(job.arguments[IDS].split(","))
                if again is None:
                    await self.queue.finish("w", job.key)
                else:
                    await self.queue.put_off("w", job.key, max(again, self.clock.now() + SECOND))

    async def live(self, until: datetime, cuts: Sequence[int] = ()) -> None:
        """Live on until an instant, the power failing so many places after each start."""
        left = list(cuts)
        while self.clock.at <= until:
            self.power.back(left.pop(0) if left else None)
            await self.step()
            if self.power.on:
                self.clock.at = min(await self._next(), max(until, self.clock.at) + SECOND)
        self.power.back()

    async def _next(self) -> datetime:
        """When there is something to do again."""
        async with self.store.read() as unit:
            runs = [run.at for _, run in await unit.schedules.every()]
        due = await self.queue.next_due()
        return max(
            min([*runs, *([due] if due else [])], default=datetime.max.replace(tzinfo=UTC)),
            self.clock.at + SECOND,
        )

    async def deliveries(
        self, first: date = date(2000, 1, 1), last: date = date(2099, 1, 1)
    ) -> list[Delivery]:
        async with self.store.read() as unit:
            return list(await unit.deliveries.between(LOCAL_TENANT, first, last))

    async def why(self, day: date) -> list[str]:
        return list(account_lines(await Why(store=self.store).run(LOCAL_TENANT, day, day)))


async def _end_the_others() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    mine = [task for task in others if task.get_coro().__qualname__.startswith("Outbox.")]  # type: ignore[union-attr]
    for task in mine:
        task.cancel()
    await asyncio.gather(*mine, return_exceptions=True)


def schedule(name: str = "morning", **changes: Any) -> Schedule:
    """A schedule of the settings at 08:00 UTC to ROOM, with these changes."""
    given: Mapping[str, Any] = {
        "id": f"settings:{name}",
        "channel": ROOM,
        "at": time(8),
        "zone": "UTC",
        **changes,
    }
    return Schedule(**given)
