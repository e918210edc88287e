"""What each button does. Where it was pressed and by whom is what the platform says, never the button."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType

from bot.converse import caring, commands, wishing
from bot.converse.accounts import accounted, why_these
from bot.converse.cases import Cases, known_sources, look_up, of_calendar
from bot.converse.failing import not_allowed, refused
from bot.converse.settings_form import settings_form, setup_form
from bot.converse.sharing import share
from bot.domain.action import MANAGER_ACTIONS, SOURCE_ACTIONS, ActionName, button
from bot.domain.command import BY_NAME
from bot.domain.form import Field, FieldKind, Form, FormName
from bot.domain.question import MAX_QUESTION_CHARS, Asker, Turn
from bot.domain.reply import Feedback, Reply
from bot.domain.request import Press, Request
from bot.domain.shown import shown
from bot.texts import say

CONTEXT = 200
"""Characters of a message that a question about it leans on."""

Doer = Callable[[Cases, Press], Awaitable[Reply]]


async def run(cases: Cases, press: Press) -> Reply:
    """The answer to a button; one that is old or not ours is answered with what to do instead."""
    name = press.action.name
    if name in MANAGER_ACTIONS and not press.person.may_manage:
        return not_allowed(press.person, "chat.not_manager")
    if name in SOURCE_ACTIONS and not press.person.may_source:
        return not_allowed(press.person, "chat.not_sourcer")
    return await _DOERS[name](cases, press)


async def _unknown(_cases: Cases, _press: Press) -> Reply:
    return refused("chat.old_button", "chat.see_help")


async def _ask_about(cases: Cases, press: Press) -> Reply:
    """The question form; the next question of this person here may lean on the message it is about."""
    about = shown(press.quoted)[:CONTEXT]
    if about:
        now = cases.clock.now()
        asker = Asker(channel=press.channel, user_id=press.person.id, thread_id=press.thread)
        async with cases.store.write() as unit:
            await unit.conversations.add(Turn(asker=asker, at=now, question=about, understood=about))
    field = Field(
        name="question",
        kind=FieldKind.LONG_TEXT,
        label=say("form.question"),
        hint=say("form.question.hint"),
        required=True,
        most=MAX_QUESTION_CHARS,
    )
    form = Form(
        name=FormName.ASK,
        title=say("form.ask"),
        submit=say("form.ask.submit"),
        pages=((field,),),
        target=press.action.target,
    )
    return Reply(form=form)


async def _deadlines(cases: Cases, press: Press) -> Reply:
    return await commands.deadlines(cases, _as_command(press, "deadlines"), {})


def _as_command(press: Press, name: str) -> Request:
    return Request(
        channel=press.channel,
        person=press.person,
        command=BY_NAME[name].name,
        event_id=press.event_id,
        thread=press.thread,
    )


async def _why(cases: Cases, press: Press) -> Reply:
    """Why a briefing shows what it shows, and what became of today's sends."""
    place = await look_up(cases, press.channel, press.person)
    day = commands.today(cases.clock.now(), place)
    tenant_id = press.channel.tenant_id
    account = await cases.why.run(tenant_id, day, day, press.channel)
    sends = accounted(account, day, await of_calendar(cases, press.channel))
    async with cases.store.read() as unit:
        briefing = await unit.briefings.get(tenant_id, press.action.target)
        feedback = await unit.feedback.of(tenant_id, press.action.target)
    return why_these(briefing, feedback, sends) if briefing else sends


async def _feedback(_cases: Cases, press: Press) -> Reply:
    names = (ActionName.USEFUL, ActionName.NOT_USEFUL)
    buttons = tuple(button(name, press.action.target) for name in names)
    return Reply(paragraphs=(say("chat.feedback"),), buttons=buttons)


async def _opinion(cases: Cases, press: Press) -> Reply:
    """What a person thinks of a briefing of this tenant."""
    opinion = Feedback(
        channel=press.channel,
        briefing_id=press.action.target,
        user_id=press.person.id,
        useful=press.action.name is ActionName.USEFUL,
        at=cases.clock.now(),
    )
    async with cases.store.write() as unit:
        if await unit.briefings.get(press.channel.tenant_id, press.action.target) is None:
            return await _unknown(cases, press)
        await unit.feedback.put(opinion)
    return Reply(paragraphs=(say("chat.thanks"),))


async def _settings(cases: Cases, press: Press) -> Reply:
    place = await look_up(cases, press.channel, press.person)
    known = await known_sources(cases, press.channel.tenant_id)
    return Reply(form=settings_form(place.settings, cases.topics, known))


async def _setup(cases: Cases, press: Press) -> Reply:
    """The form of first contact; a channel that is set up already gets all of its settings."""
    place = await look_up(cases, press.channel, press.person)
    if place.chosen:
        return await _settings(cases, press)
    return Reply(form=setup_form(place.settings, cases.topics))


_DOERS: Mapping[ActionName, Doer] = MappingProxyType(
    {
        ActionName.ASK_ABOUT: _ask_about,
        ActionName.DEADLINES: _deadlines,
        ActionName.WHY: _why,
        ActionName.FEEDBACK: _feedback,
        ActionName.USEFUL: _opinion,
        ActionName.NOT_USEFUL: _opinion,
        ActionName.SETTINGS: _settings,
        ActionName.SETUP: _setup,
        ActionName.SHARE: share,
        ActionName.UNKNOWN: _unknown,
        **wishing.DOERS,
        **caring.DOERS,
    }
)
