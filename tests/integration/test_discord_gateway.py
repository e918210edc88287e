"""The bot as a process while its connection to Discord breaks: it comes back, loses and doubles nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.discord_server.person import HERE, Reader
from tests.fakes.discord_server.server import Control, DiscordServer
from tests.fakes.discord_server.state import BOT
from tests.faults.process import Bot, bot, eventually

RESUMABLE = [("reconnect", 0), ("invalid_resumable", 0), ("abort", 0)]
RESUMABLE += [("close", code) for code in (4000, 4001, 4002, 4003, 4005, 4008)]
ANEW = [("invalid", 0), ("close", 4006), ("close", 4007), ("close", 4009)]
"""Discord forgets the session; what was asked meanwhile is for nobody, for it is never delivered."""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Control, Bot]]:
    server = DiscordServer()
    server.rest.state.channel(HERE)
    with server.beside() as control, bot(tmp_path_factory.mktemp("gate"), **control.variables) as process:
        assert eventually(lambda: bool(control.state["channels"][HERE])), process.said
        yield control, process
        assert process.end() == 0


def _ids(reader: Reader) -> str:
    told = reader.control.do("act", act="command", name="help", options=[], channel=HERE, user=reader.user)
    return str(told["id"])


def _answers(control: Control, id_: str) -> int:
    return len(control.state["interactions"][id_]["messages"])


@pytest.mark.parametrize(("how", "code"), RESUMABLE, ids=str)
def test_a_session_is_resumed_and_a_command_given_meanwhile_answered_once(
    running: tuple[Control, Bot], how: str, code: int
) -> None:
    control, process = running
    reader = Reader(control)
    before = control.state["gateway"].count("resumed")
    control.do("gateway", end=how, code=code)
    asked = _ids(reader)
    assert eventually(lambda: control.state["gateway"].count("resumed") > before), process.said
    assert eventually(lambda: _answers(control, asked) == 1), process.said
    assert reader.command("help").text
    assert _answers(control, asked) == 1


@pytest.mark.parametrize(("how", "code"), ANEW, ids=str)
def test_a_session_that_discord_forgot_is_begun_anew(
    running: tuple[Control, Bot], how: str, code: int
) -> None:
    control, process = running
    before = control.state["gateway"].count("identified")
    control.do("gateway", end=how, code=code)
    assert eventually(lambda: control.state["gateway"].count("identified") > before), process.said
    assert eventually(lambda: control.state["sockets"] == 1)
    assert Reader(control).command("help").text


def test_after_a_network_that_was_cut_it_comes_back_by_itself(running: tuple[Control, Bot]) -> None:
    """With a new session, as the library does: an interaction of meanwhile has expired on Discord's side."""
    control, process = running
    before = control.state["gateway"].count("identified")
    control.do("gateway", cut=True, end="abort")
    asked = _ids(Reader(control))
    time.sleep(2)
    control.do("gateway", cut=False)
    assert eventually(lambda: control.state["gateway"].count("identified") > before), process.said
    assert Reader(control).command("help").text
    assert _answers(control, asked) <= 1


@pytest.mark.parametrize(
    "path", [f"PUT /api/v10/applications/{BOT}/commands", "GET /api/v10/gateway/bot"], ids=["sync", "gateway"]
)
def test_a_discord_that_fails_while_the_bot_starts_does_not_end_it(tmp_path: Path, path: str) -> None:
    server = DiscordServer()
    server.rest.state.channel(HERE)
    with server.beside() as control:
        control.do("fault", on=path, status=429, via=False)
        with bot(tmp_path, **control.variables) as process:
            assert eventually(lambda: control.state["sockets"] == 1), process.said
            assert Reader(control).command("help").text


def test_an_event_that_a_resume_delivers_again_is_not_acted_on_twice(tmp_path: Path) -> None:
    server = DiscordServer()
    server.rest.state.channel(HERE)
    with server.beside() as control, bot(tmp_path, **control.variables) as process:
        assert eventually(lambda: bool(control.state["channels"][HERE])), process.said
        asked = Reader(control).command("help").interaction["id"]
        for session in server.gateway.sessions.values():
            for event in [*session.events]:
                if event["t"] == "INTERACTION_CREATE":
                    session.events.append({**event, "s": len(session.events) + 1})
        control.do("gateway", end="reconnect")
        assert eventually(lambda: "resumed" in control.state["gateway"]), process.said
        assert Reader(control).command("help").text
        assert _answers(control, asked) == 1
