"""Sources in a world of paper: its web, its clock and its store."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

from bot.domain.article import Article
from bot.domain.channel import LOCAL_TENANT
from bot.domain.fetched import Item
from bot.domain.source import Source
from bot.gather.adding import AddSource
from bot.gather.care import Care
from bot.gather.pipeline import Gather, Looked
from bot.gather.record import Record
from bot.ingest.pipeline import Ingest
from summarizers.types import Publication
from tests.fakes.memory_store import MemoryStore
from tests.fakes.paper_web import PaperWeb
from tests.fakes.world import MONDAY, SetClock

T = TypeVar("T")
URL = "https://harbour.example/feed"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TODAY = Publication(local_date=MONDAY.date())


async def here(function: Callable[..., T], /, *args: object) -> T:
    return function(*args)


async def turns(number: int) -> None:
    """Let all others go on that can."""
    for _ in range(number):
        await asyncio.sleep(0)


def item(n: int, **more: Any) -> Item:
    kept: dict[str, Any] = {
        "key": f"k{n}",
        "title": f"Pier {n} opens",
        "url": f"https://harbour.example/{n}",
        "text": f"Pier number {n} was opened on Monday by the harbour master of Velden, who came by boat.",
        "whole": True,
        "published": TODAY,
    }
    return Item(**{**kept, **more})


@dataclass(slots=True)
class GatherWorld:
    web: PaperWeb = field(default_factory=PaperWeb)
    clock: SetClock = field(default_factory=SetClock)
    store: MemoryStore = field(default_factory=MemoryStore)

    @property
    def gather(self) -> Gather:
        ingest = Ingest(store=self.store, clock=self.clock, run_cpu=here)
        return Gather(
            store=self.store,
            clock=self.clock,
            run_cpu=here,
            fetcher=self.web,
            reader=self.web,
            ingest=ingest,
            record=Record(store=self.store),
        )

    @property
    def adding(self) -> AddSource:
        return AddSource(store=self.store, clock=self.clock, run_cpu=here, fetcher=self.web, reader=self.web)

    @property
    def care(self) -> Care:
        return Care(store=self.store, clock=self.clock)

    async def add(self, url: str = URL, **more: Any) -> Source:
        return await self.adding.keep((await self.adding.preview(LOCAL_TENANT, url, **more)).source)

    async def look(self) -> Looked:
        (source,) = await self.care.listed(LOCAL_TENANT)
        looked = await self.gather.one(source)
        self.clock.at = max(self.clock.at, looked.source.due)
        return looked

    async def articles(self) -> list[Article]:
        async with self.store.read() as unit:
            ids = [id_ for (_, id_, _) in unit.articles.state.revisions]
            return sorted(await unit.articles.heads(LOCAL_TENANT, ids, ()), key=lambda one: one.title)

    async def days(self) -> list[int | None]:
        """How many days after today each article is dated, by title."""
        dated = [one.published for one in await self.articles()]
        return [(one.local_date - MONDAY.date()).days if one else None for one in dated]

    async def audit(self) -> list[str]:
        return [change.what for _, change in self.store.state.changes.values()]
