"""The instant at which a deadline falls, and the day and hour that this is somewhere else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from summarizers.types import Deadline

_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def instant_of(deadline: Deadline) -> datetime | None:
    """When (UTC) a deadline with time and zone falls; None where either is unknown: a day is no instant."""
    zone = _zone(deadline.tz or "")
    if zone is None or _CLOCK.fullmatch(deadline.time or "") is None:
        return None
    try:
        local = datetime.combine(deadline.date, time.fromisoformat(deadline.time or ""), zone)
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def in_zone(deadline: Deadline, zone: str) -> Deadline:
    """The same deadline on the calendar and clock of a zone; as it is where it is no instant.

    17:00 on the 20th in New York is 07:00 on the 21st in Seoul.
    """
    at = instant_of(deadline)
    if at is None or deadline.end is not None:
        return deadline
    try:
        local = at.astimezone(ZoneInfo(zone))
    except OverflowError:
        return deadline
    if local.replace(tzinfo=None) == datetime.combine(deadline.date, time.fromisoformat(deadline.time or "")):
        return deadline
    return replace(deadline, date=local.date(), time=f"{local:%H:%M}", tz=zone)


def _zone(name: str) -> tzinfo | None:
    offset = _OFFSET.fullmatch(name)
    if offset:
        away = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        return timezone(away if offset[1] == "+" else -away)
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, KeyError, OSError):
        return None
