"""What a reload of the settings changes while the bot runs, each in place: the use cases hold on to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from bot.app.cases import topics_of
from bot.domain.appointment import CalendarPolicy
from bot.domain.channel import Channel, Topic
from bot.domain.reminder import Policy
from bot.domain.schedule import Schedule, by_channel
from bot.domain.speech import Languages
from bot.settings import Settings


@dataclass(slots=True, kw_only=True)
class Changing:
    """Topics by name, digests, who is reminded and shown deadlines as events, in which language and zone."""

    topics: dict[str, Topic]
    digests: dict[Channel, list[Schedule]]
    policies: list[Policy]
    calendars: list[CalendarPolicy]
    languages: Languages
    zone: str

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """As the settings have them; raise SettingsError for what cannot be."""
        return cls(
            topics=topics_of(settings),
            digests=by_channel(settings.schedules),
            policies=list(settings.policies),
            calendars=list(settings.calendars),
            languages=settings.languages,
            zone=settings.zone,
        )

    def differing(self, other: Changing) -> list[str]:
        """The names of the topics that are not the same in both."""
        names = sorted(self.topics.keys() | other.topics.keys())
        return [name for name in names if self.topics.get(name) != other.topics.get(name)]

    def become(self, other: Changing) -> None:
        """Hold what the other holds."""
        self.topics.clear()
        self.topics.update(other.topics)
        self.digests.clear()
        self.digests.update(other.digests)
        self.policies[:] = other.policies
        self.calendars[:] = other.calendars
        self.languages.named.clear()
        self.languages.named.update(other.languages.named)
        self.zone = other.zone
