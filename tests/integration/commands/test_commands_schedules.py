"""`communique schedules` where a channel is paused."""

from __future__ import annotations

import json

import pytest

from bot.cli import accounts
from bot.deliver.why import Account
from bot.domain.channel import LOCAL_TENANT, Channel, Platform
from bot.ports import Pause
from tests.fakes.world import MONDAY, ROOM, schedule
from tests.integration.commands.typed import run


@pytest.fixture
def _one_of_two_is_paused(monkeypatch: pytest.MonkeyPatch) -> None:
    two = (schedule(), schedule("evening", channel=Channel(Platform.SLACK, LOCAL_TENANT, "C2")))

    async def account(*_: object) -> Account:
        return Account(
            deliveries=(),
            pauses=((ROOM, Pause(reason="not_in_channel", since=MONDAY)),),
            planned=tuple((one, one.next_run(MONDAY)) for one in two),
        )

    monkeypatch.setattr(accounts, "_account", account)


@pytest.mark.usefixtures("_one_of_two_is_paused")
def test_no_next_send_of_a_paused_channel_is_told_in_json_either() -> None:
    told = [json.loads(line)["id"] for line in run("schedules", "--json").stdout.splitlines()]
    assert told == ["settings:evening"]
    assert "not_in_channel" in run("schedules").stdout
