"""Slack over HTTP, the bot as a process: the same people, whose acts come as signed requests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fakes.slack_people import only, words
from tests.fakes.slack_server.server import ANNA, BOT
from tests.faults.process import eventually
from tests.integration.slack_bot import Place, serving, set_up, slack
from tests.integration.truce import store


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("slack")
    store(folder)
    server = slack()
    with server.beside() as url, serving(server, url, folder, http=True) as made:
        assert "08:00 Europe/Berlin" in set_up(made, "C1")
        yield made


def test_commands_buttons_and_texts_are_answered(place: Place) -> None:
    assert "accord on fish quotas" in words(place.asks("ask what did Kestria and Valdoro sign?"))
    assert "truce" in words(place.presses("Deadlines"))
    said = place.people.do("say", user=ANNA, channel="C1", text=f"<@{BOT}> what did the union reject?")

    def answers() -> list[str]:
        every = place.people.messages(ANNA, "C1")
        return [words(one) for one in every if one.get("thread_ts") == said["ts"] and one["user"] == BOT]

    assert eventually(lambda: any("rejected" in one for one in answers())), place.running.said


def test_a_form_says_what_is_wrong_and_is_searched_in(place: Place) -> None:
    place.people.do("slash", user=ANNA, channel="C1", text="settings")
    place.opens()
    found = place.people.do("search", user=ANNA, block_id="zone", text="lisb")
    assert [one["value"] for one in found["answer"]["options"]] == ["Europe/Lisbon"]
    assert "A time is such as 08:00" in place.fills(times="noonish")
    place.closes()


def test_what_comes_twice_acts_once(place: Place) -> None:
    before = len(place.people.answers(ANNA))
    place.asks("help why", times=3)
    place.asks("help now")
    assert len(place.people.answers(ANNA)) == before + 2


def test_the_first_briefing_is_there_once(place: Place) -> None:
    assert only(place.people.messages(ANNA, "C1"), lambda one: "Key agreements" in words(one))
