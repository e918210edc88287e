"""When a page says that it came out, the most trusted first: JSON-LD, meta tags, what its HTML looks like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.domain.fetched import DatedBy
from bot.feeds.reading.dating import dated
from summarizers.types import Publication

_TAGS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_time",
    "pubdate",
    "publication_date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "date",
    "article:created",
)
"""Meta tags that hold a publication date, the plainest first."""


def page_date(
    root: Any, tags: Mapping[str, str], ld_date: str, url: str, now: datetime
) -> tuple[Publication | None, DatedBy]:
    """The first date that is believed, and what it was taken from."""
    for text, by in _written(root, tags, ld_date):
        found = dated(text, now).publication
        if found:
            return found, by
    found = _guessed(root, url, now)
    return (found, DatedBy.HTML) if found else (None, DatedBy.NOTHING)


def _written(root: Any, tags: Mapping[str, str], ld_date: str) -> Iterator[tuple[str, DatedBy]]:
    if ld_date:
        yield ld_date, DatedBy.JSON_LD
    yield from ((tags[name], DatedBy.META) for name in _TAGS if name in tags)
    for element in root.iter("time"):
        marked = (
            "datepublished" in (element.get("itemprop") or "").lower() or element.get("pubdate") is not None
        )
        if marked and element.get("datetime"):
            yield element.get("datetime"), DatedBy.META


def _guessed(root: Any, url: str, now: datetime) -> Publication | None:
    """By htmldate, without a search through the text: a date in an article is mostly not its own."""
    from copy import deepcopy

    from htmldate import find_date

    try:
        text = find_date(
            deepcopy(root),
            extensive_search=False,
            original_date=True,
            url=url,
            max_date=now.replace(tzinfo=None) + timedelta(days=1),
        )
    except (ValueError, TypeError, AttributeError, LookupError, OverflowError, RecursionError):
        return None  # a library's fault over odd markup costs the date, not the article
    return dated(text, now).publication if text else None
