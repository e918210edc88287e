"""What each command answers; every platform shows the same."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

from bot.brief.pipeline import Request as BriefRequest
from bot.brief.select import window
from bot.converse import answers
from bot.converse.accounts import accounted
from bot.converse.cases import Cases, Place, known_sources, local, look_up, of_calendar
from bot.converse.claims import Then
from bot.converse.failing import not_allowed
from bot.converse.options import checked, usage, whole
from bot.converse.settings_form import settings_form
from bot.converse.sources import sources
from bot.deliver.agenda import lay_out_agenda
from bot.deliver.layout import lay_out
from bot.domain.action import ActionName, button
from bot.domain.channel import Channel, Topic, topic_named
from bot.domain.command import BY_NAME, COMMANDS, Command, Who
from bot.domain.deadline import DatedEvent
from bot.domain.question import Asker, Question
from bot.domain.reply import Reply
from bot.domain.request import Person, Request
from bot.domain.shown import shown
from bot.errors import InputError
from bot.remind.pipeline import Ahead
from bot.texts import say

SHOWN = 10
"""Deadlines in one reply; the rest is counted, and found with fewer days or a topic."""

CATCH_UP = "catchup"

Options = Mapping[str, str]


async def run(cases: Cases, request: Request) -> tuple[Reply, Then | None]:
    """The answer to a command, and what is to be done once the person has seen it.

    Raise InputError for a command that is not understood.
    """
    command = BY_NAME.get(request.command)
    if command is None:
        raise InputError(say("chat.no_command", command=request.command[:40]), todo=say("chat.see_help"))
    if command.who is Who.MANAGER and not request.person.may_manage:
        return not_allowed(request.person, "chat.not_manager"), None
    options = checked(command, request.options)
    if not request.person.may_source and options.keys() & _for_sourcers(command):
        return not_allowed(request.person, "chat.not_sourcer"), None
    if command.name == CATCH_UP:
        return await catch_up(cases, request)
    return await _HANDLERS[command.name](cases, request, options), None


def _for_sourcers(command: Command) -> set[str]:
    return {option.name for option in command.options if option.who is Who.SOURCER}


async def now(cases: Cases, request: Request, options: Options) -> Reply:
    """A briefing for this one person."""
    place = await look_up(cases, request.channel, request.person)
    until = cases.clock.now()
    wanted = BriefRequest(
        tenant_id=request.channel.tenant_id,
        zone=place.zone,
        window=window(until, whole(options, "hours", cases.hours)),
        topics=topics_for(cases, place, options),
    )
    briefing = await cases.brief.for_reader(request.channel, wanted)
    post = lay_out(briefing, request.channel, place.settings.style)
    return Reply(post=replace(post, stories=()))


async def ask(cases: Cases, request: Request, options: Options) -> Reply:
    """An answer with its quotes, or an honest no."""
    return await answer(cases, request.channel, request.person, request.thread, options["question"])


async def answer(cases: Cases, channel: Channel, person: Person, thread: str, text: str) -> Reply:
    """What is said to a question of one person in one thread; raise InputError for one too many."""
    place = await look_up(cases, channel, person)
    asker = Asker(channel=channel, user_id=person.id, thread_id=thread, zone=place.zone)
    question = Question(text=shown(text), asked=cases.clock.now(), asker=asker)
    return answers.told(await cases.ask.run(question))


async def deadlines(cases: Cases, request: Request, options: Options) -> Reply:
    """What falls due, or one deadline with its buttons."""
    place = await look_up(cases, request.channel, request.person)
    days = whole(options, "days", cases.days)
    ahead = Ahead(
        tenant_id=request.channel.tenant_id,
        now=cases.clock.now(),
        zone=place.zone,
        days=days,
        topics=topics_for(cases, place, options),
    )
    events = await cases.upcoming.run(ahead)
    if "deadline" not in options:
        return Reply(post=lay_out_agenda(events, request.channel, ahead.today, ahead.zone, days, most=SHOWN))
    event = _named(events, options["deadline"])
    post = lay_out_agenda([event], request.channel, ahead.today, ahead.zone, days)
    names = (ActionName.REMIND_ME, ActionName.SNOOZE, ActionName.MUTE, ActionName.SOURCE)
    return Reply(post=post, buttons=tuple(button(name, event.id) for name in names))


def _named(events: tuple[DatedEvent, ...], wanted: str) -> DatedEvent:
    """The event with that id, or the first whose words hold it; raise InputError if none is meant."""
    by_id = [event for event in events if event.id == wanted]
    by_words = [event for event in events if wanted.casefold() in event.text.casefold()]
    if not (by_id or by_words):
        raise InputError(say("chat.no_deadline", deadline=wanted), todo=say("chat.no_deadline.todo"))
    return (by_id or by_words)[0]


async def catch_up(cases: Cases, request: Request) -> tuple[Reply, Then]:
    """What changed, and what notes the visit: one that nobody saw is told again."""
    place = await look_up(cases, request.channel, request.person)
    asker = Asker(channel=request.channel, user_id=request.person.id, zone=place.zone)
    caught = await cases.catch_up.look(asker, topics_for(cases, place, {}))

    async def seen() -> None:
        await cases.catch_up.visit(asker, caught.visit)

    return answers.caught_up(caught, place.zone), seen


async def settings(cases: Cases, request: Request, _options: Options) -> Reply:
    """The settings form as the channel is set now."""
    place = await look_up(cases, request.channel, request.person)
    known = await known_sources(cases, request.channel.tenant_id)
    return Reply(form=settings_form(place.settings, cases.topics, known))


async def why(cases: Cases, request: Request, options: Options) -> Reply:
    """What became of each send of a day."""
    place = await look_up(cases, request.channel, request.person)
    day = date.fromisoformat(options["day"]) if "day" in options else today(cases.clock.now(), place)
    account = await cases.why.run(request.channel.tenant_id, day, day, request.channel)
    return accounted(account, day, await of_calendar(cases, request.channel))


async def help_(_cases: Cases, _request: Request, options: Options) -> Reply:
    """Every command in one line, or one with its options."""
    if "command" not in options:
        lines = tuple(say("chat.help", usage=usage(one), help=one.help) for one in COMMANDS)
        return Reply(title=say("chat.help.title"), paragraphs=lines)
    command = BY_NAME.get(options["command"].lower())
    if command is None:
        raise InputError(say("chat.no_command", command=options["command"]), todo=say("chat.see_help"))
    return Reply(title=usage(command), paragraphs=(command.help, *_option_lines(command)))


def _option_lines(command: Command) -> tuple[str, ...]:
    return tuple(
        say("chat.help.option", option=one.name, help=command.help_of(one)) for one in command.options
    )


def topics_for(cases: Cases, place: Place, options: Options) -> tuple[Topic, ...]:
    """The topic that was named, or else those that the channel follows; in the channel's sources alone."""
    settings = place.settings
    if "topic" in options:
        settings = replace(settings, topics=(cases.topic(options["topic"], settings.topics).name,))
    followed = (topic_named(cases.topics, name) for name in settings.followed)
    return tuple(topic for topic in followed if topic)


def today(now: datetime, place: Place) -> date:
    """The local day of a channel."""
    return local(now, place.zone).date()


_HANDLERS: Mapping[str, Callable[[Cases, Request, Options], Awaitable[Reply]]] = MappingProxyType(
    {
        "now": now,
        "ask": ask,
        "deadlines": deadlines,
        "sources": sources,
        "settings": settings,
        "why": why,
        "help": help_,
    }
)
