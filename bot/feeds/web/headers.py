"""What a server says about when to come again."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Protocol

_SECONDS = re.compile(r"[0-9]+")

MOST_SECONDS = 2**31
"""What a longer time is taken for (RFC 9111, 1.2.2)."""


class Headers(Protocol):
    """The headers of an answer, by name in any case; one that came several times has several values."""

    def get(self, key: str, default: str, /) -> str:
        """The first value."""

    def getall(self, key: str, default: list[str]) -> list[str]:
        """All values."""


def retry_after(value: str, now: datetime) -> timedelta | None:
    """How long to stay away (RFC 9110, 10.2.3): seconds or a date; None if it is neither or is over."""
    length = seconds_of(value)
    if length is not None:
        return length
    at = date_of(value)
    return at - now if at and at > now else None


def seconds_of(value: str) -> timedelta | None:
    """A time as headers write it, in whole seconds without a sign (RFC 9111, 1.2.2); None if it is none."""
    written = value.strip()
    if not _SECONDS.fullmatch(written):
        return None
    return timedelta(seconds=min(int(written.lstrip("0")[:11] or "0"), MOST_SECONDS))


def date_of(value: str) -> datetime | None:
    """An HTTP date in UTC, None if it is none."""
    if not value:
        return None
    try:
        at = parsedate_to_datetime(value)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
