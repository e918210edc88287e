"""The Reader port: what stands in an answer, whatever the server called it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from bot.domain.fetched import Fetched, Page, Reading
from bot.domain.source import Health, Kind
from bot.errors import FetchError
from bot.feeds.reading.article import article, page_language
from bot.feeds.reading.broken_off import whole_items
from bot.feeds.reading.decoded import decoded
from bot.feeds.reading.discovery import feeds
from bot.feeds.reading.html_tree import html_tree, meta
from bot.feeds.reading.json_feed import json_feed
from bot.feeds.reading.sitemap import sitemap
from bot.feeds.reading.sniffed import Form, sniffed
from bot.feeds.reading.titled import title_of
from bot.feeds.reading.unpacked import unpacked
from bot.feeds.reading.xml_feed import xml_feed
from bot.feeds.reading.xml_tree import tree_of
from bot.ports import Reader
from bot.texts import say

T = TypeVar("T")

for _library in ("trafilatura", "htmldate", "courlan", "justext"):
    # What they say of strangers' pages is told in a source's state, and an operator need not read it again.
    logging.getLogger(_library).setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class WebReader(Reader):
    """Reads RSS, RDF, Atom, JSON Feed, sitemaps and web pages. Its libraries are loaded at the first use."""

    def source(self, fetched: Fetched, now: datetime) -> Reading:
        """See Reader."""
        return _guarded(_source, fetched, now)

    def page(self, fetched: Fetched, now: datetime) -> Page:
        """See Reader."""
        return _guarded(_page, fetched, now)


def _source(fetched: Fetched, now: datetime) -> Reading:
    file = unpacked(fetched.body or b"")
    text = decoded(file.body, fetched.charset)
    found = sniffed(text)
    if found is None:
        raise FetchError(say("reading.nothing" if text.strip() else "source.nothing"), health=Health.MANGLED)
    if found.form is Form.JSON_FEED:
        return json_feed(text, fetched.url, now)
    if found.form is Form.HTML:
        return _web_page(text, fetched.url)
    read = sitemap if found.form is Form.SITEMAP else xml_feed
    xml = text[found.start :]
    broken_off = fetched.broken_off or file.broken_off
    reading = read(tree_of(whole_items(xml) if broken_off else xml), fetched.url, now)
    return replace(reading, cut=file.cut)


def _web_page(text: str, url: str) -> Reading:
    root = html_tree(text)
    tags = meta(root)
    site = tags.get("og:site_name") or title_of(root, tags, "")
    return Reading(kind=Kind.PAGE, title=site, language=page_language(root), feeds=feeds(root, url))


def _page(fetched: Fetched, now: datetime) -> Page:
    text = decoded(fetched.body or b"", fetched.charset)
    found = sniffed(text)
    if found is None or found.form is not Form.HTML:
        raise FetchError(say("reading.no_html"), health=Health.MANGLED)
    return article(html_tree(text), fetched.url, now)


def _guarded(read: Callable[[Fetched, datetime], T], fetched: Fetched, now: datetime) -> T:
    """`read`, with every fault of a library over hostile input told as what it is to the caller."""
    try:
        return read(fetched, now)
    except FetchError:
        raise
    except Exception as error:  # whatever a parser trips over, the other sources go on
        raise FetchError(say("source.fault", fault=type(error).__name__), health=Health.MANGLED) from error
