"""robots.txt: asked once, obeyed, and what its absence means."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.source import Health
from bot.errors import FetchError
from bot.feeds.web.fetcher import open_fetcher
from tests.fakes.hostile_web import HostileWeb
from tests.fakes.world import SetClock
from tests.unit.feeds.web.fetching import LIMITS, NOW, TEXT, fetcher

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
