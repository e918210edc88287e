"""The bot as a process against a loopback Discord that refuses a channel for good."""

from __future__ import annotations

from pathlib import Path

from bot.texts import say
from tests.fakes.discord_server.person import HERE, Reader, buttons, words
from tests.fakes.discord_server.server import DiscordServer
from tests.fakes.discord_server.state import DM
from tests.faults.process import eventually
from tests.faults.seeded import make
from tests.integration.discord_bot import serving


def test_who_set_up_a_channel_is_told_alone_that_discord_refuses_it(tmp_path: Path) -> None:
    make(tmp_path, 0, workspace="discord:local:7")
    server = DiscordServer()
    server.rest.state.channel(HERE)
    with server.beside() as control, serving(tmp_path, control) as running:
        reader = Reader(control)
        greeting = reader.sees(lambda text: say("button.setup") in text)
        form = reader.press(buttons(greeting)[say("button.setup")]).modal
        control.do("fault", on=f"POST /api/v10/channels/{HERE}/messages", status=403, code=50013)
        reader.submit(form, topics="", time="08:00", zone="UTC")

        def told() -> list[str]:
            direct = [one.id for one in server.rest.state.channels.values() if one.kind == DM]
            return [words(one) for channel in direct for one in reader.messages(channel)]

        assert eventually(lambda: told() != []), running.said
        (said,) = told()
        assert f"<#{HERE}>" in said
        assert "cannot post in a channel" in said
        assert "Give the bot Send Messages" in said
