"""When a channel is written to: wall times in a zone, weekdays, quiet hours, and how late is too late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.channel import Channel

EVERY_DAY = frozenset(range(7))
"""Weekdays as `date.weekday()` counts them: Monday is 0."""


class QuietPolicy(StrEnum):
    """What happens to a send that falls into quiet hours."""

    HOLD = "hold"
    """Deliver when they end."""

    SILENT = "silent"
    """Deliver without a notification."""

    DROP = "drop"
    """Do not deliver; the reason is recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """Local wall times from `start` up to but not including `end`; they may span midnight."""

    start: time
    end: time
    policy: QuietPolicy = QuietPolicy.HOLD

    def __post_init__(self) -> None:
        """Refuse hours of no length: they would mean nothing or everything."""
        if self.start == self.end:
            raise ValueError("quiet hours must not start and end at the same time")

    def covers(self, wall: time) -> bool:
        """Whether a local wall time is quiet."""
        if self.start < self.end:
            return self.start <= wall < self.end
        return wall >= self.start or wall < self.end

    def end_after(self, at: datetime, zone: ZoneInfo) -> datetime:
        """The instant (UTC) at which the quiet hours that cover `at` are over."""
        local = at.astimezone(zone)
        day = local.date() if local.time() < self.end else local.date() + timedelta(days=1)
        end = instant(day, self.end, zone)
        return end if end > at else _second(day, self.end, zone)


def instant(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """The UTC instant of a local wall time on a local day.

    A wall time that happens twice means its first occurrence (PEP 495, fold=0). One that does not exist is
    moved forward by the length of the gap, so 02:30 becomes 03:30 on the day the clocks go forward.
    """
    return datetime.combine(day, wall.replace(fold=0), zone).astimezone(UTC)


def _second(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """The second occurrence of a wall time that happens twice."""
    return datetime.combine(day, wall.replace(fold=1), zone).astimezone(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One due send of one schedule: its local day, and the instant (UTC) at which it is due."""

    local_date: date
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """One wall time of one channel; a channel with two digests a day has two schedules.

    There is at most one send per local day. `skip_after` is how late a digest may still go out.
    """

    id: str
    channel: Channel
    at: time
    zone: str
    weekdays: frozenset[int] = EVERY_DAY
    quiet: QuietHours | None = None
    skip_after: timedelta = timedelta(hours=6)
    topics: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a schedule that can never be due."""
        if not self.weekdays or not self.weekdays <= EVERY_DAY:
            raise ValueError("a schedule needs weekdays from 0 (Monday) to 6")
        if self.at.tzinfo is not None:
            raise ValueError("a schedule holds a wall time and a zone, never an offset")
        if self.skip_after <= timedelta(0):
            raise ValueError("a digest must be allowed to be at least a little late")

    def next_run(self, after: datetime) -> Run:
        """The first run strictly after an instant."""
        zone = ZoneInfo(self.zone)
        day = after.astimezone(zone).date() - timedelta(days=1)
        while True:
            run = Run(local_date=day, at=instant(day, self.at, zone))
            if day.weekday() in self.weekdays and run.at > after and _exists(run, zone):
                return run
            day += timedelta(days=1)


def by_channel(schedules: Iterable[Schedule]) -> dict[Channel, list[Schedule]]:
    """The schedules of each channel that has any, in the order given."""
    found: dict[Channel, list[Schedule]] = {}
    for one in schedules:
        found.setdefault(one.channel, []).append(one)
    return found


def _exists(run: Run, zone: ZoneInfo) -> bool:
    """Whether its day is on the zone's calendar: Samoa went from 29 to 31 December 2011."""
    midnight = datetime.combine(run.local_date, time.min, zone).astimezone(UTC)
    return midnight.astimezone(zone).date() == run.local_date
