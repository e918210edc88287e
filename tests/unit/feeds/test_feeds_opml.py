"""Lists of feeds come from other readers and go to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.source import Kind, Source, Wanted
from bot.errors import InputError
from bot.feeds.opml import MOST_LISTED, LeftOut, read_opml, write_opml

NOW = datetime(2025, 11, 10, 12, 0, tzinfo=UTC)
SOURCE = Source(
    tenant_id="local",
    id="a1",
    url="https://harbour.example/feed?a=1&b=2",
    kind=Kind.FEED,
    name="Quay & <Pier> \u202e\x07 日本",
    added=NOW,
    due=NOW,
    every=timedelta(hours=1),
)

FOLDERS = b"""<?xml version="1.0" encoding="ISO-8859-1"?>
<opml version="1.0"><head><title>Mine</title></head><body>
<outline text="Ports"><outline text="More"><outline type="rss" text="Caf\xe9" xmlUrl="https://cafe.example/feed"/>
</outline><outline title="Only a title" xmlurl="https://title.example/rss"/></outline>
<outline text="Again" xmlUrl="https://cafe.example/feed"/>
<outline text="A link" type="link" url="https://link.example/"/>
<outline text="Bad" xmlUrl="file:///etc/passwd"/><outline text="Worse" xmlUrl="javascript:x"/>
<outline text="https://bare.example/feed" xmlUrl="https://bare.example/feed"/>
</body></opml>"""


def test_folders_are_flattened_and_each_address_is_taken_once() -> None:
    assert read_opml(FOLDERS).wanted == (
        Wanted(url="https://cafe.example/feed", name="Café"),
        Wanted(url="https://title.example/rss", name="Only a title"),
        Wanted(url="https://bare.example/feed"),
    )


def test_what_is_left_out_is_counted_by_its_reason() -> None:
    assert read_opml(FOLDERS).left_out == {
        LeftOut.NO_ADDRESS: 1,
        LeftOut.NOT_OF_THE_WEB: 2,
        LeftOut.AGAIN: 1,
    }


def test_more_than_a_file_may_list_is_counted() -> None:
    lines = "".join(f'<outline xmlUrl="https://a.example/{n}"/>' for n in range(MOST_LISTED + 2))
    listing = read_opml(f"<opml><body>{lines}</body></opml>".encode())
    assert (len(listing.wanted), listing.left_out) == (MOST_LISTED, {LeftOut.TOO_MANY: 2})


def test_a_folder_with_an_address_is_a_source_and_an_empty_one_has_none() -> None:
    inner = '<outline text="In" xmlUrl="https://in.example/"/>'
    lines = f'<outline xmlUrl="https://out.example/">{inner}</outline><outline text="Empty"/>'
    listing = read_opml(f"<opml><body>{lines}</body></opml>".encode())
    assert [one.url for one in listing.wanted] == ["https://out.example/", "https://in.example/"]
    assert listing.left_out == {LeftOut.NO_ADDRESS: 1}


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("feed:https://a.example/rss", "https://a.example/rss"),
        ("feed://a.example/rss", "https://a.example/rss"),
        (" FEED:http://a.example/rss", "http://a.example/rss"),
    ],
)
def test_addresses_for_feed_readers_are_taken(written: str, url: str) -> None:
    body = f'<opml version="2.0"><body><outline text="Quay" xmlUrl="{written}"/></body></opml>'
    assert read_opml(body.encode()).wanted == (Wanted(url=url, name="Quay"),)


def test_one_feed_under_several_forms_of_its_address_is_one() -> None:
    forms = ("https://A.example/Rss", "https://a.example:443/Rss#top", "HTTPS://a.EXAMPLE/Rss")
    lines = "".join(f'<outline text="{url}" xmlUrl="{url}"/>' for url in forms)
    body = f'<opml version="2.0"><body>{lines}</body></opml>'
    assert read_opml(body.encode()).wanted == (Wanted(url="https://a.example/Rss"),)


def test_what_is_written_is_read_again() -> None:
    sources = [SOURCE, replace(SOURCE, id="b", url="https://b.example/", name="")]
    assert read_opml(write_opml(sources)).wanted == (
        Wanted(url=SOURCE.url, name="Quay & <Pier> 日本"),
        Wanted(url="https://b.example/"),
    )


def test_a_bomb_stays_small() -> None:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = (
        f'<!DOCTYPE opml [<!ENTITY l0 "boom">{lines}]><opml><body>'
        '<outline text="x&l9;" xmlUrl="https://x.example/"/></body></opml>'
    )
    (wanted,) = read_opml(bomb.encode()).wanted
    assert wanted.name == "x&l9;"


def test_a_broken_file_gives_what_it_holds() -> None:
    broken = FOLDERS.replace(b"Ports", b"Ports & <piers>").removesuffix(b"</body></opml>")
    assert Wanted(url="https://cafe.example/feed", name="Café") in read_opml(broken).wanted


@pytest.mark.parametrize("body", [b"", b"<html><body>opml</body></html>", b"\x00\xff", b"opml"])
def test_what_is_no_opml_is_refused(body: bytes) -> None:
    with pytest.raises(InputError, match="no OPML"):
        read_opml(body)
