"""What the bot answers, for any platform to show. Every text in it is plain: adapters escape it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.action import Button
from bot.domain.channel import Channel
from bot.domain.command import Visibility
from bot.domain.form import Form, Problem
from bot.domain.post import Post, Reference
from bot.domain.source import Source
from bot.errors import CommuniqueError
from bot.texts import Language, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An error's four parts (`bot.errors`); what to do may also be among the reply's buttons."""

    what: str
    kept: str = ""
    todo: str = ""
    reference: str = ""

    @classmethod
    def of(cls, error: CommuniqueError, reference: str) -> Failure:
        """An error of ours, with a reference where it has none."""
        return cls(what=error.what, kept=error.kept, todo=error.todo, reference=error.reference or reference)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer: what is not empty is shown, in the order of the fields.

    `quotes` are numbered proofs, each its sentence with source, title, day and link. `post` is shown as that
    kind of post is. A form is opened instead of a message; `problems` belong beside the fields of the form
    that was sent, which stays open, under the code `renewed` where that is not empty. `share` is the button
    that says it to the whole channel, None where it is not for others. `language` is the one in which it was
    worded, and in which a platform words what it adds.
    """

    visibility: Visibility = Visibility.EPHEMERAL
    title: str = ""
    paragraphs: tuple[str, ...] = ()
    quotes: tuple[Reference, ...] = ()
    post: Post | None = None
    failure: Failure | None = None
    problems: tuple[Problem, ...] = ()
    renewed: str = ""
    buttons: tuple[Button, ...] = ()
    share: Button | None = None
    form: Form | None = None
    language: Language = field(default_factory=spoken)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReply:
    """A reply that its owner may act on until an instant (UTC): share it, or keep the `source` that it shows.

    `shared_by` is the event that did, if any.
    """

    id: str
    channel: Channel
    owner: str
    until: datetime
    reply: Reply
    shared_by: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What one person in a channel thinks of a briefing; `briefing_id` is empty for the bot as a whole."""

    channel: Channel
    briefing_id: str
    user_id: str
    useful: bool
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeChannel:
    """One channel on a person's home page: what it is set to and its next sends, one line each."""

    channel: Channel
    lines: tuple[str, ...]
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A person's home page. `ahead` lists the deadlines ahead, None where no channel of theirs is served.

    A channel's buttons name no channel: an adapter keeps it beside them, where the person cannot alter it,
    and hands over a press as one in that channel only if the platform says that the person is in it.
    """

    title: str
    paragraphs: tuple[str, ...] = ()
    channels: tuple[HomeChannel, ...] = ()
    ahead: Post | None = None
    language: Language = field(default_factory=spoken)
