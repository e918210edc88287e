"""Servers that say too much, too little, nothing, or no: what is kept and what is told."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.source import Health
from bot.errors import FetchError
from bot.feeds.web.fetcher import open_fetcher
from tests.fakes.hostile_web import Asked, HostileWeb, PaperResolver, answer
from tests.fakes.world import SetClock
from tests.unit.feeds.web.fetching import LIMITS, NOW, TEXT, failure, fetcher


async def test_more_than_the_limit_is_not_read(web: HostileWeb) -> None:
    async def endless(writer: asyncio.StreamWriter, _asked: Asked) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss>")
        while not writer.is_closing():
            writer.write(b"<item/>" * 10_000)
            await writer.drain()

    web.acts["/feed"] = endless
    async with fetcher() as one:
        fetched = await one.fetch(web.url("/feed"))
    assert len(fetched.body or b"") == LIMITS.most
    assert (fetched.cut, fetched.broken_off) == (True, False)


async def test_a_body_shorter_than_announced_is_cut(web: HostileWeb) -> None:
    async def act(writer: asyncio.StreamWriter, _asked: Asked) -> None:
        writer.write(answer(TEXT, "200 OK", {"Content-Length": str(len(TEXT) + 100)}))
        writer.close()

    web.acts["/feed"] = act
    async with fetcher() as one:
        fetched = await one.fetch(web.url("/feed"))
    assert (fetched.body, fetched.cut, fetched.broken_off) == (TEXT, True, True)


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss>"])
async def test_a_slow_drip_ends_at_the_time_limit(web: HostileWeb, head: bytes) -> None:
    async def drip(writer: asyncio.StreamWriter, _asked: Asked) -> None:
        writer.write(head)
        while not writer.is_closing():
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.02)

    web.acts["/feed"] = drip
    error = await failure(web.url("/feed"), replace(LIMITS, timeout=0.3))
    assert error.health in (Health.TIMEOUT, Health.MANGLED)
    assert head == b"" or error.health == Health.TIMEOUT


@pytest.mark.parametrize(
    "raw",
    [
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: minus\r\n\r\n<rss/>",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<rss/>\r\n",
        b"SSH-2.0-OpenSSH\r\n",
        b"",
    ],
)
async def test_a_server_that_does_not_speak_http_is_told_so(web: HostileWeb, raw: bytes) -> None:
    async def act(writer: asyncio.StreamWriter, _asked: Asked) -> None:
        writer.write(raw)
        writer.close()

    web.acts["/feed"] = act
    error = await failure(web.url("/feed"))
    assert error.health in (Health.MANGLED, Health.UNREACHABLE)


@pytest.mark.parametrize(
    ("status", "health"),
    [
        ("400 Bad Request", Health.CLIENT_ERROR),
        ("401 Unauthorized", Health.CLIENT_ERROR),
        ("403 Forbidden", Health.CLIENT_ERROR),
        ("404 Not Found", Health.CLIENT_ERROR),
        ("410 Gone", Health.GONE),
        ("429 Too Many Requests", Health.BUSY),
        ("451 Unavailable For Legal Reasons", Health.CLIENT_ERROR),
        ("500 Internal Server Error", Health.SERVER_ERROR),
        ("503 Service Unavailable", Health.SERVER_ERROR),
        ("599 Odd", Health.SERVER_ERROR),
        ("300 Multiple Choices", Health.CLIENT_ERROR),
    ],
)
async def test_a_refusal_is_told_by_its_status(web: HostileWeb, status: str, health: Health) -> None:
    error = await failure(web.says("/feed", b"<html>sorry</html>", status=status))
    assert (error.health, error.status) == (health, int(status[:3]))
    assert status[:3] in error.what


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("120", timedelta(minutes=2)),
        ("Mon, 03 Nov 2025 13:00:00 GMT", timedelta(hours=1)),
        ("Mon, 03 Nov 2025 11:00:00 GMT", None),
        ("soon", None),
        ("-5", None),
    ],
)
async def test_how_long_a_server_wants_to_be_left_alone(
    web: HostileWeb, value: str, wait: timedelta | None
) -> None:
    error = await failure(web.says("/feed", status="503 Service Unavailable", Retry_After=value))
    assert error.wait == wait


async def test_nobody_there_and_no_such_name() -> None:
    error = await failure("http://127.0.0.1:9/")
    assert error.health == Health.UNREACHABLE
    async with open_fetcher(LIMITS, SetClock(NOW), PaperResolver()) as one:
        with pytest.raises(FetchError) as caught:
            await one.fetch("http://nowhere.example/")
    assert caught.value.health == Health.UNREACHABLE
    assert "nowhere.example" in caught.value.what


async def test_tls_with_a_server_that_has_none_fails_in_words() -> None:
    def plain(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(plain, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        error = await failure(f"https://127.0.0.1:{port}/")
    assert error.health == Health.UNREACHABLE
    assert "127.0.0.1" in error.what
