"""The feeds that a web page names."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from bot.domain.source import one_address
from bot.feeds.reading.addresses import absolute
from bot.feeds.reading.html_tree import links

MOST_FEEDS = 10

_TYPES = ("rss+xml", "atom+xml", "rdf+xml", "feed+json")
_LOOSE_TYPES = ("application/json", "text/xml", "application/xml")
_PATH = re.compile(
    r"(?:/feeds?/?|/rss/?|/atom/?|\.rss|\.rdf|\.atom|/(?:rss|atom|feed|index)\.xml|/feed\.json)$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:comments?|kommentare?|podcast|responses|replies)\b", re.IGNORECASE)


def feeds(root: Any, url: str) -> tuple[str, ...]:
    """Addresses of feeds, the likeliest first: those the page declares, then those it only links to.

    Feeds of comments come last, whoever names them.
    """
    declared = [_declared(link, url) for link in links(root, "alternate") + links(root, "feed")]
    linked = [_linked(anchor, url) for anchor in root.iter("a")] if not any(declared) else []
    found = [one for one in declared + linked if one]
    found.sort(key=lambda one: bool(_ASIDE.search(f"{urlsplit(one[0]).path} {one[1]}")))
    others = dict.fromkeys(one_address(address) for address, _ in found)
    return tuple(address for address in others if address != one_address(url))[:MOST_FEEDS]


def _declared(link: Any, base: str) -> tuple[str, str] | None:
    kind = (link.get("type") or "").lower()
    title, href = link.get("title") or "", link.get("href") or ""
    by_type = any(one in kind for one in _TYPES)
    by_look = any(one in kind for one in _LOOSE_TYPES) and ("feed" in href.lower() or "rss" in title.lower())
    address = absolute(href, base) if href and (by_type or by_look) else None
    return (address, title) if address else None


def _linked(anchor: Any, base: str) -> tuple[str, str] | None:
    href = anchor.get("href") or ""
    if not _PATH.search(href.partition("?")[0].partition("#")[0]):
        return None
    address = absolute(href, base)
    return (address, "") if address else None
