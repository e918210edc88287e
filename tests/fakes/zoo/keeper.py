"""The zoo is fed: all its sources are looked at, over real sockets, into a real store."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from bot.domain.article import Article
from bot.domain.briefing import Arrivals
from bot.domain.channel import LOCAL_TENANT
from bot.domain.fetched import Fetched
from bot.domain.source import NEVER_ASKED, Health, Source, Validators, Wanted
from bot.feeds.web.allowed import Allowed
from bot.feeds.web.fetcher import open_fetcher
from bot.feeds.web.limits import Limits
from bot.gather.care import Care
from bot.gather.listed import Listed
from bot.ports import Fetcher, Store
from bot.store.sql_store import SqlStore
from tests.fakes.gathering import gathering
from tests.fakes.hostile_web import Act, Asked, HostileWeb, PaperResolver, answer, hostile_web
from tests.fakes.world import SetClock
from tests.fakes.zoo.animal import Animal, Answer

NOON = datetime(2025, 11, 10, 12, 0, tzinfo=UTC)


PATIENCE, HASTE = 60.0, 0.5
"""Seconds for an answer: far more than one takes, and little for those that never end."""


def limits(port: int, timeout: float) -> Limits:
    """Loopback may be asked, on the zoo's port."""
    return Limits(
        user_agent="Communique/test",
        timeout=timeout,
        delay=0.0,
        per_host=4,
        allowed=Allowed.read(["127.0.0.0/8"], (80, 443, port)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiter(Fetcher):
    """Waits long for an answer, but not for those of whom it is known that none comes to its end."""

    patient: Fetcher
    hasty: Fetcher
    endless: frozenset[str]

    async def fetch(
        self, url: str, *, validators: Validators = NEVER_ASKED, ask_robots: bool = False
    ) -> Fetched:
        one = self.hasty if urlsplit(url).hostname in self.endless else self.patient
        return await one.fetch(url, validators=validators, ask_robots=ask_robots)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fed:
    """What became of one animal: its source, and the articles kept of it."""

    source: Source
    articles: tuple[Article, ...]


async def feed_all(animals: Sequence[Animal], folder: Path, looks: int = 2) -> Mapping[str, Fed]:
    """Every animal by name after that many looks at all of them, a day apart."""
    clock = SetClock(NOON)
    names: dict[str, list[tuple[str, ...]]] = {_host(one): [("127.0.0.1",)] for one in animals}
    async with (
        hostile_web() as web,
        open_fetcher(limits(web.port, PATIENCE), clock, PaperResolver(names=names)) as patient,
        open_fetcher(limits(web.port, HASTE), clock, PaperResolver(names=names)) as hasty,
        SqlStore.open(f"sqlite:///{folder / 'zoo.db'}", create=True) as store,
    ):
        wanted = [Wanted(url=_serve(web, one), name=one.name) for one in animals]
        await Listed(store=store, clock=clock).take_over(LOCAL_TENANT, wanted)
        fetcher = Waiter(patient=patient, hasty=hasty, endless=_endless(animals))
        gather = gathering(store, fetcher, clock)
        for _ in range(looks):
            await gather.look()
            clock.at += timedelta(days=1)
        sources = await Care(store=store, clock=clock).listed(LOCAL_TENANT)
        return {source.name: Fed(source=source, articles=await _kept(store, source)) for source in sources}


async def _kept(store: Store, source: Source) -> tuple[Article, ...]:
    """The articles of a source: each carries its name, its address or its id."""
    async with store.read() as unit:
        every = await unit.articles.arrived(LOCAL_TENANT, Arrivals(after=0, upto=2**40))
    host = urlsplit(source.url).hostname
    return tuple(
        one for one in every if urlsplit(one.url or "").hostname == host or one.id.startswith(f"{source.id}-")
    )


def _serve(web: HostileWeb, animal: Animal) -> str:
    here = web.url(f"/{animal.name}", host=_host(animal))
    for path, what in animal.answers.items():
        web.acts[f"/{animal.name}/{path}"] = _act(what, here)
    return f"{here}/{animal.start}"


def _act(what: Answer | Act, here: str) -> Act:
    if not isinstance(what, Answer):
        return what
    body = what.body if isinstance(what.body, bytes) else _placed(what.body, here).encode()
    said = answer(body, what.status, {"Content-Type": what.type, **what.headers})
    return partial(_say, said)


def _placed(text: str, here: str) -> str:
    return text.replace("{here}", here).replace("{front}", here.rpartition("/")[0])


async def _say(said: bytes, writer: asyncio.StreamWriter, _asked: Asked) -> None:
    writer.write(said)


def _endless(animals: Sequence[Animal]) -> frozenset[str]:
    return frozenset(_host(one) for one in animals if one.health is Health.TIMEOUT)


def _host(animal: Animal) -> str:
    return animal.name.replace("_", "-") + ".example"
