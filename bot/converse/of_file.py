"""The settings that say what the settings file says of a channel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.apart import Apart
from bot.domain.appointment import CalendarPolicy
from bot.domain.preferences import ChannelSettings
from bot.domain.reminder import LADDER, Policy
from bot.domain.schedule import Schedule


def of_file(
    schedules: Sequence[Schedule], policy: Policy | None, calendar: CalendarPolicy | None
) -> ChannelSettings:
    """One channel's settings: what all of its digests have together, and apart what they have each.

    `schedules` are all of that one channel, at least one; without a policy it has no reminders,
    without a calendar no events.
    """
    planned = tuple(sorted(schedules, key=lambda one: (one.at, one.id)))
    everything = any(not one.topics for one in planned)
    topics = () if everything else tuple(dict.fromkeys(name for one in planned for name in one.topics))
    together = ChannelSettings(
        channel=planned[0].channel,
        zone=planned[0].zone,
        times=tuple(dict.fromkeys(one.at for one in planned)),
        topics=topics,
        weekdays=frozenset(day for one in planned for day in one.weekdays),
        quiet=planned[0].quiet,
        reminders=policy is not None,
        ladder=policy.ladder if policy else LADDER,
        events=calendar is not None,
    )
    return replace(together, apart=_apart(together, planned, policy, calendar))


def _apart(
    together: ChannelSettings,
    planned: tuple[Schedule, ...],
    policy: Policy | None,
    calendar: CalendarPolicy | None,
) -> Apart:
    """What the settings alone do not say."""
    numbered = zip(together.schedules, planned, strict=False)
    alike = len(together.schedules) == len(planned) and all(
        ours == replace(theirs, id=ours.id) for ours, theirs in numbered
    )
    marked = calendar and replace(calendar, language=None)
    return Apart(
        schedules=() if alike else planned,
        policy=None if policy == together.policy else policy,
        calendar=None if marked == together.calendar else calendar,
    )
