"""A bot that runs as a process against a loopback Discord in which one channel has a digest due."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.fakes.discord_server.server import Control, DiscordServer
from tests.faults.process import Bot, bot, eventually

DUE = "700000000000000000"
"""The channel whose digest has been due for an hour."""

WORKSPACE = f"discord:local:{DUE[:-3]}"


def discord() -> DiscordServer:
    """A server with two channels: the first is asked to be set up, the other is `DUE`."""
    server = DiscordServer()
    server.rest.state.channel("690000000000000000")
    server.rest.state.channel(DUE)
    return server


@contextmanager
def serving(folder: Path, control: Control, name: str = "log", **variables: str) -> Iterator[Bot]:
    """The running bot, connected; it ends well."""
    with bot(folder, name=name, **control.variables, **variables) as running:
        assert eventually(lambda: control.state["sockets"] == 1), running.said
        yield running
        assert running.end() == 0, running.said
