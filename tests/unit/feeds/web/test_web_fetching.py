"""One address fetched from servers that behave, and from servers that do not."""

from __future__ import annotations

import asyncio
import gzip
import sys
import tracemalloc
import zlib
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import brotli
import pytest

from bot.domain.source import Health, Validators
from bot.errors import FetchError
from bot.feeds.web.allowed import Allowed
from bot.feeds.web.decoding import Undecodable, Unpacking
from bot.feeds.web.fetcher import WebFetcher, open_fetcher
from bot.feeds.web.limits import Limits
from tests.fakes.hostile_web import Asked, HostileWeb, PaperResolver, answer, hostile_web
from tests.fakes.world import SetClock

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

NOW = datetime(2025, 11, 3, 12, tzinfo=UTC)
LIMITS = Limits(
    user_agent="Communique/test",
    timeout=45.0,
    delay=0.0,
    most=100_000,
    allowed=Allowed.read(["127.0.0.0/8", "::1"]),
)
TEXT = b"<rss>" + b"The harbour of Velden opened again. " * 500 + b"</rss>"


@pytest.fixture
async def web() -> AsyncIterator[HostileWeb]:
    async with hostile_web() as made:
        yield made


def fetcher(limits: Limits = LIMITS) -> AbstractAsyncContextManager[WebFetcher]:
    return open_fetcher(limits, SetClock(NOW))


async def failure(url: str, limits: Limits = LIMITS, *, robots: bool = False) -> FetchError:
    async with fetcher(limits) as one:
        with pytest.raises(FetchError) as caught:
            await one.fetch(url, ask_robots=robots)
    return caught.value


async def test_a_feed_comes_with_its_type_validators_and_how_long_it_keeps(web: HostileWeb) -> None:
    url = web.says(
        "/feed",
        TEXT,
        Content_Type="Application/Atom+XML; charset=ISO-8859-1",
        ETag='W/"7"',
        Last_Modified="Mon, 03 Nov 2025 08:00:00 GMT",
        Cache_Control="public, max-age=3600",
        Age="600",
    )
    async with fetcher() as one:
        fetched = await one.fetch(url)
    assert (fetched.url, fetched.body, fetched.moved, fetched.cut) == (url, TEXT, None, False)
    assert (fetched.content_type, fetched.charset) == ("application/atom+xml", "iso-8859-1")
    assert fetched.validators == Validators(etag='W/"7"', last_modified="Mon, 03 Nov 2025 08:00:00 GMT")
    assert fetched.keep == timedelta(minutes=50)


async def test_we_say_who_we_are_and_bring_nothing_else(web: HostileWeb) -> None:
    url = web.says("/feed", TEXT, Set_Cookie="a=b")
    async with fetcher() as one:
        await one.fetch(url)
        await one.fetch(url)
    for asked in web.asked:
        assert asked.headers["user-agent"] == "Communique/test"
        assert not {"cookie", "referer", "authorization"} & asked.headers.keys()


async def test_an_answer_that_did_not_change_costs_no_body(web: HostileWeb) -> None:
    async def act(writer: asyncio.StreamWriter, asked: Asked) -> None:
        known = asked.headers.get("if-none-match") == '"7"'
        status = "304 Not Modified" if known else "200 OK"
        writer.write(answer(b"" if known else TEXT, status, {"ETag": '"7"'}))

    web.acts["/feed"] = act
    async with fetcher() as one:
        first = await one.fetch(web.url("/feed"))
        again = await one.fetch(web.url("/feed"), validators=first.validators)
    assert (again.body, again.validators) == (None, first.validators)


async def test_what_was_learned_of_one_address_is_told_to_no_other(web: HostileWeb) -> None:
    """A temporary redirect to a page that never changes must not pass for a feed without news."""
    feed, elsewhere = web.redirects("/feed", web.url("/down", "localhost")), Validators(etag='"7"')
    web.says("/down", TEXT, ETag='"8"', Last_Modified="Mon, 03 Nov 2025 08:00:00 GMT")
    allowed = Allowed.read(["127.0.0.0/8", "::1", "localhost"])
    async with fetcher(replace(LIMITS, allowed=allowed)) as one:
        fetched = await one.fetch(feed, validators=elsewhere)
    assert (fetched.body, fetched.validators) == (TEXT, Validators())
    assert [asked.headers.get("if-none-match") for asked in web.asked] == ['"7"', None]


async def test_the_validators_of_an_address_that_moved_for_good_are_kept_with_it(web: HostileWeb) -> None:
    feed = web.redirects("/feed", "/new", "301 Moved Permanently")
    web.says("/new", TEXT, ETag='"8"')
    async with fetcher() as one:
        fetched = await one.fetch(feed, validators=Validators(etag='"7"'))
    assert (fetched.moved, fetched.validators) == (web.url("/new"), Validators(etag='"8"'))


@pytest.mark.parametrize(
    ("status", "headers", "left"),
    [
        ("429 Too Many Requests", {"Retry-After": "120"}, timedelta(minutes=2)),
        ("429 Too Many Requests", {}, timedelta(minutes=1)),
        ("429 Too Many Requests", {"Retry-After": "86400"}, timedelta(hours=1)),
        ("503 Service Unavailable", {"Retry-After": "120"}, timedelta(minutes=2)),
    ],
)
async def test_a_host_that_asks_for_fewer_requests_is_asked_for_nothing_else_meanwhile(
    web: HostileWeb, status: str, headers: dict[str, str], left: timedelta
) -> None:
    feed, page = web.says("/feed", b"", status, **headers), web.says("/page", TEXT)
    clock = SetClock(NOW)
    async with open_fetcher(LIMITS, clock) as one:
        with pytest.raises(FetchError, match=status[:3]):
            await one.fetch(feed)
        with pytest.raises(FetchError, match="fewer requests") as caught:
            await one.fetch(page, ask_robots=True)
        assert (caught.value.health, caught.value.wait) == (Health.BUSY, left)
        assert web.paths == ["/feed"]
        clock.at = NOW - timedelta(days=365)  # a clock that is set back silences nobody
        assert (await one.fetch(page)).body == TEXT
        clock.at = NOW + left
        assert (await one.fetch(page)).body == TEXT


async def test_a_server_in_trouble_that_asks_for_nothing_is_asked_on(web: HostileWeb) -> None:
    feed, page = web.says("/feed", status="503 Service Unavailable"), web.says("/page", TEXT)
    async with fetcher() as one:
        with pytest.raises(FetchError, match="503"):
            await one.fetch(feed)
        assert (await one.fetch(page)).body == TEXT


async def test_a_304_that_nobody_asked_for_is_an_error(web: HostileWeb) -> None:
    assert (await failure(web.says("/feed", status="304 Not Modified"))).status == 304


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(TEXT)),
        ("x-gzip", gzip.compress(TEXT)),
        ("gzip", gzip.compress(TEXT[:700]) + gzip.compress(TEXT[700:])),
        ("gzip", gzip.compress(TEXT) + b"\0\0\0\0"),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)[2:-4]),
        ("br", brotli.compress(TEXT)),
        ("zstd", zstd.compress(TEXT)),
        ("zstd", zstd.compress(TEXT[:9]) + zstd.compress(TEXT[9:])),
        ("br, gzip", gzip.compress(brotli.compress(TEXT))),
        ("identity", TEXT),
        ("GZIP", gzip.compress(TEXT)),
    ],
)
async def test_every_coding_we_ask_for_is_unpacked(web: HostileWeb, coding: str, packed: bytes) -> None:
    async with fetcher() as one:
        fetched = await one.fetch(web.says("/feed", packed, Content_Encoding=coding))
    assert fetched.body == TEXT
    assert not fetched.cut


PACKED = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress, "zstd": zstd.compress}
"""How a body is packed in each coding."""


@pytest.mark.parametrize("coding", [*PACKED, "gzip, gzip"])
def test_a_bomb_costs_no_more_than_the_limit(coding: str) -> None:
    packed = b"a" * 50_000_000
    for one in coding.split(", "):
        packed = PACKED[one](packed)
    tracemalloc.start()
    unpacking = Unpacking(coding, 100_000)
    unpacking.feed(packed)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (len(unpacking.plain), unpacking.full) == (100_000, True)
    assert peak < 20_000_000


@pytest.mark.parametrize("coding", PACKED)
@pytest.mark.parametrize("portion", [1, 7, 4096])
def test_a_body_may_come_in_any_portions_and_a_cut_one_gives_what_came(coding: str, portion: int) -> None:
    packed = PACKED[coding](TEXT)
    whole, cut = Unpacking(coding, 100_000), Unpacking(coding, 100_000)
    for start in range(0, len(packed), portion):
        whole.feed(packed[start : start + portion])
    cut.feed(packed[: len(packed) // 2])
    assert (bytes(whole.plain), whole.whole) == (TEXT, True)
    assert TEXT.startswith(bytes(cut.plain))
    assert not cut.whole


@pytest.mark.parametrize("coding", ["compress", "rot13", "gzip, gzip, gzip"])
def test_a_coding_we_do_not_know_is_refused(coding: str) -> None:
    with pytest.raises(Undecodable):
        Unpacking(coding, 10)


async def test_a_truncated_gzip_gives_what_came_and_says_so(web: HostileWeb) -> None:
    packed = gzip.compress(TEXT)[:-30]
    async with fetcher() as one:
        fetched = await one.fetch(web.says("/feed", packed, Content_Encoding="gzip"))
    assert (fetched.cut, fetched.broken_off) == (True, True)
    assert fetched.body
    assert TEXT.startswith(fetched.body)


async def test_what_is_no_gzip_at_all_is_mangled(web: HostileWeb) -> None:
    error = await failure(web.says("/feed", b"<rss/>", Content_Encoding="gzip"))
    assert error.health == Health.MANGLED


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


@pytest.mark.parametrize(
    ("headers", "keep"),
    [
        ({"Cache_Control": "max-age=60"}, timedelta(minutes=1)),
        ({"Cache_Control": 'private, MAX-AGE="60"'}, timedelta(minutes=1)),
        ({"Cache_Control": "no-cache, max-age=60"}, None),
        ({"Cache_Control": "no-store"}, None),
        ({"Cache_Control": "max-age=60, must-revalidate"}, timedelta(minutes=1)),
        ({"Cache_Control": "max-age=60", "Age": "90"}, None),
        ({"Cache_Control": "max-age=nonsense"}, None),
        ({"Expires": "Mon, 03 Nov 2025 14:00:00 GMT"}, timedelta(hours=2)),
        (
            {"Expires": "Mon, 03 Nov 2025 14:00:00 GMT", "Date": "Mon, 03 Nov 2025 13:00:00 GMT"},
            timedelta(hours=1),
        ),
        ({"Expires": "0"}, None),
        ({"Expires": "Mon, 03 Nov 2025 10:00:00 GMT"}, None),
        ({}, None),
    ],
)
async def test_how_long_an_answer_keeps(
    web: HostileWeb, headers: dict[str, str], keep: timedelta | None
) -> None:
    async with fetcher() as one:
        assert (await one.fetch(web.says("/feed", TEXT, **headers))).keep == keep


async def test_permanent_redirects_are_a_move_up_to_the_first_temporary_one(
    web: HostileWeb,
) -> None:
    end = web.says("/end", TEXT)
    web.redirects("/c", "/end", "302 Found")
    web.redirects("/b", web.url("/c"), "308 Permanent Redirect")
    start = web.redirects("/a", "b", "301 Moved Permanently")
    async with fetcher() as one:
        fetched = await one.fetch(start)
        assert (fetched.url, fetched.moved, fetched.body) == (end, web.url("/c"), TEXT)
        assert (await one.fetch(web.url("/c"))).moved is None
        web.redirects("/c", "/end", "301 Moved Permanently")
        assert (await one.fetch(start)).moved == end


@pytest.mark.parametrize(
    "status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"]
)
async def test_every_redirect_is_followed(web: HostileWeb, status: str) -> None:
    web.says("/end", TEXT)
    async with fetcher() as one:
        assert (await one.fetch(web.redirects("/a", "/end#top", status))).body == TEXT


async def test_circles_and_endless_redirects_end(web: HostileWeb) -> None:
    web.redirects("/a", "/b")
    web.redirects("/b", "/a")
    assert "circle" in (await failure(web.url("/a"))).what
    for n in range(9):
        web.redirects(f"/r{n}", f"/r{n + 1}")
    before = len(web.asked)
    assert "5 times" in (await failure(web.url("/r0"))).what
    assert len(web.asked) - before == 6


async def test_a_redirect_without_an_address_is_a_refusal(web: HostileWeb) -> None:
    assert (await failure(web.says("/a", status="302 Found"))).status == 302


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


ROBOTS = b"User-agent: communique\nDisallow: /private\nUser-agent: *\nDisallow: /\n"


async def test_robots_txt_is_asked_once_and_obeyed(web: HostileWeb) -> None:
    web.says("/robots.txt", ROBOTS)
    web.says("/open", TEXT)
    web.says("/private", TEXT)
    async with fetcher() as one:
        assert (await one.fetch(web.url("/open"), ask_robots=True)).body == TEXT
        with pytest.raises(FetchError) as caught:
            await one.fetch(web.url("/private"), ask_robots=True)
        assert (await one.fetch(web.url("/private"))).body == TEXT
    assert caught.value.health == Health.FORBIDDEN
    assert web.paths.count("/robots.txt") == 1


@pytest.mark.parametrize(
    ("status", "allowed"),
    [("404 Not Found", True), ("403 Forbidden", True), ("500 Oops", False), ("503 Busy", False)],
)
async def test_without_a_robots_txt_all_is_open_and_without_an_answer_nothing(
    web: HostileWeb, status: str, allowed: bool
) -> None:
    web.says("/robots.txt", status=status)
    web.says("/page", TEXT)
    async with fetcher() as one:
        if allowed:
            assert (await one.fetch(web.url("/page"), ask_robots=True)).body == TEXT
        else:
            with pytest.raises(FetchError) as caught:
                await one.fetch(web.url("/page"), ask_robots=True)
            assert caught.value.health == Health.UNREACHABLE


async def test_a_robots_txt_that_could_not_be_read_is_asked_for_again_within_the_hour(
    web: HostileWeb,
) -> None:
    web.says("/robots.txt", status="503 Busy")
    web.says("/page", TEXT)
    clock = SetClock(NOW)
    async with open_fetcher(LIMITS, clock) as one:
        for _ in range(2):
            with pytest.raises(FetchError, match=r"robots\.txt .* could not be read"):
                await one.fetch(web.url("/page"), ask_robots=True)
        assert web.paths.count("/robots.txt") == 1
        web.says("/robots.txt", ROBOTS.replace(b"/private", b"/other"))
        clock.at += timedelta(hours=1)
        assert (await one.fetch(web.url("/page"), ask_robots=True)).body == TEXT


async def test_robots_txt_counts_for_a_day_and_is_found_behind_a_redirect(web: HostileWeb) -> None:
    web.redirects("/robots.txt", "/rules")
    web.says("/rules", ROBOTS)
    web.says("/private", TEXT)
    clock = SetClock(NOW)
    async with open_fetcher(LIMITS, clock) as one:
        with pytest.raises(FetchError):
            await one.fetch(web.url("/private"), ask_robots=True)
        web.says("/rules", b"")
        clock.at += timedelta(hours=23)
        with pytest.raises(FetchError):
            await one.fetch(web.url("/private"), ask_robots=True)
        clock.at += timedelta(hours=2)
        assert (await one.fetch(web.url("/private"), ask_robots=True)).body == TEXT


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
