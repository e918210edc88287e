"""The desk that a chat asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.domain.channel import Channel, Platform
from bot.domain.form import Choice, Filled
from bot.domain.reply import Home, Reply
from bot.domain.request import Arrival, Person, Press, Request, Said, Typing
from bot.texts import Language


class Desk(Protocol):
    """The bot as a chat sees it, the same on every platform: an adapter asks here and shows what comes back.

    None means that this event was answered already, or is being answered: show nothing. No call that answers
    a person raises: what fails is a reply with a failure. The others raise StoreError; such an event is taken
    up again when the platform delivers it again. An adapter acknowledges an event before it asks, except
    where the answer opens a form (`OPENS_FORM`, `Command.opens_form`), and calls `answered` once the reply
    stands on the platform. An event whose process died before that is answered when it is delivered again.
    """

    async def command(self, request: Request) -> Reply | None:
        """The answer to a command."""
        ...

    async def press(self, press: Press) -> Reply | None:
        """The answer to a button. A reply to SHARE is for the whole channel, once."""
        ...

    async def submit(self, filled: Filled) -> Reply | None:
        """The answer to a form that was sent; a reply with problems leaves the form open."""
        ...

    async def said(self, said: Said) -> Reply | None:
        """The answer to a free text, for its thread."""
        ...

    async def suggest(self, typing: Typing) -> tuple[Choice, ...]:
        """At most 25 suggestions for what is being typed, the likeliest first."""
        ...

    async def channels(self, platform: Platform, tenant_id: str) -> tuple[Channel, ...]:
        """The channels of a tenant that the bot writes to, in order."""
        ...

    async def language(self, channel: Channel, person: Person | None = None) -> Language:
        """The language in which a channel is spoken to, or a person where it has none; never raises.

        For what an adapter says before there is a reply: a reply says in which language it is.
        """
        ...

    async def home(self, person: Person, channels: Sequence[Channel]) -> Home:
        """A person's home page: of `channels`, of which the platform says that the person is a member."""
        ...

    async def joined(self, arrival: Arrival) -> None:
        """The bot was added to a channel. One message asks to set it up, once in a channel's life."""
        ...

    async def installed(self, platform: Platform, tenant_id: str, person: Person) -> None:
        """A tenant installed the bot, or did so again: what stopped since it was removed goes on."""
        ...

    async def removed(self, platform: Platform, tenant_id: str, channel_id: str | None = None) -> None:
        """The bot was removed from a channel, or from all of a tenant: nothing is sent there from now on.

        What is kept of a tenant is deleted after a time.
        """
        ...

    async def answered(self, platform: Platform, event_id: str) -> None:
        """The answer to this event stands on the platform: it is not answered again."""
        ...
