"""What a due schedule means at an instant: deliveries, skips with their reason, and the run to wait for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.delivery import Delivery, Reason, State
from bot.domain.schedule import QuietPolicy, Run, Schedule
from bot.texts import count, say

SOON = timedelta(days=9)
"""A schedule is due at least once a week; a next run further ahead than this was set by a wrong clock."""

TOLERANCE = timedelta(minutes=1)
"""How far the clocks of two machines on one database may differ without a second look."""

RUNS_AT_A_TIME = 31
"""Runs of one schedule planned together: what a long downtime left comes in portions, not in one mass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to keep for one schedule. `next_run` is still due where there is more than one portion."""

    deliveries: tuple[Delivery, ...]
    next_run: Run


def plan(schedule: Schedule, run: Run, now: datetime) -> Plan:
    """Every run from `run` to `now` gets its delivery: to be sent, or skipped with its reason."""
    deliveries: list[Delivery] = []
    while run.at <= now and len(deliveries) < RUNS_AT_A_TIME:
        planned = hushed(Delivery.of(schedule, run), run.at)
        deliveries.append(sendable(planned, now))
        run = schedule.next_run(run.at)
    return Plan(deliveries=tuple(deliveries), next_run=run)


def pulled_back(schedule: Schedule, run: Run, now: datetime) -> Run:
    """The run to wait for after the clock was wrong: the next one from now, if that is earlier."""
    expected = schedule.next_run(now)
    return expected if expected.at < run.at else run


def sendable(delivery: Delivery, now: datetime) -> Delivery:
    """The same delivery as it may go now: skipped if that is too late or dropped, held in quiet hours.

    What is on the platform, or may be, is finished whatever the hour.
    """
    checked = in_time(recalled(delivery, now), now)
    return hushed(checked, now) if checked.next_try is None or checked.next_try <= now else checked


def recalled(delivery: Delivery, now: datetime) -> Delivery:
    """The same delivery; to be tried now if it waits for an instant that a clock which was ahead set."""
    since = delivery.waits_since
    if not delivery.open or since is None or since <= now + TOLERANCE:
        return delivery
    return replace(delivery, next_try=now, waits_since=now)


def in_time(delivery: Delivery, now: datetime) -> Delivery:
    """The same delivery, or skipped if it is open, not begun, and it is too late to begin."""
    if not delivery.open or delivery.begun or now <= delivery.late:
        return delivery
    limit, late = _length(delivery.late - delivery.due), _length(now - delivery.due)
    detail = say("why.too_late", limit=limit, late=late)
    held_up = f" ({delivery.detail})" if delivery.detail else ""
    return delivery.closed(State.SKIPPED, Reason.TOO_LATE, detail + held_up)


def hushed(delivery: Delivery, at: datetime) -> Delivery:
    """What quiet hours make of it at an instant: held until they end, or dropped; else the same.

    A held one is due when they end, and from then may be as late as any other.
    """
    quiet = delivery.quieted(at)
    if quiet is None or not delivery.open or delivery.begun or quiet.policy is QuietPolicy.SILENT:
        return delivery
    detail = say("why.quiet", time=f"{quiet.end:%H:%M}")
    if quiet.policy is QuietPolicy.DROP:
        return delivery.closed(State.SKIPPED, Reason.QUIET_HOURS, detail)
    end = quiet.end_after(at, ZoneInfo(delivery.zone))
    late = end + (delivery.late - delivery.due)
    return replace(delivery, due=end, late=late, next_try=end, reason=Reason.QUIET_HOURS, detail=detail)


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


def _length(time: timedelta) -> str:
    hours, minutes = divmod(time // timedelta(minutes=1), 60)
    return count("hour", hours) if hours else count("minute", minutes)
