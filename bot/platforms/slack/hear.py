"""Commands, buttons and shortcuts of Slack, handed to the desk.

The same handlers serve Socket Mode and HTTP, one workspace or many: Bolt brings the client of the workspace.
Everything is acknowledged before the desk is asked, but for a form, whose answer closes or corrects it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.action import REPLACING, Action, ActionName
from bot.domain.reply import Reply
from bot.domain.request import Request
from bot.domain.typed import typed
from bot.platforms.slack.answers import Answers
from bot.platforms.slack.asked import Asked
from bot.platforms.slack.filling import Filling
from bot.platforms.slack.heard import heard
from bot.platforms.slack.home_page import HomePage
from bot.platforms.slack.markup import Json
from bot.platforms.slack.mentions import Mentions
from bot.platforms.slack.place import thread_of

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
    from slack_sdk.web.async_client import AsyncWebClient

COMMAND = "/brief"
ASK_ABOUT = "ask_about"
"""The callback_id of the message's shortcut, as the manifest has it."""

OURS = re.compile(r"^c\d+:")
"""Begins the action_id of every button of ours, old ones too."""


def hear(app: AsyncApp, answers: Answers) -> None:
    """Register the handlers of all that people say and do to the bot."""
    home = HomePage(answers)
    for handlers in (
        Hearing(answers=answers, home=home),
        Filling(answers=answers, home=home),
        home,
        Mentions(answers=answers),
    ):
        handlers.on(app)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """The handlers of commands, buttons and shortcuts."""

    answers: Answers
    home: HomePage

    def on(self, app: AsyncApp) -> None:
        """Register the handlers."""
        app.command(COMMAND)(self.on_command)
        app.action(OURS)(self.on_button)
        app.shortcut(ASK_ABOUT)(self.on_shortcut)

    async def on_command(
        self, ack: AsyncAck, command: Json, client: AsyncWebClient, context: AsyncBoltContext
    ) -> None:
        """`/brief` with a subcommand."""
        await ack()
        asked = Asked.of(
            client=client,
            homes=self.answers.homes,
            context=context,
            body=command,
            channel=command["channel_id"],
            user=command["user_id"],
        )
        async with self.answers.working.counted():
            await self.answers.show(asked, self._commanded(asked, str(command.get("text") or "")))

    async def _commanded(self, asked: Asked, text: str) -> Reply | None:
        name, options = typed(heard(text))
        request = Request(
            channel=asked.channel,
            person=await asked.person(),
            command=name,
            event_id=asked.event_id,
            options=options,
        )
        return await self.answers.desk.command(request)

    async def on_button(
        self, ack: AsyncAck, action: Json, body: Json, client: AsyncWebClient, context: AsyncBoltContext
    ) -> None:
        """A button of a message, or of the home page."""
        await ack()
        async with self.answers.working.counted():
            if (body.get("view") or {}).get("type") == "home":
                await self.home.pressed(action, body, client, context)
                return
            container = body.get("container") or {}
            asked = Asked.of(
                client=client,
                homes=self.answers.homes,
                context=context,
                body=body,
                channel=body["channel"]["id"],
                user=body["user"]["id"],
                thread=str(container.get("thread_ts") or thread_of(body.get("message") or {})),
            )
            pressed = Action.read(str(action.get("action_id") or ""))
            fleeting = bool(container.get("is_ephemeral"))
            asked.way.over = fleeting and (bool(pressed.choice) or pressed.name in REPLACING)
            await self.answers.show(asked, self.answers.pressed(asked, pressed))

    async def on_shortcut(
        self, ack: AsyncAck, shortcut: Json, client: AsyncWebClient, context: AsyncBoltContext
    ) -> None:
        """The shortcut "Ask about this" of any message."""
        await ack()
        message = shortcut["message"]
        asked = Asked.of(
            client=client,
            homes=self.answers.homes,
            context=context,
            body=shortcut,
            channel=shortcut["channel"]["id"],
            user=shortcut["user"]["id"],
            thread=str(message.get("thread_ts") or ""),
        )
        about, quoted = Action(name=ActionName.ASK_ABOUT), heard(str(message.get("text") or ""))
        async with self.answers.working.counted():
            await self.answers.show(asked, self.answers.pressed(asked, about, quoted))
