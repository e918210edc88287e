"""Sitemaps, sitemap indexes, and sitemaps of news (sitemaps.org; Google's news extension)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from bot.domain.fetched import DatedBy, Item, Reading
from bot.domain.source import Kind, one_address
from bot.feeds.reading.addresses import absolute
from bot.feeds.reading.dating import Dated, dated
from bot.feeds.reading.distinct import MOST_ITEMS, distinct
from bot.feeds.reading.languages import language
from bot.feeds.reading.plain import plain_line
from bot.feeds.reading.xml_tree import Tree, local, text_of
from bot.texts import say

_MOST_SITEMAPS = 500


def sitemap(tree: Tree, url: str, now: datetime) -> Reading:
    """The reading of a sitemap or of an index of them; the newest first."""
    trouble = say("reading.mended") if tree.mended else ""
    if local(tree.root) == "sitemapindex":
        return Reading(kind=Kind.SITEMAP, more=_sitemaps(tree.root, url), trouble=trouble)
    listed = [fields for child in tree.root if local(child) == "url" and (fields := _fields(child))]
    listed.sort(key=_newest, reverse=True)
    found = (_item(fields, url, now) for fields in listed[:MOST_ITEMS])
    items = distinct(item for item in found if item)
    outlets = {item.outlet for item in items}
    title = outlets.pop() if len(outlets) == 1 else ""
    return Reading(kind=Kind.SITEMAP, title=title, items=items, trouble=trouble)


def _sitemaps(root: Any, url: str) -> tuple[str, ...]:
    """Those for news first, then by date; those without one in their order."""
    fields = [_fields(child) for child in root if local(child) == "sitemap"][:_MOST_SITEMAPS]
    fields.sort(key=lambda one: ("news" in one.get("loc", "").lower(), one.get("lastmod", "")), reverse=True)
    found = (absolute(one["loc"], url) for one in fields if one.get("loc"))
    others = dict.fromkeys(one_address(address) for address in found if address)
    return tuple(address for address in others if address != one_address(url))


def _fields(element: Any) -> dict[str, str]:
    """The texts inside an entry by name; the first of each."""
    fields: dict[str, str] = {}
    for name, text in _texts(element):
        fields.setdefault(name, text)
    return fields


def _texts(element: Any) -> Iterator[tuple[str, str]]:
    for child in element:
        name = local(child)
        if name in {"news", "publication"}:
            yield from _texts(child)
        elif not len(child):
            yield name, text_of(child)


def _newest(fields: dict[str, str]) -> str:
    """ISO dates sort as text, but for their zones, which does not matter among days."""
    return fields.get("publication_date") or fields.get("lastmod") or ""


def _item(fields: dict[str, str], base: str, now: datetime) -> Item | None:
    url = absolute(fields.get("loc", ""), base) if fields.get("loc") else None
    if url is None:
        return None
    date = _date(fields, now)
    return Item(
        key=url,
        url=url,
        title=plain_line(fields.get("title", "")),
        published=date.publication,
        dated_by=DatedBy.SITEMAP if date.publication else DatedBy.NOTHING,
        problem=date.problem,
        outlet=plain_line(fields.get("name", "")),
        language=language(fields.get("language", "")),
    )


def _date(fields: dict[str, str], now: datetime) -> Dated:
    """When an article came out; when it was changed last stands in for it, and that is told."""
    published = fields.get("publication_date", "")
    if published:
        return dated(published, now)
    changed = dated(fields.get("lastmod", ""), now)
    if changed.publication is None:
        return changed
    return Dated(publication=changed.publication, problem=say("reading.date.changed"))
