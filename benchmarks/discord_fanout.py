"""A thousand Discord channels due in one minute: the running bot against the loopback Discord and its limits.

`communique run` is a process of its own; the server keeps the table in `tests/fakes/discord_server/limits.py`
and answers 429 beyond it. Every digest takes three requests: a message, its thread, a message in that. The
bound is the least time in which that table lets so many requests through; what is measured runs from the
minute in which all are due, while the bot runs already, to the last message, summaries and database included.

    python benchmarks/discord_fanout.py [CHANNELS]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from tests.fakes.discord_server.limits import IN_ALL
from tests.fakes.discord_server.server import DiscordServer
from tests.fakes.discord_server.state import EPOCH, ChannelState
from tests.faults.process import bot
from tests.faults.seeded import make, settled

WITHIN = 1.15
REQUESTS = 3
POLL = 0.2
BEFORE, SEEDED = 20.0, 100.0
"""Seconds that a bot may take to start, and channels a second that are set up, before anything is due."""

PATIENCE = 4.0
"""Times the bound, and a minute, after which it is given up."""


def main(channels: int) -> None:
    """Let every channel be due at once and print the figures."""
    server = DiscordServer()
    names = [f"700000000000000{number:03}" for number in range(channels)]
    for name in names:
        server.rest.state.channel(name)
    with tempfile.TemporaryDirectory() as folder, server.beside() as control:
        ahead = timedelta(seconds=BEFORE + channels / SEEDED)
        seed = make(Path(folder), channels, since=-ahead, workspace="discord:local:700000000000000")
        due = seed.due.timestamp()
        with bot(Path(folder), **control.variables) as running:
            up = _waited(lambda: "sockets" in control.state and control.state["sockets"] > 0, due + BEFORE)
            print(f"running {due - up:.0f} s before they were due")
            _waited(lambda: settled(Path(folder)), due + PATIENCE * bound(channels) + 60)
            status = running.end()
    _print(server, names, due, status)


def _waited(holds: Callable[[], bool], until: float) -> float:
    """When it came to hold, or was given up."""
    while not holds() and time.time() < until:
        time.sleep(POLL)
    return time.time()


def bound(channels: int) -> float:
    """The least seconds in which the table lets that many digests through."""
    most, seconds = IN_ALL
    return (channels * REQUESTS - 1) // most * seconds


def _print(server: DiscordServer, names: list[str], began: float, status: int) -> None:
    state = server.rest.state
    whole = sum(_whole(server, state.channels[name]) for name in names)
    times = sorted(_time(id_) for channel in state.channels.values() for id_ in channel.messages)
    least, took = bound(len(names)), times[-1] - began
    rows = (
        ("channels due", f"{len(names):,}"),
        ("channels with each message once, in order", f"{whole:,}"),
        ("requests", f"{len(server.rest.requests):,}"),
        ("429 answers", str(dict(server.rest.limited) or 0)),
        ("first message after", f"{times[0] - began:.1f} s"),
        ("last message after", f"{took:.1f} s"),
        ("bound of the limits", f"{least:.0f} s"),
        ("ratio", f"{took / least:.3f} (aim {WITHIN})" if least else "no bound for so few"),
        ("exit status", str(status)),
    )
    for name, figure in rows:
        print(f"{name:<44}{figure}")


def _time(id_: str) -> float:
    """When a message came, by its snowflake."""
    return ((int(id_) >> 22) + EPOCH) / 1000


def _whole(server: DiscordServer, channel: ChannelState) -> bool:
    """Whether a channel holds one digest, and that one's thread its details; a greeting may stand before."""
    sent = [id_ for id_, one in channel.messages.items() if "setup" not in str(one["components"])]
    threads = [server.rest.state.channels.get(id_) for id_ in sent]
    return len(sent) == 1 and threads[0] is not None and len(threads[0].messages) == 1


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
