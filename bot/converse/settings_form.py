"""The settings of a channel as a form, and the form of first contact."""

from __future__ import annotations

from collections.abc import Iterable

from bot.converse import list_fields, value_fields
from bot.converse.untouched import marked
from bot.domain.appointment import WITH_CALENDAR
from bot.domain.form import Form, FormName
from bot.domain.preferences import ChannelSettings
from bot.texts import say


def setup_form(settings: ChannelSettings, topics: Iterable[str]) -> Form:
    """The three fields of first contact."""
    page = (list_fields.topics(settings, topics), value_fields.time(settings), value_fields.zone(settings))
    return Form(
        name=FormName.SETUP,
        title=say("form.setup"),
        submit=say("form.save"),
        pages=(page,),
        target=marked(page),
    )


def settings_form(settings: ChannelSettings, topics: Iterable[str], sources: Iterable[str] = ()) -> Form:
    """All that a channel can be set to, in three pages; the last holds the calendar where there is one.

    `sources` are those that it may read alone.
    """
    when = (
        list_fields.topics(settings, topics),
        list_fields.times(settings),
        value_fields.zone(settings),
        value_fields.weekdays(settings),
        value_fields.quiet(settings),
    )
    what = (
        list_fields.sources(settings, sources),
        value_fields.sections(settings),
        value_fields.length(settings),
        list_fields.reminders(settings),
        value_fields.role(settings),
    )
    beside = (value_fields.events(settings),) if settings.channel.platform in WITH_CALENDAR else ()
    pages = (when, what, (value_fields.language(settings), *beside))
    return Form(
        name=FormName.SETTINGS,
        title=say("form.settings"),
        submit=say("form.save"),
        pages=pages,
        target=marked(field for page in pages for field in page),
    )
