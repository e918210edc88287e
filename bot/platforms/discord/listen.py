"""What is said to the bot on Discord, handed to the desk, and the desk's replies shown."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.domain.action import OPENS_FORM, Action, ActionName
from bot.domain.channel import Platform
from bot.domain.command import BY_NAME
from bot.domain.form import Filled
from bot.domain.reply import Reply
from bot.domain.request import Press, Request, Typing
from bot.errors import DeliveryError
from bot.platforms.discord.answering import Answering, reopening
from bot.platforms.discord.commands import ON_MESSAGE, focused, quoted, sync, typed
from bot.platforms.discord.connection import connected, patiently
from bot.platforms.discord.forms import FORM, PAGE, page_of, values_of
from bot.platforms.discord.guilds import Guilds
from bot.platforms.discord.mentions import Mentions
from bot.platforms.discord.place import where, who
from bot.platforms.discord.rest import Rest, refusals
from bot.ports import Desk

if TYPE_CHECKING:
    from discord import Interaction

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Listener:
    """Hears one bot's events; `home` is the server whose tenant is `local`."""

    rest: Rest
    desk: Desk
    home: str = ""
    working: set[asyncio.Task[Any]] = field(default_factory=set)

    async def listen(self) -> None:
        """Until cancelled; lost connections are taken up again. Raise PermanentRefusal for a fatal one."""
        client = await patiently(self.rest.logged_in)
        await patiently(lambda: sync(client))
        for hear in (self.on_interaction, *Guilds(client, self.desk, self.home).events):
            client.event(hear)
        client.event(Mentions(client, self.desk, self.home).on_message)
        try:
            await patiently(lambda: connected(client))
        finally:
            if self.working:
                await asyncio.wait(self.working, timeout=5)

    async def on_interaction(self, interaction: Interaction) -> None:
        """One command, button, form or keystroke."""
        task = asyncio.current_task()
        if task is not None:
            self.working.add(task)
            task.add_done_callback(self.working.discard)
        try:
            with refusals():
                await self._act(interaction)
        except DeliveryError as error:
            about = {"action": "answer_failed", "code": error.code}
            log.warning("an answer did not reach Discord", extra=about, exc_info=True)

    async def _act(self, interaction: Interaction) -> None:
        from discord import InteractionType

        data: Any = interaction.data or {}
        if interaction.type is InteractionType.autocomplete:
            await self._suggest(interaction, data)
        elif interaction.type is InteractionType.modal_submit:
            await self._form(interaction, data)
        elif interaction.type is InteractionType.component:
            await self._button(interaction, str(data.get("custom_id", "")))
        elif data.get("type") == ON_MESSAGE:
            await self._press(interaction, Action(name=ActionName.ASK_ABOUT), quoted(data))
        elif interaction.type is InteractionType.application_command:
            await self._command(interaction, data)

    async def _command(self, interaction: Interaction, data: Any) -> None:
        name, options = typed(data)
        channel, thread = where(interaction, self.home)
        request = Request(
            channel=channel,
            person=who(interaction),
            command=name,
            event_id=str(interaction.id),
            options=options,
            thread=thread,
        )
        command = BY_NAME.get(name)
        answering = Answering(interaction)
        if command is not None and command.opens_form:
            await self._open(answering, await self.desk.command(request), page=-1)
        elif await answering.working():
            await self._finish(answering, await self.desk.command(request))

    async def _button(self, interaction: Interaction, custom_id: str) -> None:
        page, code = page_of(custom_id)
        await self._press(interaction, Action.read(code), page=page if custom_id.startswith(PAGE) else -1)

    async def _press(
        self, interaction: Interaction, action: Action, quoted: str = "", page: int = -1
    ) -> None:
        channel, thread = where(interaction, self.home)
        press = Press(
            channel=channel,
            person=who(interaction),
            action=action,
            event_id=str(interaction.id),
            thread=thread,
            quoted=quoted,
        )
        answering = Answering(interaction)
        if action.name in OPENS_FORM:
            await self._open(answering, await self.desk.press(press), page)
        elif await answering.working(public=action.name is ActionName.SHARE):
            await self._finish(answering, await self.desk.press(press))

    async def _form(self, interaction: Interaction, data: Any) -> None:
        code = str(data.get("custom_id", "")).removeprefix(FORM)
        channel, thread = where(interaction, self.home)
        filled = Filled(
            form=code,
            channel=channel,
            person=who(interaction),
            values=values_of(data),
            event_id=str(interaction.id),
            thread=thread,
        )
        answering = Answering(interaction)
        if await answering.working():
            reply = await self.desk.submit(filled)
            await self._finish(answering, reply and reopening(reply, code))

    async def _suggest(self, interaction: Interaction, data: Any) -> None:
        from discord import app_commands

        name, option, text = focused(data)
        command = BY_NAME.get(name)
        wanted = (
            next((one.suggest for one in command.options if one.name == option), None) if command else None
        )
        if wanted is None:
            return
        channel, _ = where(interaction, self.home)
        typing = Typing(channel=channel, person=who(interaction), suggest=wanted, typed=text)
        choices = await self.desk.suggest(typing)
        await interaction.response.autocomplete(
            [app_commands.Choice(name=one.label, value=one.value) for one in choices]
        )

    async def _open(self, answering: Answering, reply: Reply | None, page: int) -> None:
        if reply is not None and await answering.open(reply, page):
            await self._answered(answering)

    async def _finish(self, answering: Answering, reply: Reply | None) -> None:
        if reply is not None:
            await answering.finish(reply)
            await self._answered(answering)

    async def _answered(self, answering: Answering) -> None:
        await self.desk.answered(Platform.DISCORD, str(answering.interaction.id))
