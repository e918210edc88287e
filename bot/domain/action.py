"""What a button does, and the short text by which a platform hands it back, even after a restart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, unquote

from bot.texts import say

MOST = 100
"""Characters of a Discord custom_id (https://discord.com/developers/docs/components/reference); Slack's
action_id may have 255."""

TARGET_MOST = 70
"""Characters of a target as it is written; with any name and choice it fits."""

VERSION = "c1"
"""Begins every text. A button of another version is an old one."""


class ActionName(StrEnum):
    """The buttons there are."""

    ASK_ABOUT = "ask_about"
    """Opens the question form; target: a briefing, may be empty."""

    DEADLINES = "deadlines"
    WHY = "why"
    """What became of today's sends of the channel; target: a briefing, may be empty."""

    FEEDBACK = "feedback"
    """Offers USEFUL and NOT_USEFUL; target: a briefing."""

    USEFUL = "useful"
    NOT_USEFUL = "not_useful"
    SETTINGS = "settings"
    """Opens the settings form."""

    SETUP = "setup"
    """Opens the form of first contact."""

    SHARE = "share"
    """Says a kept reply to the whole channel; target: the reply."""

    SNOOZE = "snooze"
    """Target: an entry of the ledger; choice: hours, or empty to be offered some."""

    MUTE = "mute"
    """No more reminders of an entry in this channel; target: the entry."""

    UNMUTE = "unmute"
    REMIND_ME = "remind_me"
    """One person is reminded as well; target: the entry."""

    FORGET_ME = "forget_me"
    """That person is not reminded any more; target: the entry."""

    SOURCE = "source"
    """The proof of an entry; target: the entry."""

    ADD_SOURCE = "add_source"
    """Opens the form that takes the address of a new source."""

    KEEP_SOURCE = "keep_source"
    """Keeps a source that was shown; target: the kept reply that shows it."""

    CANCEL = "cancel"
    """Does not keep it; the same target."""

    PAUSE_SOURCE = "pause_source"
    """Of these four the target is the source."""

    RESUME_SOURCE = "resume_source"
    TEST_SOURCE = "test_source"
    REMOVE_SOURCE = "remove_source"

    UNKNOWN = "unknown"
    """Of another version, or no button of ours."""


OPENS_FORM = frozenset({ActionName.ASK_ABOUT, ActionName.SETTINGS, ActionName.SETUP, ActionName.ADD_SOURCE})
"""To be answered with a form at once: a platform cannot open one after it has said "working"."""

SOURCE_ACTIONS = frozenset(
    {
        ActionName.ADD_SOURCE,
        ActionName.KEEP_SOURCE,
        ActionName.PAUSE_SOURCE,
        ActionName.RESUME_SOURCE,
        ActionName.TEST_SOURCE,
        ActionName.REMOVE_SOURCE,
    }
)
"""Buttons that change, or ask, what is polled."""

MANAGER_ACTIONS = frozenset(
    {ActionName.SETTINGS, ActionName.SETUP, ActionName.SNOOZE, ActionName.MUTE, ActionName.UNMUTE}
)
"""Buttons that change, or open, what is sent to the whole channel."""

REPLACING = (SOURCE_ACTIONS - {ActionName.ADD_SOURCE}) | {
    ActionName.CANCEL,
    ActionName.USEFUL,
    ActionName.NOT_USEFUL,
}
"""Buttons whose answer stands in place of the message that asks, where only one person sees that."""


_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
"""Characters of no id of ours; a database may refuse to look for one with NUL in it."""

_BY_WORD = {name.value: name for name in ActionName if name is not ActionName.UNKNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One button's action. It never names a channel or a tenant: those are where it was pressed."""

    name: ActionName
    target: str = ""
    choice: str = ""

    @property
    def code(self) -> str:
        """The text for a platform, ASCII without spaces; raise ValueError if it is over 100 characters."""
        parts = (VERSION, self.name.value, quote(self.target, safe=""), quote(self.choice, safe=""))
        code = ":".join(parts).rstrip(":")
        if len(code) > MOST:
            raise ValueError(f"a button's text has {len(code)} characters, more than {MOST}")
        return code

    @classmethod
    def read(cls, code: str) -> Action:
        """What `code` wrote; for any other text, however it came about, the action UNKNOWN."""
        version, _, rest = code.partition(":")
        name, target, choice, *more = (*rest.split(":"), "", "")
        known = version == VERSION and len(code) <= MOST and not any(more)
        about, chosen = unquote(target), unquote(choice)
        if not known or name not in _BY_WORD or _CONTROL.search(about + chosen):
            return cls(name=ActionName.UNKNOWN)
        # Written by nobody else, so that it fits into the buttons of the answer too.
        if not code.isascii() or len(target) > TARGET_MOST or quote(about, safe="") != target:
            return cls(name=ActionName.UNKNOWN)
        return cls(name=_BY_WORD[name], target=about, choice=chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button with its word; the primary one is the one most people want."""

    label: str
    action: Action
    primary: bool = False


def button(name: ActionName, target: str = "", choice: str = "", *, primary: bool = False) -> Button:
    """A button with the word that its action has everywhere; a choice is part of the word."""
    label = say(f"button.{name}.{choice}") if choice else say(f"button.{name}")
    return Button(label=label, action=Action(name=name, target=target, choice=choice), primary=primary)


DIGEST_ACTIONS = (
    ActionName.ASK_ABOUT,
    ActionName.DEADLINES,
    ActionName.WHY,
    ActionName.FEEDBACK,
    ActionName.SETTINGS,
)
"""Under a digest, in this order."""

REMINDER_ACTIONS = (ActionName.SNOOZE, ActionName.MUTE, ActionName.SOURCE, ActionName.REMIND_ME)
"""Beside each deadline of a reminder, in this order."""
