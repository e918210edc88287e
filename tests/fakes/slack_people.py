"""A test's hands in the loopback Slack: what it does there goes over `/_control/…`, as a process's would."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

from bot.texts import LANGUAGES
from tests.fakes.slack_server.blocks import texts_in

Json = dict[str, Any]
LONG = 90.0

PROMISES = frozenset(words.messages["slack.follows"] for words in LANGUAGES.values())
"""Notes that only promise an answer."""


@dataclass(frozen=True, slots=True)
class People:
    """Everybody in the workspace; `url` is the server's."""

    url: str

    def do(self, act: str, **arguments: object) -> Json:
        """One act; what came of it."""
        connection = HTTPConnection(urlsplit(self.url).netloc, timeout=LONG)
        try:
            connection.request("POST", f"/_control/{act}", json.dumps(arguments))
            answer = connection.getresponse()
            told: Json = json.loads(answer.read())
        finally:
            connection.close()
        assert answer.status == HTTPStatus.OK, f"{act}: {told}"
        return told

    def sees(self, user: str) -> Json:
        """What a person has before their eyes."""
        return self.do("seen", user=user)

    def notes(self, user: str) -> list[str]:
        """What only this person sees, the oldest first, as words."""
        return [words(one) for one in self.sees(user)["notes"]]

    def answers(self, user: str) -> list[Json]:
        """The same as they stand, but for those that only promise an answer."""
        every: list[Json] = self.sees(user)["notes"]
        return [one for one in every if words(one).strip() not in PROMISES]

    def messages(self, user: str, channel: str) -> list[Json]:
        """The messages of a channel and its threads, the oldest first."""
        found: list[Json] = self.sees(user)["messages"][channel]
        return found


def words(shown: Json) -> str:
    """All words of a message or view."""
    return "\n".join([str(shown.get("text") or ""), *texts_in(shown.get("blocks") or [])])


def buttons(shown: Json) -> list[str]:
    """The words of its buttons, in order."""
    rows = [one for one in shown["blocks"] if one["type"] == "actions"]
    return [one["text"]["text"] for row in rows for one in row["elements"]]


def only(found: list[Json], holds: Callable[[Json], bool]) -> Json:
    """The one message of which something holds."""
    (one,) = [each for each in found if holds(each)]
    return one
