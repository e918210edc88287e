"""How long an answer keeps, as RFC 9111 reads what servers write."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from multidict import CIMultiDict

from bot.feeds.web.freshness import kept_for
from bot.feeds.web.headers import retry_after
from tests.fakes.hostile_web import Asked, hostile_web
from tests.unit.feeds.web.fetching import TEXT, fetcher

NOW = datetime(2025, 11, 3, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
LONG = timedelta(seconds=2**31)
LATER = "Mon, 03 Nov 2025 14:00:00 GMT"


def kept(*headers: tuple[str, str]) -> timedelta | None:
    return kept_for(CIMultiDict(headers), NOW)


@pytest.mark.parametrize(
    ("control", "keep"),
    [
        ('no-cache="Set-Cookie", max-age=60', MINUTE),
        ('no-cache="Set-Cookie, ETag", max-age=60', MINUTE),
        ('max-age=60, no-cache="Set-Cookie", no-cache', None),
        ("no-cache=, max-age=60", None),
        ('private="max-age=7, x", max-age=60', MINUTE),
        ('note="a \\" no-store, b", max-age=60', MINUTE),
        ('max-age="60"', MINUTE),
        ("max-age = 60", MINUTE),
        (", ,max-age=60,,", MINUTE),
        ("s-maxage=600, max-age=60", MINUTE),
        ("x-max-age=600", None),
        ("max-age=60, max-age=600", MINUTE),
        ("max-age=99999999999999999999", LONG),
        ("max-age=0", None),
        ("max-age=00000000000060", MINUTE),
        ("max-age=-60", None),
        ("max-age=+60", None),
        ("max-age=6e1", None),
        ("max-age=60.5", None),
        ("max-age=\u0661", None),
        ("max-age", None),
        ("max-age=60;no-store", None),
        ('"max-age=60', None),
        ("=60", None),
    ],
)
def test_cache_control_is_read_as_it_is_meant(control: str, keep: timedelta | None) -> None:
    assert kept(("Cache-Control", control)) == keep


def test_several_cache_control_headers_are_one_list() -> None:
    assert kept(("Cache-Control", "public"), ("cache-control", "max-age=60")) == MINUTE
    assert kept(("Cache-Control", "max-age=60"), ("Cache-Control", "no-store")) is None


@pytest.mark.parametrize("control", ["max-age=0", "max-age=nonsense", "max-age"])
def test_where_a_max_age_stands_expires_does_not_count(control: str) -> None:
    assert kept(("Cache-Control", control), ("Expires", LATER)) is None


@pytest.mark.parametrize(
    ("age", "keep"),
    [
        ("15", timedelta(seconds=45)),
        ("60", None),
        ("99999999999999999999", None),
        ("-1000", MINUTE),
        ("nonsense", MINUTE),
        ("15, 50", timedelta(seconds=45)),
        ("", MINUTE),
    ],
)
def test_what_an_answer_aged_on_its_way_is_over(age: str, keep: timedelta | None) -> None:
    assert kept(("Cache-Control", "max-age=60"), ("Age", age)) == keep


def test_an_answer_ages_until_it_expires_too() -> None:
    aged = ("Expires", LATER), ("Date", "Mon, 03 Nov 2025 13:00:00 GMT"), ("Age", "600")
    assert kept(*aged) == timedelta(minutes=50)


@pytest.mark.parametrize("expires", ["0", "-1", "nonsense", "Mon, 99 Nov 2025 14:00:00 GMT"])
def test_an_expiry_that_is_no_date_is_over(expires: str) -> None:
    assert kept(("Expires", expires)) is None


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("120", timedelta(minutes=2)),
        (" 120 ", timedelta(minutes=2)),
        ("99999999999999999999", LONG),
        ("-5", None),
        ("\u0661\u0662", None),
        ("1.5", None),
        ("soon", None),
        (LATER, timedelta(hours=2)),
        ("Mon, 03 Nov 2025 10:00:00 GMT", None),
    ],
)
def test_how_long_a_server_wants_to_be_left_alone(value: str, wait: timedelta | None) -> None:
    assert retry_after(value, NOW) == wait


async def test_two_header_lines_count_together_when_they_come_over_the_wire() -> None:
    async def act(writer: asyncio.StreamWriter, _asked: Asked) -> None:
        lines = 'Cache-Control: no-cache="Set-Cookie"\r\nCache-Control: max-age=60\r\n'
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(TEXT)}\r\n{lines}\r\n"
        writer.write(head.encode() + TEXT)

    async with hostile_web() as web, fetcher() as one:
        web.acts["/feed"] = act
        assert (await one.fetch(web.url("/feed"))).keep == MINUTE
