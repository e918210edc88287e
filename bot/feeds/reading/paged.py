"""When a page says that it came out, the most trusted first: JSON-LD, meta tags, what its HTML looks like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from bot.domain.fetched import DatedBy
from bot.feeds.reading.dating import dated
from bot.feeds.reading.guessed import guessed
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
    found = guessed(root, url, now)
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
