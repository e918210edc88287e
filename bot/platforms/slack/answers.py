"""What the desk answers, shown to who asked: as a form, aloud, in a view, or to them alone."""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.domain.action import Action, button
from bot.domain.channel import Platform
from bot.domain.command import Visibility
from bot.domain.form import OPENERS, Choice, Form
from bot.domain.reply import Failure, Reply
from bot.domain.request import Press
from bot.errors import DeliveryError
from bot.platforms.slack.answering import Working, after_a_while
from bot.platforms.slack.asked import Asked
from bot.platforms.slack.forms import Kept, modal
from bot.platforms.slack.groups import Groups
from bot.platforms.slack.markup import Json
from bot.platforms.slack.pace import Pace
from bot.platforms.slack.place import Homes
from bot.platforms.slack.replies import said_view, shown
from bot.platforms.slack.speaking import Speaker
from bot.platforms.slack.web import call, respond
from bot.ports import Clock, Desk
from bot.texts import say, speaking

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

TOO_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id", "trigger_expired"})
NOT_HERE = frozenset({"not_in_channel", "channel_not_found"})

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What all handlers share; `working` counts the answers that are under way."""

    desk: Desk
    homes: Homes
    clock: Clock
    pace: Pace
    working: Working = field(default_factory=Working)
    groups: Groups = field(default_factory=Groups)

    async def pressed(self, asked: Asked, action: Action, quoted: str = "") -> Reply | None:
        """What the desk says to a button."""
        press = Press(
            channel=asked.channel,
            person=await asked.person(),
            action=action,
            event_id=asked.event_id,
            thread=asked.way.thread,
            quoted=quoted,
        )
        return await self.desk.press(press)

    async def show(self, asked: Asked, reply_to_come: Awaitable[Reply | None]) -> None:
        """Show what the desk answers; if it does not reach Slack that is logged: no other way is left."""
        try:
            with speaking(await self.desk.language(asked.channel)):
                reply = await after_a_while(asked.way, reply_to_come)
            if reply is None:
                return
            with speaking(reply.language):
                await self._shown(asked, reply)
            await self.desk.answered(Platform.SLACK, asked.event_id)
        except DeliveryError as error:
            about = {"action": "answer_failed", "code": error.code}
            log.warning("an answer did not reach Slack", extra=about, exc_info=True)

    async def _shown(self, asked: Asked, reply: Reply) -> None:
        if reply.form is not None:
            await self._open(asked, reply.form)
        elif reply.visibility is Visibility.CHANNEL:
            await self._aloud(asked, reply)
        elif asked.home:
            await _view(asked, said_view(say("app"), reply))
        else:
            await asked.way.answer(reply)

    async def _open(self, asked: Asked, form: Form) -> None:
        """Open a form; where that took too long, or Slack failed, offer the button that opens it again."""
        way = asked.way
        kept = Kept(form=form.code, channel=way.channel, thread=way.thread, url=way.url, home=asked.home)
        try:
            await _view(asked, modal(form, kept, await self._names(asked.client, form)))
        except DeliveryError as error:
            if error.code not in TOO_LATE:
                log.warning("a form was not opened", extra={"action": "form_failed", "code": error.code})
            again = (button(OPENERS[form.name], form.target),)
            late = Failure(what=say("slack.too_late"), todo=say("slack.too_late.todo"))
            await way.answer(Reply(failure=late, buttons=again))

    async def _names(self, client: AsyncWebClient, form: Form) -> dict[str, str]:
        """Words for the user group that is chosen in a form, if one is."""
        chosen = [value for field in form.fields if field.name == "role" for value in field.values]
        known: tuple[Choice, ...] = await self.groups.of(client, self.clock.now()) if chosen else ()
        return {one.value: one.label for one in known}

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


async def _view(asked: Asked, view: Json) -> None:
    await call(asked.client, "views.open", {"trigger_id": asked.event_id, "view": view})
