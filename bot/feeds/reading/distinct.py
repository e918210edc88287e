"""The items of a reading, each once, and no address for several of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from bot.domain.fetched import Item
from bot.feeds.reading.keys import key_of
from bot.ingest.normalise import canonical_url

MOST_ITEMS = 500
"""Items of one reading; what comes after them is an archive."""

SHARED = 2
"""Titles under one address or guid that may be one article, renamed; more are articles that share it."""


def distinct(items: Iterable[Item]) -> tuple[Item, ...]:
    """The first `MOST_ITEMS`, without those that repeat another one.

    Items with the same address are one article, of which the first is the newest. Where many share an address
    (a live blog), or several link to the front page, none has an address of its own. A guid that several
    articles have tells none of them.
    """
    told: dict[str, dict[str, Item]] = defaultdict(dict)
    for item in islice(items, MOST_ITEMS):
        told[_address(item)].setdefault(item.title, item)
    sharing: dict[str, list[Item]] = defaultdict(list)
    for alike in told.values():
        for item in _own(list(alike.values())):
            sharing[item.key].append(item)
    return tuple(item for alike in sharing.values() for item in _of_one_guid(alike))


def _of_one_guid(items: Sequence[Item]) -> list[Item]:
    """What items of one guid come to: one article, or several by their address or what they say.

    One that says the same under several addresses stands in several sections; two may be versions of one.
    """
    said: dict[tuple[str, str | None], Item] = {}
    for item in items:
        said.setdefault((item.title, item.text or item.url), item)
    alike = list(said.values())
    if len(alike) > SHARED or (len(alike) == SHARED and _are_two(*alike)):
        return [_by_itself(item) for item in alike]
    return alike[:1]


def _are_two(one: Item, other: Item) -> bool:
    return bool(one.url and other.url) and one.title != other.title and one.text != other.text


def _by_itself(item: Item) -> Item:
    return replace(item, key=key_of("", item.url, item.title, item.text))


def _address(item: Item) -> str:
    return canonical_url(item.url) or item.url or item.key


def _own(alike: list[Item]) -> list[Item]:
    """What items of one address come to."""
    if len(alike) == 1 or alike[0].url is None:
        return alike
    names_an_article = canonical_url(alike[0].url) is not None
    if names_an_article and len(alike) <= SHARED:
        return alike[:1]
    return [_without_address(item) for item in alike]


def _without_address(item: Item) -> Item:
    has_guid = item.key != _by_itself(item).key
    placeless = replace(item, url=None)
    return placeless if has_guid else _by_itself(placeless)
