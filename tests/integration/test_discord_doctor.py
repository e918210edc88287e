"""Discord's set-up: the invitation, what `communique doctor` asks, connections that are closed for good."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import discord
import pytest

from bot.platforms.discord.rights import NEEDED, RIGHTS, alone, application_of, missing
from tests.fakes.discord_server.server import TOKEN, Control, DiscordServer
from tests.fakes.discord_server.state import GUILD
from tests.faults.process import bot, command, eventually
from tests.faults.seeded import make

FIRST = "discord:local:700000000000000000"


def _server(*denied: int) -> DiscordServer:
    server = DiscordServer()
    for number, bits in enumerate(denied or (0,)):
        server.rest.state.channel(f"700000000000000{number:03}", denied=bits)
    return server


def _findings(folder: Path, control: Control, **variables: str) -> dict[str, dict[str, Any]]:
    done = command(folder, "doctor", "--json", **{**control.variables, **variables})
    found = {line["check"]: line for line in map(json.loads, done.stdout.splitlines())}
    assert done.returncode == (0 if all(line["ok"] for line in found.values()) else 1), done.stderr
    assert not [line for line in found.values() if not line["ok"] and not line["fix"]]
    assert TOKEN not in done.stdout + done.stderr
    return {
        check: line for check, line in found.items() if check.startswith("discord") and check != "discord"
    }


def test_a_good_set_up_is_told_as_one_with_its_invitation(tmp_path: Path) -> None:
    make(tmp_path, 1, workspace="discord:local:700000000000000")
    with _server().beside() as control:
        found = _findings(tmp_path, control)
    assert set(found) == {"discord token", "discord application", "discord servers", FIRST}
    assert all(line["ok"] and not line["fix"] for line in found.values()), found
    assert GUILD in found["discord servers"]["seen"]
    assert f"permissions={NEEDED}" in found["discord application"]["seen"]


def test_the_server_that_reads_what_is_ingested_here_is_asked_for(tmp_path: Path) -> None:
    with _server().beside() as control:
        found = _findings(tmp_path, control, COMMUNIQUE_DISCORD__GUILD="")["discord servers"]
        assert found["ok"]
        assert GUILD in found["seen"]
        assert "COMMUNIQUE_DISCORD__GUILD" in found["fix"]
        control.do("leave", guild=GUILD)
        assert "communique init discord" in _findings(tmp_path, control)["discord servers"]["seen"]


@pytest.mark.parametrize("name", RIGHTS)
def test_a_right_that_a_channel_denies_is_named_with_the_place_to_give_it(tmp_path: Path, name: str) -> None:
    make(tmp_path, 1, workspace="discord:local:700000000000000")
    with _server(RIGHTS[name]).beside() as control:
        found = _findings(tmp_path, control)
    assert not found[FIRST]["ok"]
    assert name in found[FIRST]["fix"]


def test_the_right_to_events_is_given_to_a_role_of_the_server_and_in_no_channel(tmp_path: Path) -> None:
    make(tmp_path, 1, workspace="discord:local:700000000000000")
    with (tmp_path / "communique.toml").open("a", encoding="utf-8") as config:
        config.write("events = true\n")
    with _server(RIGHTS["Embed Links"]).beside() as control:
        fix = _findings(tmp_path, control)[FIRST]["fix"]
    in_channel, in_server = fix.split(". ")
    assert in_channel == "Edit Channel, Permissions, the bot's role: allow Embed Links"
    assert in_server == "Server Settings, Roles, the bot's role: allow Create Events"


def test_what_to_do_about_lacking_rights_is_told_in_one_language(tmp_path: Path) -> None:
    make(tmp_path, 1, workspace="discord:local:700000000000000")
    with _server(RIGHTS["Embed Links"]).beside() as control:
        fix = _findings(tmp_path, control, COMMUNIQUE_LANGUAGE="de")[FIRST]["fix"]
    assert fix == "Kanal bearbeiten, Berechtigungen, die Rolle des Bots: Embed Links erlauben"


def test_a_channel_that_is_not_there_and_a_token_that_is_wrong_are_told(tmp_path: Path) -> None:
    make(tmp_path, 2, workspace="discord:local:700000000000000")
    with _server().beside() as control:
        found = _findings(tmp_path, control)
        assert [found[FIRST]["ok"], found[f"{FIRST[:-1]}1"]["ok"]] == [True, False]
        wrong = _findings(tmp_path, control, COMMUNIQUE_DISCORD__TOKEN="wrong.token.x")
    assert list(wrong) == ["discord token"]
    assert "COMMUNIQUE_DISCORD__TOKEN" in wrong["discord token"]["fix"]


def test_the_rights_are_those_of_the_library_by_the_same_names() -> None:
    asked = discord.Permissions(NEEDED)
    assert {name for name, given in asked if given} == {
        one.lower().replace(" ", "_").replace("view_channel", "read_messages") for one in RIGHTS
    }
    assert missing(NEEDED) == ()
    assert missing(0) == tuple(RIGHTS)


def test_the_address_for_one_person_asks_for_commands_and_no_right() -> None:
    query = parse_qs(urlsplit(alone("900")).query)
    assert query == {"client_id": ["900"], "scope": ["applications.commands"], "integration_type": ["1"]}


def test_init_prints_the_invitation_as_soon_as_the_token_is_set(tmp_path: Path) -> None:
    first = command(tmp_path, "init", "discord")
    assert (first.returncode, first.stdout) == (0, "")
    assert "COMMUNIQUE_DISCORD__TOKEN" in first.stderr
    token = f"{base64.b64encode(b'900000000000000001').decode()}.invented.x"
    second = command(tmp_path, "init", "discord", COMMUNIQUE_DISCORD__TOKEN=token)
    asked = parse_qs(urlsplit(second.stdout.strip()).query)
    assert asked["client_id"] == ["900000000000000001"]
    assert asked["permissions"] == [str(NEEDED)]
    assert asked["scope"] == ["bot applications.commands"]
    assert alone("900000000000000001") in second.stderr
    assert token not in second.stdout + second.stderr


def test_init_says_that_a_token_which_is_none_is_none(tmp_path: Path) -> None:
    done = command(tmp_path, "init", "discord", COMMUNIQUE_DISCORD__TOKEN="mistyped.x.y")
    assert (done.returncode, done.stdout) == (2, "")
    assert "discord.token" in done.stderr
    assert "Reset Token" in done.stderr
    assert "mistyped" not in done.stderr


@pytest.mark.parametrize("token", ["", "x", "é.x", "bm90IGEgbnVtYmVy.x", "===.x"])
def test_what_is_no_token_names_no_application(token: str) -> None:
    assert application_of(token) == ""


@pytest.mark.parametrize(
    ("code", "fix"), [(4004, "COMMUNIQUE_DISCORD__TOKEN"), (4014, "Privileged Gateway Intents")]
)
def test_a_connection_that_is_closed_for_good_ends_with_what_to_do(
    tmp_path: Path, code: int, fix: str
) -> None:
    with _server().beside() as control:
        control.do("gateway", close_next=code)
        with bot(tmp_path, **control.variables) as running:
            assert eventually(lambda: fix in running.said), running.said
        assert control.state["gateway"].count("identified") == 0
