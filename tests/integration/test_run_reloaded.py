"""What a bot that runs takes over from settings that changed, without being started again."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.app.running import running
from bot.domain.channel import Channel, Platform
from bot.domain.request import Person, Request
from bot.settings import load

CHANNEL = Channel(Platform.SLACK, "local", "C1")
NOBODY = Person(id="U1", may_manage=True)


async def test_a_channel_that_chose_no_zone_has_that_of_the_settings_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    config = tmp_path / "communique.toml"
    config.write_text(f'zone = "Asia/Tokyo"\ndata_dir = "{tmp_path}"\n', encoding="utf-8")
    async with running(load()) as bot:

        async def zone(event: str) -> str:
            request = Request(channel=CHANNEL, person=NOBODY, command="settings", event_id=event)
            reply = await bot.desk.command(request)
            assert reply is not None
            assert reply.form is not None
            return next(one.values[0] for one in reply.form.fields if one.name == "zone")

        assert await zone("e1") == "Asia/Tokyo"
        config.write_text(f'zone = "Europe/Berlin"\ndata_dir = "{tmp_path}"\n', encoding="utf-8")
        await bot.reload(load())
        assert await zone("e2") == "Europe/Berlin"
