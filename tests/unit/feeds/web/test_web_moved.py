"""Redirects: which are a move, and which never end."""

from __future__ import annotations

import pytest

from tests.fakes.hostile_web import HostileWeb
from tests.unit.feeds.web.fetching import TEXT, failure, fetcher


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
