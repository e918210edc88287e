"""The desk: every event of a chat comes here, and a reply goes out, whatever happens."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from bot.converse import commands, pressing
from bot.converse.adding import filled_in
from bot.converse.cases import Cases, spoken_in
from bot.converse.change import change
from bot.converse.claims import Claims
from bot.converse.failing import failed, refused
from bot.converse.given_back import given_back
from bot.converse.home import home
from bot.converse.moving import installed, joined, removed, served
from bot.converse.sharing import shareable
from bot.converse.suggest import suggestions
from bot.domain.action import ActionName, button
from bot.domain.channel import Channel, Platform
from bot.domain.command import Visibility
from bot.domain.form import Choice, Filled, FormName
from bot.domain.reply import Home, Reply
from bot.domain.request import Arrival, Person, Press, Request, Said, Typing
from bot.domain.typed import said_command
from bot.ports import Desk
from bot.texts import Language, say, speaking, spoken

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatDesk(Desk):
    """The Desk over the use cases."""

    cases: Cases
    claims: Claims

    async def command(self, request: Request) -> Reply | None:
        """See Desk."""

        async def answer() -> Reply:
            reply = await self._run(request)
            return await self._offered(request.channel, request.person, request.event_id, reply)

        return await self._once(request.channel, request.person, request.event_id, answer)

    async def press(self, press: Press) -> Reply | None:
        """See Desk."""

        async def answer() -> Reply:
            reply = await pressing.run(self.cases, press)
            if reply.visibility is Visibility.CHANNEL:
                return reply
            return await self._offered(press.channel, press.person, press.event_id, reply)

        return await self._once(press.channel, press.person, press.event_id, answer)

    async def submit(self, filled: Filled) -> Reply | None:
        """See Desk."""

        async def answer() -> Reply:
            return await self._offered(
                filled.channel, filled.person, filled.event_id, await self._submitted(filled)
            )

        reply = await self._once(filled.channel, filled.person, filled.event_id, answer)
        return reply and given_back(reply, filled)

    async def said(self, said: Said) -> Reply | None:
        """See Desk."""

        async def answer() -> Reply:
            return await self._heard(said)

        reply = await self._once(said.channel, said.person, said.event_id, answer)
        return reply and replace(reply, visibility=Visibility.THREAD)

    async def suggest(self, typing: Typing) -> tuple[Choice, ...]:
        """See Desk. Without suggestions a person can still type, so what fails yields none."""
        try:
            with speaking(await spoken_in(self.cases, typing.channel, typing.person)):
                return await suggestions(self.cases, typing)
        except Exception:
            log.exception("no suggestions", extra={"action": "suggest_failed"})
            return ()

    async def channels(self, platform: Platform, tenant_id: str) -> tuple[Channel, ...]:
        """See Desk."""
        async with self.cases.store.read() as unit:
            return tuple(await served(unit, platform, tenant_id))

    async def language(self, channel: Channel, person: Person | None = None) -> Language:
        """See Desk."""
        try:
            return await spoken_in(self.cases, channel, person)
        except Exception:
            log.exception("no language known", extra={"action": "language_failed"})
            return spoken()

    async def home(self, person: Person, channels: Sequence[Channel]) -> Home:
        """See Desk."""
        with speaking(person.language or self.cases.languages.default):
            return await self._home(person, channels)

    async def _home(self, person: Person, channels: Sequence[Channel]) -> Home:
        try:
            return await home(self.cases, person, channels)
        except Exception as error:  # noqa: BLE001 - it is logged, and told with its reference
            reply = failed(error, person.id, self.cases.clock.now())
            failure = reply.failure
            lines = (failure.what, failure.todo, failure.reference) if failure else ()
            return Home(title=say("home.title", app=say("app")), paragraphs=tuple(filter(None, lines)))

    async def joined(self, arrival: Arrival) -> None:
        """See Desk."""
        platform = arrival.channel.platform
        if await self.claims.take(platform, arrival.event_id):
            await joined(self.cases, arrival)
            await self.claims.answered(platform, arrival.event_id)

    async def installed(self, platform: Platform, tenant_id: str, person: Person) -> None:
        """See Desk."""
        await installed(self.cases, platform, tenant_id, person)

    async def removed(self, platform: Platform, tenant_id: str, channel_id: str | None = None) -> None:
        """See Desk."""
        await removed(self.cases, platform, tenant_id, channel_id)

    async def answered(self, platform: Platform, event_id: str) -> None:
        """See Desk."""
        await self.claims.answered(platform, event_id)

    async def _once(
        self, channel: Channel, person: Person, event_id: str, answer: Callable[[], Awaitable[Reply]]
    ) -> Reply | None:
        """The answer to an event that is this process's to answer; what goes wrong is an answer too."""
        with speaking(await self.language(channel, person)):
            return await self._claimed(channel.platform, event_id, answer)

    async def _claimed(
        self, platform: Platform, event_id: str, answer: Callable[[], Awaitable[Reply]]
    ) -> Reply | None:
        try:
            if not await self.claims.take(platform, event_id):
                return None
            return await answer()
        except Exception as error:  # noqa: BLE001 - it is logged, and told with its reference
            return failed(error, event_id, self.cases.clock.now())

    async def _run(self, request: Request) -> Reply:
        reply, then = await commands.run(self.cases, request)
        if then:
            await self.claims.after(request.channel.platform, request.event_id, then)
        return reply

    async def _submitted(self, filled: Filled) -> Reply:
        name, _, _ = filled.form.partition(":")
        if name == FormName.ASK:
            text = " ".join(filled.values.get("question", ()))
            return await commands.answer(self.cases, filled.channel, filled.person, filled.thread, text)
        if name == FormName.SOURCE:
            return await filled_in(self.cases, filled)
        if name in {FormName.SETUP, FormName.SETTINGS}:
            return await change(self.cases, filled, first=name == FormName.SETUP)
        return refused("chat.old_button", "chat.see_help")

    async def _heard(self, said: Said) -> Reply:
        """A free text: what `said_command` makes a command of, and all else a question."""
        text = said.text.strip()
        name, options = said_command(text)
        if name == "settings":
            return Reply(paragraphs=(say("chat.settings_button"),), buttons=(button(ActionName.SETTINGS),))
        if not name:
            return await commands.answer(self.cases, said.channel, said.person, said.thread, text)
        request = Request(
            channel=said.channel,
            person=said.person,
            command=name,
            event_id=said.event_id,
            options=options,
            thread=said.thread,
        )
        return await self._run(request)

    async def _offered(self, channel: Channel, person: Person, event_id: str, reply: Reply) -> Reply:
        return await shareable(self.cases, channel, person, event_id, reply)
