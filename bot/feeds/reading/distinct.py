"""The items of a reading, each once, and no address for several of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from bot.domain.fetched import Item
from bot.feeds.reading.keys import key_of
from bot.ingest.normalise import canonical_url

MOST_ITEMS = 500
"""Items of one reading; what comes after them is an archive."""

SHARED = 2
"""Titles under one address that may be one article, renamed; more are entries of a page they stand in."""


def distinct(items: Iterable[Item]) -> tuple[Item, ...]:
    """The first `MOST_ITEMS`, without those that repeat another one.

    Items with the same address are one article, of which the first is the newest. Where many share an address
    (a live blog), or several link to the front page, none has an address of its own. A guid that several
    articles have tells none of them.
    """
    told: dict[str, dict[str, Item]] = defaultdict(dict)
    for item in islice(items, MOST_ITEMS):
        told[_address(item)].setdefault(item.title, item)
    return _told_apart([one for alike in told.values() for one in _own(list(alike.values()))])


def _told_apart(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items, those whose key another one has as well by their address or what they say."""
    times = Counter(item.key for item in items)
    return tuple(
        replace(item, key=key_of("", item.url, item.title, item.text)) if times[item.key] > 1 else item
        for item in items
    )


def _address(item: Item) -> str:
    return canonical_url(item.url) or item.url or item.key


def _own(alike: list[Item]) -> list[Item]:
    """What items of one address come to."""
    if len(alike) == 1 or alike[0].url is None:
        return alike
    names_an_article = canonical_url(alike[0].url) is not None
    if names_an_article and len(alike) <= SHARED:
        return alike[:1]
    return [replace(item, url=None) for item in alike]
