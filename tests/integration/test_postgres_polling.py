"""Two bots on one PostgreSQL poll the same sources: what comes is stored once, and nothing is lost."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta

import psycopg
import pytest

from bot.domain.channel import LOCAL_TENANT
from bot.domain.source import Wanted
from bot.feeds.web.fetcher import open_fetcher
from bot.gather.listed import Listed
from bot.gather.rounds import Rounds
from bot.runner.clock import SystemClock
from bot.store.sql_store import SqlStore
from tests.fakes.feed_site import feed, rss
from tests.fakes.gathering import LOOPBACK, gathering
from tests.fakes.hostile_web import Asked, HostileWeb, hostile_web
from tests.fakes.life import PaperLife
from tests.fakes.world import SetClock
from tests.postgres import migrated

SOURCES, ROUNDS = 6, 2
BEGAN = SystemClock().now()
SHARED = 900
"""An article that every source holds."""


@pytest.fixture
def url() -> Iterator[str]:
    with migrated(f"polling_{os.getpid()}") as made:
        yield made


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """What one process has of its own; the clock is that of all."""

    rounds: Rounds
    life: PaperLife
    clock: SetClock

    async def look(self) -> None:
        await self.rounds.run()


@asynccontextmanager
async def a_bot(url: str, owner: str, clock: SetClock) -> AsyncIterator[Bot]:
    life = PaperLife(owner=owner)
    async with SqlStore.open(url) as store, open_fetcher(LOOPBACK, clock) as fetcher:
        gather = gathering(store, fetcher, clock, owner)
        yield Bot(rounds=Rounds(gather=gather, life=life), life=life, clock=clock)


@asynccontextmanager
async def two_bots(url: str, site: HostileWeb) -> AsyncIterator[tuple[Bot, Bot]]:
    """Both over the same sources."""
    clock = SetClock(BEGAN)
    async with a_bot(url, "one", clock) as one, a_bot(url, "two", clock) as two:
        wanted = [Wanted(url=site.url(f"/{n}")) for n in range(SOURCES)]
        await Listed(store=one.rounds.gather.store, clock=clock).add(LOCAL_TENANT, wanted, "test")
        yield one, two


def publish(site: HostileWeb, rounds: int) -> Counter[str]:
    """Each source tells an article more a round, and the one that all hold; return all titles there are."""
    told = {SHARED}
    for n in range(SOURCES):
        own = [100 * n + number for number in range(rounds)]
        feed(site, f"/{n}", rss(*own, SHARED, title=f"Paper {n}", at=BEGAN), latency=0.01)
        told.update(own)
    return Counter(f"Pier {number} opens" for number in told)


def stored(url: str) -> Counter[str]:
    with psycopg.connect(url) as connection:
        return Counter(title for (title,) in connection.execute("SELECT title FROM revisions"))


def asked(site: HostileWeb, since: int = 0) -> Counter[str]:
    return Counter(site.paths[since:])


async def both(bots: Sequence[Bot]) -> None:
    await asyncio.gather(*(one.look() for one in bots))


async def test_two_bots_store_each_article_once_and_ask_each_source_once(url: str) -> None:
    async with hostile_web() as site, two_bots(url, site) as bots:
        for number in range(ROUNDS):
            since, told = len(site.asked), publish(site, 1 + number)
            await both(bots)
            assert stored(url) == told
            assert asked(site, since) == Counter(f"/{n}" for n in range(SOURCES))
            bots[0].clock.at += timedelta(hours=12)


async def test_what_a_bot_that_died_had_begun_the_other_takes_up_and_stores_once(url: str) -> None:
    async with hostile_web() as site, two_bots(url, site) as (one, two):
        told, hangs, over = publish(site, 2), asyncio.Event(), asyncio.Event()
        answers = site.acts["/3"]

        async def hang(_writer: asyncio.StreamWriter, _asked: Asked) -> None:
            hangs.set()
            await over.wait()

        site.acts["/3"] = hang
        looking = asyncio.create_task(one.look())
        await hangs.wait()
        await two.look()  # all that is due is claimed by the other one
        assert asked(site)["/3"] == 1
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking
        site.acts["/3"] = answers
        two.life.gone.add("one")
        await two.look()
        assert stored(url) == told
        over.set()


async def test_one_that_looks_again_at_what_the_other_keeps_just_now_doubles_nothing(url: str) -> None:
    """A lease that ran out: both read the same answer, and both keep it."""
    async with hostile_web() as site, two_bots(url, site) as bots:
        told = publish(site, 2)
        async with bots[0].rounds.gather.store.read() as unit:
            every = await unit.sources.every(LOCAL_TENANT)
        await asyncio.gather(*(bot.rounds.gather.one(one) for one in every for bot in bots))
        assert stored(url) == told
