"""Everything that can be set, and what follows from several tables together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Self
from urllib.parse import unquote

from platformdirs import user_data_path
from pydantic import Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from bot.deliver.register import FROM_SETTINGS
from bot.domain.appointment import CalendarPolicy
from bot.domain.channel import Channel, Topic
from bot.domain.reminder import Policy
from bot.domain.schedule import Schedule
from bot.domain.speech import Languages
from bot.errors import SettingsError
from bot.settings.digests import DigestSettings, ReminderSettings, topics_of
from bot.settings.engines import ChatSettings, TransformerSettings
from bot.settings.fetching import FetchSettings
from bot.settings.platforms import DiscordSettings, SlackSettings
from bot.settings.section import Section
from bot.settings.tables import (
    AskSettings,
    BriefingSettings,
    LogSettings,
    RunSettings,
    SourcesSettings,
    StoreSettings,
    TopicSettings,
)
from bot.settings.values import Folder, Zone
from bot.texts import Language

FILE = "communique.toml"


class Settings(Section):
    """Everything that can be set. Build it with `load`."""

    data_dir: Folder = ""
    zone: Zone = "UTC"
    language: Language = Language.ENGLISH
    store: StoreSettings = StoreSettings()
    briefing: BriefingSettings = BriefingSettings()
    ask: AskSettings = AskSettings()
    chat: ChatSettings = ChatSettings()
    transformer: TransformerSettings = TransformerSettings()
    run: RunSettings = RunSettings()
    sources: SourcesSettings = SourcesSettings()
    fetch: FetchSettings = FetchSettings()
    log: LogSettings = LogSettings()
    slack: SlackSettings = SlackSettings()
    discord: DiscordSettings = DiscordSettings()
    reminders: ReminderSettings = ReminderSettings()
    digests: dict[str, DigestSettings] = Field(default_factory=dict)
    topics: dict[str, TopicSettings] = Field(default_factory=dict)

    @property
    def data_path(self) -> Path:
        """The folder of everything that is kept; it need not exist yet."""
        return Path(self.data_dir).expanduser() if self.data_dir else user_data_path("communique")

    @property
    def store_url(self) -> str:
        """The database's URL."""
        return self.store.url or f"sqlite:///{self.data_path / 'communique.db'}"

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every secret that is given, for the log to hide."""
        passwords = (_password(self.store.url), _password(self.fetch.proxy))
        given = (self.chat.api_key.get_secret_value(), *passwords, *map(unquote, passwords))
        return (*self.slack.secret_values, *self.discord.secret_values, *filter(None, given))

    def topic(self, name: str) -> Topic:
        """The topic of that name; raise SettingsError, naming those there are, if it is not set."""
        found = self.topics.get(name)
        if found is None:
            raise SettingsError(
                f"There is no topic {name!r}",
                todo=f"Add [topics.{name}] to {FILE}. Topics: {self._topic_names}",
            )
        return found.topic(name)

    @property
    def schedules(self) -> tuple[Schedule, ...]:
        """The digests that are enabled."""
        enabled = {name: digest for name, digest in self.digests.items() if digest.enabled}
        return tuple(digest.schedule(name, self.zone) for name, digest in enabled.items())

    @property
    def policies(self) -> tuple[Policy, ...]:
        """How each channel that has digests is reminded; none where reminders are switched off."""
        channels: dict[Channel, list[Schedule]] = {}
        for name, digest in self.digests.items():
            if self.reminders.enabled and digest.enabled and digest.reminders:
                schedule = digest.schedule(name, self.zone)
                channels.setdefault(schedule.channel, []).append(schedule)
        return tuple(self.reminders.policy(channel, digests) for channel, digests in channels.items())

    @property
    def languages(self) -> Languages:
        """In which language each channel that has digests is spoken to: that of the first that names one."""
        enabled = [digest for digest in self.digests.values() if digest.enabled]
        named: dict[Channel | None, Language] = {None: self.language}
        for digest in sorted(enabled, key=lambda one: not one.language):
            named.setdefault(Channel.parse(digest.channel), digest.language or self.language)
        return Languages(named)

    @property
    def calendars(self) -> tuple[CalendarPolicy, ...]:
        """The channels whose deadlines stand as events of their server: on the topics of their digests."""
        channels: dict[Channel, list[Schedule]] = {}
        for schedule in self.schedules:
            if self.digests[schedule.id.removeprefix(FROM_SETTINGS)].events:
                channels.setdefault(schedule.channel, []).append(schedule)
        languages = self.languages
        return tuple(
            CalendarPolicy(
                channel=channel,
                zone=digests[0].zone,
                language=languages.named[channel],
                topics=topics_of(digests),
            )
            for channel, digests in channels.items()
        )

    @property
    def _topic_names(self) -> str:
        return ", ".join(sorted(self.topics)) or "none"

    @model_validator(mode="after")
    def _usable(self) -> Self:
        """What one key alone cannot tell; each problem with the path of its own."""
        problems = [*self._topic_problems(), *self._digest_problems()]
        if problems:
            raise ValidationError.from_exception_data("settings", problems)
        return self

    def _topic_problems(self) -> Iterator[InitErrorDetails]:
        for name, topic in self.topics.items():
            try:
                topic.topic(name)
            except ValueError as error:
                yield _problem(str(error), "topics", name)

    def _digest_problems(self) -> Iterator[InitErrorDetails]:
        for name, digest in self.digests.items():
            missing = [topic for topic in digest.topics if topic not in self.topics]
            if digest.enabled and missing:
                said = f"there is no topic {missing[0]!r}; topics: {self._topic_names}"
                yield _problem(said, "digests", name, "topics")


def _password(url: str) -> str:
    """The password in an address, as it stands there: a database's may hold what no web address may."""
    user, at, _ = url.partition("://")[2].partition("@")
    return user.partition(":")[2] if at else ""


def _problem(said: str, *path: str) -> InitErrorDetails:
    # The text is a template to pydantic, so what the user wrote goes in as a value.
    return InitErrorDetails(
        type=PydanticCustomError("unusable", "{said}", {"said": said}), loc=path, input=None
    )
