"""What is sent: a platform-neutral post, and the platform's receipt for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.domain.action import Button
from bot.domain.channel import Channel
from bot.texts import Language, spoken
from summarizers.types import Deadline, Section


class PostKind(StrEnum):
    """Why a post is sent."""

    DIGEST = "digest"
    NOTICE = "notice"
    SETUP = "setup"
    """First contact: asks to set up the channel."""

    REMINDER = "reminder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A numbered source as it is shown: `[n]`, its outlet, title, link and day, and the quoted proof.

    `published` is its publication day in words, empty where it is not known.
    """

    n: int
    source: str
    title: str
    url: str | None
    quote: str
    published: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One bullet as it is shown; `mark` is the word for new or updated, empty when unchanged.

    `buttons` act on this bullet alone; a platform without buttons leaves them out.
    """

    text: str
    mark: str
    status: str
    sources: int
    references: tuple[Reference, ...]
    deadline: Deadline | None = None
    when: str = ""
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading with its lines. `empty` is what to say when there are none."""

    section: Section
    heading: str
    lines: tuple[Line, ...]
    empty: str
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryBlock:
    """One story's details: headline, one-sentence gist, outlets, all of its lines."""

    headline: str
    gist: str
    outlets: str
    references: tuple[Reference, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A message for one channel: the parent (title, subtitle, blocks, footer), then details in its thread.

    `key` is deterministic: the same thing for the same channel always has the same key. `notice` is one short
    paragraph above the blocks (a quiet day, a failure), empty when there is nothing special to say. `day` is
    the channel's local day, from which what is ahead is drawn. A `silent` post notifies nobody. `reader` is
    the platform's id of the one person whom it is for, empty for the whole channel. `buttons` stand below it.
    `role` is the platform's id of the one role that it may ping, empty for none.
    `briefing_id` names the briefing that it lays out, empty where it is none. `about` is the channel of which
    it speaks where that is another than its own; its name stands before the notice where the platform can
    show it. `language` is the one in which it was worded, and in which a platform words what it adds.
    """

    key: str
    kind: PostKind
    channel: Channel
    title: str
    subtitle: str
    notice: str = ""
    blocks: tuple[Block, ...] = ()
    stories: tuple[StoryBlock, ...] = ()
    references: tuple[Reference, ...] = ()
    footer: str = ""
    day: date | None = None
    silent: bool = False
    reader: str = ""
    buttons: tuple[Button, ...] = ()
    role: str = ""
    briefing_id: str = ""
    about: Channel | None = None
    language: Language = field(default_factory=spoken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The platform's own id for a post that certainly exists, and when it took it (UTC)."""

    message_id: str
    at: datetime
