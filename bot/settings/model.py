"""What can be set: one class a table of the settings file."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal, Self, get_args
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from platformdirs import user_data_path
from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from bot.ask.compose import PATIENCE
from bot.ask.limits import Limits
from bot.deliver.register import FROM_SETTINGS
from bot.domain.appointment import CalendarPolicy
from bot.domain.channel import LOCAL_CHANNEL, Channel, Topic
from bot.domain.reminder import LADDER, Policy
from bot.domain.schedule import QuietHours, QuietPolicy, Schedule
from bot.domain.speech import Languages
from bot.errors import SettingsError
from bot.settings.engines import ChatSettings, TransformerSettings
from bot.settings.fetching import FetchSettings
from bot.settings.plain import written
from bot.settings.platforms import DiscordSettings, SlackSettings
from bot.settings.section import Section
from bot.texts import Language

FILE = "communique.toml"
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)


def known_zone(name: str) -> str:
    """The name if it is an IANA zone this machine knows; raise ValueError with the nearest name if not."""
    from zoneinfo import available_timezones

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        near = difflib.get_close_matches(name, available_timezones(), n=1)
        hint = f"; did you mean {near[0]}?" if near else "; use an IANA name such as Europe/Berlin"
        raise ValueError(f"unknown time zone {name!r}{hint}") from None
    return name


def _known_zone_or_none(name: str) -> str:
    return known_zone(name) if name else name


def _usable_folder(folder: str) -> str:
    if "\0" in folder:
        raise ValueError("a path cannot hold a NUL character")
    try:
        Path(folder).expanduser()
    except RuntimeError:
        raise ValueError(f"there is no home folder for {Path(folder).parts[0]}") from None
    return folder


def _channel_name(text: str) -> str:
    return str(Channel.parse(text))


def _clock_time(given: object) -> time:
    """A number would be read as seconds of a day at UTC, and what is no time told in pydantic's words."""
    if isinstance(given, time):
        return given
    try:
        return time.fromisoformat(given if isinstance(given, str) else "")
    except ValueError:
        raise ValueError(f'{written(given)} is no time of day; write it as "08:00"') from None


def _wall_time(at: time) -> time:
    if at.tzinfo is not None:
        raise ValueError("a wall time has no offset; the zone stands apart")
    return at


WallTime = Annotated[time, BeforeValidator(_clock_time), AfterValidator(_wall_time)]


class StoreSettings(Section):
    """The database."""

    url: str = ""
    busy_timeout: Annotated[float, Field(ge=0, le=300)] = 5.0


class BriefingSettings(Section):
    """Briefings on request."""

    engine: str = "extractive"
    patience: Annotated[float, Field(ge=1, le=3600)] = 120.0
    hours: Annotated[int, Field(ge=1, le=168)] = 24
    deadline_days: Annotated[int, Field(ge=0, le=3660)] = 90


class AskSettings(Section):
    """Questions; see `bot.ask.limits.Limits`."""

    per_person: Annotated[int, Field(ge=1, le=10_000)] = 10
    per_channel: Annotated[int, Field(ge=1, le=100_000)] = 60
    minutes: Annotated[int, Field(ge=1, le=1440)] = 1
    semantic: bool = False
    patience: Annotated[float, Field(ge=1, le=600)] = PATIENCE

    @property
    def limits(self) -> Limits:
        """How often a person and a channel may ask."""
        span = timedelta(minutes=self.minutes)
        return Limits(person=self.per_person, channel=self.per_channel, span=span)


class LogSettings(Section):
    """What is logged, and how."""

    level: Literal["debug", "info", "warning", "error"] = "warning"
    format: Literal["text", "json"] = "text"


class TopicSettings(Section):
    """One topic; see `bot.domain.channel.Topic`."""

    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def topic(self, name: str) -> Topic:
        """The topic under a name; raise ValueError for what cannot be one."""
        return Topic(name=name, any_of=self.any, all_of=self.all, none_of=self.none, sources=self.sources)


class RunSettings(Section):
    """The running bot."""

    grace: Annotated[float, Field(ge=0, le=600)] = 20.0
    removed_days: Annotated[int, Field(ge=0, le=3660)] = 30
    heartbeat: Annotated[float, Field(ge=0.1, le=60)] = 2.0


class SourcesSettings(Section):
    """Polled sources; `file` lists some (see config/sources.toml), empty: none but those added by hand."""

    enabled: bool = True
    full_text: bool = True
    file: Annotated[str, AfterValidator(_usable_folder)] = ""


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
    channel: Annotated[str, AfterValidator(_channel_name)] = str(LOCAL_CHANNEL)
    at: WallTime = time(8)
    zone: Annotated[str, AfterValidator(_known_zone_or_none)] = ""
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
    zone: Annotated[str, AfterValidator(_known_zone_or_none)] = ""
    late_hours: Annotated[float, Field(gt=0, le=168)] = 12.0
    quiet: QuietSettings | None = None

    def policy(self, channel: Channel, schedules: Sequence[Schedule]) -> Policy:
        """How a channel with these digests is reminded: on the topics of all of them."""
        first = schedules[0]
        everything = any(not schedule.topics for schedule in schedules)
        named = dict.fromkeys(topic for schedule in schedules for topic in schedule.topics)
        return Policy(
            channel=channel,
            zone=self.zone or first.zone,
            ladder=self.ladder,
            morning=self.at,
            quiet=self.quiet.hours() if self.quiet else first.quiet,
            topics=() if everything else tuple(named),
            late=timedelta(hours=self.late_hours),
        )


class Settings(Section):
    """Everything that can be set. Build it with `load`."""

    data_dir: Annotated[str, AfterValidator(_usable_folder)] = ""
    zone: Annotated[str, AfterValidator(known_zone)] = "UTC"
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
        wanted = [one for one in self.schedules if self.digests[one.id.removeprefix(FROM_SETTINGS)].events]
        topics: dict[Channel, list[tuple[str, ...]]] = {}
        for schedule in wanted:
            topics.setdefault(schedule.channel, []).append(schedule.topics)
        zones = {schedule.channel: schedule.zone for schedule in reversed(wanted)}
        languages = self.languages
        return tuple(
            CalendarPolicy(
                channel=channel,
                zone=zones[channel],
                language=languages.named[channel],
                topics=() if not all(each) else tuple(dict.fromkeys(name for one in each for name in one)),
            )
            for channel, each in topics.items()
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
