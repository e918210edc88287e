"""Buttons: each carries its action's code as its id, by which the app reads it back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.action import Button
from bot.platforms.slack.markup import Json, plain

IN_ROW = 5
"""Buttons beside one another; Slack takes 25 (docs.slack.dev, "Actions block"), phones show few."""

LABEL_MOST = 75
"""Characters of a button's word (docs.slack.dev, "Button element")."""


def rows(buttons: Sequence[Button], value: str = "") -> Iterator[Json]:
    """Rows of buttons, each action once; all carry the same value, if there is one."""
    once = list({one.action: one for one in buttons}.values())
    for at in range(0, len(once), IN_ROW):
        made = [_button(one, value) for one in once[at : at + IN_ROW]]
        yield {"type": "actions", "elements": made}


def _button(one: Button, value: str) -> Json:
    return {
        "type": "button",
        "action_id": one.action.code,
        "text": plain(one.label[:LABEL_MOST]),
        **({"value": value} if value else {}),
        **({"style": "primary"} if one.primary else {}),
    }
