"""What can be set: one class a table of the settings file."""

from __future__ import annotations

import difflib
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal, cast
from zoneinfo import ZoneInfo

from platformdirs import user_data_path
from pydantic import AfterValidator, Field
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bot.deliver.register import FROM_SETTINGS
from bot.domain.channel import LOCAL_CHANNEL, Channel, Topic
from bot.domain.schedule import QuietHours, QuietPolicy, Schedule
from bot.errors import SettingsError
from bot.settings.platforms import DiscordSettings, SlackSettings
from bot.settings.section import Section

FILE = "communique.toml"
PREFIX = "COMMUNIQUE_"
WEEKDAYS: tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...] = (
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
)


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


class StoreSettings(Section):
    """The database."""

    url: str = ""
    busy_timeout: Annotated[float, Field(ge=0, le=300)] = 5.0


class BriefingSettings(Section):
    """Briefings on request."""

    engine: str = "extractive"
    hours: Annotated[int, Field(ge=1, le=168)] = 24
    deadline_days: Annotated[int, Field(ge=0, le=3660)] = 90


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


class RunSettings(Section):
    """The running bot."""

    grace: Annotated[float, Field(ge=0, le=600)] = 20.0


class QuietSettings(Section):
    """Quiet hours; see `bot.domain.schedule.QuietHours`."""

    start: time
    end: time
    policy: QuietPolicy = QuietPolicy.HOLD


class DigestSettings(Section):
    """One digest; see `bot.domain.schedule.Schedule`."""

    enabled: bool = True
    channel: str = str(LOCAL_CHANNEL)
    at: time = time(8)
    zone: str = ""
    weekdays: tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...] = WEEKDAYS
    topics: tuple[str, ...] = ()
    skip_after_hours: Annotated[float, Field(gt=0, le=168)] = 6.0
    quiet: QuietSettings | None = None

    def schedule(self, name: str, zone: str) -> Schedule:
        """The schedule of this name; raise ValueError for what cannot be one."""
        quiet = self.quiet
        return Schedule(
            id=f"{FROM_SETTINGS}{name}",
            channel=Channel.parse(self.channel),
            at=self.at,
            zone=known_zone(self.zone) if self.zone else zone,
            weekdays=frozenset(WEEKDAYS.index(day) for day in self.weekdays),
            quiet=QuietHours(start=quiet.start, end=quiet.end, policy=quiet.policy) if quiet else None,
            skip_after=timedelta(hours=self.skip_after_hours),
            topics=self.topics,
        )


class Settings(BaseSettings):
    """Everything that can be set. Build it with `load`."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="__", frozen=True, extra="forbid"
    )

    data_dir: str = ""
    zone: Annotated[str, AfterValidator(known_zone)] = "UTC"
    store: StoreSettings = StoreSettings()
    briefing: BriefingSettings = BriefingSettings()
    run: RunSettings = RunSettings()
    log: LogSettings = LogSettings()
    slack: SlackSettings = SlackSettings()
    discord: DiscordSettings = DiscordSettings()
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

    def topic(self, name: str) -> Topic:
        """The topic of that name; raise SettingsError, naming those there are, if it is not set."""
        found = self.topics.get(name)
        if found is None:
            known = ", ".join(sorted(self.topics)) or "none"
            raise SettingsError(
                f"There is no topic {name!r}", todo=f"Add [topics.{name}] to {FILE}. Topics: {known}"
            )
        return Topic(name=name, any_of=found.any, all_of=found.all, none_of=found.none, sources=found.sources)

    @property
    def schedules(self) -> tuple[Schedule, ...]:
        """The digests that are enabled; raise SettingsError naming the one that cannot be."""
        return tuple(self._schedule(name) for name, digest in self.digests.items() if digest.enabled)

    def _schedule(self, name: str) -> Schedule:
        digest = self.digests[name]
        for topic in digest.topics:
            self.topic(topic)
        try:
            return digest.schedule(name, self.zone)
        except ValueError as error:
            raise SettingsError(f"digests.{name}: {error}", todo="Mend it in the settings") from None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the signature is pydantic's
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags, environment, secrets folder, file, packaged defaults; the first that has a key wins."""
        given = cast("InitSettingsSource", init_settings).init_kwargs
        file = InitSettingsSource(settings_cls, init_kwargs=given.pop("_file", {}))
        defaults = InitSettingsSource(settings_cls, init_kwargs=given.pop("_defaults", {}))
        return init_settings, env_settings, file_secret_settings, file, defaults
