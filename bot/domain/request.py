"""What a person asks of the bot in a chat. Adapters build these from what the platform has verified.

`channel` is always the place that the platform itself names in a verified request, `person` who it says
acted; nothing is taken from a button, a form or a typed text. `event_id` is the platform's own id of the
event, the same whenever it delivers it again; empty, the event is not de-duplicated. `thread` is the
platform's id of the thread in which it happened, empty outside threads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.action import Action
from bot.domain.channel import Channel
from bot.domain.command import Suggest
from bot.texts import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who asks, by the platform's id and shown name. `zone` is the profile's IANA zone, empty if not known.

    `language` is the one that they read the platform in, or in which their server is kept; None if not known.

    `may_manage` is what the platform itself says of this person in this channel, never what a payload claims;
    so is `may_source`, whether this person may change the sources, which all channels of the tenant share.
    `unsure`: the platform did not say, for now, so that both are no.
    """

    id: str
    name: str = ""
    zone: str = ""
    may_manage: bool = False
    may_source: bool = False
    unsure: bool = False
    language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A command with its options as they were typed, by name."""

    channel: Channel
    person: Person
    command: str
    event_id: str
    options: Mapping[str, str] = field(default_factory=dict)
    thread: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A button that was pressed, in the channel where it stands.

    A message's shortcut "Ask about this" is a press of ASK_ABOUT without target; `quoted` is that message.
    """

    channel: Channel
    person: Person
    action: Action
    event_id: str
    thread: str = ""
    quoted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A free text for the bot: a mention (without the mention itself), a direct message, a thread's line.

    `thread` is the thread it stands in, or the one that its answer opens. `event_id` is the message's own id
    with its channel: a platform may tell of one message as a mention and as a line of a channel.
    """

    channel: Channel
    person: Person
    text: str
    event_id: str
    thread: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """An option or field that is being typed, for which suggestions are wanted."""

    channel: Channel
    person: Person
    suggest: Suggest
    typed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """The bot was added to a channel; `person` is who added it, None where the platform does not say.

    `language` is that of the place, None where the platform does not say.
    """

    channel: Channel
    event_id: str
    person: Person | None = None
    language: Language | None = None
