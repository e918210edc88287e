"""Numbered sources as they are shown."""

from __future__ import annotations

from bot.deliver.when import short_day
from bot.domain.briefing import SourceRef
from bot.domain.post import Reference


def shown_reference(ref: SourceRef, n: int, quote: str) -> Reference:
    """A source under number `n`, with the sentence quoted from it and its day in words."""
    return Reference(
        n=n,
        source=ref.source,
        title=ref.title,
        url=ref.url,
        quote=quote,
        published=short_day(ref.published.local_date) if ref.published else "",
    )
