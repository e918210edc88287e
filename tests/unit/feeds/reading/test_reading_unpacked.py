"""A file that is itself compressed, as sitemaps are, and one of which only the beginning came."""

from __future__ import annotations

import gzip

import pytest

from bot.domain.fetched import Fetched, Reading
from bot.feeds.reading import unpacked
from bot.feeds.reading.reader import WebReader
from tests.unit.feeds.reading.given import NOW, URL

LISTED = "".join(f"<url><loc>https://harbour.example/{n}/{n * n:x}</loc></url>" for n in range(500))
SITEMAP = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{LISTED}</urlset>'.encode()
PACKED = gzip.compress(SITEMAP)


def reading(body: bytes) -> Reading:
    return WebReader().source(Fetched(url=URL, body=body), NOW)


@pytest.mark.parametrize(
    "body", [SITEMAP, PACKED, gzip.compress(SITEMAP[:900]) + gzip.compress(SITEMAP[900:])]
)
def test_a_whole_file_is_read_to_its_end(body: bytes) -> None:
    found = reading(body)
    assert (len(found.items), found.cut) == (500, False)


@pytest.mark.parametrize("left", [len(PACKED) // 2, len(PACKED) - 9])
def test_a_file_that_is_cut_short_is_called_so_and_its_last_item_waits(left: int) -> None:
    found = reading(PACKED[:left])
    assert found.cut
    assert found.items
    assert all(str(item.url).encode() + b"</loc>" in SITEMAP for item in found.items)


def test_a_file_that_is_damaged_inside_is_read_as_far_as_it_goes() -> None:
    long = SITEMAP.replace(LISTED.encode(), LISTED.encode() * 6)
    wrong_length = gzip.compress(long)[:-4] + b"\0\0\0\0"
    assert reading(wrong_length).cut


def test_a_file_that_holds_more_than_is_read_is_called_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacked, "MOST_UNPACKED", len(SITEMAP) - 100)
    assert reading(PACKED).cut


def test_what_only_begins_like_a_compressed_file_stays_as_it_is() -> None:
    body = b"\x1f\x8bno more than that"
    assert unpacked.unpacked(body) == unpacked.Unpacked(body=body)
