"""Which of the stored articles a briefing is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.article import Article
from bot.domain.briefing import Basis, Window
from bot.domain.schedule import instant
from summarizers.types import Publication

MAX_AGE = timedelta(days=7)
"""Nothing published longer ago is news, however late it came in."""

AHEAD = timedelta(days=1)
"""How far ahead of the present a stamp may be: a day covers every zone and most wrong clocks."""

WESTMOST = timedelta(hours=12)
"""How far the clocks are behind UTC where they are furthest behind (UTC-12:00)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The chosen articles, by publication then id; how many without a date and how many ahead were left out.

    What is ahead is stamped later than a scheduled digest reaches; on request nothing counts as ahead.
    """

    articles: tuple[Article, ...]
    undated: int
    ahead: tuple[Article, ...] = ()


def window(until: datetime, hours: int) -> Window:
    """The window of what was published in the last `hours` before an instant (UTC); 1 hour to 7 days."""
    length = timedelta(hours=hours)
    if not timedelta(0) < length <= MAX_AGE:
        raise ValueError(f"a window is 1 to {MAX_AGE // timedelta(hours=1)} hours long, not {hours}")
    return Window(since=until - length, until=until, oldest=oldest_day(until))


def oldest_day(until: datetime) -> date:
    """The earliest local date, anywhere on earth, of anything that came out less than `MAX_AGE` before."""
    return (until - MAX_AGE - WESTMOST).date()


def select(articles: Iterable[Article], window: Window, zone: ZoneInfo) -> Selection:
    """The articles of a window; a date without a time stands for that whole day in the channel's zone."""
    dated, ahead, undated = [], [], 0
    for article in articles:
        if article.published is None:
            undated += 1
        elif _inside(article.published, window, zone):
            dated.append(article)
        elif window.basis is Basis.SEEN and begins(article.published, zone) > window.until + AHEAD:
            ahead.append(article)
    ordered = sorted(dated, key=lambda article: (_order(article, zone), article.id))
    return Selection(articles=tuple(ordered), undated=undated, ahead=tuple(ahead))


def begins(published: Publication, zone: ZoneInfo) -> datetime:
    """The first instant at which the article may have come out."""
    return _extent(published, zone)[0]


def _inside(published: Publication, window: Window, zone: ZoneInfo) -> bool:
    if published.local_date < window.oldest:
        return False
    first, last = _extent(published, zone)
    if window.basis is Basis.SEEN:
        return first <= window.until + AHEAD
    return last > window.since and first <= window.until


def _extent(published: Publication, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The first and last instant at which the article may have come out; midnight is of the next day."""
    if published.utc is not None:
        return published.utc, published.utc
    first = instant(published.local_date, time.min, zone)
    return first, instant(published.local_date + timedelta(days=1), time.min, zone) - timedelta.resolution


def _order(article: Article, zone: ZoneInfo) -> datetime:
    return begins(article.published, zone) if article.published else datetime.min.replace(tzinfo=UTC)
