"""RSS, RDF and Atom by feedparser, over a tree that is well-formed already."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

from bot.domain.fetched import DatedBy, Item, Reading
from bot.domain.source import Health, Kind
from bot.errors import FetchError
from bot.feeds.reading.addresses import absolute
from bot.feeds.reading.dating import NO_DATE, Dated, dated
from bot.feeds.reading.distinct import distinct
from bot.feeds.reading.keys import key_of
from bot.feeds.reading.languages import language
from bot.feeds.reading.names import name_of
from bot.feeds.reading.pace import pause, skip_days, skip_hours
from bot.feeds.reading.plain import plain, plain_line
from bot.feeds.reading.trimmed import trim
from bot.feeds.reading.whole import is_whole, without_appeared
from bot.feeds.reading.xml_tree import Tree, local
from bot.texts import say

Found = dict[str, Any]
"""What feedparser gives: dicts whose own `get` stands in with other fields, and warns of it."""

_DATES = ("published", "created", "updated")
"""Where feedparser puts dates, the one of publication first."""

_OWN = frozenset({"", "alternate"})
"""How a link is related to an entry that stands at its address (RFC 4287, 4.2.7.2)."""


def xml_feed(tree: Tree, url: str, now: datetime) -> Reading:
    """The reading of a feed at `url`; raise FetchError if nothing of it is left after mending."""
    trim(tree.root)
    feed, entries = _parsed(tree.root)
    channel = next((child for child in tree.root if local(child) == "channel"), tree.root)
    title = plain_line(_text(feed, "title"))
    items = distinct(_item(entry, url, now) for entry in entries)
    if tree.mended and not items and not title:
        raise FetchError(say("reading.no_xml"), health=Health.MANGLED)
    return Reading(
        kind=Kind.FEED,
        title=title,
        language=language(_text(feed, "language")),
        items=items,
        pause=pause(channel),
        skip_hours=skip_hours(channel),
        skip_days=skip_days(channel),
        trouble=say("reading.mended") if tree.mended else "",
    )


def _parsed(root: Any) -> tuple[Found, Iterable[Found]]:
    """What feedparser makes of it. Its own cleaning of HTML is off: nh3 does that, in bounded time.

    It is not told the feed's address, so that guids stay the same when a feed moves.
    """
    import feedparser
    from lxml import etree

    try:
        found = feedparser.parse(
            BytesIO(etree.tostring(root, encoding="utf-8")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (LookupError, AttributeError, TypeError, ValueError):  # over elements in places where none belong
        raise FetchError(say("reading.no_xml"), health=Health.MANGLED) from None
    return found.feed, found.entries


def _item(entry: Found, base: str, now: datetime) -> Item:
    url, title, date = _link(entry, base), _title(entry), _date(entry, now)
    text, whole = _body(entry)
    return Item(
        key=key_of(_text(entry, "id"), url, title, text),
        title=title,
        url=url,
        text=text,
        whole=whole,
        published=date.publication,
        dated_by=DatedBy.FEED if date.publication else DatedBy.NOTHING,
        problem=date.problem,
        author=name_of(_text(entry, "author")),
        outlet=plain_line(_text(dict.get(entry, "source") or {}, "title") or _text(entry, "publisher")),
        language=language(_text(dict.get(entry, "title_detail") or {}, "language"), _text(entry, "language")),
    )


def _title(entry: Found) -> str:
    detail = dict.get(entry, "title_detail") or {}
    title = _text(entry, "title")
    return " ".join(title.split()) if _text(detail, "type") == "text/plain" else plain_line(title)


def _body(entry: Found) -> tuple[str, bool]:
    """The fullest text of an entry, and whether it is the article."""
    texts = [(_plain(part), True) for part in dict.get(entry, "content") or ()]
    summary = dict.get(entry, "summary_detail") or {"value": _text(entry, "summary")}
    texts.append((_plain(summary), False))
    text, given = max(texts, key=lambda pair: len(pair[0]))
    return text, is_whole(text, given=given)


def _plain(part: Found) -> str:
    value = _text(part, "value")
    return without_appeared(plain(value)) if value else ""


def _link(entry: Found, base: str) -> str | None:
    """The address of an entry; a guid that is a permanent link stands in for a missing one.

    What an entry encloses, answers or speaks about is not where it stands itself.
    """
    own = [link for link in dict.get(entry, "links") or () if _text(link, "rel") in _OWN]
    first = _text(entry, "link")
    is_made_up = dict.get(entry, "guidislink") is True and "://" not in first  # a guid that names no address
    links = ["" if is_made_up else first, *(_text(link, "href") for link in own)]
    return next(filter(None, (absolute(link, base) for link in links if link)), None)


def _date(entry: Found, now: datetime) -> Dated:
    """The first of an entry's dates that is believed, or else what was wrong with the first one."""
    found = [dated(text, now) for name in _DATES if (text := _text(entry, name))]
    return next((one for one in found if one.publication), found[0] if found else NO_DATE)


def _text(mapping: Found, name: str) -> str:
    """A text that was found, "" if there is none."""
    value = dict.get(mapping, name)
    return value if isinstance(value, str) else ""
