"""The bot as a process on the loopback Discord: everything a reader can do, seen from outside."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.domain.command import COMMANDS
from bot.texts import Language, say, speaking
from tests.fakes.discord_server.person import HERE, Reader, buttons, words
from tests.fakes.discord_server.server import Control, DiscordServer
from tests.fakes.discord_server.state import BOT, DM, EVERYONE, GUILD, PUBLIC_THREAD
from tests.faults.process import ROOT, bot, command, eventually

ARTICLES = ROOT / "config" / "demo" / "articles.jsonl"
MANAGE = 1 << 5
"""Manage Server."""

OTHER = "700000000000000002"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the articles of the demo, whose days are long past."""
    path = tmp_path_factory.mktemp("discord")
    (path / "communique.toml").write_text('[topics.tariffs]\nany = ["tariff"]\n', encoding="utf-8")
    assert command(path, "ingest", str(ARTICLES)).returncode in {0, 1}
    return path


@pytest.fixture(scope="module")
def control(folder: Path) -> Iterator[Control]:
    server = DiscordServer()
    server.rest.state.channel(HERE)
    with server.beside() as control, bot(folder, **control.variables) as running:
        assert eventually(lambda: bool(control.state["channels"][HERE])), running.said
        yield control
        assert running.end() == 0


@pytest.fixture
def reader(control: Control) -> Reader:
    return Reader(control)


def test_a_server_that_adds_the_bot_is_asked_to_set_it_up_once(reader: Reader) -> None:
    greeting = reader.messages()[0]
    assert say("button.setup") in buttons(greeting)
    reader.control.do("join", guild=GUILD)
    reader.command("help")
    assert len([one for one in reader.messages() if say("button.setup") in buttons(one)]) == 1


def test_the_commands_are_registered_as_the_table_has_them(control: Control) -> None:
    brief, shortcut = control.state["commands"]
    assert [one["name"] for one in brief["options"]] == [one.name for one in COMMANDS]
    assert [one["description"] for one in brief["options"]] == [one.help for one in COMMANDS]
    with speaking(Language.GERMAN):
        assert [one["description_localizations"] for one in brief["options"]] == [
            {"de": one.help} for one in COMMANDS
        ]
    assert shortcut["name"] == say("button.ask_about")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("now", "Communiqué"),
        ("deadlines", "deadlines"),
        ("catchup", "changed"),
        ("sources", "Ninefold Wire"),
        ("why", "Sends of"),
        ("help", "/brief ask"),
    ],
)
def test_every_command_is_answered_to_its_reader_alone(reader: Reader, name: str, said: str) -> None:
    shown = reader.command(name)
    assert said in shown.text
    assert shown.private


def test_a_question_is_answered_with_quotes(reader: Reader) -> None:
    shown = reader.command("ask", question="When does the tariff standstill expire?")
    assert "November 10" in shown.text
    assert "> *" in shown.text


def test_a_word_that_is_being_typed_is_completed(reader: Reader) -> None:
    assert "Ninefold Wire" in reader.types("sources", "source", "nine")
    assert "deadlines" in " ".join(reader.types("help", "command", "dead"))
    assert reader.types("now", "topic", "tar") == ["tariffs"]


def test_a_reply_is_shared_with_the_channel_once(reader: Reader) -> None:
    shown = reader.command("deadlines")
    share = shown.buttons[say("button.share")]
    before = len(reader.messages())
    public = reader.press(share)
    assert not public.private
    assert len(reader.messages()) == before + 1
    assert say("chat.share_twice") in reader.press(share).text


def test_a_channel_is_set_up_and_gets_its_first_briefing(reader: Reader) -> None:
    form = reader.press(buttons(reader.messages()[0])[say("button.setup")]).modal
    shown = reader.submit(form, topics="", time="08:00", zone="Europe/Berlin")
    assert "Europe/Berlin" in shown.text
    briefing = reader.sees(lambda text: "Europe/Berlin" in text and "Communiqué" in text)
    assert {say(f"button.{name}") for name in ("ask_about", "deadlines", "why", "settings")} <= set(
        buttons(briefing)
    )


def test_wrong_values_are_named_and_the_form_can_be_opened_again(reader: Reader) -> None:
    choice = reader.command("settings")
    first, second, _ = choice.buttons.values()
    form = reader.press(first).modal
    shown = reader.submit(form, times="25:99", zone="Moon/Base", weekdays=["0"], topics="", quiet="")
    assert say("form.zone.odd") in shown.text
    assert reader.press(shown.buttons[say("button.settings")]).text == choice.text
    other = reader.press(second).modal
    saved = reader.submit(other, sections=["deadline"], length=["short"], reminders="7, 1")
    assert say("chat.saved") in saved.text


@pytest.mark.parametrize("form", ["form:poll:x", "poll"])
def test_a_form_that_was_opened_by_an_earlier_version_is_told_so(reader: Reader, form: str) -> None:
    told = reader.submit({"custom_id": form, "components": []})
    assert say("chat.old_button") in told.text
    assert told.private


def test_what_another_set_while_a_form_was_open_is_told_with_what_was_chosen(reader: Reader) -> None:
    _, second, _ = reader.command("settings").buttons.values()
    form, other = (reader.press(second).modal for _ in range(2))
    kept: dict[str, Any] = {"sections": ["deadline"], "reminders": "7, 1"}
    assert say("chat.saved") in reader.submit(other, **kept, length=["long"]).text
    told = reader.submit(form, **kept, length=["normal"])
    assert "Length: set to “Long: eight, all in the thread” by somebody else meanwhile" in told.text
    assert "You typed under Length: Normal: five, all in the thread" in told.text
    _, second, _ = reader.press(told.buttons[say("button.settings")]).buttons.values()
    assert say("chat.saved") in reader.submit(reader.press(second).modal, **kept, length=["normal"]).text


def test_a_channel_is_spoken_to_in_the_language_of_its_settings_and_no_other_is(reader: Reader) -> None:
    reader.control.do("channel", id=OTHER)
    other = Reader(reader.control, channel=OTHER)
    *_, last = reader.command("settings").buttons.values()
    form = reader.press(last).modal
    assert "Gespeichert." in reader.submit(form, language=["de"], events=["no"]).text
    told = reader.command("help").text
    with speaking(Language.GERMAN):
        assert all(command.help in told for command in COMMANDS)
    assert "Den Befehl frobnicate gibt es nicht" in reader.command("frobnicate").text
    assert "Termine ab" in reader.command("deadlines").text
    assert "What can be asked of me" in other.command("help").text
    *_, last = reader.command("settings").buttons
    assert last == "Sprache, Termine als Events dieses Servers zeigen"
    german = reader.press(reader.command("settings").buttons[last]).modal
    assert german["title"] == "Einstellungen"
    assert [one["label"] for one in german["components"]] == last.split(", ")
    wrong = reader.submit(german, language=["xx"], events=["no"])
    assert "Etwas aus der Auswahl wählen" in wrong.text
    assert "Einstellungen" in wrong.buttons
    assert "Saved." in reader.submit(german, language=["en"], events=["no"]).text
    assert "What can be asked of me" in reader.command("help").text


def test_a_server_that_was_set_to_german_is_greeted_in_german(reader: Reader) -> None:
    there = "700000000000000055"
    reader.control.do("channel", id=there, guild="500000000000000055")
    reader.control.do("join", guild="500000000000000055", locale="de")
    greeting = reader.sees(lambda text: "Communiqué ist da" in text, there)
    assert list(buttons(greeting)) == ["Kanal einrichten"]
    member = Reader(reader.control, channel=there, manage=False)
    refused = member.command("settings").text
    assert "Was in diesen Kanal geht, ändert nur, wer ihn verwaltet" in refused


def test_who_asks_where_nothing_is_set_is_answered_in_the_language_of_their_discord(reader: Reader) -> None:
    reader.control.do("channel", id="700000000000000066", kind=DM, guild=None)
    alone = Reader(reader.control, channel="700000000000000066")
    assert "Alle Befehle" in alone.act(act="command", name="help", options=[], locale="de").text
    assert "What can be asked of me" in alone.act(act="command", name="help", options=[], locale="fr").text


def test_who_may_not_manage_the_server_cannot_change_settings_by_any_path(control: Control) -> None:
    member = Reader(control, manage=False)
    refused = say("chat.not_manager")
    assert refused in member.command("settings").text
    assert refused in member.press("c1:settings").text
    assert refused in member.press("page:1:c1:settings").text
    form = {"custom_id": "form:settings", "components": [{"component": {"type": 4, "custom_id": "zone"}}]}
    assert refused in member.submit(form, zone="Asia/Tokyo").text


def test_buttons_that_are_old_or_made_up_are_answered(reader: Reader) -> None:
    for code in ("c0:deadlines", "page:9:c1:nothing", "x" * 100, "c1:share:nobody"):
        assert reader.press(code).text


def test_a_message_is_asked_about_by_its_shortcut(reader: Reader) -> None:
    about: dict[str, Any] = {
        "id": "5",
        "content": "The tariff standstill between Kestria and Valdoro",
        "components": [],
    }
    about |= {
        "channel_id": HERE,
        "author": {"id": "1", "username": "x", "discriminator": "0", "avatar": None},
    }
    form = reader.act(act="shortcut", name=say("button.ask_about"), message=about).modal
    assert "November" in reader.submit(form, question="When does it expire?").text


def test_a_mention_is_answered_in_a_thread_of_its_own(reader: Reader) -> None:
    asked = reader.control.do(
        "say", channel=HERE, text="<@900000000000000001> When does the standstill expire?", mention=True
    )
    answer = reader.sees(lambda text: "November" in text, asked["id"])
    assert reader.control.state["threads"][asked["id"]] == HERE
    assert answer["allowed_mentions"]["parse"] == []


def test_a_command_that_is_said_to_the_bot_asks_for_the_same_rights(reader: Reader) -> None:
    def told(wanted: str) -> str:
        text = "<@900000000000000001> /brief sources remove harbour"
        asked = reader.control.do("say", channel=HERE, text=text, mention=True)
        return words(reader.sees(lambda said: wanted in said, asked["id"]))

    assert told(say("chat.not_sourcer"))
    reader.control.do("rights", guild=GUILD, rights=EVERYONE | MANAGE)
    reader.control.do("join", guild=GUILD)
    assert "There is no source" in told("harbour")
    reader.control.do("rights", guild=GUILD, rights=EVERYONE)
    reader.control.do("join", guild=GUILD)


def test_a_message_without_a_mention_is_let_be(reader: Reader) -> None:
    told = reader.control.do("say", channel=HERE, text="When does the standstill expire?")
    reader.command("help")
    assert told["id"] not in reader.control.state["threads"]


def test_who_brought_the_bot_along_alone_sees_what_is_theirs_and_not_the_servers(control: Control) -> None:
    reader = Reader(control)
    brought: dict[str, Any] = {"act": "command", "options": [], "alone": True}
    assert "Ninefold Wire" in reader.command("sources").text
    theirs = reader.act(name="sources", **brought)
    assert "Ninefold Wire" not in theirs.text
    assert say("button.add_source") in theirs.buttons
    assert say("chat.not_manager") in reader.act(name="settings", **brought).text
    control.do("channel", id="700000000000000088", kind=DM, guild=None)
    others = Reader(control, channel="700000000000000088")
    assert others.act(name="settings", **brought).buttons
    assert say("chat.not_manager") in others.act(name="settings", **brought, context=2).text


def test_within_a_thread_settings_are_those_of_its_channel(control: Control, reader: Reader) -> None:
    thread = "700000000000000077"
    control.do("channel", id=thread, kind=PUBLIC_THREAD, parent=HERE)
    assert "Sends of" in Reader(control, channel=thread).command("why").text


LOST = [{"drop_before": True}, {"drop_after": True}, {"status": 500, "done": True}]


@pytest.mark.parametrize("fault", LOST, ids=["before", "after", "500"])
@pytest.mark.parametrize("name", ["help", "settings"])
def test_an_acknowledgement_whose_answer_is_lost_loses_no_command(
    reader: Reader, name: str, fault: dict[str, Any]
) -> None:
    reader.control.do("fault", on="/callback", **fault)
    shown = reader.command(name)
    assert shown.text
    assert shown.private
    assert not shown.interaction["thinking"]
    assert len(shown.interaction["messages"]) == 1


def test_a_share_whose_acknowledgement_is_lost_leaves_what_was_pressed_as_it_is(reader: Reader) -> None:
    share = reader.command("deadlines").buttons[say("button.share")]
    assert not reader.press(share).private
    reader.control.do("fault", on="/callback", drop_after=True)
    again = reader.press(share)
    assert say("chat.share_twice") in again.text
    assert (
        f"PATCH /api/v10/webhooks/{BOT}/token-{again.interaction['id']}/messages/@original"
        not in (reader.control.state["requests"])
    )


@pytest.mark.parametrize("fault", LOST, ids=["before", "after", "500"])
def test_an_answer_that_is_lost_on_its_way_is_filled_in_again(reader: Reader, fault: dict[str, Any]) -> None:
    reader.control.do("fault", on="messages/@original", **fault)
    assert "/brief ask" in reader.command("help").text


@pytest.mark.parametrize("status", [403, 500])
def test_a_mention_is_answered_where_typing_fails(reader: Reader, status: int) -> None:
    reader.control.do("fault", on="/typing", status=status, times=5)
    asked = reader.control.do("say", channel=HERE, text="<@900000000000000001> help", mention=True)
    try:
        assert reader.sees(lambda text: "/brief ask" in text, asked["id"])
    finally:
        reader.control.do("mend")


def test_an_event_that_comes_twice_is_answered_once(reader: Reader) -> None:
    shown = reader.act(act="command", name="why", options=[], twice=True)
    reader.command("help")
    held = reader.control.state["interactions"][shown.interaction["id"]]
    assert len(held["messages"]) == 1


def test_after_fifteen_minutes_the_answer_is_a_message_in_the_channel(reader: Reader) -> None:
    reader.control.do("fault", on="messages/@original", status=401, code=50027)
    before = len(reader.messages())
    reader.control.do(
        "act", act="command", name="help", options=[], channel=HERE, user=reader.user, manage=True
    )
    late = reader.sees(lambda text: say("chat.timed_out", name="reader-01").split(":")[0] in text)
    assert words(late)
    assert len(reader.messages()) == before + 1


def test_a_channel_that_is_deleted_or_a_server_that_leaves_gets_nothing_more(
    control: Control, folder: Path
) -> None:
    control.do("leave", guild=GUILD)
    assert eventually(lambda: _removals(folder) == [("discord", "local")])
    control.do("join", guild=GUILD)
    assert Reader(control).command("help").text
    assert eventually(lambda: _removals(folder) == [])


def _removals(folder: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(f"file:{folder / 'communique.db'}?mode=ro", uri=True)) as connection:
        return list(connection.execute("SELECT platform, tenant_id FROM removals"))
