"""Where Slack is listened to: what to do where that cannot be."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.platforms.slack.http import serve
from tests.faults.ordinary_user import as_an_ordinary_user

LOW = 1023


async def test_a_port_that_takes_rights_is_told_as_that(tmp_path: Path) -> None:
    with as_an_ordinary_user(tmp_path):
        if not _is_refused(LOW):
            pytest.skip("this user may listen at any port here")
        with pytest.raises(SettingsError, match="permission denied") as caught:
            await serve(f"127.0.0.1:{LOW}", [])
    assert "above 1023" in caught.value.todo
    assert "Stop" not in caught.value.todo


async def test_an_address_that_is_taken_is_told_as_that() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(SettingsError, match="already in use") as caught,
    ):
        await serve(f"127.0.0.1:{taken.getsockname()[1]}", [])
    assert "Stop what listens there already" in caught.value.todo


def _is_refused(port: int) -> bool:
    with socket.socket() as tried:
        try:
            tried.bind(("127.0.0.1", port))
        except PermissionError:
            return True
    return False
