"""How many ask a host at a time, how far apart, and by way of a proxy."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.domain.source import Health
from bot.errors import FetchError
from bot.feeds.web.allowed import Allowed
from bot.feeds.web.fetcher import open_fetcher
from tests.fakes.hostile_web import Asked, HostileWeb, PaperResolver, answer
from tests.fakes.world import SetClock
from tests.unit.feeds.web.fetching import LIMITS, NOW, TEXT, fetcher


async def test_a_host_is_asked_by_few_at_a_time_and_others_do_not_wait(web: HostileWeb) -> None:
    under_way, most = 0, 0
    go = asyncio.Event()

    async def slow(writer: asyncio.StreamWriter, _asked: Asked) -> None:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await go.wait()
        under_way -= 1
        writer.write(answer(TEXT, "200 OK", {}))

    web.acts["/slow"] = slow
    web.says("/quick", TEXT)
    resolver = PaperResolver(names={"a.example": [("127.0.0.1",)], "b.example": [("127.0.0.1",)]})
    limits = replace(
        LIMITS, timeout=45.0, allowed=Allowed.read(["127.0.0.1", "a.example", "b.example"]), per_host=2
    )
    async with open_fetcher(limits, SetClock(NOW), resolver) as one:
        waiting = [asyncio.create_task(one.fetch(web.url("/slow", "a.example"))) for _ in range(6)]
        assert (await one.fetch(web.url("/quick", "b.example"))).body == TEXT
        go.set()
        await asyncio.gather(*waiting)
    assert most <= 2


async def test_between_two_requests_to_a_host_lies_the_delay(web: HostileWeb) -> None:
    times: list[float] = []

    async def note(writer: asyncio.StreamWriter, _asked: Asked) -> None:
        times.append(asyncio.get_running_loop().time())
        writer.write(answer(TEXT, "200 OK", {}))

    web.acts["/feed"] = note
    async with fetcher(replace(LIMITS, delay=0.1)) as one:
        begun = asyncio.get_running_loop().time()
        await asyncio.gather(*(one.fetch(web.url("/feed")) for _ in range(4)))
    assert all(at - begun >= n * 0.09 for n, at in enumerate(sorted(times)))


async def test_a_proxy_of_the_settings_is_used_and_the_address_still_checked(web: HostileWeb) -> None:
    async def relay(writer: asyncio.StreamWriter, _asked: Asked) -> None:
        writer.write(answer(b"through the proxy", "200 OK", {}))

    web.acts["http://feeds.example/feed"] = relay
    limits = replace(LIMITS, proxy=web.url().rstrip("/"), allowed=Allowed())
    async with fetcher(limits) as one:
        assert (await one.fetch("http://feeds.example/feed")).body == b"through the proxy"
        with pytest.raises(FetchError) as caught:
            await one.fetch("http://169.254.169.254/latest")
    assert caught.value.health == Health.UNSAFE
    assert web.paths == ["http://feeds.example/feed"]


async def test_a_cancelled_fetch_leaves_its_turn_to_others(web: HostileWeb) -> None:
    async def never(_writer: asyncio.StreamWriter, _asked: Asked) -> None:
        await asyncio.sleep(30)

    web.acts["/never"] = never
    web.says("/quick", TEXT)
    async with fetcher(replace(LIMITS, per_host=1, timeout=20.0)) as one:
        stuck = asyncio.create_task(one.fetch(web.url("/never")))
        await asyncio.sleep(0.05)
        stuck.cancel()
        with pytest.raises(asyncio.CancelledError):
            await stuck
        assert (await one.fetch(web.url("/quick"))).body == TEXT
