"""No form of an address leads into a private network: real sockets, real requests, none of which arrives."""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import AbstractAsyncContextManager
from ipaddress import ip_address
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.fetched import Fetched
from bot.domain.source import Health
from bot.errors import FetchError
from bot.feeds.web.address import checked, is_public, literal_of
from bot.feeds.web.allowed import Allowed
from bot.feeds.web.fetcher import WebFetcher, open_fetcher
from bot.feeds.web.limits import Limits
from tests.fakes.hostile_web import HostileWeb, PaperResolver
from tests.fakes.world import SetClock

HERE = ("127.0.0.1/32", "::1/128")


def fetcher(
    web: HostileWeb, *allow: str, resolver: PaperResolver | None = None
) -> AbstractAsyncContextManager[WebFetcher]:
    """One that may ask on the server's port, as if it were a usual one: only the address is in the way."""
    allowed = Allowed.read(allow, ports={80, 443, web.port})
    limits = Limits(user_agent="test", timeout=60.0, delay=0.0, allowed=allowed)
    return open_fetcher(limits, SetClock(), resolver)


LITERALS = [
    "127.0.0.1",
    "127.0.0.2",
    "127.255.255.254",
    "127.1",
    "127.0.1",
    "0.0.0.0",
    "0",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0x7f.1",
    "017700000001",
    "0177.0.0.1",
    "0177.0x0.1",
    "%31%32%37.0.0.1",
    "１２７.０.０.１",
    "127。0。0。1",
    "①②⑦.0.0.1",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "192.0.0.192",
    "198.18.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "localhost",
    "localhost.",
    "LOCALHOST",
    "a.localhost",
    "printer.local",
    "metadata.google.internal",
    "router.home.arpa",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:10.0.0.1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b:1::1]",
    "[2002:7f00:1::]",
    "[2001:0:5ef5:79fd:0:59d:80ff:fffe]",
    "[fd00:ec2::254]",
    "[fe80::1]",
    "[fe80::1%25lo]",
    "[::1%25lo]",
    "[fec0::1]",
    "[ff02::1]",
    "[100::1]",
    "[2001:db8::1]",
    "[3fff::1]",
    "[4000::1]",
    "168.63.129.16",
    "0x7f000001.",
    "127.1.",
    "0177.1.",
    "127.0.0.1..",
    "0300.0250.1.1",
    "192.168.257",
    "10.0x10.1",
    "100.127.255.254",
    "169.254.170.2",
    "192.0.0.170",
    "225.1.2.3",
    "[::ffff:0:127.0.0.1]",
    "[::ffff:169.254.169.254]",
    "[::ffff:100.64.0.1]",
    "[::ffff:0.0.0.0]",
    "[::10.0.0.1]",
    "[64:ff9b::169.254.169.254]",
    "[64:ff9b::a00:1]",
    "[64:ff9b:1:ffff::7f00:1]",
    "[2002:a00:1::1]",
    "[2002:808:808::1]",
    "[2002:c0a8:101::1]",
    "[2001:0:808:808:0:0:f7f7:f7f7]",
    "[2001:4860::5efe:7f00:1]",
    "[2001:4860::200:5efe:a00:1]",
    "[2001:2::1]",
    "[2001:10::1]",
    "[2001:20::1]",
    "[2620:4f:8000::1]",
    "[5f00::1]",
    "[fd20:ce::254]",
    "[fe80::a9fe:a9fe]",
    "[ff0e::1]",
    "[::ffff:127.0.0.1%25lo]",
    "[2001:4860::1%25lo]",
    "ｌｏｃａｌｈｏｓｔ",
    "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
    "localhost.localdomain",
    "localhost。",
    "metadata.internal.",
    "x.corp",
    "nas.lan",
    "wiki.intranet",
    "a.private",
    "svc.cluster.local",
    "127.0.0.1%00.example.org",
    "127.0.0.1%2f.example.org",
    "[::1].example.org",
    "localhost%23.example.org",
]


@pytest.mark.parametrize("host", LITERALS)
async def test_a_host_that_is_not_public_is_refused_and_nothing_is_sent(web: HostileWeb, host: str) -> None:
    async with fetcher(web) as one:
        with pytest.raises(FetchError) as caught:
            await one.fetch(web.url("/", host))
    assert caught.value.health == Health.UNSAFE
    assert web.connections == 0


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/feed",
        "file:///etc/passwd",
        "gopher://example.org/",
        "data:text/plain,hello",
        "javascript:alert(1)",
        "//example.org/feed",
        "example.org/feed",
        "http://",
        "http:///feed",
        "http://user@example.org/",
        "http://user:secret@example.org/",
        "http://:secret@example.org/",
        "http://example.org:22/",
        "http://example.org:25/",
        "http://example.org:0/",
        "http://example.org:6379/",
        "http://example.org:99999/",
        "http://example.org:port/",
        "http://[::1",
        "http://exa mple.org/",
        "http://example.org/\r\nHost: 127.0.0.1",
        "http://example.org\\@127.0.0.1/",
        "http://127.0.0.1#@example.org/",
        "http://127.0.0.1?@example.org/",
        "http://example.org@127.0.0.1/",
        "http://" + "a" * 9_000 + ".example/",
        "http://xn--/",
        "http://xn--a/feed",
        "http://feeds.xn--/",
        "http://../feed",
        "http://./feed",
        "http://" + "a" * 64 + ".example/",
        "http://" + "a." * 130 + "example/",
        "",
    ],
)
def test_what_is_no_plain_public_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        checked(url, Allowed())
    assert caught.value.health == Health.UNSAFE


@pytest.mark.parametrize(
    "answers",
    [
        ("127.0.0.1",),
        ("::1",),
        ("10.0.0.7",),
        ("169.254.169.254",),
        ("fd00:ec2::254",),
        ("::ffff:127.0.0.1",),
        ("64:ff9b::a00:1",),
        ("93.184.215.14", "127.0.0.1"),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::1"),
        ("0.0.0.0",),
    ],
)
async def test_a_public_name_that_leads_inside_is_refused(web: HostileWeb, answers: tuple[str, ...]) -> None:
    resolver = PaperResolver(names={"feeds.example": [answers]})
    async with fetcher(web, resolver=resolver) as one:
        with pytest.raises(FetchError) as caught:
            await one.fetch(web.url("/", "feeds.example"))
    assert caught.value.health == Health.UNSAFE
    assert web.connections == 0


async def test_a_name_that_changes_its_address_after_the_check_gains_nothing(web: HostileWeb) -> None:
    """DNS rebinding: the first answer may be asked, every later one is this machine."""
    web.says("/feed", b"inside")
    resolver = PaperResolver(names={"rebind.example": [("192.0.2.77",), ("127.0.0.1",)]})
    async with fetcher(web, "192.0.2.77/32", resolver=resolver) as one:
        with pytest.raises(FetchError) as caught:
            await one.fetch(web.url("/feed", "rebind.example"))
        assert caught.value.health in (Health.TIMEOUT, Health.UNREACHABLE)  # the first address, and no other
        assert resolver.asked == ["rebind.example"]
        with pytest.raises(FetchError) as again:
            await one.fetch(web.url("/feed", "rebind.example"))
        assert again.value.health == Health.UNSAFE
    assert web.connections == 0


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.2:{port}/secret",
        "//127.0.0.2:{port}/secret",
        "http://[::ffff:127.0.0.2]:{port}/secret",
        "http://2130706434:{port}/secret",
        "http://inside.example:{port}/secret",
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "gopher://127.0.0.2/",
        "http://user:secret@public.example/",
        "http://[",
    ],
)
async def test_a_redirect_is_checked_like_the_first_address(web: HostileWeb, to: str) -> None:
    start = web.redirects("/start", to.format(port=web.port))
    resolver = PaperResolver(names={"inside.example": [("127.0.0.2",)], "public.example": [("192.0.2.1",)]})
    async with fetcher(web, "127.0.0.1/32", resolver=resolver) as one:
        with pytest.raises(FetchError) as caught:
            await one.fetch(start)
    assert caught.value.health == Health.UNSAFE
    assert web.paths == ["/start"]


async def test_a_redirect_of_robots_txt_leads_no_further_than_any_other(web: HostileWeb) -> None:
    web.redirects("/robots.txt", web.url("/secret", "127.0.0.2"))
    async with fetcher(web, "127.0.0.1/32") as one:
        with pytest.raises(FetchError):
            await one.fetch(web.url("/page"), ask_robots=True)
    assert web.paths == ["/robots.txt"]


async def test_a_connection_that_is_kept_stays_with_the_address_that_was_checked(web: HostileWeb) -> None:
    """The name leads elsewhere by now: what is open may be used, but nothing new is opened."""
    web.says("/robots.txt", b"")
    web.says("/feed", b"public")
    resolver = PaperResolver(names={"feeds.example": [("127.0.0.1",), ("127.0.0.2",)]})
    async with fetcher(web, "127.0.0.1/32", resolver=resolver) as one:
        for _ in range(3):
            assert (await one.fetch(web.url("/feed", "feeds.example"), ask_robots=True)).body == b"public"
        assert (web.connections, resolver.asked) == (1, ["feeds.example"])
        together = [one.fetch(web.url("/feed", "feeds.example"), ask_robots=True) for _ in range(2)]
        first, second = await asyncio.gather(*together, return_exceptions=True)
        assert isinstance(first, Fetched)
        assert isinstance(second, FetchError)
        assert second.health == Health.UNSAFE
    assert web.connections == 1


async def test_of_two_addresses_one_that_answers_is_taken_only_if_both_are_public(
    web: HostileWeb,
) -> None:
    """Happy eyeballs (RFC 8305) tries several at once: all are checked before the first is tried."""
    web.says("/feed", b"hello")
    both = PaperResolver(names={"feeds.example": [("192.0.2.77", "127.0.0.1")]})
    async with fetcher(web, "127.0.0.1/32", "192.0.2.77/32", resolver=both) as one:
        assert (await one.fetch(web.url("/feed", "feeds.example"))).body == b"hello"
    async with fetcher(web, "192.0.2.77/32", resolver=both) as one:
        with pytest.raises(FetchError, match=r"127\.0\.0\.1"):
            await one.fetch(web.url("/feed", "feeds.example"))
    assert len(web.paths) == 1


async def test_names_that_nobody_answers_for_hold_up_no_other(
    web: HostileWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look-up occupies a thread until the system gives up: there are more than looks under way together."""
    silent, answers = threading.Event(), socket.getaddrinfo

    def slow(host: str, *args: Any, **named: Any) -> Any:
        if host.endswith(".silent.example"):
            silent.wait(20)
        return answers("127.0.0.1", *args, **named)

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    web.says("/feed", b"hello")
    async with fetcher(web, "127.0.0.1/32") as one:
        waiting = [asyncio.create_task(one.fetch(web.url("/feed", f"{n}.silent.example"))) for n in range(40)]
        await asyncio.sleep(0)
        assert (await one.fetch(web.url("/feed", "feeds.example"))).body == b"hello"
        assert not any(task.done() for task in waiting)
        silent.set()
        assert {(await task).body for task in waiting} == {b"hello"}


@pytest.mark.parametrize("host", ["inside.example", "proxy.example", "169.254.169.254", "printer.local"])
async def test_a_proxy_is_not_asked_for_what_leads_inside(web: HostileWeb, host: str) -> None:
    """Only the proxy itself may be private, and only as the way out."""
    resolver = PaperResolver(names={"inside.example": [("10.0.0.7",)], "proxy.example": [("127.0.0.1",)]})
    limits = Limits(user_agent="test", timeout=2.0, delay=0.0, proxy=web.url("", "proxy.example"))
    async with open_fetcher(limits, SetClock(), resolver) as one:
        with pytest.raises(FetchError) as caught:
            await one.fetch(f"http://{host}/")
    assert caught.value.health == Health.UNSAFE
    assert web.paths == []


async def test_a_proxy_may_know_names_that_this_machine_does_not(web: HostileWeb) -> None:
    web.says("http://feeds.example/feed", b"hello")
    resolver = PaperResolver(names={"proxy.example": [("127.0.0.1",)]})
    limits = Limits(user_agent="test", timeout=2.0, delay=0.0, proxy=web.url("", "proxy.example"))
    async with open_fetcher(limits, SetClock(), resolver) as one:
        assert (await one.fetch("http://feeds.example/feed")).body == b"hello"


async def test_the_proxies_of_the_environment_are_not_asked(
    web: HostileWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, web.url())
    resolver = PaperResolver(names={"feeds.example": [("192.0.2.77",)]})
    async with fetcher(web, "192.0.2.77/32", resolver=resolver) as one:
        with pytest.raises(FetchError):
            await one.fetch(web.url("/feed", "feeds.example"))
    assert web.connections == 0


async def test_what_the_settings_name_may_be_asked_by_network_and_by_name(web: HostileWeb) -> None:
    web.says("/feed", b"hello")
    resolver = PaperResolver(names={"wiki.example": [("127.0.0.1",)]})
    async with fetcher(web, *HERE) as one:
        assert (await one.fetch(web.url("/feed"))).body == b"hello"
    async with fetcher(web, "wiki.example", resolver=resolver) as one:
        assert (await one.fetch(web.url("/feed", "wiki.example"))).body == b"hello"
        with pytest.raises(FetchError):
            await one.fetch(web.url("/feed"))


@pytest.mark.parametrize(
    "entry", ["", "10.0.0.0/99", "two words", "10.0.0.1/8", "127.0.0.1:8765", "wiki.example:8080", "[::1]:80"]
)
def test_an_entry_that_is_neither_network_nor_host_is_refused(entry: str) -> None:
    with pytest.raises(ValueError, match="neither a network nor a host"):
        Allowed.read([entry])


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "2a00:1450:4001::1", "64:ff9b::808:808"]
)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@given(st.ip_addresses(v=4))
def test_what_carries_an_address_inside_is_as_public_as_that(address: object) -> None:
    inner = ip_address(str(address))
    for outer in (f"::ffff:{inner}", f"64:ff9b::{inner}"):
        assert is_public(ip_address(outer)) == is_public(inner)


@given(st.integers(0, 2**32 - 1))
def test_every_way_to_write_an_address_is_read_as_that_address(number: int) -> None:
    plain = ip_address(number)
    a, b, c, d = plain.packed
    for form in (
        str(number),
        hex(number),
        f"0{number:o}",
        f"{a}.{number & 0xFFFFFF}",
        f"{a}.{b}.{number & 0xFFFF}",
        f"{hex(a)}.{b}.{c}.{d}",
        f"{a}.{b}.{c}.{d}.",
    ):
        assert literal_of(form) == plain


@pytest.mark.parametrize(
    "host", ["example.org", "1.2.3.4.5", "256.1.1.1", "1.2.3.256", "0x", "a.1", "1..2", "", "09"]
)
def test_names_are_no_addresses(host: str) -> None:
    assert literal_of(host) is None or host == "0x"
