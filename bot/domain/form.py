"""A form as every platform draws it: Slack's modal, Discord's modals page by page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from bot.domain.action import ActionName
from bot.domain.channel import Channel
from bot.domain.command import Suggest
from bot.domain.request import Person

FIELDS_A_PAGE = 5
"""What a Discord modal holds; Slack shows all pages as one."""

TITLE_MOST = 24
"""Characters of a Slack modal's title (docs.slack.dev, "Views"); Discord's may have 45."""


class FieldKind(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    """A text of several lines."""

    TIME = "time"
    """A wall time; its value is `HH:MM`."""

    CHOICE = "choice"
    """One of the choices."""

    CHOICES = "choices"
    """Any number of the choices."""

    ROLE = "role"
    """A role or user group, by the platform's own picker; its value is the platform's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice: the value that comes back, and the word that is shown; 100 characters each at most."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field with its present values; a field of one value has at most one of them.

    `most` is how many characters a text may have. A text with `suggest` may be a search field where a
    platform has one.
    """

    name: str
    kind: FieldKind
    label: str
    hint: str = ""
    values: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    required: bool = False
    suggest: Suggest | None = None
    most: int = 100


class FormName(StrEnum):
    """The forms there are."""

    SETUP = "setup"
    SETTINGS = "settings"
    ASK = "ask"
    SOURCE = "source"
    """The address of a new source."""


OPENERS: Mapping[FormName, ActionName] = MappingProxyType(
    {
        FormName.SETUP: ActionName.SETUP,
        FormName.SETTINGS: ActionName.SETTINGS,
        FormName.ASK: ActionName.ASK_ABOUT,
        FormName.SOURCE: ActionName.ADD_SOURCE,
    }
)
"""The button that opens each form, and opens it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form: pages of at most five fields each; `title` has at most 24 characters, labels 45.

    `target` is what it is about and comes back in `code`, which a platform keeps with the form.
    """

    name: FormName
    title: str
    submit: str
    pages: tuple[tuple[Field, ...], ...]
    target: str = ""

    @property
    def code(self) -> str:
        """The text that names the form when it comes back; at most 100 characters of ASCII."""
        return f"{self.name}:{self.target}" if self.target else self.name.value

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields, in order."""
        return tuple(field for page in self.pages for field in page)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A form as a person sent it for a channel; fields that are missing stay as they are.

    `form` is the form's code. `person.may_manage` is what the platform says of the person in this channel at
    the time of sending. A field left empty comes with no values. `channel` is the one in which it was opened.
    """

    form: str
    channel: Channel
    person: Person
    values: Mapping[str, tuple[str, ...]]
    event_id: str
    thread: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with one field, in words for its reader."""

    field: str
    what: str
