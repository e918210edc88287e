"""The fields of the settings form that hold one value, or choices of a list that is always the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.converse.fitting import wall
from bot.domain.command import Suggest
from bot.domain.form import Choice, Field, FieldKind
from bot.domain.preferences import ChannelSettings
from bot.domain.schedule import EVERY_DAY
from bot.domain.style import Length
from bot.texts import LANGUAGES, Language, say, spoken, weekday
from summarizers.types import Section

LINE = 100
"""Characters of a text that is no list."""

YES_OR_NO = ("yes", "no")

USUAL_TIME = "08:00"


def text(name: str, value: str, most: int = LINE) -> Field:
    """A text with its hint."""
    return Field(
        name=name,
        kind=FieldKind.TEXT,
        label=say(f"form.{name}"),
        hint=say(f"form.{name}.hint"),
        values=(value,) if value else (),
        most=most,
    )


def noted(field: Field, settings: ChannelSettings, more: int = 0) -> Field:
    """The field with a line, before its hint, on how much more is kept and whether the file has it apart."""
    kept = say("form.hint.kept", more=more) if more else ""
    apart = say("form.hint.apart") if settings.apart.differs(field.name) else ""
    return replace(field, hint=" ".join(filter(None, (kept, apart, field.hint))))


def time(settings: ChannelSettings) -> Field:
    """The first time of the day; the others stay."""
    more = say("form.time.kept", more=len(settings.times) - 1) if len(settings.times) > 1 else ""
    field = text("time", f"{settings.times[0]:%H:%M}" if settings.times else USUAL_TIME)
    hint = " ".join(filter(None, (more, field.hint)))
    return replace(field, kind=FieldKind.TIME, hint=hint, required=True)


def zone(settings: ChannelSettings) -> Field:
    """The time zone, to be searched for where a platform can."""
    return noted(replace(text("zone", settings.zone), required=True, suggest=Suggest.ZONES), settings)


def quiet(settings: ChannelSettings) -> Field:
    """The quiet hours, as one span."""
    held = settings.quiet
    return noted(text("quiet", f"{wall(held.start)}-{wall(held.end)}" if held else ""), settings)


def weekdays(settings: ChannelSettings) -> Field:
    """The days of the week."""
    offered = [(str(day), weekday(day)) for day in sorted(EVERY_DAY)]
    field = _choices("weekdays", offered, (str(day) for day in sorted(settings.weekdays)))
    return noted(field, settings)


def sections(settings: ChannelSettings) -> Field:
    """The sections of a digest."""
    offered = [(section.value, say(f"section.{section}")) for section in Section]
    return _choices("sections", offered, (section.value for section in settings.sections))


def length(settings: ChannelSettings) -> Field:
    """How much a digest shows."""
    return _choice("length", [(one.value, say(f"length.{one}")) for one in Length], settings.length)


def language(settings: ChannelSettings) -> Field:
    """The languages as those who speak them call them."""
    offered = [(one.value, LANGUAGES[one].name) for one in Language]
    return _choice("language", offered, settings.language or spoken())


def events(settings: ChannelSettings) -> Field:
    """Whether deadlines stand in the server's calendar."""
    offered = [(one, say(f"form.events.{one}")) for one in YES_OR_NO]
    field = _choice("events", offered, YES_OR_NO[not settings.events])
    return replace(field, hint=say("form.events.hint"))


def role(settings: ChannelSettings) -> Field:
    """The role that is pinged."""
    return replace(text("role", settings.role), kind=FieldKind.ROLE)


def _choices(name: str, offered: Iterable[tuple[str, str]], values: Iterable[str]) -> Field:
    return Field(
        name=name,
        kind=FieldKind.CHOICES,
        label=say(f"form.{name}"),
        values=tuple(values),
        choices=tuple(Choice(value=value, label=label) for value, label in offered),
        required=True,
    )


def _choice(name: str, offered: Iterable[tuple[str, str]], value: str) -> Field:
    return replace(_choices(name, offered, (str(value),)), kind=FieldKind.CHOICE)
