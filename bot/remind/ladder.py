"""When the steps before a deadline fall: local mornings, quiet hours, and when a deadline is over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.instant import in_zone, instant_of
from bot.domain.reminder import Policy, Step
from bot.domain.schedule import QuietPolicy, instant
from summarizers.types import Deadline

COARSE = frozenset({"month", "quarter", "half", "season", "year"})
"""Periods that get one note on their first day instead of a ladder."""

ONE_DAY = timedelta(days=1)

CHANNELS, DEADLINES = 1_024, 8_192
"""What is kept at hand: each minute's look asks for the same steps, once a channel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One step of one deadline: its local day, and when it may be said (UTC)."""

    step: str
    day: date
    at: datetime


def rungs(deadline: Deadline, policy: Policy) -> tuple[Rung, ...]:
    """The steps of a deadline in a channel, the earliest first, without those that quiet hours drop.

    A step is at the channel's morning; in quiet hours it is held until they end, silent, or dropped. None is
    at or after the end of the deadline. Two that are held to one instant are one: the later step.
    """
    return _rungs(deadline, _alike(policy))


@lru_cache(CHANNELS)
def _alike(policy: Policy) -> Policy:
    """The same but for whom it is: most channels are reminded at the same hours."""
    return replace(policy, channel=LOCAL_CHANNEL, topics=())


@lru_cache(DEADLINES)
def _rungs(deadline: Deadline, policy: Policy) -> tuple[Rung, ...]:
    over = end_of(deadline, policy.zone)
    allowed = (one for one in _planned(deadline, policy) if one.at < over)
    return tuple({one.at: one for one in sorted(allowed, key=lambda one: (one.at, one.day))}.values())


def _planned(deadline: Deadline, policy: Policy) -> Iterator[Rung]:
    target = target_day(deadline, policy.zone)
    if deadline.granularity in COARSE and deadline.boundary != "before":
        yield from _rung(Step.PERIOD, target, policy)
        return
    for days in sorted(set(policy.ladder), reverse=True):
        if (target - date.min).days >= days:
            yield from _rung(str(days), target - timedelta(days=days), policy)


def _rung(step: str, day: date, policy: Policy) -> Iterator[Rung]:
    at = allowed_at(instant(day, policy.morning, ZoneInfo(policy.zone)), policy)
    if at is not None:
        yield Rung(step=step, day=day, at=at)


def allowed_at(at: datetime, policy: Policy) -> datetime | None:
    """When something due at an instant may be said; None if quiet hours drop it."""
    zone, quiet = ZoneInfo(policy.zone), policy.quiet
    if quiet is None or quiet.policy is QuietPolicy.SILENT or not quiet.covers(at.astimezone(zone).time()):
        return at
    if quiet.policy is QuietPolicy.DROP:
        return None
    return quiet.end_after(at, zone)


def target_day(deadline: Deadline, zone: str) -> date:
    """The reader's local day that a deadline falls on; the day before for what must be done before a day."""
    if instant_of(deadline) is not None:
        return in_zone(deadline, zone).date
    exclusive = deadline.boundary == "before" and deadline.date > date.min
    return deadline.date - ONE_DAY if exclusive else deadline.date


def end_of(deadline: Deadline, zone: str) -> datetime:
    """The instant (UTC) from which a deadline is no longer ahead of a reader in a zone.

    by, until and on last to the end of their last day; before ends where its first day begins.
    """
    at = instant_of(deadline)
    if at is not None:
        return at
    if deadline.boundary == "before":
        return instant(deadline.date, time(0), ZoneInfo(zone))
    last = deadline.last_day
    return instant(last + ONE_DAY if last < date.max else last, time(0), ZoneInfo(zone))
