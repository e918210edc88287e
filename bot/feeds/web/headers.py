"""What a server says about when to come again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_SECONDS = re.compile(r"\d{1,9}")
_DIRECTIVE = re.compile(r"([a-z-]+)\s*(?:=\s*\"?([^\",]*)\"?)?", re.IGNORECASE)

NEVER_KEPT = frozenset({"no-store", "no-cache"})


def retry_after(value: str | None, now: datetime) -> timedelta | None:
    """How long to stay away (RFC 9110, 10.2.3): seconds or a date; None if it is neither or is over."""
    if not value:
        return None
    if _SECONDS.fullmatch(value.strip()):
        return timedelta(seconds=int(value))
    at = date_of(value)
    return at - now if at and at > now else None


def kept_for(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long the answer stays fresh (RFC 9111, 4.2): max-age less its age, else Expires; None: no word."""
    control = {name.lower(): value for name, value in _DIRECTIVE.findall(headers.get("Cache-Control", ""))}
    if control.keys() & NEVER_KEPT:
        return None
    if _SECONDS.fullmatch(control.get("max-age", "").strip()):
        age = headers.get("Age", "").strip()
        left = int(control["max-age"]) - (int(age) if _SECONDS.fullmatch(age) else 0)
        return timedelta(seconds=left) if left > 0 else None
    expires = date_of(headers.get("Expires", ""))
    left_until = expires - (date_of(headers.get("Date", "")) or now) if expires else timedelta(0)
    return left_until if left_until > timedelta(0) else None


def date_of(value: str) -> datetime | None:
    """An HTTP date in UTC, None if it is none."""
    if not value:
        return None
    try:
        at = parsedate_to_datetime(value)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
