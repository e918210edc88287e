"""A person's home page: the channels they share with the bot, the next sends, the deadlines ahead."""

from __future__ import annotations

from collections.abc import Sequence

from bot.converse.accounts import next_send
from bot.converse.cases import Cases, Place, known_zone, place_of
from bot.deliver.agenda import lay_out_agenda
from bot.deliver.topics import topics_in_words
from bot.deliver.when import short_day
from bot.domain.action import ActionName, button
from bot.domain.channel import Channel
from bot.domain.post import Post
from bot.domain.reply import Home, HomeChannel
from bot.domain.request import Person
from bot.domain.schedule import EVERY_DAY, Run, Schedule
from bot.ports import UnitOfWork
from bot.remind.pipeline import Ahead, entries_of
from bot.remind.view import between
from bot.texts import count, say, weekday

AHEAD = 5
"""Deadlines on the page."""


async def home(cases: Cases, person: Person, channels: Sequence[Channel]) -> Home:
    """The page, from what is stored: it is drawn while a person looks at it."""
    async with cases.store.read() as unit:
        tenants = {one.tenant_id for one in channels}
        planned = [one for tenant_id in tenants for one in await unit.schedules.every(tenant_id)]
        shown = [await _channel(unit, cases, channel, planned) for channel in channels]
    title = say("home.title", app=say("app"))
    if not shown:
        return Home(title=title, paragraphs=(say("home.none"),))
    return Home(title=title, channels=tuple(shown), ahead=await _ahead(cases, person, channels[0]))


async def _channel(
    unit: UnitOfWork, cases: Cases, channel: Channel, every: Sequence[tuple[Schedule, Run]]
) -> HomeChannel:
    place = await place_of(unit, cases, channel)
    planned = [one for one in every if one[0].channel == channel]
    pause = (await unit.channels.paused([channel])).get(channel)
    sends = [next_send(planned, cases.clock.now()) or say("chat.no_digests")]
    if pause:
        paused = say("chat.paused", day=short_day(pause.since.date()), reason=pause.reason)
        sends = [paused, *([] if planned else sends)]
    lines = (*sends, *_settings(place))
    return HomeChannel(channel=channel, lines=lines, buttons=(button(ActionName.SETTINGS),))


def _settings(place: Place) -> list[str]:
    settings = place.settings
    days = ", ".join(weekday(day) for day in sorted(settings.weekdays))
    lines = list(topics_in_words(settings.followed) or [say("digest.topics", topics=say("home.everything"))])
    if settings.weekdays != EVERY_DAY:
        lines.append(say("home.weekdays", days=days))
    if settings.quiet:
        quiet = settings.quiet
        lines.append(say("home.quiet", start=f"{quiet.start:%H:%M}", end=f"{quiet.end:%H:%M}"))
    ladder = ", ".join(count("day", days) if days else say("home.that_day") for days in settings.ladder)
    lines.append(say("home.reminders", days=ladder) if settings.reminders else say("home.no_reminders"))
    return lines


async def _ahead(cases: Cases, person: Person, channel: Channel) -> Post:
    """The next deadlines that the ledger knows."""
    zone = known_zone(person.zone) or cases.zone()
    ahead = Ahead(tenant_id=channel.tenant_id, now=cases.clock.now(), zone=zone, days=cases.days)
    async with cases.store.read() as unit:
        events = between(await entries_of(unit, ahead), ahead.now, zone, ahead.last)
    return lay_out_agenda(events, channel, ahead.today, zone, cases.days, most=AHEAD)
