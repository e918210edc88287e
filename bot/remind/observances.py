"""A time zone as RFC 5545 wants it: when its offset changes, for the years that a calendar needs.

`icalendar` can make one itself but gives the start of summer time in the new offset (03:00 instead of 02:00
in Berlin), where RFC 5545, section 3.6.5, asks for the wall time before the change.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

STEP = timedelta(days=7)
"""No zone changes its offset twice within a week."""

Change = tuple[datetime, timedelta, timedelta, str, bool]
"""Wall time before it, offset before and after, the name after, and whether that is summer time."""


def observances(zone: ZoneInfo, first: int, last: int) -> Timezone:
    """The VTIMEZONE that is right from the start of year `first` to the end of year `last`."""
    component = Timezone()
    component.add("tzid", zone.key)
    start = datetime(first, 1, 1, tzinfo=UTC) - STEP
    for change in (_standing(zone, start), *_changes(zone, start, datetime(last + 1, 1, 2, tzinfo=UTC))):
        component.add_component(_observance(change))
    return component


def _standing(zone: ZoneInfo, at: datetime) -> Change:
    local = at.astimezone(zone)
    offset = local.utcoffset() or timedelta()
    return local.replace(tzinfo=None), offset, offset, local.tzname() or "", bool(local.dst())


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[Change]:
    at = start
    while at < end:
        before, after = at.astimezone(zone).utcoffset(), (at + STEP).astimezone(zone).utcoffset()
        if before is not None and after is not None and before != after:
            local = _first_second(zone, at, at + STEP).astimezone(zone)
            wall = local.replace(tzinfo=None) - after + before
            yield wall, before, after, local.tzname() or "", bool(local.dst())
        at += STEP


def _first_second(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """The first second (UTC) of the offset that holds at `high` and not yet at `low`."""
    old = low.astimezone(zone).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
        low, high = (middle, high) if middle.astimezone(zone).utcoffset() == old else (low, middle)
    return high


def _observance(change: Change) -> TimezoneStandard | TimezoneDaylight:
    wall, before, after, name, summer = change
    component = TimezoneDaylight() if summer else TimezoneStandard()
    component.add("dtstart", wall)
    component.add("tzoffsetfrom", before)
    component.add("tzoffsetto", after)
    component.add("tzname", name)
    return component
