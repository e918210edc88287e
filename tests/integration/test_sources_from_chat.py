"""A source is added in a chat, on both platforms of one running bot; its news is in the next digest."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.texts import say
from tests.fakes.discord_server.person import HERE, Reader
from tests.fakes.discord_server.person import buttons as discord_buttons
from tests.fakes.discord_server.server import DiscordServer
from tests.fakes.feed_server import FeedServer
from tests.fakes.slack_people import People, buttons, words
from tests.fakes.slack_server.server import ANNA, APP_TOKEN, BEN, BOT_TOKEN
from tests.faults.process import bot, eventually
from tests.integration.slack_bot import Place, set_up, slack
from tests.integration.truce import HOSTILE, store

QUAY = (
    "Berths <!channel> @everyone",
    "The quay of Ostmark and the pilots signed an accord on berths on Monday.",
)
MILL = ("Grain <@U2BEN> @here", "The mill of Kestria and the bakers signed an accord on grain on Monday.")
LATE = ("Late", "The late wire signed an accord on clocks on Monday.")


@dataclass(frozen=True, slots=True)
class Both:
    """One bot, its two platforms, and the feeds."""

    feeds: FeedServer
    place: Place
    reader: Reader
    folder: Path

    def added(self, name: str, seconds: float = 0.0) -> str:
        """A new feed that is a source already; its address."""
        address = self.feeds.feed(name, LATE, seconds=seconds)
        shown = self.reader.command("sources", add=address)
        assert "is a source now" in self.reader.press(shown.buttons["Keep"]).text
        return address

    def audit(self) -> list[str]:
        """Who changed which source."""
        connection = sqlite3.connect(f"file:{self.folder / 'communique.db'}?mode=ro", uri=True)
        query = "SELECT who, what FROM audit WHERE what LIKE 'source %'"
        try:
            return [f"{who}: {what}" for who, what in connection.execute(query)]
        finally:
            connection.close()

    def presses(self, label: str, note: dict[str, Any]) -> dict[str, Any]:
        """Press a button in Slack that changes the note in which it stands; the note afterwards."""
        before = words(note)
        assert self.place.people.do("click", user=ANNA, channel="C1", label=label, ts=note["ts"])["taken"]

        def now() -> dict[str, Any]:
            every: list[dict[str, Any]] = self.place.people.sees(ANNA)["notes"]
            return next(one for one in every if one["ts"] == note["ts"])

        assert eventually(lambda: words(now()) not in {before, say("slack.working")}), self.place.running.said
        return now()


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    folder = tmp_path_factory.mktemp("sources")
    store(folder)
    with (folder / "communique.toml").open("a", encoding="utf-8") as config:
        config.write('\n[fetch]\nallow = ["127.0.0.1"]\ndelay = 0\n')
    here, there = slack(), DiscordServer()
    there.rest.state.channel(HERE)
    with FeedServer().serving() as feeds, here.beside() as url, there.beside() as control:
        tokens = {"COMMUNIQUE_SLACK__BOT_TOKEN": BOT_TOKEN, "COMMUNIQUE_SLACK__APP_TOKEN": APP_TOKEN}
        tokens["COMMUNIQUE_SLACK__BASE_URL"] = f"{url}/api/"
        with bot(folder, **tokens, **control.variables) as running:
            assert eventually(lambda: bool(here.sockets.open)), running.said
            assert eventually(lambda: control.state["sockets"] == 1), running.said
            yield Both(feeds, Place(here, People(url), folder, running), Reader(control), folder)
            assert running.end() == 0, running.said
    assert not here.state.complaints


def test_in_slack_a_source_is_shown_kept_and_read_in_the_next_digest(both: Both) -> None:
    place, address = both.place, both.feeds.feed("The Quay Post", QUAY)
    shown = place.asks(f"sources add <{address}>")
    assert f"The Quay Post: a feed at {address}" in words(shown)
    assert "Berths <!channel> @everyone" in words(shown)
    assert buttons(shown) == ["Keep", "Cancel"]
    kept = both.presses("Keep", shown)
    assert "The Quay Post is a source now" in words(kept)
    assert eventually(lambda: "The Quay Post: 1 article" in words(place.asks("sources"))), place.running.said
    set_up(place, "C1")
    [digest] = [one for one in place.people.messages(ANNA, "C1") if "Key agreements" in words(one)]
    assert "accord on berths" in words(digest)
    assert "slack:U1ANNA: source The Quay Post added: " + address in both.audit()


def test_on_discord_a_source_is_shown_kept_and_read_in_the_next_digest(both: Both) -> None:
    reader, address = both.reader, both.feeds.feed("The Mill Wire", MILL)
    shown = reader.command("sources", add=address)
    assert shown.private
    assert "The Mill Wire: a feed at" in shown.text
    assert {*shown.buttons} == {"Keep", "Cancel"}
    assert "The Mill Wire is a source now" in reader.press(shown.buttons["Keep"]).text
    assert "The Mill Wire is a source now" in reader.press(shown.buttons["Keep"]).text
    assert eventually(lambda: "The Mill Wire: 1 article" in reader.command("sources").text)
    form = reader.press(discord_buttons(reader.messages()[0])[say("button.setup")]).modal
    reader.submit(form, topics="", time="08:00", zone="Europe/Berlin")
    digest = reader.sees(lambda text: "accord on grain" in text)
    assert digest["allowed_mentions"]["parse"] == []
    assert any(line.startswith(f"discord:{reader.user}: source The Mill Wire added") for line in both.audit())


def test_the_form_does_the_same_on_both(both: Both) -> None:
    place, reader = both.place, both.reader
    listed = place.asks("sources")
    place.people.do("click", user=ANNA, channel="C1", label="Add a source", ts=listed["ts"])
    assert [one["block_id"] for one in place.opens()["blocks"]] == ["url", "name"]
    before = len(place.people.answers(ANNA))
    address = both.feeds.feed("First Form", LATE)
    assert place.people.do("submit", user=ANNA, values={"url": address, "name": "Anna's"})["taken"]
    shown = place.answer(ANNA, before)
    assert "Anna's: a feed at" in words(shown)
    assert "Nothing was stored" in words(both.presses("Cancel", shown))

    form = reader.press(reader.command("sources").buttons["Add a source"]).modal
    other = reader.submit(form, url=address, name="Cora's")
    assert "Cora's: a feed at" in other.text
    assert "Nothing was stored" in reader.press(other.buttons["Cancel"]).text


def test_a_slow_feed_is_waited_for_with_a_working_state_that_ends(both: Both) -> None:
    place, reader = both.place, both.reader
    address = both.feeds.feed("The Late Wire", LATE, seconds=4.0)
    shown = place.asks(f"sources add {address}")
    assert "The Late Wire: a feed at" in words(shown)
    assert say("slack.follows") in [one.strip() for one in place.people.notes(ANNA)]
    both.feeds.slow["/the-late-wire"] = 0.0
    both.presses("Keep", shown)
    card = place.asks("sources the late wire")
    assert buttons(card)[:3] == ["Test now", "Pause", "Remove"]
    both.feeds.slow["/the-late-wire"] = 2.0
    tested = both.presses("Test now", card)
    assert "The Late Wire brought" in words(tested)
    assert "brought" in reader.command("sources", test="The Late Wire").text


def test_errors_say_what_the_feed_answered_and_what_to_do(both: Both) -> None:
    def both_say(address: str) -> list[str]:
        told = both.reader.command("sources", add=address).text
        return [words(both.place.asks(f"sources add {address}")), told.replace("\\", "")]

    for said in both_say(f"{both.feeds.url}/no-such-feed"):
        assert "the server answered 404 Not Found" in said
        assert say("source.fix.4xx") in said
    for said in both_say("http://169.254.169.254/latest"):
        assert "is no public address" in said
    for said in both_say("nonsense here"):
        assert "is no web address" in said


def test_it_is_listed_paused_resumed_and_removed_on_both(both: Both) -> None:
    place, reader = both.place, both.reader
    both.added("The Old Mole")
    card = place.asks('sources "The Old Mole"')
    paused = both.presses("Pause", card)
    assert "The Old Mole is paused." in words(paused)
    assert reader.types("sources", "resume", "old mole") == ["The Old Mole (paused)"]
    assert "1 paused" in reader.command("sources").text
    assert "The Old Mole goes on." in reader.command("sources", resume="The Old Mole").text
    again = reader.command("sources", source="The Old Mole")
    assert {"Test now", "Pause", "Remove"} <= {*again.buttons}
    assert "is removed" in reader.press(again.buttons["Remove"]).text
    gone = both.presses("Resume", paused)
    assert say("chat.source.gone") in words(gone)
    assert reader.types("sources", "remove", "old mole") == []


def test_sources_and_deadlines_are_completed_while_they_are_typed(both: Both) -> None:
    both.added("The Tall Tale")
    assert [one.partition(" (")[0] for one in both.reader.types("sources", "test", "tall")] == [
        "The Tall Tale"
    ]
    assert both.reader.types("sources", "source", "pact") == ["The Pact Wire"]
    both.reader.command("deadlines")
    [ahead] = both.reader.types("deadlines", "deadline", "truce")
    assert "The truce between the dockers" in ahead


def test_a_channel_reads_only_the_sources_that_it_chose_in_the_form(both: Both) -> None:
    place, reader = both.place, both.reader
    place.people.do("slash", user=ANNA, channel="C2", text="settings")
    [field] = [one for one in place.opens()["blocks"] if one["block_id"] == "sources"]
    assert "The Pact Wire" in [one["text"]["text"] for one in field["element"]["options"]]
    assert say("chat.saved") in place.fills(sources=["The Pact Wire"], times="")
    place.closes()
    told = words(place.asks("now hours:24", channel="C2"))
    assert "1 article, 1 source, 1 story · Only from: The Pact Wire" in told
    assert "signed an accord on fish quotas" in told

    form = _form(reader)
    same = {"sections": ["agreement", "tension"], "length": ["normal"]}
    assert say("chat.saved") in reader.submit(form, sources=["The Strike Wire"], **same).text
    here = reader.command("now", hours=24).text
    assert "1 article, 1 source, 1 story · Only from: The Strike Wire" in here
    assert "accord" not in here
    assert say("chat.saved") in reader.submit(_form(reader), sources=[], **same).text
    assert "signed an accord on fish quotas" in reader.command("now", hours=24).text


def _form(reader: Reader) -> Any:
    """The form as it is opened now, with what is chosen by now."""
    return reader.press(list(reader.command("settings").buttons.values())[1]).modal


def test_an_address_of_ten_thousand_characters_is_refused_and_shown_whole_nowhere(both: Both) -> None:
    address = f"https://{'a' * 10_000}.test/"
    for said in (
        words(both.place.asks(f"sources add {address}")),
        both.reader.command("sources", add=address).text,
    ):
        assert "2000 characters" in said
        assert "a" * 3000 not in said


def test_who_may_not_manage_changes_no_source_by_any_path(both: Both) -> None:
    place, before = both.place, both.audit()
    member = Reader(both.reader.control, manage=False)
    refused = say("chat.not_sourcer")
    address = both.feeds.feed("Never", LATE)
    for option in ("add", "pause", "remove"):
        assert refused in words(place.asks(f"sources {option} {address}", user=BEN))
        assert refused in member.command("sources", **{option: address}).text
    form = {"custom_id": "form:source", "components": [{"component": {"type": 4, "custom_id": "url"}}]}
    assert refused in member.submit(form, url=address).text
    assert refused in member.press("c1:remove_source:0123456789").text
    assert "Add a source" not in buttons(place.asks("sources", user=BEN))
    said = place.people.do("say", user=BEN, channel="im", text="sources")
    assert eventually(lambda: len(place.people.messages(BEN, said["channel"])) > 1)
    assert all(buttons(one) == [] for one in place.people.messages(BEN, said["channel"])[1:])
    assert both.audit() == before
    assert "/never" not in both.feeds.asked  # the bot goes on polling the others meanwhile


def test_no_word_of_a_feed_pings_anybody(both: Both) -> None:
    address = both.feeds.feed("Loud", (HOSTILE, f"{HOSTILE} signed an accord on noise on Monday."))
    note = both.place.asks(f"sources add {address}")
    assert "<!channel> *bold*" in words({"blocks": note["blocks"]})
    assert "<!" not in note["text"]
    assert not {"user", "usergroup", "broadcast"} & _kinds(note["blocks"])
    shown = both.reader.command("sources", add=address)
    for message in shown.interaction["messages"]:
        assert message["allowed_mentions"]["parse"] == []
        assert "*bold*" not in str(message["components"])


def _kinds(value: object) -> set[str]:
    if isinstance(value, dict):
        return {str(value.get("type"))}.union(*map(_kinds, value.values()))
    return set().union(*map(_kinds, value)) if isinstance(value, list) else set()
