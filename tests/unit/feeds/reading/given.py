"""Answers on paper, for the reader."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.domain.fetched import Fetched, Item, Page, Reading
from bot.feeds.reading.reader import WebReader

NOW = datetime(2025, 11, 10, 12, 0, tzinfo=UTC)
URL = "https://harbour.example/feed"


def fetched(body: str | bytes, url: str = URL, charset: str = "", content_type: str = "") -> Fetched:
    raw = body if isinstance(body, bytes) else body.encode()
    return Fetched(url=url, body=raw, charset=charset, content_type=content_type)


def read(body: str | bytes, url: str = URL, charset: str = "") -> Reading:
    return WebReader().source(fetched(body, url, charset), NOW)


def page(body: str | bytes, url: str = "https://harbour.example/a/1", charset: str = "") -> Page:
    return WebReader().page(fetched(body, url, charset), NOW)


def rss(*items: str, channel: str = "") -> str:
    inside = "".join(f"<item>{item}</item>" for item in items)
    head = '<?xml version="1.0"?><rss version="2.0"><channel><title>Quay</title>'
    return f"{head}{channel}{inside}</channel></rss>"


def only(body: str | bytes, url: str = URL) -> Item:
    (item,) = read(body, url).items
    return item
