"""Rows and domain objects: each becomes the other without loss."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.domain.article import Article
from bot.store.topics import fold
from summarizers.types import Publication


def revision_row(article: Article) -> dict[str, object]:
    """The row of `revisions` for an article."""
    published = article.published
    return {
        "tenant_id": article.tenant_id,
        "article_id": article.id,
        "revision": article.revision,
        "title": article.title,
        "source": article.source,
        "body": article.body,
        "clean": article.clean,
        "group_id": article.group_id,
        "first_seen": article.first_seen,
        "seen": article.seen,
        "url": article.url,
        "canonical_url": article.canonical_url,
        "published_on": published and published.local_date,
        "published_at": published.at.isoformat() if published and published.at else None,
        "published_utc": published and published.at,
        "language": article.language,
    }


def head_row(article: Article) -> dict[str, object]:
    """The row of `heads` for an article whose newest revision this is."""
    return {
        "tenant_id": article.tenant_id,
        "id": article.id,
        "revision": article.revision,
        "group_id": article.group_id,
        "canonical_url": article.canonical_url,
        "source_key": fold(article.source),
        "seen": article.seen,
        "published_on": article.published and article.published.local_date,
    }


def article_of(row: Mapping[str, Any]) -> Article:
    """The article that a row of `revisions` holds."""
    return Article(
        tenant_id=row["tenant_id"],
        id=row["article_id"],
        revision=row["revision"],
        title=row["title"],
        source=row["source"],
        body=row["body"],
        clean=row["clean"],
        group_id=row["group_id"],
        first_seen=row["first_seen"],
        seen=row["seen"],
        url=row["url"],
        canonical_url=row["canonical_url"],
        published=_publication(row),
        language=row["language"],
        arrival=row["number"],
    )


def _publication(row: Mapping[str, Any]) -> Publication | None:
    if row["published_on"] is None:
        return None
    at = row["published_at"]
    return Publication(local_date=row["published_on"], at=at and datetime.fromisoformat(at))
