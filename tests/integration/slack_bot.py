"""A bot that runs as a process against a loopback Slack, with articles stored and one digest due."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.texts import LANGUAGES
from tests.fakes.slack_people import People, buttons, words
from tests.fakes.slack_server.nouns import Channel
from tests.fakes.slack_server.requests import Requests
from tests.fakes.slack_server.server import ANNA, APP_TOKEN, BOT, BOT_TOKEN, TEAM, SlackServer
from tests.faults.process import Bot, bot, eventually

DUE = "c000"
"""The channel whose digest has been due for an hour."""
WORKING = tuple(each.messages["slack.working"] for each in LANGUAGES.values())
"""What stands there while an answer is awaited."""


@dataclass(frozen=True, slots=True)
class Place:
    """A bot that runs, its Slack, and the people in it."""

    server: SlackServer
    people: People
    folder: Path
    running: Bot

    def asks(self, text: str, user: str = ANNA, channel: str = "C1", times: int = 1) -> dict[str, Any]:
        """Type `/brief TEXT`; the note that answers it."""
        before = len(self.people.answers(user))
        told = self.people.do("slash", user=user, channel=channel, text=text, times=times)
        assert told["taken"]
        return self.answer(user, before)

    def presses(self, label: str, user: str = ANNA, channel: str = "C1", **more: object) -> dict[str, Any]:
        """Press a button; the note that answers it."""
        before = len(self.people.answers(user))
        told = self.people.do("click", user=user, channel=channel, label=label, **more)
        assert told["taken"]
        return self.answer(user, before)

    def answer(self, user: str, before: int) -> dict[str, Any]:
        """The newest note of a person, as soon as there are more than before and none says "working"."""

        def there() -> bool:
            notes = self.people.answers(user)
            return len(notes) > before and not any(busy in words(notes[-1]) for busy in WORKING)

        assert eventually(there), self.running.said
        note: dict[str, Any] = self.people.answers(user)[-1]
        return note

    def opens(self, user: str = ANNA) -> dict[str, Any]:
        """The form that opens before a person."""
        assert eventually(lambda: self.people.sees(user)["view"] is not None), self.running.said
        view: dict[str, Any] = self.people.sees(user)["view"]
        return view

    def fills(self, user: str = ANNA, **values: object) -> str:
        """A person sends the form before them; in which words it says what became of it.

        They stand in its fields, or in its place: at once, or after "working" where the bot takes longer.
        """
        told = self.people.do("submit", user=user, values=values)
        if told.get("errors"):
            return "\n".join(told["errors"].values())
        assert eventually(lambda: words(self.people.sees(user)["view"]).strip() not in WORKING)
        return words(self.people.sees(user)["view"])

    def closes(self, user: str = ANNA) -> None:
        """A person puts all forms away."""
        self.server.state.modals[TEAM, user] = []


def slack(*also: str) -> SlackServer:
    """The workspace with one more channel, or more, in which the bot is already."""
    server = SlackServer()
    for id_ in (DUE, *also):
        server.state.channels[id_] = Channel(id=id_, team=TEAM, name=id_, created=1, members={ANNA, BOT})
    return server


def variables(server: SlackServer, url: str, *, http: bool = False) -> dict[str, str]:
    """What a bot that shall come here has in its environment; over `http` it listens at a port of its own."""
    held = {"BOT_TOKEN": BOT_TOKEN, "BASE_URL": f"{url}/api/", "APP_TOKEN": APP_TOKEN}
    if http:
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            listen = f"127.0.0.1:{one.getsockname()[1]}"
        secret = server.state.app.signing_secret
        server.sockets.requests = Requests(address=f"http://{listen}", secret=secret)
        held |= {"APP_TOKEN": "", "MODE": "http", "SIGNING_SECRET": secret, "LISTEN": listen}
    return {f"COMMUNIQUE_SLACK__{key}": value for key, value in held.items()}


def _reached(server: SlackServer) -> bool:
    """Whether the bot has a socket to Slack, or listens: an event is brought a few times, then given up."""
    if server.sockets.requests is None:
        return bool(server.sockets.open)
    place = urlsplit(server.sockets.requests.address)
    with socket.socket() as one:
        return one.connect_ex((place.hostname, place.port)) == 0


@contextmanager
def serving(
    server: SlackServer, url: str, folder: Path, name: str = "log", *, http: bool = False, **more: str
) -> Iterator[Place]:
    """The running bot, which ends well and leaves nothing that Slack would have complained about."""
    with bot(folder, name=name, **variables(server, url, http=http), **more) as running:
        assert eventually(lambda: _reached(server)), running.said
        yield Place(server, People(url), folder, running)
        assert running.end() == 0, running.said
    assert not server.state.complaints
    assert not server.state.limits.refused


def set_up(place: Place, channel: str) -> str:
    """Anna invites the bot, presses its one button and fills in three fields; what she is told then."""
    people = place.people
    people.do("invite", user=ANNA, channel=channel)
    assert eventually(lambda: len(people.messages(ANNA, channel)) == 1), place.running.said
    assert buttons(people.messages(ANNA, channel)[0]) == ["Set up this channel"]
    assert people.do("click", user=ANNA, channel=channel, label="Set up this channel")["taken"]
    assert len(place.opens()["blocks"]) == 3
    said = place.fills(time="08:00")
    assert eventually(lambda: len(people.messages(ANNA, channel)) > 2), place.running.said
    place.closes()
    return said
