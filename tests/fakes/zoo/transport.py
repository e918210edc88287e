"""Servers that do not behave: what comes of each has a name, and holds up no other."""

from __future__ import annotations

import asyncio
import gzip
from contextlib import suppress

from bot.domain.source import Health
from tests.fakes.hostile_web import Act, Asked
from tests.fakes.hostile_web import answer as bytes_of
from tests.fakes.zoo.animal import PIER, Animal, Answer, Told, item, rss

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"
FEED = rss(item(link="1"))
MANY = rss(item(link="1"), item("Pier two opens", "Pier two opened. " * 2_000, link="2"))


async def endless(writer: asyncio.StreamWriter, _asked: Asked) -> None:
    writer.write(HEAD + b"\r\n" + FEED.removesuffix("</channel></rss>").encode())
    with suppress(ConnectionError):
        while not writer.is_closing():
            writer.write(b"<category>more</category>" * 500)
            await writer.drain()


async def drip(writer: asyncio.StreamWriter, _asked: Asked) -> None:
    writer.write(HEAD + b"Content-Length: 100000\r\n\r\n<rss>")
    with suppress(ConnectionError):
        while not writer.is_closing():
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.2)


async def silence(writer: asyncio.StreamWriter, _asked: Asked) -> None:
    with suppress(ConnectionError, asyncio.CancelledError):  # the end of the test ends it
        await asyncio.sleep(60)
    writer.close()


async def hang_up(writer: asyncio.StreamWriter, _asked: Asked) -> None:
    writer.close()


async def noise(writer: asyncio.StreamWriter, _asked: Asked) -> None:
    writer.write(b"SSH-2.0-OpenSSH_9.6\r\n\x00\x01\x02\r\n\r\n")
    writer.close()


async def less_than_announced(writer: asyncio.StreamWriter, _asked: Asked) -> None:
    writer.write(HEAD + b"Content-Length: 999999\r\n\r\n" + FEED.encode())
    await writer.drain()
    writer.close()


class Moves:
    """A good feed that is elsewhere from its second request on."""

    def __init__(self, there: str) -> None:
        self.there, self.count = there, 0

    async def __call__(self, writer: asyncio.StreamWriter, _asked: Asked) -> None:
        self.count += 1
        if self.count == 1:
            writer.write(bytes_of(FEED.encode(), "200 OK", {}))
        else:
            writer.write(bytes_of(b"", "301 Moved Permanently", {"Location": self.there}))


def _to(path: str, status: str = "302 Found") -> Answer:
    return Answer(body="", status=status, headers={"Location": path})


def _gone_wrong(name: str, answer: Answer | Act, health: Health, *told: Told) -> Animal:
    return Animal(name=name, answers={"feed": answer}, health=health, told=told)


def _status(name: str, status: str, health: Health, **headers: str) -> Animal:
    return _gone_wrong(name, Answer(body="<html>sorry</html>", status=status, headers=headers), health)


def _packed(body: bytes) -> Answer:
    return Answer(body=body, headers={"Content-Encoding": "gzip"})


TRANSPORT: tuple[Animal, ...] = (
    _gone_wrong("an_endless_stream", endless, Health.TRUNCATED, PIER),
    _gone_wrong("a_slow_drip", drip, Health.TIMEOUT),
    _gone_wrong("a_silent_server", silence, Health.TIMEOUT),
    _gone_wrong("a_server_that_hangs_up", hang_up, Health.UNREACHABLE),
    _gone_wrong("no_http", noise, Health.MANGLED),
    _gone_wrong("less_than_announced", less_than_announced, Health.TRUNCATED, PIER),
    _gone_wrong("whole_gzip", _packed(gzip.compress(FEED.encode())), Health.OK, PIER),
    _gone_wrong("truncated_gzip", _packed(gzip.compress(MANY.encode())[:-40]), Health.TRUNCATED, PIER),
    _gone_wrong("no_gzip_though_it_says_so", _packed(FEED.encode()), Health.MANGLED),
    _gone_wrong(
        "a_gzip_bomb", _packed(gzip.compress(FEED.encode() + b" " * 50_000_000, 1)), Health.TRUNCATED, PIER
    ),
    _gone_wrong(
        "an_unknown_coding", Answer(body=FEED, headers={"Content-Encoding": "x-magic"}), Health.MANGLED
    ),
    Animal(
        name="an_etag_of_odd_bytes",
        answers={"feed": Answer(body=FEED, headers={"ETag": '"caf\xe9"', "Last-Modified": "Mont\xe4g"})},
        told=(PIER,),
    ),
    Animal(
        name="moved_to_odd_bytes",
        answers={"feed": _to("caf\xe9", "301 Moved Permanently"), "caf%E9": Answer(body=FEED)},
        told=(PIER,),
        end="caf%E9",
    ),
    _gone_wrong("a_circle", _to("feed"), Health.CLIENT_ERROR),
    Animal(name="a_circle_of_two", answers={"feed": _to("b"), "b": _to("feed")}, health=Health.CLIENT_ERROR),
    Animal(
        name="too_many_redirects",
        answers={"feed": _to("r0"), **{f"r{n}": _to(f"r{n + 1}") for n in range(9)}},
        health=Health.CLIENT_ERROR,
    ),
    Animal(
        name="moved_for_now", answers={"feed": _to("b"), "b": Answer(body=FEED)}, told=(PIER,), end="feed"
    ),
    Animal(
        name="moved_for_good",
        answers={"feed": _to("b", "301 Moved Permanently"), "b": Answer(body=FEED)},
        told=(PIER,),
        end="b",
    ),
    _gone_wrong("leads_to_a_private_address", _to("http://10.0.0.1/feed"), Health.UNSAFE),
    *(
        Animal(name=name, answers={"feed": Moves(there)}, told=(PIER,), health=Health.UNSAFE, end="feed")
        for name, there in (
            ("moves_to_a_private_address_later", "http://10.0.0.1/feed"),
            ("moves_to_one_inside_another_later", "http://[::ffff:169.254.169.254]/latest"),
            ("moves_to_another_scheme_later", "gopher://quay.example/feed"),
            ("moves_to_an_address_with_a_password_later", "http://me:secret@quay.example/feed"),
        )
    ),
    _gone_wrong("leads_to_a_file", _to("file:///etc/passwd"), Health.UNSAFE),
    _status("not_found", "404 Not Found", Health.CLIENT_ERROR),
    _status("forbidden", "403 Forbidden", Health.CLIENT_ERROR),
    _status("gone", "410 Gone", Health.GONE),
    _status("too_many_requests", "429 Too Many Requests", Health.BUSY, **{"Retry-After": "7200"}),
    _status("server_error", "500 Internal Server Error", Health.SERVER_ERROR),
    _status("away_for_now", "503 Service Unavailable", Health.SERVER_ERROR, **{"Retry-After": "3600"}),
)
