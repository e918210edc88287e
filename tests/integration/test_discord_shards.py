"""A bot large enough for two shards: servers of both are served, and a restart registers nothing anew."""

from __future__ import annotations

from pathlib import Path

from bot.texts import say
from tests.fakes.discord_server.person import HERE, Reader, buttons
from tests.fakes.discord_server.server import Control, DiscordServer
from tests.fakes.discord_server.state import GUILD, GuildState
from tests.faults.process import bot, eventually

OTHER = "800000000004194305"
THERE = "700000000000000055"
"""A server on the other shard, and its channel."""


def _registered(control: Control) -> int:
    return sum(one.startswith("PUT") and one.endswith("/commands") for one in control.state["requests"])


def test_servers_of_every_shard_are_served_and_commands_registered_once(tmp_path: Path) -> None:
    assert int(GUILD) >> 22 & 1 != int(OTHER) >> 22 & 1
    server = DiscordServer()
    server.rest.shards = server.gateway.shards = 2
    server.rest.state.channel(HERE)
    server.rest.state.guilds[OTHER] = GuildState(OTHER)
    server.rest.state.channel(THERE, guild=OTHER)
    readers = []
    with server.beside() as control:
        for start in range(2):
            readers = [Reader(control), Reader(control, channel=THERE)]
            with bot(tmp_path, name=f"log{start}", **control.variables) as process:
                assert eventually(lambda: control.state["sockets"] == 2), process.said
                for reader in readers:
                    reader.sees(lambda text: say("greeting.text")[:20] in text)
                    assert "/brief ask" in reader.command("help").text
                assert process.end() == 0
        assert _registered(control) == 1
        greetings = [[one for one in reader.messages() if buttons(one)] for reader in readers]
        assert [len(one) for one in greetings] == [1, 1]
