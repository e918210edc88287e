"""What a due schedule means at an instant: deliveries, skips with their reason, and the run to wait for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.delivery import Delivery, Reason, State
from bot.domain.schedule import QuietPolicy, Run, Schedule
from bot.texts import count, say

SOON = timedelta(days=9)
"""A schedule is due at least once a week; a next run further ahead than this was set by a wrong clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to keep for one schedule."""

    deliveries: tuple[Delivery, ...]
    next_run: Run


def plan(schedule: Schedule, run: Run, now: datetime) -> Plan:
    """Every run from `run` to `now` gets its delivery: to be sent, or skipped with its reason."""
    deliveries = []
    while run.at <= now:
        deliveries.append(_delivery(schedule, run, now))
        run = schedule.next_run(run.at)
    return Plan(deliveries=tuple(deliveries), next_run=run)


def pulled_back(schedule: Schedule, run: Run, now: datetime) -> Run:
    """The run to wait for after the clock was wrong: the next one from now, if that is earlier."""
    expected = schedule.next_run(now)
    return expected if expected.at < run.at else run


def _delivery(schedule: Schedule, run: Run, now: datetime) -> Delivery:
    quiet = schedule.quiet
    zone = ZoneInfo(schedule.zone)
    if quiet is None or not quiet.covers(_wall(run.at, zone)) or quiet.policy is QuietPolicy.SILENT:
        return in_time(Delivery.of(schedule, run, run.at), now)
    if quiet.policy is QuietPolicy.DROP:
        dropped = Delivery.of(schedule, run, run.at)
        return dropped.closed(State.SKIPPED, Reason.QUIET_HOURS, say("why.quiet", time=f"{quiet.end:%H:%M}"))
    return in_time(Delivery.of(schedule, run, quiet.end_after(run.at, zone)), now)


def in_time(delivery: Delivery, now: datetime) -> Delivery:
    """The same delivery, or skipped if it is open, not begun, and it is too late to begin."""
    if not delivery.open or delivery.begun or now <= delivery.late:
        return delivery
    limit = (delivery.late - delivery.due) // timedelta(minutes=1)
    detail = say(
        "why.too_late", limit=_duration(limit), late=_duration((now - delivery.due) // timedelta(minutes=1))
    )
    return delivery.closed(State.SKIPPED, Reason.TOO_LATE, detail)


def shards(deliveries: Sequence[Delivery], size: int) -> tuple[tuple[Delivery, ...], ...]:
    """Open deliveries that one briefing may serve, `size` at most: same tenant, topics, zone, due time."""
    alike: dict[tuple[object, ...], list[Delivery]] = {}
    for one in deliveries:
        if one.open:
            key = (one.channel.platform, one.channel.tenant_id, one.topics, one.zone, one.due)
            alike.setdefault(key, []).append(one)
    return tuple(
        tuple(group[start : start + size]) for group in alike.values() for start in range(0, len(group), size)
    )


def _wall(at: datetime, zone: ZoneInfo) -> time:
    return at.astimezone(zone).time()


def _duration(minutes: int) -> str:
    hours = minutes // 60
    return count("hour", hours) if hours else count("minute", minutes)
