"""Commands, buttons, forms and shortcuts of Slack, handed to the desk, and its replies shown.

The same handlers serve Socket Mode and HTTP, one workspace or many: Bolt brings the client of the workspace.
Everything is acknowledged before the desk is asked, but for a form, whose answer closes or corrects it.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.domain.action import REPLACING, Action, ActionName, button
from bot.domain.channel import Channel, Platform
from bot.domain.command import Suggest, Visibility
from bot.domain.form import Choice, Filled, Form, FormName
from bot.domain.reply import Failure, Reply
from bot.domain.request import Person, Press, Request, Typing
from bot.domain.typed import typed
from bot.errors import DeliveryError
from bot.platforms.slack.answering import SOON, Way, Working, after_a_while, patiently
from bot.platforms.slack.forms import FORM, VALUE, Kept, choices_answer, errors_of, field_of, modal, values_of
from bot.platforms.slack.groups import groups
from bot.platforms.slack.heard import heard
from bot.platforms.slack.home import home_view
from bot.platforms.slack.markup import Json
from bot.platforms.slack.pace import Pace
from bot.platforms.slack.people import channels_of, person_in
from bot.platforms.slack.place import Homes, thread_of
from bot.platforms.slack.replies import said_view, shown
from bot.platforms.slack.speaking import Speaker
from bot.platforms.slack.web import call, respond
from bot.ports import Clock, Desk
from bot.texts import say

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
    from slack_sdk.web.async_client import AsyncWebClient

COMMAND = "/brief"
ASK_ABOUT = "ask_about"
"""The callback_id of the message's shortcut, as the manifest has it."""

OURS = re.compile(r"^c\d+:")
"""Begins the action_id of every button of ours, old ones too."""

IN_PLACE = frozenset({FormName.ASK, FormName.SOURCE})
"""Forms that are answered where they were opened; the others say in the form what became of them."""

TOO_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id", "trigger_expired"})
NOT_HERE = frozenset({"not_in_channel", "channel_not_found"})

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One thing that somebody did: what it needs to be answered."""

    client: AsyncWebClient
    way: Way
    channel: Channel
    team: str
    event_id: str
    home: bool = False

    async def person(self) -> Person:
        """Who did it, and what Slack says now of their rights here."""
        return await person_in(self.client, self.way.user, self.channel.channel_id, self.team)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """The handlers; `working` counts what is under way."""

    desk: Desk
    homes: Homes
    clock: Clock
    pace: Pace
    working: Working = field(default_factory=Working)

    def on(self, app: AsyncApp) -> None:
        """Register all handlers."""
        app.command(COMMAND)(self.on_command)
        app.action(OURS)(self.on_button)
        app.shortcut(ASK_ABOUT)(self.on_shortcut)
        app.view(FORM)(self.on_form)
        app.options(VALUE)(self.on_search)
        app.event("app_home_opened")(self.on_home)

    async def on_command(
        self, ack: AsyncAck, command: Json, client: AsyncWebClient, context: AsyncBoltContext
    ) -> None:
        """`/brief` with a subcommand."""
        await ack()
        name, options = typed(heard(str(command.get("text") or "")))
        asked = self._asked(client, context, command, command["channel_id"], command["user_id"])

        async def answer() -> Reply | None:
            request = Request(
                channel=asked.channel,
                person=await asked.person(),
                command=name,
                event_id=asked.event_id,
                options=options,
            )
            return await self.desk.command(request)

        async with self.working.counted():
            await self._answer(asked, answer())

    async def on_button(
        self, ack: AsyncAck, action: Json, body: Json, client: AsyncWebClient, context: AsyncBoltContext
    ) -> None:
        """A button of a message, or of the home page."""
        await ack()
        async with self.working.counted():
            if (body.get("view") or {}).get("type") == "home":
                await self._at_home(action, body, client, context)
                return
            message = body.get("message") or {}
            thread = str((body.get("container") or {}).get("thread_ts") or thread_of(message))
            asked = self._asked(client, context, body, body["channel"]["id"], body["user"]["id"], thread)
            pressed = Action.read(str(action.get("action_id") or ""))
            fleeting = bool((body.get("container") or {}).get("is_ephemeral"))
            asked.way.over = fleeting and (bool(pressed.choice) or pressed.name in REPLACING)
            await self._answer(asked, self._pressed(asked, pressed))

    async def on_shortcut(
        self, ack: AsyncAck, shortcut: Json, client: AsyncWebClient, context: AsyncBoltContext
    ) -> None:
        """The shortcut "Ask about this" of any message."""
        await ack()
        message = shortcut["message"]
        user = shortcut["user"]["id"]
        asked = self._asked(
            client, context, shortcut, shortcut["channel"]["id"], user, str(message.get("thread_ts") or "")
        )
        about = Action(name=ActionName.ASK_ABOUT)
        async with self.working.counted():
            await self._answer(asked, self._pressed(asked, about, heard(str(message.get("text") or ""))))

    async def on_form(
        self, ack: AsyncAck, body: Json, view: Json, client: AsyncWebClient, context: AsyncBoltContext
    ) -> None:
        """A form that was sent. Rights are asked of Slack now, for the channel in which it was opened."""
        kept = Kept.of(str(view.get("private_metadata") or ""))
        asked = self._asked(client, context, body, kept.channel, body["user"]["id"], kept.thread, kept.url)

        async def answer() -> Reply | None:
            filled = Filled(
                form=kept.form,
                channel=asked.channel,
                person=await asked.person(),
                values=values_of(view),
                event_id=asked.event_id,
                thread=kept.thread,
            )
            return await self.desk.submit(filled)

        async with self.working.counted():
            if kept.form.partition(":")[0] in IN_PLACE:
                await ack()
                await self._answer(asked, answer())
                return
            await self._saved(asked, ack, view, answer())
            if kept.home:
                await self._publish(client, context, body["user"]["id"])

    async def on_search(
        self, ack: AsyncAck, body: Json, client: AsyncWebClient, context: AsyncBoltContext
    ) -> None:
        """A field of a form that is searched in: zones, or the workspace's user groups."""
        text = str(body.get("value") or "")
        if field_of(body) == "role":
            found = [one for one in await groups(client) if text.lower() in one.label.lower()]
            await ack(**choices_answer(tuple(found)))
            return
        kept = Kept.of(str((body.get("view") or {}).get("private_metadata") or ""))
        typing = Typing(
            channel=self.homes.channel(team_of(context), kept.channel),
            person=Person(id=body["user"]["id"]),
            suggest=Suggest.ZONES,
            typed=text,
        )
        await ack(**choices_answer(await self.desk.suggest(typing)))

    async def on_home(self, event: Json, client: AsyncWebClient, context: AsyncBoltContext) -> None:
        """Somebody looks at the home page."""
        if event.get("tab") == "home":
            async with self.working.counted():
                await self._publish(client, context, str(event["user"]))

    def _asked(  # noqa: PLR0917 - what a payload says, side by side
        self,
        client: AsyncWebClient,
        context: AsyncBoltContext,
        body: Json,
        channel_id: str,
        user_id: str,
        thread: str = "",
        url: str = "",
    ) -> Asked:
        url = str(body.get("response_url") or url)
        return Asked(
            client=client,
            way=Way(client=client, channel=channel_id, user=user_id, thread=thread, url=url),
            channel=self.homes.channel(team_of(context), channel_id),
            team=self.homes.team(team_of(context)),
            event_id=str(body.get("trigger_id") or ""),
        )

    async def _pressed(self, asked: Asked, action: Action, quoted: str = "") -> Reply | None:
        press = Press(
            channel=asked.channel,
            person=await asked.person(),
            action=action,
            event_id=asked.event_id,
            thread=asked.way.thread,
            quoted=quoted,
        )
        return await self.desk.press(press)

    async def _answer(self, asked: Asked, reply_to_come: Awaitable[Reply | None]) -> None:
        """Show what the desk answers; if it does not reach Slack that is logged: no other way is left."""
        try:
            reply = await after_a_while(asked.way, reply_to_come)
            if reply is None:
                return
            if reply.form is not None:
                await self._open(asked, reply.form)
            elif reply.visibility is Visibility.CHANNEL:
                await self._aloud(asked, reply)
            elif asked.home:
                await self._view(asked, said_view(say("app"), reply))
            else:
                await asked.way.answer(reply)
            await self.desk.answered(Platform.SLACK, asked.event_id)
        except DeliveryError as error:
            about = {"action": "answer_failed", "code": error.code}
            log.warning("an answer did not reach Slack", extra=about, exc_info=True)

    async def _open(self, asked: Asked, form: Form) -> None:
        """Open a form; where that took too long, offer the button that opens it again."""
        way = asked.way
        kept = Kept(form=form.code, channel=way.channel, thread=way.thread, url=way.url, home=asked.home)
        try:
            await self._view(asked, modal(form, kept, await _names(asked.client, form)))
        except DeliveryError as error:
            if error.code not in TOO_LATE:
                raise
            again = (button(_OPENERS[form.name], form.target),)
            late = Failure(what=say("slack.too_late"), todo=say("slack.too_late.todo"))
            await way.answer(Reply(failure=late, buttons=again))

    async def _view(self, asked: Asked, view: Json) -> None:
        await call(asked.client, "views.open", {"trigger_id": asked.event_id, "view": view})

    async def _aloud(self, asked: Asked, reply: Reply) -> None:
        """Say a reply to the whole channel; where the bot is not in it, through the response URL."""
        way = asked.way
        speaker = Speaker(
            client=asked.client, clock=self.clock, pace=self.pace, channel=asked.channel, thread=way.thread
        )
        messages = shown(reply)
        try:
            await speaker.say(asked.event_id, messages)
        except DeliveryError as error:
            if error.code not in NOT_HERE or not way.url:
                raise
            for one in messages[: way.uses]:
                said = {"response_type": "in_channel", "replace_original": False, "text": one.text}
                await respond(asked.client, way.url, {**said, "blocks": list(one.blocks)})

    async def _saved(
        self, asked: Asked, ack: AsyncAck, view: Json, reply_to_come: Awaitable[Reply | None]
    ) -> None:
        """Acknowledge a form with what is wrong in it, or with what became of it."""
        task = asyncio.ensure_future(reply_to_come)
        title = str((view.get("title") or {}).get("text") or say("app"))
        done, _ = await asyncio.wait([task], timeout=SOON)
        if not done:
            busy = Reply(paragraphs=(say("slack.working"),))
            await ack(response_action="update", view=said_view(title, busy))
        reply = await task
        if reply is None:
            await ack()
        elif not done:
            await self._late(asked, view, said_view(title, reply))
        elif reply.problems:
            await ack(response_action="errors", errors=errors_of(reply.problems, view))
        else:
            await ack(response_action="update", view=said_view(title, reply))
        if reply is not None:
            await self.desk.answered(Platform.SLACK, asked.event_id)

    async def _late(self, asked: Asked, view: Json, said: Json) -> None:
        try:
            await patiently(lambda: call(asked.client, "views.update", {"view_id": view["id"], "view": said}))
        except DeliveryError as error:
            about = {"action": "answer_failed", "code": error.code}
            log.warning("an answer did not reach Slack", extra=about)

    async def _at_home(
        self, action: Json, body: Json, client: AsyncWebClient, context: AsyncBoltContext
    ) -> None:
        """A button beside a channel on the home page: it counts only if Slack says they are in it."""
        user_id, channel_id = body["user"]["id"], str(action.get("value") or "")
        way = Way(client=client, channel=channel_id, user=user_id)
        asked = Asked(
            client=client,
            way=way,
            channel=self.homes.channel(team_of(context), channel_id),
            team=self.homes.team(team_of(context)),
            event_id=str(body.get("trigger_id") or ""),
            home=True,
        )

        async def answer() -> Reply | None:
            if channel_id not in await channels_of(client, user_id):
                return Reply(failure=Failure(what=say("slack.not_yours")))
            return await self._pressed(asked, Action.read(str(action.get("action_id") or "")))

        await self._answer(asked, answer())

    async def _publish(self, client: AsyncWebClient, context: AsyncBoltContext, user_id: str) -> None:
        team_id = team_of(context)
        try:
            theirs = set(await channels_of(client, user_id))
            served = await self.desk.channels(Platform.SLACK, self.homes.tenant(team_id))
            person = await person_in(client, user_id, "", self.homes.team(team_id))
            home = await self.desk.home(person, [one for one in served if one.channel_id in theirs])
            await patiently(
                lambda: call(client, "views.publish", {"user_id": user_id, "view": home_view(home)})
            )
        except DeliveryError as error:
            about = {"action": "home_failed", "code": error.code}
            log.warning("a home page could not be shown", extra=about, exc_info=True)


_OPENERS = {
    FormName.SETUP: ActionName.SETUP,
    FormName.SETTINGS: ActionName.SETTINGS,
    FormName.ASK: ActionName.ASK_ABOUT,
    FormName.SOURCE: ActionName.ADD_SOURCE,
}


def team_of(context: Any) -> str:
    """The workspace of a request, or the organisation where the bot is installed for all of one."""
    whole = context.is_enterprise_install or not context.team_id
    return str((context.enterprise_id if whole else context.team_id) or "")


async def _names(client: AsyncWebClient, form: Form) -> dict[str, str]:
    """Words for the user group that is chosen in a form, if one is."""
    chosen = [value for field in form.fields if field.name == "role" for value in field.values]
    known: tuple[Choice, ...] = await groups(client) if chosen else ()
    return {one.value: one.label for one in known}
