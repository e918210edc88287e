"""Forms that are filled in: searched in while they are open, and answered when they are sent."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.domain.channel import Platform
from bot.domain.command import Suggest
from bot.domain.form import Filled, FormName
from bot.domain.reply import Reply
from bot.domain.request import Person, Typing
from bot.errors import DeliveryError
from bot.platforms.slack.answering import patiently
from bot.platforms.slack.answers import Answers
from bot.platforms.slack.asked import Asked, team_of
from bot.platforms.slack.forms import FORM, VALUE, Kept, choices_answer, errors_of, field_of, values_of
from bot.platforms.slack.home_page import HomePage
from bot.platforms.slack.markup import Json
from bot.platforms.slack.refilled import refilled
from bot.platforms.slack.replies import said_view
from bot.platforms.slack.web import call
from bot.texts import say, speaking

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
    from slack_sdk.web.async_client import AsyncWebClient

IN_PLACE = frozenset({FormName.ASK, FormName.SOURCE})
"""Forms that are answered where they were opened; the others say in the form what became of them."""

AT_ONCE = 0.5
"""Seconds that a form may wait for what became of it before it says "working": it shall not seem to hang."""

CLOSED = frozenset({"not_found", "view_not_found"})
"""The form is not before its person any more."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """The handlers of forms. A form that says in itself what became of it is acknowledged with that."""

    answers: Answers
    home: HomePage

    def on(self, app: AsyncApp) -> None:
        """Register the handlers."""
        app.view(FORM)(self.on_form)
        app.options(VALUE)(self.on_search)

    async def on_form(
        self, ack: AsyncAck, body: Json, view: Json, client: AsyncWebClient, context: AsyncBoltContext
    ) -> None:
        """A form that was sent. Rights are asked of Slack now, for the channel in which it was opened."""
        kept = Kept.of(str(view.get("private_metadata") or ""))
        asked = Asked.of(
            client=client,
            homes=self.answers.homes,
            context=context,
            body=body,
            channel=kept.channel,
            user=body["user"]["id"],
            thread=kept.thread,
            url=kept.url,
        )
        async with self.answers.working.counted():
            if kept.form.partition(":")[0] in IN_PLACE:
                await ack()
                await self.answers.show(asked, self._submitted(asked, kept, view))
                return
            with speaking(await self.answers.desk.language(asked.channel)):
                await self._saved(asked, ack, (view, kept), self._submitted(asked, kept, view))
            if kept.home:
                await self.home.publish(client, context, asked.way.user)

    async def _submitted(self, asked: Asked, kept: Kept, view: Json) -> Reply | None:
        filled = Filled(
            form=kept.form,
            channel=asked.channel,
            person=await asked.person(),
            values=values_of(view),
            event_id=asked.event_id,
            thread=kept.thread,
        )
        return await self.answers.desk.submit(filled)

    async def on_search(
        self, ack: AsyncAck, body: Json, client: AsyncWebClient, context: AsyncBoltContext
    ) -> None:
        """A field of a form that is searched in: zones, or the workspace's user groups."""
        text = str(body.get("value") or "")
        if field_of(body) == "role":
            known = await self.answers.groups.of(client, self.answers.clock.now())
            found = [one for one in known if text.lower() in one.label.lower()]
            await ack(**choices_answer(tuple(found)))
            return
        kept = Kept.of(str((body.get("view") or {}).get("private_metadata") or ""))
        typing = Typing(
            channel=self.answers.homes.channel(team_of(context), kept.channel),
            person=Person(id=body["user"]["id"]),
            suggest=Suggest.ZONES,
            typed=text,
        )
        await ack(**choices_answer(await self.answers.desk.suggest(typing)))

    async def _saved(
        self, asked: Asked, ack: AsyncAck, sent: tuple[Json, Kept], reply_to_come: Awaitable[Reply | None]
    ) -> None:
        """Acknowledge a form with what is wrong in it, or with what became of it.

        Errors beside its fields leave it under its code: one that gets another is sent whole.
        """
        view, kept = sent
        task = asyncio.ensure_future(reply_to_come)
        title = str((view.get("title") or {}).get("text") or say("app"))
        done, _ = await asyncio.wait([task], timeout=AT_ONCE)
        if not done:
            busy = Reply(paragraphs=(say("slack.working"),))
            await ack(response_action="update", view=said_view(title, busy))
        reply = await task
        if reply is None:
            await ack()
            return
        with speaking(reply.language):
            if reply.renewed:
                view = {**view, "private_metadata": replace(kept, form=reply.renewed).metadata}
            said = refilled(view, reply) if reply.problems or reply.failure else said_view(title, reply)
            if not done:
                await _late(asked, view, said, reply)
            elif reply.problems and not reply.renewed:
                await ack(response_action="errors", errors=errors_of(reply.problems, view))
            else:
                await ack(response_action="update", view=said)
        await self.answers.desk.answered(Platform.SLACK, asked.event_id)


async def _late(asked: Asked, view: Json, said: Json, reply: Reply) -> None:
    """What became of a form, in its place; where its person has closed it, as any other answer."""
    update = {"view_id": view["id"], "view": said}
    try:
        try:
            await patiently(lambda: call(asked.client, "views.update", update))
        except DeliveryError as error:
            if error.code not in CLOSED:
                raise
            await asked.way.answer(reply)
    except DeliveryError as error:
        about = {"action": "answer_failed", "code": error.code}
        log.warning("an answer did not reach Slack", extra=about)
