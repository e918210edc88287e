"""Which items of a reading are one article, and which have a key of their own."""

from __future__ import annotations

from bot.domain.fetched import Item
from bot.feeds.reading.distinct import distinct
from bot.feeds.reading.keys import key_of

SITE = "https://quay.example"


def item(title: str, text: str, path: str | None, guid: str = "7") -> Item:
    url = f"{SITE}{path}" if path else None
    return Item(key=key_of(guid, url, title, text), title=title, text=text, url=url)


def test_one_item_under_several_sections_is_one_article() -> None:
    sections = [item("Storm", "It blew.", f"/{name}/1") for name in ("news", "sport", "town")]
    assert distinct(sections[:2]) == distinct(sections) == (sections[0],)


def test_two_versions_of_an_entry_are_one_article_under_its_guid() -> None:
    edited, old = item("Storm (updated)", "It blew harder.", None), item("Storm", "It blew.", None)
    assert distinct([edited, old]) == (edited,)
    renamed = item("Storm over the pier", "It blew.", "/2")
    assert distinct([renamed, item("Storm", "It blew.", "/1")]) == (renamed,)


def test_two_articles_with_addresses_of_their_own_are_told_apart_behind_one_guid() -> None:
    two = [item("Storm", "It blew.", "/1"), item("Calm", "It did not.", "/2")]
    assert [one.key for one in distinct(two)] == [f"{SITE}/1", f"{SITE}/2"]


def test_a_guid_of_three_tells_none_of_them() -> None:
    three = [item(f"Storm {n}", "", f"/{n}") for n in range(3)]
    assert [one.key for one in distinct(three)] == [f"{SITE}/{n}" for n in range(3)]
    assert len({one.key for one in distinct([item(f"Storm {n}", f"{n}.", None) for n in range(3)])}) == 3


def test_headlines_without_guids_that_link_to_the_front_page_are_told_apart() -> None:
    found = distinct([item("Storm", "", "/", guid=""), item("Calm", "", "/", guid="")])
    assert len({one.key for one in found}) == 2
    assert [one.url for one in found] == [None, None]
