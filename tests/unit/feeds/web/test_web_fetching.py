"""One address fetched from a server that behaves: what comes, what is remembered of it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.source import Health, Validators
from bot.errors import FetchError
from bot.feeds.web.allowed import Allowed
from bot.feeds.web.fetcher import open_fetcher
from tests.fakes.hostile_web import Asked, HostileWeb, answer
from tests.fakes.world import SetClock
from tests.unit.feeds.web.fetching import LIMITS, NOW, TEXT, failure, fetcher


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
