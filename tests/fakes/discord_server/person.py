"""A person in front of the loopback Discord: acts, and reads what the bot shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.fakes.discord_server.server import Control
from tests.fakes.discord_server.state import Json
from tests.faults.process import eventually

HERE = "700000000000000001"


def words(part: Json) -> str:
    """All text of a message or component, buttons as `[label]`."""
    own = "\n".join([part.get("content") or "", *_in_embeds(part)]).strip()
    label = f"[{part['label']}]" if part.get("type") == 2 else ""
    inner = [words(one) for one in _within(part)]
    return "\n".join(filter(None, [own, label, *inner]))


def _within(part: Json) -> list[Json]:
    return [*(part.get("components") or []), *([part["accessory"]] if part.get("accessory") else [])]


def _in_embeds(part: Json) -> list[str]:
    return [one.get("description") or "" for one in part.get("embeds") or []]


def buttons(message: Json) -> dict[str, str]:
    """The buttons of a message: label and custom_id."""
    found = {message["label"]: message["custom_id"]} if message.get("type") == 2 else {}
    for one in _within(message):
        found |= buttons(one)
    return found


@dataclass(frozen=True, slots=True)
class Shown:
    """What the bot showed for one act."""

    interaction: Json

    @property
    def text(self) -> str:
        """All words of all its messages."""
        return "\n".join(map(words, self.interaction["messages"]))

    @property
    def buttons(self) -> dict[str, str]:
        """All buttons of all its messages."""
        found: dict[str, str] = {}
        for message in self.interaction["messages"]:
            found |= buttons(message)
        return found

    @property
    def modal(self) -> Json:
        """The form that was opened."""
        opened: Json = self.interaction["modal"]
        return opened

    @property
    def private(self) -> bool:
        """Whether nobody else sees any of it."""
        return all(message["flags"] & 64 for message in self.interaction["messages"])


@dataclass(frozen=True, slots=True)
class Reader:
    """One person in one channel; `manage` is Manage Server."""

    control: Control
    channel: str = HERE
    user: str = "600000000000000001"
    manage: bool = True

    def command(self, name: str, **options: str | int) -> Shown:
        """Use `/brief name`."""
        given = [
            {"name": key, "type": 4 if isinstance(value, int) else 3, "value": value}
            for key, value in options.items()
        ]
        return self.act(act="command", name=name, options=given)

    def types(self, name: str, option: str, text: str) -> list[str]:
        """The suggestions for an option that is being typed."""
        given = [{"name": option, "type": 3, "value": text, "focused": True}]
        shown = self.act(act="autocomplete", name=name, options=given)
        return [one["name"] for one in shown.interaction["choices"]]

    def press(self, custom_id: str) -> Shown:
        """Press a button."""
        return self.act(act="press", custom_id=custom_id)

    def submit(self, form: Json, **values: str | list[str]) -> Shown:
        """Send a form with these values; all others stay empty."""
        parts: list[Json] = []
        for label in form["components"]:
            part = label["component"]
            value: Any = values.get(part["custom_id"], [] if part["type"] != 4 else "")
            key = "value" if part["type"] == 4 else "values"
            parts.append({"type": part["type"], "custom_id": part["custom_id"], key: value})
        return self.act(act="submit", custom_id=form["custom_id"], components=parts)

    def act(self, **act: Any) -> Shown:
        """Any act, and what the bot showed for it once it is done."""
        asked = {"channel": self.channel, "user": self.user, "manage": self.manage, **act}
        id_ = self.control.do("act", **asked)["id"]
        assert eventually(lambda: _done(self.control.state["interactions"][id_])), act
        assert not self.control.state["interactions"][id_]["gone"], f"not answered in time: {act}"
        return Shown(self.control.state["interactions"][id_])

    def messages(self, channel: str = "") -> list[Json]:
        """What stands in the channel."""
        held: list[Json] = self.control.state["channels"].get(channel or self.channel, [])
        return held

    def sees(self, wanted: Callable[[str], bool], channel: str = "") -> Json:
        """The first message of the channel whose words are so, as soon as there is one."""
        found: list[Json] = []

        def seen() -> bool:
            found[:] = [one for one in self.messages(channel) if wanted(words(one))]
            return bool(found)

        assert eventually(seen), [words(one) for one in self.messages(channel)]
        return found[0]


def _done(shown: Json) -> bool:
    if shown["gone"]:
        return True
    if shown["kind"] == 6:
        return bool(shown["messages"])
    at_once = shown["modal"] is not None or shown["choices"] is not None
    return at_once or (bool(shown["messages"]) and not shown["thinking"])
