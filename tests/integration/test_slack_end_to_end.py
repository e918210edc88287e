"""`communique run` as a process against a loopback Slack: everything that people do there, from the outside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.runner.clock import SystemClock
from tests.fakes.slack_people import People, buttons, only, words
from tests.fakes.slack_server.server import ANNA, APP_TOKEN, BEN, BOT_TOKEN, CORA, SlackServer
from tests.faults.process import Bot, bot, command, eventually

HOSTILE = "<!channel> *bold* <@U2BEN> <https://x.test|click> & _low_ `code`"


@dataclass(frozen=True, slots=True)
class Place:
    """A bot that runs, its Slack, and the people in it."""

    server: SlackServer
    people: People
    folder: Path
    running: Bot


def _store(folder: Path) -> None:
    now = SystemClock().now()
    bodies = {
        "pact": "Kestria and Valdoro signed an accord on fish quotas on Monday. The ministers agreed to share "
        "the catch. The accord covers three ports.",
        "strike": f"The harbour union rejected the offer on Tuesday and threatened to strike. {HOSTILE} said "
        "the union.",
        "standstill": "The tariff standstill between Kestria and Valdoro expires tomorrow, and no successor "
        "is agreed.",
    }
    lines = [
        {
            "id": key,
            "title": f"Invented: the {key} {HOSTILE}",
            "source": f"The {key.title()} Wire",
            "url": f"https://wire.test/{key}",
            "published": (now - timedelta(hours=3)).isoformat(),
            "body": body,
        }
        for key, body in bodies.items()
    ]
    folder.mkdir(exist_ok=True)
    articles = folder / "articles.jsonl"
    articles.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    assert command(folder, "ingest", str(articles)).returncode == 0


@contextmanager
def _running(server: SlackServer, url: str, folder: Path) -> Iterator[Place]:
    tokens = {"COMMUNIQUE_SLACK__BOT_TOKEN": BOT_TOKEN, "COMMUNIQUE_SLACK__APP_TOKEN": APP_TOKEN}
    with bot(folder, **tokens, COMMUNIQUE_SLACK__BASE_URL=f"{url}/api/") as running:
        assert eventually(lambda: bool(server.sockets.open)), running.said
        yield Place(server, People(url), folder, running)
        assert running.end() == 0, running.said
    assert not server.state.complaints


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("slack")
    _store(folder)
    server = SlackServer()
    with server.beside() as url, _running(server, url, folder) as made:
        yield made


def _set_up(place: Place, channel: str) -> None:
    """Anna invites the bot, presses its one button and fills in three fields."""
    people = place.people
    people.do("invite", user=ANNA, channel=channel)
    assert eventually(lambda: len(people.messages(ANNA, channel)) == 1)
    greeting = people.messages(ANNA, channel)[0]
    assert buttons(greeting) == ["Set up this channel"]
    assert people.do("click", user=ANNA, channel=channel, label="Set up this channel")["taken"]
    assert eventually(lambda: people.sees(ANNA)["view"] is not None)
    sent = people.do("submit", user=ANNA, values={"time": "08:00"})
    assert sent["seconds"] < 1
    said = words(people.sees(ANNA)["view"])
    assert "The first briefing is on its way." in said
    assert "08:00 Europe/Berlin" in said
    assert eventually(lambda: len(people.messages(ANNA, channel)) > 1)


def _asked(place: Place, text: str, user: str = ANNA, channel: str = "C1") -> dict[str, object]:
    """A command, and the note that answers it."""
    before = len(place.people.sees(user)["notes"])
    told = place.people.do("slash", user=user, channel=channel, text=text)
    assert told["taken"]
    assert told["seconds"] < 1
    assert eventually(lambda: len(place.people.sees(user)["notes"]) > before), place.running.said
    assert eventually(lambda: "Working on it" not in place.people.notes(user)[-1])
    note: dict[str, object] = place.people.sees(user)["notes"][-1]
    return note


def test_a_channel_is_set_up_with_three_fields_and_briefed_at_once(place: Place) -> None:
    _set_up(place, "C1")
    people = place.people
    digest = only(people.messages(ANNA, "C1"), lambda one: "Key agreements" in words(one))
    assert buttons(digest)[:5] == ["Ask about this", "Deadlines", "Why these", "Feedback", "Settings"]
    assert "signed an accord" in words(digest)
