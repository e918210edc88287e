"""What a channel wants: its settings as they are made in the chat. They win over the settings file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.apart import NOTHING_APART, Apart
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
LONGEST_LADDER = 5
MOST_DAYS_BEFORE = 90
"""As many of each as a chat sets; a settings file may give more, which stay."""

MOST_SOURCES = 25
"""As many as a menu of Discord's offers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelSettings:
    """One channel's settings. Times are wall times in `zone`, weekdays as `date.weekday()` counts them.

    No times: no digests, only briefings on request. No topics: everything. `sources` are the outlets that
    alone are read, by name; none are all. `role` is the platform's id of the one role that may be pinged,
    empty for none. `events`: deadlines stand in the server's calendar too. Without a `language` the
    channel is spoken to in that of the settings file. `apart` is what the settings file says beyond these.
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
    apart: Apart = NOTHING_APART

    def __post_init__(self) -> None:
        """Refuse what no channel can want, however it came about."""
        ZoneInfo(self.zone)
        if len(set(self.times)) < len(self.times):
            raise ValueError("different times")
        if len(self.sources) > MOST_SOURCES:
            raise ValueError(f"at most {MOST_SOURCES} sources")
        if not self.weekdays or not self.weekdays <= EVERY_DAY:
            raise ValueError("weekdays from 0 (Monday) to 6, at least one")
        if not self.sections:
            raise ValueError("at least one section")
        if not self.ladder or min(self.ladder) < 0:
            raise ValueError("at least one reminder, 0 days before or more")

    def changed(self, **changes: Any) -> ChannelSettings:
        """With these fields changed, for all digests alike; of the others each keeps what the file says."""
        new = {name: value for name, value in changes.items() if value != getattr(self, name)}
        plain = replace(self, **new)
        return replace(plain, apart=self.apart.changed(new, plain.alike))

    @property
    def followed(self) -> tuple[str, ...]:
        """The names of the topics that it reads, each in its sources alone."""
        return self._read(self.topics)

    def _read(self, topics: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(narrowed(name, self.sources) for name in topics or ("",) if name or self.sources)

    @property
    def alike(self) -> tuple[Schedule, ...]:
        """One digest a time, all of them alike, on topics of any source."""
        return tuple(
            Schedule(
                id=FROM_CHAT,
                channel=self.channel,
                at=at,
                zone=self.zone,
                weekdays=self.weekdays,
                quiet=self.quiet,
                topics=self.topics,
            )
            for at in self.times
        )

    @property
    def schedules(self) -> tuple[Schedule, ...]:
        """One a digest; each keeps its id when its time changes, so that a day has one send of it."""
        planned = self.apart.schedules or self.alike
        return tuple(
            replace(one, id=f"{FROM_CHAT}{self.channel}:{n}", topics=self._read(one.topics))
            for n, one in enumerate(planned, start=1)
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
        usual = Policy(channel=self.channel, zone=self.zone, quiet=self.quiet, topics=self.topics)
        given = self.apart.policy or usual
        return replace(given, ladder=self.ladder, topics=self._read(given.topics))

    @property
    def calendar(self) -> CalendarPolicy | None:
        """Which deadlines stand as events; None if none do."""
        if not self.events:
            return None
        usual = CalendarPolicy(channel=self.channel, zone=self.zone, topics=self.topics)
        given = self.apart.calendar or usual
        return replace(given, topics=self._read(given.topics), language=self.language)
