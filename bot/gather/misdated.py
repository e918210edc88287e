"""Items that their feed dates months ahead by mistake, where its other items show that our clock is right."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from bot.domain.fetched import Item
from summarizers.types import Publication

MONTHS_AHEAD = timedelta(days=30)
"""What is news is not dated so far ahead: `10/3` read as the 3rd of October is."""

RECENT, ENOUGH = timedelta(days=7), 3
"""So many items of so few days before now tell what day it is."""

SLIP = timedelta(days=2)
"""How far ahead a date may be by zones and wrong clocks."""


def misdated(items: Iterable[Item], now: datetime) -> frozenset[str]:
    """The keys of the items dated more than `MONTHS_AHEAD` of `now`, if that is a mistake of the feed's.

    It is one where `ENOUGH` others are of the last days and none lies between: to a clock that is behind, all
    that is newer than it lies ahead, one after the other.
    """
    dated = [(one.key, _begins(one.published) - now) for one in items if one.published]
    far = frozenset(key for key, ahead in dated if ahead > MONTHS_AHEAD)
    recent = sum(-RECENT <= ahead <= SLIP for _, ahead in dated)
    between = any(SLIP < ahead <= MONTHS_AHEAD for _, ahead in dated)
    return far if recent >= ENOUGH and not between else frozenset()


def is_far(published: Publication, now: datetime) -> bool:
    """Whether a date lies so far ahead."""
    return _begins(published) - now > MONTHS_AHEAD


def _begins(published: Publication) -> datetime:
    return published.at or datetime.combine(published.local_date, time.min, UTC)
