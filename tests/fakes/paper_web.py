"""A web on paper: what stands at each address, what the server says meanwhile, and who asked.

Bodies are the reading itself, by name: the network and the reading of formats have tests of their own.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.fetched import Fetched, Item, Page, Reading
from bot.domain.source import NEVER_ASKED, Kind, Validators
from bot.errors import FetchError
from bot.ports import Fetcher, Reader

At = Reading | Page | FetchError | Exception | None


@dataclass(slots=True)
class PaperWeb(Fetcher, Reader):
    """`sites` holds what stands where; `moved` where a permanent redirect leads; None is "not changed".

    `closed` are addresses that robots.txt keeps us from; `silent` ones wait until `answers` is set.
    """

    sites: dict[str, At] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    cut: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)
    answers: asyncio.Event = field(default_factory=asyncio.Event)
    asked: list[str] = field(default_factory=list)
    validators: list[Validators] = field(default_factory=list)
    under_way: int = 0
    most: int = 0

    async def fetch(
        self, url: str, *, validators: Validators = NEVER_ASKED, ask_robots: bool = False
    ) -> Fetched:
        self.asked.append(url)
        self.validators.append(validators)
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await (self.answers.wait() if url in self.silent else asyncio.sleep(0))
        self.under_way -= 1
        final = self.moved.get(url, url)
        if ask_robots and final in self.closed:
            raise FetchError("the robots.txt asks us to stay away", health="forbidden")
        if final not in self.sites:
            raise FetchError("404 Not Found", health="4xx", status=404)
        there = self.sites[final]
        if isinstance(there, FetchError):
            raise there
        return Fetched(
            url=final,
            body=None if there is None else final.encode(),
            moved=self.moved.get(url),
            validators=Validators(etag=f"etag of {final}"),
            cut=final in self.cut,
        )

    def source(self, fetched: Fetched, now: datetime) -> Reading:
        there = self.sites[fetched.url]
        if isinstance(there, Page):
            return Reading(kind=Kind.PAGE, title=there.title)
        if isinstance(there, Exception):
            raise there
        assert there is not None
        return there

    def page(self, fetched: Fetched, now: datetime) -> Page:
        there = self.sites[fetched.url]
        if isinstance(there, Reading):
            return Page(url=fetched.url, title=there.title, text=f"The page {there.title}.")
        if isinstance(there, Exception):
            raise there
        assert there is not None
        return there


def feed(*items: Item, title: str = "The Harbour", **more: object) -> Reading:
    return Reading(kind=Kind.FEED, title=title, items=items, **more)  # type: ignore[arg-type]  # of Reading
