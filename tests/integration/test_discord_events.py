"""Deadlines as events of a server: wished for, made, moved and taken out as the ledger says, each once."""

from __future__ import annotations

import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.deliver.when import day_in_words
from bot.platforms.discord.rights import NEEDED
from bot.runner.clock import SystemClock
from bot.texts import Language, say, speaking
from tests.fakes.discord_server.events import CREATE_EVENTS
from tests.fakes.discord_server.person import Reader
from tests.fakes.discord_server.server import Control, DiscordServer
from tests.fakes.discord_server.state import GUILD
from tests.faults.process import bot, command, eventually
from tests.faults.seeded import rows
from tests.integration.discord_bot import DUE, WORKSPACE, discord, serving
from tests.integration.truce import extended, store

AHEAD = timedelta(days=10)
MAKE = f"POST /api/v10/guilds/{GUILD}/scheduled-events"
FIELD = "events"


def _server(rights: int = NEEDED | CREATE_EVENTS) -> DiscordServer:
    server = discord()
    server.rest.state.guilds[GUILD].rights = rights
    return server


def _stored(folder: Path, *, wanted: bool = True) -> None:
    store(folder, WORKSPACE, AHEAD)
    config = folder / "communique.toml"
    if wanted:
        config.write_text(config.read_text("utf-8") + "events = true\n", "utf-8")


def _events(control: Control) -> list[dict[str, Any]]:
    held = control.state["events"].get(GUILD, [])
    return sorted(held, key=lambda one: str(one["scheduled_start_time"]))


def _truces(control: Control) -> list[dict[str, Any]]:
    return [one for one in _events(control) if "truce" in one["name"].casefold()]


def _settled(folder: Path) -> bool:
    return not rows(folder, "SELECT 1 FROM jobs WHERE task = 'calendar'")


def _all_stand(folder: Path, control: Control) -> bool:
    """Whether both deadlines that are ahead stand, and nothing is left to do."""
    return len(_events(control)) > 1 and _settled(folder)


def test_deadlines_stand_as_events_and_move_with_the_ledger(tmp_path: Path) -> None:
    _stored(tmp_path)
    with _server().beside() as control:
        with serving(tmp_path, control) as running:
            assert eventually(lambda: _all_stand(tmp_path, control)), running.said
        (truce,) = _truces(control)
        day = (SystemClock().now() + AHEAD).date()
        start, end = (datetime.fromisoformat(truce[f"scheduled_{one}_time"]) for one in ("start", "end"))
        assert start.date() == day
        assert end - start == timedelta(days=1)
        assert truce["entity_metadata"]["location"] == "The Truce Wire"
        assert "https://wire.test/truce" in truce["description"]
        extended(tmp_path, AHEAD)
        with serving(tmp_path, control, name="later") as running:
            assert eventually(lambda: _truces(control)[0]["scheduled_start_time"] != start.isoformat())
            assert eventually(lambda: _settled(tmp_path)), running.said
        (moved,) = _truces(control)
        assert moved["id"] == truce["id"]
        assert datetime.fromisoformat(moved["scheduled_start_time"]) == start + timedelta(days=30)
        assert control.state["requests"].count(MAKE) == len(_events(control))


def test_a_channel_that_wishes_for_events_gets_them_at_once_and_loses_them_when_it_does_not(
    tmp_path: Path,
) -> None:
    _stored(tmp_path, wanted=False)
    with _server().beside() as control, serving(tmp_path, control) as running:
        reader = Reader(control, channel=DUE)
        reader.sees(lambda text: "Key agreements" in text)
        assert _events(control) == []
        *_, page = reader.command("settings").buttons.values()
        form = reader.press(page).modal
        assert [part["component"]["custom_id"] for part in form["components"]] == ["language", FIELD]
        assert "Gespeichert." in reader.submit(form, language=["de"], events=["yes"]).text
        assert eventually(lambda: _all_stand(tmp_path, control)), running.said
        with speaking(Language.GERMAN):
            day = day_in_words((SystemClock().now() + AHEAD).date())
        assert day in _truces(control)[0]["description"]
        *_, page = reader.command("settings").buttons.values()
        form = reader.press(page).modal
        assert say("chat.saved") in reader.submit(form, language=["en"], events=["no"]).text
        assert eventually(lambda: _events(control) == []), running.said


@pytest.mark.parametrize(
    "fault", [{"drop_after": True}, {"status": 500, "done": True}, {"status": 503}], ids=str
)
def test_an_answer_that_is_lost_doubles_no_event(tmp_path: Path, fault: dict[str, object]) -> None:
    _stored(tmp_path)
    with _server().beside() as control:
        control.do("fault", on=MAKE, **fault)
        with serving(tmp_path, control) as running:
            assert eventually(lambda: MAKE in control.state["requests"]), running.said
        # What comes of it is looked up half a minute later, or at the next start.
        with serving(tmp_path, control, name="later") as running:
            assert eventually(lambda: _all_stand(tmp_path, control)), running.said
        assert len(_truces(control)) == 1
        assert len({one["description"] for one in _events(control)}) == len(_events(control))


@pytest.mark.untraced
def test_killed_while_it_makes_events_it_makes_each_once(tmp_path: Path) -> None:
    _stored(tmp_path)
    with _server().beside() as control:
        for when in ("kill_after", "kill_before", "kill_after"):
            with bot(tmp_path, **control.variables) as running:
                control.do("fault", on=MAKE, **{when: running.process.pid})
                assert running.process.wait(60) == -signal.SIGKILL, when
        with serving(tmp_path, control) as running:
            assert eventually(lambda: _all_stand(tmp_path, control)), running.said
        assert len({one["description"] for one in _events(control)}) == len(_events(control))
        assert len(rows(tmp_path, "SELECT 1 FROM appointments")) == len(_events(control))


def test_places_are_left_to_people_and_what_has_none_is_said(tmp_path: Path) -> None:
    _stored(tmp_path)
    server = _server()
    with server.beside() as control:
        at = datetime.now(UTC) + timedelta(days=300)  # noqa: TID251 # of a person, not of the bot
        theirs = {"name": "Quiz night", "entity_type": 3, "privacy_level": 2, "channel_id": None}
        theirs["entity_metadata"] = {"location": "Pub"}
        theirs["scheduled_start_time"] = at.isoformat()
        theirs["scheduled_end_time"] = (at + timedelta(hours=1)).isoformat()
        for _ in range(89):
            control.do("event", guild=GUILD, event=theirs)
        with serving(tmp_path, control) as running:
            assert eventually(lambda: len(_events(control)) == 90 and _settled(tmp_path)), running.said
            assert len(_truces(control)) == 1
            said = Reader(control, channel=DUE).command("why").text
        assert "1 deadline further ahead left out" in said


def test_a_right_that_is_lacking_is_named_and_nothing_else_suffers(tmp_path: Path) -> None:
    _stored(tmp_path)
    with _server(NEEDED).beside() as control:
        with serving(tmp_path, control) as running:
            reader = Reader(control, channel=DUE)
            reader.sees(lambda text: "Key agreements" in text)
            assert eventually(lambda: MAKE in control.state["requests"] and _settled(tmp_path)), running.said
            assert "allow Create Events" in reader.command("why").text
        assert control.state["requests"].count(MAKE) == 1
        found = command(tmp_path, "doctor", "--json", **control.variables).stdout
        assert "The bot lacks Create Events" in found
        assert f"permissions={NEEDED | CREATE_EVENTS}" in found
        control.do("rights", guild=GUILD, rights=NEEDED | CREATE_EVENTS)
        assert "Create Events" not in command(tmp_path, "doctor", "--json", **control.variables).stdout


def test_an_event_that_discord_finds_fault_with_keeps_no_other_from_standing(tmp_path: Path) -> None:
    _stored(tmp_path)
    with _server().beside() as control:
        control.do("fault", on=MAKE, status=400, code=50035)
        with serving(tmp_path, control) as running:
            assert eventually(lambda: len(_events(control)) == 1 and _settled(tmp_path)), running.said
        with serving(tmp_path, control, name="later"):
            assert "No deadlines" not in Reader(control, channel=DUE).command("why").text
        assert control.state["requests"].count(MAKE) == 2


def test_what_a_person_takes_out_stays_out(tmp_path: Path) -> None:
    _stored(tmp_path)
    with _server().beside() as control:
        with serving(tmp_path, control) as running:
            assert eventually(lambda: _all_stand(tmp_path, control)), running.said
        (truce,) = _truces(control)
        control.do("event", guild=GUILD, remove=truce["id"])
        with serving(tmp_path, control, name="later"):
            Reader(control, channel=DUE).command("deadlines")
        assert _truces(control) == []
        extended(tmp_path, AHEAD)
        with serving(tmp_path, control, name="last") as running:
            assert eventually(lambda: len(_truces(control)) == 1), running.said
