"""The instant at which a deadline falls, for platforms that show one in each reader's own zone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from summarizers.types import Deadline

_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)")


def instant_of(deadline: Deadline) -> datetime | None:
    """When a deadline with a time and a zone falls; None where either is unknown: a day is no instant."""
    zone = _zone(deadline.tz or "")
    if zone is None:
        return None
    try:
        local = datetime.combine(deadline.date, time.fromisoformat(deadline.time or ""), zone)
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _zone(name: str) -> tzinfo | None:
    offset = _OFFSET.fullmatch(name)
    if offset:
        away = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        return timezone(away if offset[1] == "+" else -away)
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, KeyError, OSError):
        return None
