"""The buttons under a digest and beside a reminder, pressed on messages of a process that is long gone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.domain.action import DIGEST_ACTIONS, REMINDER_ACTIONS
from bot.texts import say
from tests.fakes.discord_server.person import Reader, buttons
from tests.integration.discord_bot import DUE, WORKSPACE, discord, serving
from tests.integration.truce import store


@pytest.fixture(scope="module", params=["at once", "after a restart"])
def reader(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """A person before the digest and the reminder of a bot that still runs, or was started again since."""
    folder = tmp_path_factory.mktemp("pressed")
    store(folder, WORKSPACE)
    with discord().beside() as control:
        reader = Reader(control, channel=DUE)
        if request.param == "at once":
            with serving(folder, control):
                _posted(reader)
                yield reader
            return
        with serving(folder, control):
            _posted(reader)
        with serving(folder, control, name="later"):
            yield reader


def _posted(reader: Reader) -> None:
    reader.sees(lambda text: "Key agreements" in text)
    reader.sees(lambda text: f"[{say('button.snooze')}]" in text)


@pytest.fixture
def digest(reader: Reader) -> dict[str, str]:
    return buttons(reader.sees(lambda text: "Key agreements" in text))


@pytest.fixture
def reminder(reader: Reader) -> dict[str, str]:
    return buttons(reader.sees(lambda text: f"[{say('button.snooze')}]" in text))


def test_under_each_message_stand_its_buttons(digest: dict[str, str], reminder: dict[str, str]) -> None:
    assert {say(f"button.{name}") for name in DIGEST_ACTIONS} <= set(digest)
    assert set(reminder) == {say(f"button.{name}") for name in REMINDER_ACTIONS}


def test_a_digest_is_asked_about_by_its_button(reader: Reader, digest: dict[str, str]) -> None:
    form = reader.press(digest[say("button.ask_about")]).modal
    assert "accord on fish quotas" in reader.submit(form, question="What did Kestria and Valdoro sign?").text


def test_a_digest_tells_its_deadlines_and_why_these(reader: Reader, digest: dict[str, str]) -> None:
    assert "truce between the dockers" in reader.press(digest[say("button.deadlines")]).text
    assert "Sends of" in reader.press(digest[say("button.why")]).text


def test_what_a_reader_thinks_of_a_digest_is_taken(reader: Reader, digest: dict[str, str]) -> None:
    offered = reader.press(digest[say("button.feedback")])
    assert offered.private
    assert reader.press(offered.buttons[say("button.useful")]).text == say("chat.thanks")


def test_the_settings_open_below_a_digest(reader: Reader, digest: dict[str, str]) -> None:
    pages = reader.press(digest[say("button.settings")]).buttons
    forms = [reader.press(page).modal for page in pages.values()]
    assert [form["title"] for form in forms] == [say("form.settings")] * 3
    told = reader.submit(forms[0], times="noonish", topics="rare earths").text
    for wanted in (say("form.time.odd"), "Topics: rare earths", "Times: noonish"):
        assert wanted in told


def test_a_reminder_shows_its_source_and_is_snoozed_and_muted(
    reader: Reader, reminder: dict[str, str]
) -> None:
    shown = reader.press(reminder[say("button.source")])
    assert "The Truce Wire" in shown.text
    assert shown.private
    hours = reader.press(reminder[say("button.snooze")]).buttons
    assert "Quiet until" in reader.press(hours[say("button.snooze.24")]).text
    muted = reader.press(reminder[say("button.mute")])
    assert "Muted" in muted.text
    assert "Reminded of again" in reader.press(muted.buttons[say("button.unmute")]).text
    assert "You will be reminded" in reader.press(reminder[say("button.remind_me")]).text


def test_who_may_not_manage_the_server_sees_the_source_and_mutes_nothing(
    reader: Reader, reminder: dict[str, str]
) -> None:
    member = Reader(reader.control, channel=DUE, user="600000000000000002", manage=False)
    assert "The Truce Wire" in member.press(reminder[say("button.source")]).text
    for name in ("snooze", "mute"):
        assert say("chat.not_manager") in member.press(reminder[say(f"button.{name}")]).text
