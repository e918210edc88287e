"""Small builders of what a store keeps."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from bot.domain.article import Article
from bot.domain.briefing import Arrivals, Briefing, Coverage, Window
from bot.domain.channel import LOCAL_TENANT
from bot.ports import Fingerprint
from summarizers.types import Publication

NOON = dt.datetime(2025, 11, 3, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
DAY = NOON.date()
OTHER_TENANT = "T-other"

_ARTICLE = Article(
    tenant_id=LOCAL_TENANT,
    id="?",
    revision=1,
    title="Ports reopen",
    source="The Lantern",
    body="Cranes moved again on Monday.",
    clean="Cranes moved again on Monday.",
    group_id="?",
    first_seen=NOON,
    seen=NOON,
    published=Publication(local_date=DAY),
)


def article(id_: str, revision: int = 1, **changes: Any) -> Article:
    """An article with this id, alone in its group, and these changes."""
    return replace(_ARTICLE, **{"id": id_, "revision": revision, "group_id": id_, **changes})


def fingerprint(article_id: str, *bands: int) -> Fingerprint:
    """A fingerprint with these bands."""
    return Fingerprint(article_id=article_id, group_id=article_id, signature=(0, 7, 2**32 - 1), bands=bands)


EVERY = Arrivals(after=0, upto=2**40)
"""All that ever came in."""


def window(since: dt.datetime, until: dt.datetime) -> Window:
    """A window with these ends."""
    return Window(since=since, until=until, oldest=since.date())


def briefing(
    id_: str, until: dt.datetime = NOON, topics: tuple[str, ...] = (), tenant_id: str = LOCAL_TENANT
) -> Briefing:
    """A quiet briefing of the hour before `until`."""
    return Briefing(
        id=id_,
        tenant_id=tenant_id,
        zone="Europe/Brussels",
        window=window(until - HOUR, until),
        topics=topics,
        stories=(),
        items=(),
        sources=(),
        coverage=Coverage(articles=0, outlets=0, stories=0),
        engine="extractive-19",
    )
