"""The commands of the chat: one table, from which every platform takes names, options, rights and help."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.question import MAX_QUESTION_CHARS
from bot.texts import say

MOST_DAYS = 3660
"""How far ahead deadlines may be asked for: ten years."""

MOST_HOURS = 168
"""A briefing on request looks back seven days at most: what is older is no news."""

MOST_ADDRESS = 2_000
"""Characters of an address that is typed; the fetcher takes no longer one."""

HELP_MOST = 100
"""Characters of a help text (Discord, "Application Command Structure")."""


class OptionKind(StrEnum):
    """What an option holds."""

    TEXT = "text"
    WHOLE = "whole"
    DAY = "day"
    """An ISO date."""


class Suggest(StrEnum):
    """Where the suggestions for an option or a field come from, while it is typed."""

    TOPICS = "topics"
    COMMANDS = "commands"
    ZONES = "zones"
    DEADLINES = "deadlines"
    SOURCES = "sources"
    """Outlets that are stored, and what is polled."""

    POLLED = "polled"
    """What is polled, by id."""


class Who(StrEnum):
    """Who may use a command."""

    ANYONE = "anyone"
    MANAGER = "manager"
    """Who may change the channel's settings, as the platform says."""

    SOURCER = "sourcer"
    """Who may change the tenant's sources, as the platform says."""


class Visibility(StrEnum):
    """Who sees a reply."""

    EPHEMERAL = "ephemeral"
    """The person who asked, nobody else."""

    THREAD = "thread"
    """Everybody, as an answer in the thread of what was said; in a direct message, there."""

    CHANNEL = "channel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option. A whole number lies from `least` to `most`; a text has `most` characters at most.

    With `suggest`, what comes back may be a suggestion's value or any text that was typed instead. `who` may
    give it, of those who may use the command.
    """

    name: str
    kind: OptionKind
    most: int = 100
    least: int = 0
    required: bool = False
    suggest: Suggest | None = None
    who: Who = Who.ANYONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command. `opens_form`: its answer is a form, which a platform must open at once."""

    name: str
    options: tuple[Option, ...] = ()
    who: Who = Who.ANYONE
    opens_form: bool = False

    @property
    def help(self) -> str:
        """What it does, in one line of at most 100 characters (Discord's limit)."""
        return say(f"command.{self.name}")

    def help_of(self, option: Option) -> str:
        """What an option means, in one line of at most 100 characters."""
        return say(f"command.{self.name}.{option.name}")


_TOPIC = Option(name="topic", kind=OptionKind.TEXT, suggest=Suggest.TOPICS)

_CARE = tuple(
    Option(name=name, kind=OptionKind.TEXT, most=MOST_ADDRESS, suggest=Suggest.POLLED, who=Who.SOURCER)
    for name in ("pause", "resume", "test", "remove")
)
"""What may be done with a source that is there."""

COMMANDS = (
    Command(
        name="now",
        options=(_TOPIC, Option(name="hours", kind=OptionKind.WHOLE, least=1, most=MOST_HOURS)),
    ),
    Command(
        name="ask",
        options=(
            Option(name="question", kind=OptionKind.TEXT, least=1, most=MAX_QUESTION_CHARS, required=True),
        ),
    ),
    Command(
        name="deadlines",
        options=(
            Option(name="deadline", kind=OptionKind.TEXT, suggest=Suggest.DEADLINES),
            _TOPIC,
            Option(name="days", kind=OptionKind.WHOLE, least=0, most=MOST_DAYS),
        ),
    ),
    Command(name="catchup"),
    Command(
        name="sources",
        options=(
            Option(name="source", kind=OptionKind.TEXT, most=MOST_ADDRESS, suggest=Suggest.SOURCES),
            Option(name="add", kind=OptionKind.TEXT, most=MOST_ADDRESS, who=Who.SOURCER),
            *_CARE,
        ),
    ),
    Command(name="settings", who=Who.MANAGER, opens_form=True),
    Command(name="why", options=(Option(name="day", kind=OptionKind.DAY),)),
    Command(name="help", options=(Option(name="command", kind=OptionKind.TEXT, suggest=Suggest.COMMANDS),)),
)
"""Every command there is, in the order of the help. A required option comes before the others."""

BY_NAME = {command.name: command for command in COMMANDS}
