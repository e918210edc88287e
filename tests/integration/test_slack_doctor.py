"""`communique doctor` asks Slack itself and has one fix for each thing that is wrong."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

from bot.errors import DeliveryError, SettingsError
from tests.fakes.slack_posting import SlackPosting
from tests.faults.process import PATIENCE, bot, command, eventually
from tests.faults.seeded import make
from tests.integration.slack_bot import slack, variables

BOT, APP = "xoxb-1-bot", "xapp-1-app"


def _findings(folder: Path, url: str) -> dict[str, dict[str, Any]]:
    done = command(
        folder,
        "doctor",
        "--json",
        COMMUNIQUE_SLACK__BOT_TOKEN=BOT,
        COMMUNIQUE_SLACK__APP_TOKEN=APP,
        COMMUNIQUE_SLACK__BASE_URL=url,
    )
    found = {line["check"]: line for line in map(json.loads, done.stdout.splitlines())}
    assert done.returncode == (0 if all(line["ok"] for line in found.values()) else 1)
    assert not [line for line in found.values() if not line["ok"] and not line["fix"]]
    assert BOT not in done.stdout + done.stderr
    return {check: line for check, line in found.items() if check.startswith("slack") and check != "slack"}


def test_a_good_set_up_is_told_as_one(tmp_path: Path) -> None:
    make(tmp_path, 1, workspace="slack:local:c")
    with SlackPosting().beside() as url:
        found = _findings(tmp_path, url)
    assert set(found) == {"slack bot token", "slack app token", "slack:local:c000"}
    assert all(line["ok"] for line in found.values())
    assert "Ostmark Desk" in found["slack bot token"]["seen"]


def test_a_missing_scope_is_named_with_the_place_to_give_it(tmp_path: Path) -> None:
    make(tmp_path, 1, workspace="slack:local:c")
    with SlackPosting(scopes="chat:write, groups:history").beside() as url:
        found = _findings(tmp_path, url)
    for scope in ("channels:history", "commands", "usergroups:read"):
        assert scope in found["slack bot token"]["seen"]
    assert "OAuth & Permissions" in found["slack bot token"]["fix"]


def test_a_token_that_slack_does_not_know_is_told_and_the_other_still_asked_about(tmp_path: Path) -> None:
    make(tmp_path, 1, workspace="slack:local:c")
    with SlackPosting(unknown=BOT).beside() as url:
        found = _findings(tmp_path, url)
    assert "COMMUNIQUE_SLACK__BOT_TOKEN" in found["slack bot token"]["fix"]
    assert found["slack app token"]["ok"]
    with SlackPosting(unknown=APP).beside() as url:
        found = _findings(tmp_path, url)
    assert (found["slack bot token"]["ok"], found["slack app token"]["ok"]) == (True, False)
    assert "COMMUNIQUE_SLACK__APP_TOKEN" in found["slack app token"]["fix"]


def test_tokens_set_in_each_others_place_are_told_apart_by_doctor_and_by_the_bot(tmp_path: Path) -> None:
    server = slack()
    with server.beside() as url:
        right = variables(server, url)
        bot_token, app_token = "COMMUNIQUE_SLACK__BOT_TOKEN", "COMMUNIQUE_SLACK__APP_TOKEN"
        swapped = right | {bot_token: right[app_token], app_token: right[bot_token]}
        asked = command(tmp_path, "doctor", **swapped)
        with bot(tmp_path, **swapped) as running:
            assert running.process.wait(PATIENCE) == DeliveryError.exit_status
    assert f"Set {bot_token} to the app's bot token" in asked.stdout
    assert f"set {app_token}" in asked.stdout
    assert f"Set {bot_token} to the app's bot token" in running.said


def test_a_channel_the_bot_is_not_in_is_told_how_to_invite_it(tmp_path: Path) -> None:
    make(tmp_path, 1, workspace="slack:local:c")
    with SlackPosting(refused="not_in_channel").beside() as url:
        found = _findings(tmp_path, url)
    assert "/invite" in found["slack:local:c000"]["fix"]


def test_a_slack_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    make(tmp_path, 1, workspace="slack:local:c")
    found = _findings(tmp_path, "http://127.0.0.1:1/api/")
    assert not found["slack bot token"]["ok"]
    assert "slack.base_url" in found["slack bot token"]["fix"]


def test_an_app_token_that_is_no_good_ends_the_bot_with_what_to_do(tmp_path: Path) -> None:
    server = slack()
    with server.beside() as url:
        tokens = variables(server, url) | {"COMMUNIQUE_SLACK__APP_TOKEN": "xapp-mistyped"}
        with bot(tmp_path, **tokens) as running:
            assert eventually(lambda: "App-Level Tokens" in running.said), running.said
            assert running.process.wait(PATIENCE) == DeliveryError.exit_status
        assert "xapp-mistyped" not in running.said
    assert not server.state.complaints


def test_an_address_that_is_taken_ends_the_bot_with_the_setting_to_change(tmp_path: Path) -> None:
    server = slack()
    with server.beside() as url, socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        listen = f"127.0.0.1:{taken.getsockname()[1]}"
        secret = {"COMMUNIQUE_SLACK__SIGNING_SECRET": "signing", "COMMUNIQUE_SLACK__LISTEN": listen}
        there = variables(server, url) | secret | {"COMMUNIQUE_SLACK__MODE": "http"}
        with bot(tmp_path, **there) as running:
            assert running.process.wait(PATIENCE) == SettingsError.exit_status
    assert f"Slack cannot be heard at {listen}: address already in use" in running.said
    assert "slack.listen" in running.said
