"""Bodies that come packed: every coding we ask for, bombs, and what is cut short."""

from __future__ import annotations

import gzip
import sys
import tracemalloc
import zlib

import brotli
import pytest

from bot.domain.source import Health
from bot.feeds.web.decoding import Undecodable, Unpacking
from tests.fakes.hostile_web import HostileWeb
from tests.unit.feeds.web.fetching import TEXT, failure, fetcher

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


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
