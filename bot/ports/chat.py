"""What a chat keeps, and the desk it asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.channel import Channel, Platform
from bot.domain.form import Choice, Filled
from bot.domain.preferences import ChannelSettings
from bot.domain.question import Asker, Turn
from bot.domain.reply import Feedback, Home, KeptReply, Reply
from bot.domain.request import Arrival, Person, Press, Request, Said, Typing
from bot.texts import Language


class Conversations(Protocol):
    """What readers asked lately, and when they last caught up; nothing is shared between channels."""

    async def add(self, turn: Turn) -> None:
        """Keep a turn."""
        ...

    async def last(self, asker: Asker, since: datetime) -> Turn | None:
        """The latest turn of this person in this thread of this channel at or after an instant."""
        ...

    async def count(self, channel: Channel, since: datetime, user_id: str | None = None) -> int:
        """How many turns a channel, or one person in it, has had since an instant."""
        ...

    async def forget(self, before: datetime) -> None:
        """Forget the turns, of all tenants, from before an instant."""
        ...

    async def visited(self, asker: Asker) -> datetime | None:
        """When this person last caught up in this channel; None for never."""
        ...

    async def visit(self, asker: Asker, at: datetime) -> None:
        """Note that this person catches up in this channel."""
        ...


class Preferences(Protocol):
    """What channels were set to from a chat; they win over the settings file."""

    async def put(self, settings: ChannelSettings) -> None:
        """Keep a channel's settings, replacing the earlier ones."""
        ...

    async def get(self, channel: Channel) -> ChannelSettings | None:
        """A channel's settings; None if nothing was set from a chat."""
        ...

    async def of(self, channels: Sequence[Channel]) -> Mapping[Channel, ChannelSettings]:
        """The settings of those of these channels that were set from a chat."""
        ...

    async def every(self, tenant_id: str | None = None) -> tuple[ChannelSettings, ...]:
        """All that were set, of a tenant or of all tenants, ordered by channel."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Which process took an inbound event, and when (UTC); no owner means that it is answered."""

    owner: str
    at: datetime


class Inbound(Protocol):
    """Which events of the platforms were taken by whom, so that each is answered once."""

    async def holder(self, event: str) -> Hold | None:
        """Who took an event; None if nobody did."""
        ...

    async def hold(self, event: str, hold: Hold) -> None:
        """Note who has an event now, whoever had it."""
        ...

    async def oldest(self) -> datetime | None:
        """When the oldest event that is remembered was taken; None if there is none."""
        ...

    async def forget(self, before: datetime) -> None:
        """Forget the events taken before an instant."""
        ...


class Replies(Protocol):
    """Replies that their owners may share, for a time."""

    async def put(self, kept: KeptReply) -> None:
        """Keep a reply, replacing what is kept under its channel and id."""
        ...

    async def get(self, channel: Channel, reply_id: str) -> KeptReply | None:
        """That reply of this channel; None if it is not there."""
        ...

    async def oldest(self) -> datetime | None:
        """When the time of the first one is over; None if none is kept."""
        ...

    async def forget(self, before: datetime) -> None:
        """Forget the replies whose time was over before an instant."""
        ...


class Feedbacks(Protocol):
    """What readers think of briefings."""

    async def put(self, feedback: Feedback) -> None:
        """Keep it, replacing what the same person said before of the same briefing in the same channel."""
        ...

    async def of(self, tenant_id: str, briefing_id: str) -> tuple[Feedback, ...]:
        """All that was said of a briefing in a tenant's channels, the oldest first."""
        ...


class Tenants(Protocol):
    """Tenants that removed the bot, and what is kept of them."""

    async def remove(self, platform: Platform, tenant_id: str, at: datetime) -> bool:
        """Note that a tenant removed the bot; False, and nothing changed, if that is noted already."""
        ...

    async def back(self, platform: Platform, tenant_id: str) -> bool:
        """The bot was added again; False if it was not removed."""
        ...

    async def removed(self, before: datetime) -> tuple[tuple[Platform, str], ...]:
        """The tenants that removed it before an instant, in order."""
        ...

    async def delete(self, platform: Platform, tenant_id: str) -> None:
        """Delete all that is kept of a tenant; of `local`, only its channels on that platform."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """What a tenant gave the bot when it was installed there, at `at` (UTC).

    `sealed` is encrypted, and for the platform's adapter alone to open: no store sees a token in clear.
    """

    platform: Platform
    tenant_id: str
    at: datetime
    sealed: str


class Installations(Protocol):
    """The tenants that installed the bot by themselves, each with its sealed tokens."""

    async def put(self, installed: Installed) -> None:
        """Keep an installation, replacing the tenant's earlier one on that platform."""
        ...

    async def get(self, platform: Platform, tenant_id: str) -> Installed | None:
        """A tenant's installation; None if there is none."""
        ...

    async def every(self, platform: Platform) -> tuple[Installed, ...]:
        """All installations on a platform, ordered by tenant."""
        ...

    async def drop(self, platform: Platform, tenant_id: str) -> bool:
        """Forget a tenant's installation, its tokens with it; False if there is none."""
        ...


class InstallStates(Protocol):
    """The marks of installations that were begun in a browser: each counts once, and for a time only.

    Kept is a digest of the mark, so that nobody who reads the database can finish what another began.
    """

    async def add(self, digest: str, until: datetime) -> None:
        """Keep a mark that counts before an instant."""
        ...

    async def take(self, digest: str, now: datetime) -> bool:
        """Whether the mark is there and its time is not over; it is gone afterwards."""
        ...

    async def forget(self, before: datetime) -> None:
        """Forget the marks whose time is over at an instant."""
        ...


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
