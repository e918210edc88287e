"""When a feed asks not to be asked: ttl, sy:updatePeriod, skipHours and skipDays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from bot.feeds.reading.xml_tree import local, text_of

LONGEST = timedelta(days=7)
"""Whatever a feed says."""

_PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LAST_HOUR = 24


def pause(channel: Any) -> timedelta | None:
    """How long a feed asks not to be asked again (RSS 2.0's ttl, RDF's syndication)."""
    said = {name: text_of(child).lower() for child in channel if (name := local(child)) in _NAMES}
    minutes = _number(said.get("ttl", ""))
    if minutes:
        return min(timedelta(minutes=minutes), LONGEST)
    period = _PERIODS.get(said.get("updateperiod", ""))
    return min(period / (_number(said.get("updatefrequency", "")) or 1), LONGEST) if period else None


def skip_hours(channel: Any) -> frozenset[int]:
    """Hours in UTC; 24 is midnight (RSS 0.91)."""
    numbers = (_number(text) for text in _inside(channel, "skiphours", "hour"))
    return frozenset(hour % _LAST_HOUR for hour in numbers if hour is not None and hour <= _LAST_HOUR)


def skip_days(channel: Any) -> frozenset[int]:
    """Weekdays from Monday = 0."""
    names = (text.lower() for text in _inside(channel, "skipdays", "day"))
    return frozenset(_DAYS.index(name) for name in names if name in _DAYS)


_NAMES = frozenset({"ttl", "updateperiod", "updatefrequency"})


def _inside(channel: Any, outer: str, inner: str) -> Iterator[str]:
    for child in channel:
        if local(child) == outer:
            yield from (text_of(one) for one in child if local(one) == inner)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else None  # noqa: PLR2004 - a year
