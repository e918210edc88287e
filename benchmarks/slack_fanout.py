"""A thousand Slack channels due in one minute: the running bot against the loopback Slack and its limits.

`communique run` is a process of its own; the server keeps the table in `tests/fakes/slack_server/limits.py`
and answers 429 beyond it. Every digest is a message and a reply in its thread. The bound is the least time in
which that table lets so many messages through; what is measured runs from the start of the process, its
start-up, summaries and database included, to the last message.

    python benchmarks/slack_fanout.py [CHANNELS]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.fakes.slack_server.limits import PER_CHANNEL, PER_WORKSPACE
from tests.fakes.slack_server.nouns import Channel, Message
from tests.fakes.slack_server.server import ANNA, APP_TOKEN, BOT, BOT_TOKEN, TEAM, SlackServer
from tests.faults.process import bot
from tests.faults.seeded import PARTS, make, settled

WITHIN = 1.15
POLL = 0.2
PATIENCE = 3.0
"""Times the bound, and a minute, after which it is given up."""


def main(channels: int) -> None:
    """Let every channel be due at once and print the figures."""
    server = SlackServer()
    names = [f"c{number:03}" for number in range(channels)]
    for name in names:
        server.state.channels[name] = Channel(id=name, team=TEAM, name=name, created=1, members={ANNA, BOT})
    with tempfile.TemporaryDirectory() as folder, server.beside() as url:
        make(Path(folder), channels, workspace="slack:local:c")
        started, began = time.monotonic(), time.time()
        tokens = {"COMMUNIQUE_SLACK__BOT_TOKEN": BOT_TOKEN, "COMMUNIQUE_SLACK__APP_TOKEN": APP_TOKEN}
        with bot(Path(folder), **tokens, COMMUNIQUE_SLACK__BASE_URL=f"{url}/api/") as running:
            while not settled(Path(folder)) and time.monotonic() < started + PATIENCE * bound(channels) + 60:
                time.sleep(POLL)
            status = running.end()
    _print(server, names, began, status)


def bound(channels: int, parts: int = PARTS) -> float:
    """The least seconds in which the table lets that many digests through."""
    workspace = (channels * parts - 1) // PER_WORKSPACE.count * PER_WORKSPACE.seconds
    return max(workspace, (parts - PER_CHANNEL.burst) * PER_CHANNEL.seconds, 0.0)


def _print(server: SlackServer, names: Sequence[str], began: float, status: int) -> None:
    held = [server.state.in_channel(name) for name in names]
    messages = sorted(float(one.ts) for channel in held for one in channel)
    whole = sum(_in_order(channel) for channel in held)
    least, took = bound(len(names)), messages[-1] - began
    rows = (
        ("channels due", f"{len(names):,}"),
        ("messages posted", f"{len(messages):,} of {len(names) * PARTS:,}"),
        ("channels with each message once, in order", f"{whole:,}"),
        ("429 answers", str(sum(server.state.limits.refused.values()))),
        ("first message after", f"{messages[0] - began:.1f} s"),
        ("last message after", f"{took:.1f} s"),
        ("bound of the limits", f"{least:.0f} s"),
        ("ratio", f"{took / least:.3f} (aim {WITHIN})" if least else "no bound for so few"),
        ("exit status", str(status)),
    )
    for name, figure in rows:
        print(f"{name:<44}{figure}")


def _in_order(channel: Sequence[Message]) -> bool:
    """Whether a channel holds a parent and then its thread, nothing twice."""
    if len(channel) != PARTS or channel[0].thread_ts:
        return False
    ids = [one.metadata["event_payload"]["delivery_id"] for one in channel if one.metadata]
    name = ids[0].rpartition(".")[0]
    follow = all(one.thread_ts == channel[0].ts for one in channel[1:])
    return follow and ids == [f"{name}.{number}" for number in range(PARTS)]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
