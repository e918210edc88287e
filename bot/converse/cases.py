"""What the chat works with: the use cases, and where a person stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.ask.catchup import CatchUp
from bot.ask.pipeline import Ask
from bot.brief.pipeline import Brief
from bot.converse.of_file import of_file
from bot.deliver.why import Why
from bot.domain.channel import Channel, Topic, topic_named
from bot.domain.preferences import ChannelSettings
from bot.domain.reminder import Policy
from bot.domain.request import Person
from bot.domain.schedule import Schedule
from bot.domain.shown import shown, unquoted
from bot.domain.speech import Languages
from bot.errors import InputError
from bot.gather.adding import AddSource
from bot.gather.care import Care
from bot.gather.pipeline import Gather
from bot.ports import Clock, Store, UnitOfWork
from bot.remind.calendars import CalendarPolicies
from bot.remind.pipeline import Upcoming
from bot.remind.place import told
from bot.texts import Language, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """The use cases behind the commands. Topics, policies, calendars and zone are those of this moment.

    `zone` is for a channel and a person without one; `hours` and `days` are how far a briefing looks back and
    the deadlines look ahead where nobody says. `wake` tells the worker that there is something to send.
    `languages`, and `digests` by the settings file, are those of this moment too.
    """

    store: Store
    clock: Clock
    brief: Brief
    ask: Ask
    catch_up: CatchUp
    upcoming: Upcoming
    why: Why
    add: AddSource
    care: Care
    gather: Gather
    topics: Mapping[str, Topic]
    policies: Callable[[], Sequence[Policy]]
    wake: Callable[[], None]
    digests: Mapping[Channel, Sequence[Schedule]]
    calendars: CalendarPolicies = tuple
    languages: Languages = field(default_factory=Languages)
    zone: Callable[[], str] = lambda: "UTC"
    hours: int = 24
    days: int = 90

    def topic(self, name: str, followed: Sequence[str] = ()) -> Topic:
        """The topic of that name, whatever its case; a name in quotes that no topic has means these words.

        The words among the topics `followed` are found without quotes too. Raise InputError, naming those
        there are.
        """
        bare = unquoted(name)
        known = {unquoted(one).casefold(): one for one in (*followed, *sorted(self.topics))}
        words = name if bare == shown(name) else f'"{bare}"'
        found = topic_named(self.topics, known.get(bare.casefold(), words))
        if found is None:
            there = ", ".join(sorted(map(unquoted, known.values())))
            todo = say("chat.topics", topics=there or say("chat.none"), topic=bare)
            raise InputError(say("chat.no_topic", topic=name), todo=todo)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A channel as it is set. `chosen` says that it was set up from a chat, `served` that it has digests."""

    settings: ChannelSettings
    chosen: bool
    served: bool

    @property
    def zone(self) -> str:
        """The channel's zone."""
        return self.settings.zone


async def place_of(unit: UnitOfWork, cases: Cases, channel: Channel, person: Person | None = None) -> Place:
    """How a channel is set: from a chat, or else by the settings file, or else as a person may want it."""
    chosen = await unit.preferences.get(channel)
    language = cases.languages.of(channel, chosen, person.language if person else None)
    if chosen:
        return Place(settings=replace(chosen, language=language), chosen=True, served=True)
    planned = await unit.schedules.every(channel.tenant_id)
    schedules = [one for one, _ in planned if one.channel == channel]
    policy = next((one for one in cases.policies() if one.channel == channel), None)
    if schedules:
        calendar = next((one for one in cases.calendars() if one.channel == channel), None)
        settings = of_file(schedules, policy, calendar)
        return Place(settings=replace(settings, language=language), chosen=False, served=True)
    zone = known_zone(person.zone if person else "") or cases.zone()
    settings = ChannelSettings(channel=channel, zone=zone, times=(), language=language)
    return Place(settings=settings, chosen=False, served=False)


async def spoken_in(cases: Cases, channel: Channel, person: Person | None = None) -> Language:
    """The language of what is said to a person in a channel: the channel's, or theirs where it has none."""
    async with cases.store.read() as unit:
        chosen = await unit.preferences.get(channel)
    return cases.languages.of(channel, chosen, person.language if person else None)


async def of_calendar(cases: Cases, channel: Channel) -> str:
    """What is to be said of the calendar of the channel's server; empty if all is well, or there is none."""
    async with cases.store.read() as unit:
        return await told(unit, (channel.platform, channel.tenant_id))


async def look_up(cases: Cases, channel: Channel, person: Person | None = None) -> Place:
    """`place_of` within a transaction of its own."""
    async with cases.store.read() as unit:
        return await place_of(unit, cases, channel, person)


async def known_sources(cases: Cases, tenant_id: str) -> tuple[str, ...]:
    """What a channel may read alone: the outlets, those with most articles first, and what is yet unread."""
    async with cases.store.read() as unit:
        outlets = [one.name for one in await unit.articles.outlets(tenant_id)]
        polled = [one.name for one in await unit.sources.every(tenant_id) if one.read is None]
    return tuple(dict.fromkeys((*outlets, *filter(None, polled))))


NO_PLACE = frozenset({"localtime", "Factory", "posixrules"})
"""Files of the zone database that name no place: the machine's own clock, and "not set"."""


def known_zone(name: str) -> str:
    """The name if it is an IANA zone, whatever its case; empty if it is none, or means the machine's own."""
    return _zones().get(name.strip().replace(" ", "_").casefold(), "")


@cache
def _zones() -> Mapping[str, str]:
    """Each zone by its name in small letters. Once a process: every listing opens hundreds of files."""
    return {zone.casefold(): zone for zone in available_timezones() - NO_PLACE}


def local(at: datetime, zone: str) -> datetime:
    """The same instant on the clocks of a zone."""
    return at.astimezone(ZoneInfo(zone))
