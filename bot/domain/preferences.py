"""What a channel wants: its settings as they are made in the chat. They win over the settings file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from zoneinfo import ZoneInfo

from bot.domain.appointment import CalendarPolicy
from bot.domain.channel import Channel, narrowed
from bot.domain.reminder import LADDER, Policy
from bot.domain.schedule import EVERY_DAY, QuietHours, Schedule
from bot.domain.style import Length, Style
from bot.texts import Language
from summarizers.types import Section

FROM_CHAT = "chat:"
"""Ids of schedules that were set from a chat begin so."""

MOST_TIMES = 4
MOST_TOPICS = 10
MOST_SOURCES = 25
"""As many as a menu of Discord's offers."""

LONGEST_LADDER = 5
MOST_DAYS_BEFORE = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelSettings:
    """One channel's settings. Times are wall times in `zone`, weekdays as `date.weekday()` counts them.

    No times: no digests, only briefings on request. No topics: everything. `sources` are the outlets that
    alone are read, by name; none are all. `role` is the platform's id of the one role that may be pinged,
    empty for none. `events`: deadlines stand in the server's calendar too. Without a `language` the
    channel is spoken to in that of the settings file.
    """

    channel: Channel
    zone: str
    times: tuple[time, ...] = (time(8),)
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    weekdays: frozenset[int] = EVERY_DAY
    quiet: QuietHours | None = None
    sections: tuple[Section, ...] = tuple(Section)
    length: Length = Length.NORMAL
    role: str = ""
    reminders: bool = True
    ladder: tuple[int, ...] = LADDER
    events: bool = False
    language: Language | None = None

    def __post_init__(self) -> None:
        """Refuse what no channel can want, however it came about."""
        ZoneInfo(self.zone)
        if len(self.times) > MOST_TIMES or len(set(self.times)) < len(self.times):
            raise ValueError(f"at most {MOST_TIMES} different times")
        if len(self.topics) > MOST_TOPICS:
            raise ValueError(f"at most {MOST_TOPICS} topics")
        if len(self.sources) > MOST_SOURCES:
            raise ValueError(f"at most {MOST_SOURCES} sources")
        if not self.weekdays or not self.weekdays <= EVERY_DAY:
            raise ValueError("weekdays from 0 (Monday) to 6, at least one")
        if not self.sections:
            raise ValueError("at least one section")
        if not 0 < len(self.ladder) <= LONGEST_LADDER or not all(
            0 <= days <= MOST_DAYS_BEFORE for days in self.ladder
        ):
            raise ValueError(f"1 to {LONGEST_LADDER} reminders, 0 to {MOST_DAYS_BEFORE} days before")

    @property
    def followed(self) -> tuple[str, ...]:
        """The names of the topics that it reads, each in its sources alone."""
        return tuple(narrowed(name, self.sources) for name in self.topics or ("",) if name or self.sources)

    @property
    def schedules(self) -> tuple[Schedule, ...]:
        """One a time of day; each keeps its id when its time changes, so that a day has one send of it."""
        return tuple(self._schedule(f"{n}", at) for n, at in enumerate(self.times, start=1))

    def _schedule(self, name: str, at: time) -> Schedule:
        return Schedule(
            id=f"{FROM_CHAT}{self.channel}:{name}",
            channel=self.channel,
            at=at,
            zone=self.zone,
            weekdays=self.weekdays,
            quiet=self.quiet,
            topics=self.followed,
        )

    @property
    def style(self) -> Style:
        """What a digest shows."""
        return Style(sections=self.sections, length=self.length, role=self.role, language=self.language)

    @property
    def policy(self) -> Policy | None:
        """How the channel is reminded of deadlines; None if it is not."""
        if not self.reminders:
            return None
        return Policy(
            channel=self.channel,
            zone=self.zone,
            ladder=self.ladder,
            quiet=self.quiet,
            topics=self.followed,
        )

    @property
    def calendar(self) -> CalendarPolicy | None:
        """Which deadlines stand as events; None if none do."""
        if not self.events:
            return None
        return CalendarPolicy(
            channel=self.channel, zone=self.zone, topics=self.followed, language=self.language
        )
