"""When a source is looked at next: as often as it changes, never more often than it asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

LEAST = timedelta(minutes=15)
MOST = timedelta(hours=6)
FIRST = timedelta(hours=1)
"""Between two looks: at the least, at the most, and before it is known how often the source changes."""

ASKED_MOST = timedelta(days=1)
"""However long a source asks us to stay away: a mistyped ttl must not silence it for good."""

RETIRED = timedelta(days=1)
"""Between two tries of a source that paused by itself."""

SPREAD = 0.05
"""By how much of its interval a source is late, at the most, so that not all come at once."""

_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a source asks of those who poll it; see `bot.domain.fetched.Reading`."""

    pauses: tuple[timedelta, ...] = ()
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()


def adapted(every: timedelta, *, changed: bool) -> timedelta:
    """The next interval: half of the last one after news, half as long again after none, within bounds."""
    return min(max(every / 2 if changed else every * 1.5, LEAST), MOST)


def next_look(source_id: str, now: datetime, every: timedelta, asked: Asked) -> datetime:
    """`every` after now, or as much later as was asked; a little late by a hash of the id."""
    wait = max([every, *(min(pause, ASKED_MOST) for pause in asked.pauses)])
    return allowed(now + wait + every * late(source_id), asked)


def after_failure(source_id: str, now: datetime, failing: datetime, asked: Asked) -> datetime:
    """As long after now as it has been failing, within the bounds: the wait doubles each time.

    A pause that the server asked for counts up to `ASKED_MOST`; hours and days are those of the last reading.
    """
    own = min(max(now - failing, LEAST), MOST)
    return next_look(source_id, now, own, asked)


def late(source_id: str) -> float:
    """From 0 to `SPREAD`, always the same for one source."""
    return blake2b(source_id.encode(), digest_size=1).digest()[0] / 255 * SPREAD


def allowed(at: datetime, asked: Asked) -> datetime:
    """The first full hour from `at` on that is not to be skipped; `at` itself where all are."""
    for hour in range(24 * 7 + 1):
        then = at if not hour else _full(at) + hour * _HOUR
        if then.hour not in asked.skip_hours and then.weekday() not in asked.skip_days:
            return then
    return at


def _full(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def longest(pauses: Iterable[timedelta | None]) -> tuple[timedelta, ...]:
    """Those that were asked for."""
    return tuple(pause for pause in pauses if pause is not None)
