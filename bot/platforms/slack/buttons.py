"""Buttons: their ids, which the app listens for, and their words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.platforms.slack.markup import Json, plain
from bot.texts import say

ASK, DEADLINES, WHY, FEEDBACK, SETTINGS = "ask", "deadlines", "why", "feedback", "settings"
DIGEST_BUTTONS = (ASK, DEADLINES, WHY, FEEDBACK, SETTINGS)
"""In the order in which a digest shows them (DESIGN §8)."""

VALUE_MOST = 2_000
"""Characters that a button carries back to us (docs.slack.dev, "Button element")."""


def button(name: str, value: str = "", *, style: str = "") -> Json:
    """A button; its action id is its name, so that one name is one meaning everywhere."""
    carried = {"value": value} if 0 < len(value) <= VALUE_MOST else {}
    return {
        "type": "button",
        "action_id": name,
        "text": plain(say(f"button.{name}")),
        **carried,
        **({"style": style} if style else {}),
    }


def actions(names: Sequence[str], value: str = "") -> Json:
    """A row of buttons that all carry the same value."""
    return {"type": "actions", "elements": [button(name, value) for name in names]}
