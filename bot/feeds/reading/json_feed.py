"""JSON Feed (jsonfeed.org, version 1 and 1.1)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.domain.fetched import DatedBy, Item, Reading
from bot.domain.source import Health, Kind
from bot.errors import FetchError
from bot.feeds.reading.addresses import absolute
from bot.feeds.reading.dating import dated
from bot.feeds.reading.decoded import fit
from bot.feeds.reading.distinct import distinct
from bot.feeds.reading.keys import key_of
from bot.feeds.reading.languages import language
from bot.feeds.reading.names import name_of
from bot.feeds.reading.plain import paragraphs, plain, plain_line
from bot.feeds.reading.whole import is_whole
from bot.texts import say

_JSON = json.JSONDecoder(parse_int=str)
"""Ids may be numbers of any length, and nothing is counted here."""


def json_feed(text: str, url: str, now: datetime) -> Reading:
    """The reading of a JSON Feed; raise FetchError for JSON that is none."""
    try:
        feed, _ = _JSON.raw_decode(text.lstrip())  # caches write comments behind it
    except (ValueError, RecursionError):
        raise FetchError(say("reading.no_json"), health=Health.MANGLED) from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise FetchError(say("reading.other_json"), health=Health.MANGLED)
    return Reading(
        kind=Kind.FEED,
        title=plain_line(_text(feed, "title")),
        language=language(_text(feed, "language")),
        items=distinct(_item(item, url, now) for item in items if isinstance(item, dict)),
    )


def _item(item: Mapping[str, Any], base: str, now: datetime) -> Item:
    guid = _text(item, "id")
    link = _text(item, "url") or _text(item, "external_url") or (guid if "://" in guid else "")
    url = absolute(link, base) if link else None
    text, whole = _body(item)
    title = plain_line(_text(item, "title"))
    date = dated(_text(item, "date_published") or _text(item, "date_modified"), now)
    return Item(
        key=key_of(guid, url, title, text),
        title=title,
        url=url,
        text=text,
        whole=whole,
        published=date.publication,
        dated_by=DatedBy.FEED if date.publication else DatedBy.NOTHING,
        problem=date.problem,
        author=_author(item),
        language=language(_text(item, "language")),
    )


def _body(item: Mapping[str, Any]) -> tuple[str, bool]:
    text = max(plain(_text(item, "content_html")), paragraphs(_text(item, "content_text")), key=len)
    summary = paragraphs(_text(item, "summary"))
    if len(summary) > len(text):
        return summary, is_whole(summary, given=False)
    return text, is_whole(text, given=True)


def _author(item: Mapping[str, Any]) -> str:
    """The first author who has a name: version 1.1 has a list, version 1 one."""
    authors = item.get("authors")
    every = [*(authors if isinstance(authors, list) else ()), item.get("author")]
    names = (name_of(_text(one, "name")) for one in every if isinstance(one, dict))
    return next(filter(None, names), "")


def _text(mapping: Mapping[str, Any], name: str) -> str:
    """A text or number; "" for anything else."""
    value = mapping.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return fit(value) if isinstance(value, str) else ""
