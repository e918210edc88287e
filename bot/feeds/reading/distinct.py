"""The items of a reading, each once, and no address for several of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from bot.domain.fetched import Item

MOST_ITEMS = 500
"""Items of one reading; what comes after them is an archive."""


def distinct(items: Iterable[Item]) -> tuple[Item, ...]:
    """The first `MOST_ITEMS`, without those that repeat another one.

    Two items with the same address and title are one; items that share an address and tell different things
    (every one links to the front page, or to the live blog it stands in) have none of their own.
    """
    kept: dict[tuple[str, str], Item] = {}
    told: dict[str, set[str]] = defaultdict(set)
    for item in islice(items, MOST_ITEMS):
        kept.setdefault((item.url or item.key, item.title), item)
        told[item.url or item.key].add(item.title)
    return tuple(_own(item, told[item.url]) if item.url else item for item in kept.values())


def _own(item: Item, titles: set[str]) -> Item:
    return replace(item, url=None) if len(titles) > 1 else item
