"""What is sent at which hour, and when nothing is: digests, reminders, quiet hours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time, timedelta
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from bot.deliver.register import FROM_SETTINGS
from bot.domain.channel import LOCAL_CHANNEL, Channel
from bot.domain.reminder import LADDER, Policy
from bot.domain.schedule import QuietHours, QuietPolicy, Schedule
from bot.settings.section import Section
from bot.settings.values import WEEKDAYS, ChannelName, WallTime, Weekday, ZoneOrNone
from bot.texts import Language


class QuietSettings(Section):
    """Quiet hours; see `bot.domain.schedule.QuietHours`."""

    start: WallTime
    end: WallTime
    policy: QuietPolicy = QuietPolicy.HOLD

    @model_validator(mode="after")
    def _of_some_length(self) -> Self:
        self.hours()
        return self

    def hours(self) -> QuietHours:
        """The quiet hours."""
        return QuietHours(start=self.start, end=self.end, policy=self.policy)


class DigestSettings(Section):
    """One digest; see `bot.domain.schedule.Schedule`."""

    enabled: bool = True
    channel: ChannelName = str(LOCAL_CHANNEL)
    at: WallTime = time(8)
    zone: ZoneOrNone = ""
    language: Annotated[Language | None, BeforeValidator(lambda name: None if name == "" else name)] = None
    weekdays: Annotated[tuple[Weekday, ...], Field(min_length=1)] = WEEKDAYS
    topics: tuple[str, ...] = ()
    skip_after_hours: Annotated[float, Field(gt=0, le=168)] = 6.0
    quiet: QuietSettings | None = None
    reminders: bool = True
    events: bool = False

    def schedule(self, name: str, zone: str) -> Schedule:
        """The schedule of this name; `zone` is for a digest without one of its own."""
        return Schedule(
            id=f"{FROM_SETTINGS}{name}",
            channel=Channel.parse(self.channel),
            at=self.at,
            zone=self.zone or zone,
            weekdays=frozenset(WEEKDAYS.index(day) for day in self.weekdays),
            quiet=self.quiet.hours() if self.quiet else None,
            skip_after=timedelta(hours=self.skip_after_hours),
            topics=self.topics,
        )


class ReminderSettings(Section):
    """Reminders; see `bot.domain.reminder.Policy`."""

    enabled: bool = True
    ladder: Annotated[tuple[Annotated[int, Field(ge=0, le=366)], ...], Field(min_length=1)] = LADDER
    at: WallTime = time(8)
    zone: ZoneOrNone = ""
    late_hours: Annotated[float, Field(gt=0, le=168)] = 12.0
    quiet: QuietSettings | None = None

    def policy(self, channel: Channel, schedules: Sequence[Schedule]) -> Policy:
        """How a channel with these digests is reminded: on the topics of all of them."""
        first = schedules[0]
        return Policy(
            channel=channel,
            zone=self.zone or first.zone,
            ladder=self.ladder,
            morning=self.at,
            quiet=self.quiet.hours() if self.quiet else first.quiet,
            topics=topics_of(schedules),
            late=timedelta(hours=self.late_hours),
        )


def topics_of(schedules: Sequence[Schedule]) -> tuple[str, ...]:
    """The topics of some digests together, each once; none, which is everything, if one of them has none."""
    if not all(schedule.topics for schedule in schedules):
        return ()
    return tuple(dict.fromkeys(topic for schedule in schedules for topic in schedule.topics))
