"""The short tables of the settings file: one class each."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import Field

from bot.ask.compose import PATIENCE
from bot.ask.limits import Limits
from bot.domain.channel import Topic
from bot.settings.section import Section
from bot.settings.values import Folder


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
    file: Folder = ""
