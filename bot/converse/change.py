"""Settings that were filled in are kept, taken over at once, and noted with who changed them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date, datetime, timedelta

from bot.converse.accounts import next_send
from bot.converse.cases import Cases, Place, known_sources, local, place_of
from bot.converse.failing import not_allowed
from bot.converse.overtaken import overtaken
from bot.converse.read_form import read
from bot.converse.settings_form import settings_form, setup_form
from bot.deliver.dispatch import job_for
from bot.deliver.owner import owned_at_least_by
from bot.deliver.register import register_channel
from bot.domain.action import ActionName, button
from bot.domain.channel import Channel
from bot.domain.delivery import Delivery, identity
from bot.domain.form import Filled, Form
from bot.domain.preferences import FROM_CHAT, ChannelSettings
from bot.domain.reply import Reply
from bot.domain.request import Person
from bot.domain.schedule import Run, Schedule
from bot.ports import Change, UnitOfWork
from bot.remind.place import try_again
from bot.texts import say, speaking

FIRST = f"{FROM_CHAT}first"
"""The schedule id of the briefing that a channel gets when it is set up."""

LATE = timedelta(hours=6)
"""How late it may still go out, as any digest may."""


async def change(cases: Cases, filled: Filled, *, first: bool) -> Reply:
    """Keep the settings of a channel; its first briefing goes out at once where `first` asks for it.

    Only who the platform says may manage the channel changes anything. What another set while the form was
    open is told first. A channel that was paused, since the platform refused it, is tried again. One of the
    settings file stays the file's where nothing is changed.
    """
    if not filled.person.may_manage:
        return not_allowed(filled.person, "chat.not_manager")
    now = cases.clock.now()
    known = await known_sources(cases, filled.channel.tenant_id)
    async with cases.store.write() as unit:
        place = await place_of(unit, cases, filled.channel, filled.person)
        # A channel that is not served, yet or any more, has nothing to keep: what the form shows is meant.
        marks = filled.form.partition(":")[2] if place.served else ""
        settings, problems = read(cases, place.settings, filled.values, known, marks)
        if problems:
            return Reply(problems=problems)
        forms = (_form(cases, one, known, first=first) for one in (place.settings, settings))
        if told := overtaken(marks, *forms):
            return told
        of_file = place.served and not place.chosen and not first and settings == place.settings
        await _keep(unit, filled, place, None if of_file else settings, now)
        briefed = first and await _first_briefing(unit, settings, now)
        every = await unit.schedules.every(filled.channel.tenant_id)
    cases.wake()
    planned = [(one, run) for one, run in every if one.channel == filled.channel]
    with speaking(settings.language):
        return _saved(planned, now, briefed=briefed)


def _form(cases: Cases, settings: ChannelSettings, known: Iterable[str], *, first: bool) -> Form:
    return setup_form(settings, cases.topics) if first else settings_form(settings, cases.topics, known)


async def _keep(
    unit: UnitOfWork, filled: Filled, place: Place, settings: ChannelSettings | None, now: datetime
) -> None:
    """Put new settings in the place of those before, if there are any, and note what changed, by whom."""
    channel = filled.channel
    await owned_at_least_by(unit, channel.platform, channel.tenant_id, filled.person.id)
    again = (say("audit.resumed"),) if await unit.channels.resume(channel) else ()
    moved = await _put(unit, settings, now) if settings else ()
    changed = _differing(place.settings, settings) if settings else ()
    if settings and not (changed or place.chosen):
        changed = ("channel",)
    await note(unit, channel, filled.person, now, *_words(changed), *moved, *again)
    if (settings or place.settings).events or "events" in changed:
        await try_again(unit, (channel.platform, channel.tenant_id), now)


async def _put(unit: UnitOfWork, settings: ChannelSettings, now: datetime) -> tuple[str, ...]:
    """Keep them, with the schedules that come of them; return what changed of these."""
    await unit.preferences.put(settings)
    return await register_channel(unit, settings.channel, settings.schedules, now)


def _saved(planned: Sequence[tuple[Schedule, Run]], now: datetime, *, briefed: bool) -> Reply:
    """What became of it, in the language that was chosen."""
    lines = [say("chat.saved")] + ([say("chat.first")] if briefed else [])
    lines.append(next_send(planned, now) or say("chat.no_digests"))
    return Reply(paragraphs=tuple(lines), buttons=(button(ActionName.SETTINGS),))


async def note(unit: UnitOfWork, channel: Channel, person: Person, now: datetime, *what: str) -> None:
    """Write down who changed what of a channel."""
    who = f"{channel.platform}:{person.id}"
    for one in what:
        said = say("audit.chat", channel=channel, what=one)
        await unit.audit.note(channel.tenant_id, Change(at=now, who=who, what=said))


def _words(changed: tuple[str, ...]) -> tuple[str, ...]:
    return (say("audit.preferences", fields=", ".join(changed)),) if changed else ()


def _differing(before: ChannelSettings, after: ChannelSettings) -> tuple[str, ...]:
    names = (field.name for field in fields(ChannelSettings) if field.name != "apart")
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


async def _first_briefing(unit: UnitOfWork, settings: ChannelSettings, now: datetime) -> bool:
    """Plan the first briefing, on the path that every digest takes; False if the channel had it."""
    delivery = Delivery(
        id=identity(settings.channel, date.min, FIRST),
        channel=settings.channel,
        schedule_id=FIRST,
        local_date=local(now, settings.zone).date(),
        zone=settings.zone,
        due=now,
        late=now + LATE,
        topics=settings.followed,
        next_try=now,
    )
    added = await unit.deliveries.add([delivery])
    await unit.jobs.defer([job_for(added)] if added else [])
    return bool(added)
