"""The settings of a channel as a form, and the form of first contact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from textwrap import shorten

from bot.domain.appointment import WITH_CALENDAR
from bot.domain.command import Suggest
from bot.domain.form import Choice, Field, FieldKind, Form, FormName
from bot.domain.preferences import MOST_SOURCES, ChannelSettings
from bot.domain.schedule import EVERY_DAY, QuietHours
from bot.domain.shown import shown
from bot.domain.style import Length
from bot.texts import LANGUAGES, Language, say, spoken, weekday
from summarizers.types import Section

YES_OR_NO = ("yes", "no")

LONG = 1_000
"""Characters of a list that is typed: as many topics as there may be, with room for long names."""

LONGEST_HINT = 500

LONGEST_LIST = 3_000
"""The same for one of a name a line, as long as Slack takes."""

LONGEST_CHOICE = 75
"""Characters of a choice in Slack (docs.slack.dev, "Option object"); Discord's may have 100."""


def setup_form(settings: ChannelSettings, topics: Iterable[str]) -> Form:
    """The three fields of first contact."""
    first = settings.times[0] if settings.times else None
    at = Field(
        name="time",
        kind=FieldKind.TIME,
        label=say("form.time"),
        hint=say("form.time.hint"),
        values=(f"{first:%H:%M}" if first else "08:00",),
        required=True,
    )
    pages = ((_topics(settings, topics), at, _zone(settings)),)
    return Form(name=FormName.SETUP, title=say("form.setup"), submit=say("form.save"), pages=pages)


def settings_form(settings: ChannelSettings, topics: Iterable[str], sources: Iterable[str] = ()) -> Form:
    """All that a channel can be set to, in three pages; the last holds the calendar where there is one.

    `sources` are those that it may read alone.
    """
    times = ", ".join(f"{at:%H:%M}" for at in settings.times)
    when = (
        _topics(settings, topics),
        _text("times", times),
        _zone(settings),
        _choices("weekdays", _weekdays(), [str(day) for day in sorted(settings.weekdays)]),
        _text("quiet", _hours(settings.quiet)),
    )
    what = (
        _sources(settings.sources, sources),
        _choices("sections", _sections(), [section.value for section in settings.sections]),
        _choice("length", [(one.value, say(f"length.{one}")) for one in Length], settings.length),
        _text("reminders", ", ".join(map(str, settings.ladder)) if settings.reminders else ""),
        _role(settings.role),
    )
    beside = (_events(settings),) if settings.channel.platform in WITH_CALENDAR else ()
    pages = (when, what, (_language(settings), *beside))
    return Form(name=FormName.SETTINGS, title=say("form.settings"), submit=say("form.save"), pages=pages)


def _topics(settings: ChannelSettings, topics: Iterable[str]) -> Field:
    known = ", ".join(sorted(topics))
    values = ", ".join(name.strip('"') for name in settings.topics)
    return Field(
        name="topics",
        kind=FieldKind.TEXT,
        label=say("form.topics"),
        hint=shorten(say("form.topics.known", topics=known), LONGEST_HINT, placeholder=" …")
        if known
        else say("form.topics.hint"),
        values=(values,) if values else (),
        suggest=Suggest.TOPICS,
        most=LONG,
    )


def _sources(chosen: tuple[str, ...], known: Iterable[str]) -> Field:
    """A menu; lines to be typed where there are more, or longer names, than a menu holds."""
    names = tuple(dict.fromkeys((*chosen, *known)))
    field = Field(
        name="sources",
        kind=FieldKind.CHOICES,
        label=say("form.sources"),
        hint=say("form.sources.hint"),
        values=chosen,
        choices=tuple(Choice(value=name, label=shown(name)) for name in names),
    )
    if 0 < len(names) <= MOST_SOURCES and all(shown(name) and len(name) <= LONGEST_CHOICE for name in names):
        return field
    lines, hint = "\n".join(chosen), say("form.sources.lines")
    typed = (lines,) if lines else ()
    return replace(field, kind=FieldKind.LONG_TEXT, hint=hint, values=typed, choices=(), most=LONGEST_LIST)


def _zone(settings: ChannelSettings) -> Field:
    return Field(
        name="zone",
        kind=FieldKind.TEXT,
        label=say("form.zone"),
        hint=say("form.zone.hint"),
        values=(settings.zone,),
        required=True,
        suggest=Suggest.ZONES,
    )


def _text(name: str, value: str) -> Field:
    return Field(
        name=name,
        kind=FieldKind.TEXT,
        label=say(f"form.{name}"),
        hint=say(f"form.{name}.hint"),
        values=(value,) if value else (),
    )


def _choices(name: str, choices: list[tuple[str, str]], values: list[str]) -> Field:
    offered = tuple(Choice(value=value, label=label) for value, label in choices)
    label = say(f"form.{name}")
    return Field(
        name=name,
        kind=FieldKind.CHOICES,
        label=label,
        values=tuple(values),
        choices=offered,
        required=True,
    )


def _choice(name: str, choices: list[tuple[str, str]], value: str) -> Field:
    offered = tuple(Choice(value=value, label=label) for value, label in choices)
    return Field(
        name=name,
        kind=FieldKind.CHOICE,
        label=say(f"form.{name}"),
        values=(str(value),),
        choices=offered,
        required=True,
    )


def _language(settings: ChannelSettings) -> Field:
    """The languages as those who speak them call them."""
    choices = [(one.value, LANGUAGES[one].name) for one in Language]
    return _choice("language", choices, settings.language or spoken())


def _events(settings: ChannelSettings) -> Field:
    choices = [(one, say(f"form.events.{one}")) for one in YES_OR_NO]
    field = _choice("events", choices, YES_OR_NO[not settings.events])
    return replace(field, hint=say("form.events.hint"))


def _role(role: str) -> Field:
    return Field(
        name="role",
        kind=FieldKind.ROLE,
        label=say("form.role"),
        hint=say("form.role.hint"),
        values=(role,) if role else (),
    )


def _weekdays() -> list[tuple[str, str]]:
    return [(str(day), weekday(day)) for day in sorted(EVERY_DAY)]


def _sections() -> list[tuple[str, str]]:
    return [(section.value, say(f"section.{section}")) for section in Section]


def _hours(quiet: QuietHours | None) -> str:
    return f"{quiet.start:%H:%M}-{quiet.end:%H:%M}" if quiet else ""
