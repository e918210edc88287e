"""The fields of the settings form that hold lists; each says how much it keeps beside what it shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from textwrap import shorten

from bot.converse.fitting import LONG, LONGEST_LIST, typed_ladder, typed_sources, typed_times, typed_topics
from bot.converse.value_fields import noted, text
from bot.domain.command import Suggest
from bot.domain.form import Choice, Field, FieldKind
from bot.domain.preferences import MOST_SOURCES, ChannelSettings
from bot.domain.shown import shown
from bot.texts import say

LONGEST_HINT = 500

LONGEST_CHOICE = 75
"""Characters of a choice in Slack (docs.slack.dev, "Option object"); Discord's may have 100."""


def topics(settings: ChannelSettings, known: Iterable[str]) -> Field:
    """Words, or names of the settings file, which the hint tells."""
    typed, names = typed_topics(settings), ", ".join(sorted(known))
    field = replace(text("topics", typed.text, LONG), suggest=Suggest.TOPICS)
    if names:
        hint = shorten(say("form.topics.known", topics=names), LONGEST_HINT, placeholder=" …")
        field = replace(field, hint=hint)
    return noted(field, settings, len(typed.left))


def times(settings: ChannelSettings) -> Field:
    """All times of a day."""
    typed = typed_times(settings)
    return noted(text("times", typed.text, LONG), settings, len(typed.left))


def reminders(settings: ChannelSettings) -> Field:
    """Days before a deadline; nothing where the channel is not reminded."""
    typed = typed_ladder(settings)
    if not settings.reminders:
        return text("reminders", "", LONG)
    return noted(text("reminders", typed.text, LONG), settings, len(typed.left))


def sources(settings: ChannelSettings, known: Iterable[str]) -> Field:
    """A menu; lines to be typed where there are more, or longer names, than a menu holds."""
    names = tuple(dict.fromkeys((*settings.sources, *known)))
    field = Field(
        name="sources",
        kind=FieldKind.CHOICES,
        label=say("form.sources"),
        hint=say("form.sources.hint"),
        values=settings.sources,
        choices=tuple(Choice(value=name, label=shown(name)) for name in names),
    )
    if 0 < len(names) <= MOST_SOURCES and all(shown(name) and len(name) <= LONGEST_CHOICE for name in names):
        return field
    typed = typed_sources(settings)
    lines = replace(
        field,
        kind=FieldKind.LONG_TEXT,
        hint=say("form.sources.lines"),
        values=(typed.text,) if typed.text else (),
        choices=(),
        most=LONGEST_LIST,
    )
    return noted(lines, settings, len(typed.left))
