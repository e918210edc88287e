"""The bot as a process against a loopback Slack: all that people do there, from the outside."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.command import COMMANDS
from bot.runner.clock import SystemClock
from bot.settings import load
from bot.texts import Language, say, speaking
from tests.fakes.slack_people import Json, buttons, only, words
from tests.fakes.slack_server.limits import TIER_2
from tests.fakes.slack_server.server import ANNA, BEN, BOT, CORA
from tests.faults.process import eventually
from tests.faults.seeded import register
from tests.integration.slack_bot import DUE, Place, serving, set_up, slack
from tests.integration.truce import HOSTILE, store

GERMAN = "c009"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("slack")
    store(folder)
    _german(folder)
    server = slack(GERMAN)
    with server.beside() as url, serving(server, url, folder) as made:
        set_up(made, "C1")
        yield made


def _german(folder: Path) -> None:
    """One more digest is due, in a channel that is spoken to in German."""
    config = folder / "communique.toml"
    text = config.read_text("utf-8")
    table = text[text.index("[digests.d000]") :].replace("d000", "d009").replace(DUE, GERMAN)
    config.write_text(f'{text}\n{table}\nlanguage = "de"\n', "utf-8")
    asyncio.run(register(load(config, data_dir=str(folder)), SystemClock().now() - timedelta(hours=1)))


def _parents(place: Place, channel: str, user: str = ANNA) -> list[Json]:
    return [one for one in place.people.messages(user, channel) if one.get("thread_ts") in {None, one["ts"]}]


def test_a_scheduled_digest_is_posted_once_with_its_details_in_the_thread(place: Place) -> None:
    def digests() -> list[Json]:
        return [one for one in _parents(place, DUE) if "Key agreements" in words(one)]

    assert eventually(lambda: digests() != []), place.running.said
    assert eventually(lambda: len(place.people.messages(ANNA, DUE)) > 2), place.running.said
    (digest,) = digests()
    thread = [one for one in place.people.messages(ANNA, DUE) if one.get("thread_ts") == digest["ts"]]
    assert "Key agreements" in words(digest)
    assert "signed an accord" in words(digest)
    assert len(thread) == 2
    assert all("Details" in one["text"] for one in thread[1:])


def test_a_channel_is_set_up_with_three_fields_and_briefed_at_once(place: Place) -> None:
    said = set_up(place, "C2")
    assert "The first briefing is on its way." in said
    assert "08:00 Europe/Berlin" in said
    digest = only(place.people.messages(ANNA, "C2"), lambda one: "Key agreements" in words(one))
    assert buttons(digest)[:5] == ["Ask about this", "Deadlines", "Why these", "Feedback", "Settings"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("now hours:24", "Key agreements"),
        ("ask what did Kestria and Valdoro sign?", "accord on fish quotas"),
        ("deadlines 30", "standstill"),
        ("catchup", "What changed since"),
        ("sources", "The Pact Wire: 1 article"),
        ("why", "Briefing due"),
        ("help", "/brief ask question"),
        ("", "What can be asked of me"),
        ("frobnicate", "There is no command frobnicate"),
        ("now topic:none-such", "There is no topic none-such"),
    ],
)
def test_every_command_is_answered_to_the_person_alone(place: Place, text: str, wanted: str) -> None:
    before = len(place.people.messages(ANNA, "C1"))
    assert wanted in words(place.asks(text))
    assert len(place.people.messages(ANNA, "C1")) == before


def test_a_shared_answer_is_said_to_the_channel_once(place: Place) -> None:
    note = place.asks("ask what did Kestria and Valdoro sign?")
    assert buttons(note) == ["Share"]
    place.people.do("click", user=ANNA, channel="C1", label="Share", ts=note["ts"], times=2)
    assert eventually(lambda: any("Shared by anna" in words(one) for one in _parents(place, "C1")))
    assert "was shared already" in words(place.presses("Share", ts=note["ts"]))
    assert len([one for one in _parents(place, "C1") if "Shared by anna" in words(one)]) == 1


def test_settings_are_changed_in_a_form_that_says_what_is_wrong(place: Place) -> None:
    place.people.do("slash", user=ANNA, channel="C1", text="settings")
    view = place.opens()
    assert len(view["blocks"]) == 11
    found = place.people.do("search", user=ANNA, block_id="zone", text="lisb")
    assert [one["value"] for one in found["answer"]["options"]] == ["Europe/Lisbon"]
    group = place.people.do("search", user=ANNA, block_id="role", text="")
    assert [one["text"]["text"] for one in group["answer"]["options"]] == ["@trade-desk"]
    for _ in range(TIER_2.count + 1):  # keystrokes, of which Slack is not asked one by one
        typed = place.people.do("search", user=ANNA, block_id="role", text="trade")
        assert typed["answer"] == group["answer"]
    assert "A time is such as 08:00" in place.fills(times="noonish")
    place.closes()
    place.people.do("slash", user=ANNA, channel="C1", text="settings")
    assert place.opens()
    assert "Europe/Berlin" in place.fills(times="09:15, 17:00", quiet="22:00-07:00")
    place.closes()
    place.people.do("slash", user=CORA, channel="C1", text="settings")
    assert "09:15, 17:00" in str(place.opens(CORA))
    place.closes(CORA)


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "429"},
        {"kind": "500"},
        {"kind": "drop_before"},
        {"kind": "error", "error": "expired_trigger_id"},
    ],
    ids=["429", "500", "drop", "late"],
)
def test_a_form_that_slack_does_not_open_is_offered_again(place: Place, fault: dict[str, str]) -> None:
    place.people.do("fault", method="views.open", **fault)
    note = place.asks("settings")
    assert say("slack.too_late") in words(note)
    place.people.do("click", user=ANNA, channel="C1", label="Settings", ts=note["ts"])
    assert len(place.opens()["blocks"]) == 11
    place.closes()


def test_what_another_set_while_a_form_was_open_is_told_beside_what_was_typed(place: Place) -> None:
    for user in (ANNA, CORA):
        place.people.do("slash", user=user, channel="C1", text="settings")
        assert place.opens(user)
    assert "Saved." in place.fills(CORA, times="06:00")
    place.closes(CORA)
    assert "set to “06:00” by somebody else meanwhile" in place.fills(times="07:00")
    held = place.people.sees(ANNA)["view"]["state"]["values"]["times"]["value"]
    assert held["value"] == "07:00"
    assert "Saved." in place.fills(times="07:00")
    place.closes()


def _late(place: Place) -> None:
    """Slack takes longer to say who somebody is than a form waits for its answer."""
    place.people.do("fault", kind="latency", method="users.info", seconds=1.5)


def test_a_form_that_is_refused_late_still_holds_what_was_typed(place: Place) -> None:
    place.people.do("slash", user=ANNA, channel="C1", text="settings")
    assert place.opens()
    _late(place)
    said = place.fills(times="noonish", topics="rare earths", sections="deadline")
    assert "A time is such as 08:00" in said
    held = {name: one["value"] for name, one in place.people.sees(ANNA)["view"]["state"]["values"].items()}
    assert (held["times"]["value"], held["topics"]["value"]) == ("noonish", "rare earths")
    assert [one["value"] for one in held["sections"]["selected_options"]] == ["deadline"]
    assert "Saved." in place.fills(times="09:15, 17:00")
    place.closes()
    place.people.do("slash", user=ANNA, channel="C1", text="settings")
    assert "rare earths" in str(place.opens())
    assert "Saved." in place.fills(topics="", sections=["agreement", "tension", "deadline"])
    place.closes()


def test_what_became_of_a_form_that_was_closed_meanwhile_is_told_all_the_same(place: Place) -> None:
    place.people.do("slash", user=ANNA, channel="C1", text="settings")
    assert place.opens()
    before = len(place.people.answers(ANNA))
    _late(place)
    place.people.do("submit", user=ANNA, values={"times": "noonish"})
    place.closes()
    assert "A time is such as 08:00" in words(place.answer(ANNA, before))


def test_a_channel_is_spoken_to_in_the_language_of_its_settings_and_no_other_is(place: Place) -> None:
    def saved(**values: str) -> str:
        place.people.do("slash", user=ANNA, channel="C2", text="settings")
        assert place.opens()
        said = place.fills(**values)
        place.closes()
        return said

    assert "Gespeichert." in saved(language="de")
    told = words(place.asks("help", channel="C2"))
    with speaking(Language.GERMAN):
        assert all(command.help in told for command in COMMANDS)
    assert "Den Befehl frobnicate gibt es nicht" in words(place.asks("frobnicate", channel="C2"))
    briefing = place.asks("now", channel="C2")
    assert "Einigungen" in words(briefing)
    assert "signed an accord on fish quotas" in words(briefing)
    assert "Teilen" in buttons(briefing)
    assert "What can be asked of me" in words(place.asks("help"))
    place.people.do("slash", user=ANNA, channel="C2", text="settings")
    view = place.opens()
    assert (view["title"]["text"], view["submit"]["text"], view["close"]["text"]) == (
        "Einstellungen",
        "Speichern",
        "Schließen",
    )
    assert "Eine Uhrzeit ist etwa 08:00" in place.fills(times="mittags")
    place.closes()
    assert "Saved." in saved(language="en")
    assert "What can be asked of me" in words(place.asks("help", channel="C2"))


def test_digest_and_reminder_are_in_the_language_of_the_settings_file(place: Place) -> None:
    def told(mark: str) -> list[Json]:
        return [one for one in _parents(place, GERMAN) if mark in words(one)]

    assert eventually(lambda: bool(told("Einigungen") and told("Erinnerung"))), place.running.said
    (digest,), (reminder,) = told("Einigungen"), told("Erinnerung")
    assert "signed an accord on fish quotas" in words(digest)
    assert "Formuliert von" in words(digest)
    assert buttons(digest)[:5] == ["Dazu fragen", "Termine", "Warum diese", "Rückmeldung", "Einstellungen"]
    assert {"Später", "Stumm", "Quelle", "Mich erinnern"} <= set(buttons(reminder))
    assert "Key agreements" in "".join(words(one) for one in _parents(place, DUE))


def test_a_member_without_the_right_changes_nothing_even_by_a_crafted_form(place: Place) -> None:
    before = _audit(place.folder)
    assert "Only who manages this channel" in words(place.asks("settings", user=BEN))
    assert "Only who manages this channel" in words(place.presses("Settings", user=BEN))
    place.people.do("slash", user=ANNA, channel="C1", text="settings")
    stolen = place.opens()["private_metadata"]
    place.closes()
    place.people.do("click", user=BEN, channel="C1", label="Ask about this")
    place.opens(BEN)
    place.people.do("submit", user=BEN, values={"question": "x"}, metadata=stolen)
    assert eventually(lambda: "Only who manages this channel" in words(place.people.sees(BEN)["view"]))
    place.closes(BEN)
    assert _audit(place.folder) == before


def test_every_button_of_a_digest_answers(place: Place) -> None:
    assert "Why these" in words(place.presses("Why these"))
    assert "standstill" in words(place.presses("Deadlines"))
    asked = place.presses("Feedback")
    assert buttons(asked) == ["Useful", "Not useful"]
    place.people.do("click", user=ANNA, channel="C1", label="Useful", ts=asked["ts"])
    assert eventually(lambda: any("Thank you" in one for one in place.people.notes(ANNA)))
    assert "Was this briefing useful?" not in str(place.people.notes(ANNA))
    place.people.do("click", user=ANNA, channel="C1", label="Ask about this")
    place.opens()
    before = len(place.people.answers(ANNA))
    assert place.people.do("submit", user=ANNA, values={"question": "What did the union reject?"})["taken"]
    assert "rejected the offer" in words(place.answer(ANNA, before))


def test_an_answer_that_takes_long_leaves_what_all_see_as_it_was(place: Place) -> None:
    (digest,) = [one for one in _parents(place, "C1") if "Key agreements" in words(one)]
    place.people.do("fault", kind="latency", method="users.info", seconds=1.5)
    assert "standstill" in words(place.presses("Deadlines", ts=digest["ts"]))
    assert digest in _parents(place, "C1")
    assert say("slack.follows") in str(place.people.notes(ANNA))


def test_a_mention_is_answered_in_its_thread_and_follow_ups_need_none(place: Place) -> None:
    asked = place.people.do(
        "say", user=BEN, channel="C1", text=f"<@{BOT}> what did Kestria and Valdoro sign?", times=2
    )

    def answers() -> list[str]:
        every = place.people.messages(BEN, "C1")
        return [words(one) for one in every if one.get("thread_ts") == asked["ts"] and one["user"] == BOT]

    assert eventually(lambda: len(answers()) == 1), place.running.said
    assert "accord on fish quotas" in answers()[0]
    place.people.do("say", user=BEN, channel="C1", text="which ports?", thread=asked["ts"])
    assert eventually(lambda: len(answers()) == 2), place.running.said
    place.people.do("say", user=BEN, channel="C1", text=f"<@{ANNA}> did you see?", thread=asked["ts"])
    assert "sources" in words(place.asks("help sources"))
    assert len(answers()) == 2


def test_a_direct_message_and_a_shortcut_are_answered(place: Place) -> None:
    said = place.people.do("say", user=CORA, channel="im", text="what did the union reject?")
    assert eventually(
        lambda: any("rejected" in words(one) for one in place.people.messages(CORA, said["channel"])[1:])
    )
    line = place.people.do("say", user=CORA, channel="C1", text="The harbour union is angry")
    place.people.do("shortcut", user=CORA, channel="C1", ts=line["ts"])
    place.opens(CORA)
    before = len(place.people.answers(CORA))
    place.people.do("submit", user=CORA, values={"question": "What did it reject?"})
    assert "offer" in words(place.answer(CORA, before))


def test_the_home_page_shows_a_persons_channels_and_only_those_may_be_set(place: Place) -> None:
    place.people.do("open_home", user=ANNA)
    assert eventually(lambda: place.people.sees(ANNA)["home"] is not None), place.running.said
    home = place.people.sees(ANNA)["home"]
    assert "standstill" in words(home)
    assert "next:" in words(home)
    place.people.do("press_home", user=ANNA, label="Settings", value="C1")
    assert len(place.opens()["blocks"]) == 11
    place.closes()
    place.people.do("open_home", user=BEN)
    assert eventually(lambda: place.people.sees(BEN)["home"] is not None)
    place.people.do("press_home", user=BEN, label="Settings", value=DUE)
    assert "not in that channel" in words(place.opens(BEN))
    place.closes(BEN)


def test_marks_in_articles_and_questions_are_shown_and_ping_nobody(place: Place) -> None:
    place.asks(f"ask what of {HOSTILE} and the offer?")
    everything = [*place.people.messages(ANNA, "C1"), *place.people.sees(ANNA)["notes"]]
    assert any("<!channel> *bold* <@U2BEN>" in words({"blocks": one["blocks"]}) for one in everything)
    for one in everything:
        if one.get("user") in {BOT, None}:
            assert "<!" not in one["text"]
            assert "<@" not in one["text"]
            assert not {"user", "usergroup", "broadcast"} & _kinds(one["blocks"])


def _kinds(value: object) -> set[str]:
    if isinstance(value, dict):
        return {str(value.get("type"))}.union(*map(_kinds, value.values()))
    return set().union(*map(_kinds, value)) if isinstance(value, list) else set()


def test_an_envelope_that_comes_twice_acts_once(place: Place) -> None:
    before = len(place.people.answers(ANNA))
    place.asks("sources", times=3)
    place.people.do("lose_acks", count=1)
    place.people.do("slash", user=ANNA, channel="C1", text="help why")
    place.answer(ANNA, before + 1)
    place.asks("help now")
    assert len(place.people.answers(ANNA)) == before + 3


@pytest.mark.parametrize("kind", ["warning", "refresh_requested", "link_disabled"])
def test_a_disconnect_loses_no_command_that_slack_delivers_again(place: Place, kind: str) -> None:
    people = place.people
    before = len(people.answers(ANNA))
    asking = threading.Thread(target=lambda: people.do("slash", user=ANNA, channel="C1", text="help why"))
    ending = threading.Thread(target=lambda: people.do("disconnect", reason=kind))
    for one in (ending, asking):
        one.start()
    ending.join()
    if kind == "link_disabled":
        people.do("enable")
    asking.join()
    assert "/brief why" in words(place.answer(ANNA, before))
    place.asks("help now")
    assert len(people.answers(ANNA)) == before + 2


def test_a_reminder_has_buttons_that_answer(place: Place) -> None:
    def reminders() -> list[dict[str, object]]:
        return [one for one in place.people.messages(ANNA, DUE) if "reminder" in str(one["text"])]

    assert eventually(lambda: reminders() != []), place.running.said
    (reminder,) = reminders()
    assert {"Snooze", "Mute", "Source", "Remind me"} <= set(buttons(reminder))
    where: Json = {"channel": DUE, "ts": reminder["ts"]}
    assert "The Truce Wire" in words(place.presses("Source", **where))
    hours = place.presses("Snooze", **where)
    assert "1 day" in buttons(hours)
    place.people.do("click", user=ANNA, channel=DUE, label="1 day", ts=hours["ts"])
    assert eventually(lambda: any("Quiet until" in one for one in place.people.notes(ANNA)))
    assert "Muted" in words(place.presses("Mute", **where))
    assert "You will be reminded" in words(place.presses("Remind me", **where))


def test_a_channel_that_is_left_and_a_workspace_that_uninstalls_get_nothing_more(place: Place) -> None:
    def scheduled() -> list[object]:
        return _rows(place.folder, "SELECT id FROM schedules ORDER BY id")

    every = scheduled()
    place.people.do("remove", channel="C2")
    assert eventually(lambda: len(scheduled()) == len(every) - 1), scheduled()
    place.people.do("uninstall")
    assert eventually(lambda: scheduled() == []), scheduled()


def _audit(folder: Path) -> list[object]:
    return _rows(folder, "SELECT count(*) FROM audit")


def _rows(folder: Path, query: str) -> list[object]:
    connection = sqlite3.connect(f"file:{folder / 'communique.db'}?mode=ro", uri=True)
    try:
        return [row[0] for row in connection.execute(query)]
    finally:
        connection.close()
