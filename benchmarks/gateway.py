"""What the running bot does when Discord falls silent, and when the network is cut for a minute.

    python benchmarks/gateway.py [--cut 60] [--digests 20]

Silence: the server answers no heartbeat; the bot must notice, reconnect and resume. Cut: no connection of
either kind, while digests are due; they must go once each afterwards. Exits with status 1 if a command is
answered twice or not at all, or if a digest is missing or doubled. Takes about three minutes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the data folder is made as the tests make theirs

from tests.fakes.discord_server.person import HERE, Reader  # noqa: E402 - found through the line above
from tests.fakes.discord_server.server import Control, DiscordServer  # noqa: E402 - as above
from tests.faults.process import bot, eventually  # noqa: E402 - as above
from tests.faults.seeded import make, settled  # noqa: E402 - as above

CHANNEL = "700000000000000"
LONGEST = 180.0
"""Seconds after which what was waited for will not come."""


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cut", type=float, default=60.0)
    options.add_argument("--digests", type=int, default=20)
    given = options.parse_args()
    found = [*silence(), *cut(given.cut, given.digests)]
    print(f"answered twice or not, missing or doubled: {len(found)}")
    raise SystemExit("\n".join(found) or 0)


def silence() -> list[str]:
    """No heartbeat is answered until the bot gives the connection up."""
    server = DiscordServer()
    server.rest.state.channel(HERE)
    server.gateway.heartbeat = 5.0
    with tempfile.TemporaryDirectory() as name, server.beside() as control:
        with bot(Path(name), **control.variables) as running:
            eventually(lambda: bool(control.state["channels"][HERE]))
            closed = _ends(control)
            control.do("gateway", deaf=True)
            noticed = _seconds(lambda: _ends(control) > closed)
            control.do("gateway", deaf=False)
            resumed = _seconds(lambda: "resumed" in control.state["gateway"])
            print(f"no heartbeat answered: noticed after {noticed:.1f} s, resumed {resumed:.1f} s later")
            asked = Reader(control).command("help").interaction
            running.end()
        return [] if len(asked["messages"]) == 1 else ["a command after the silence"]


def cut(seconds: float, digests: int) -> list[str]:
    """Neither gateway nor REST can be reached, while digests are due."""
    server = DiscordServer()
    server.rest.state.channel("690000000000000000")
    places = [f"{CHANNEL}{number:03}" for number in range(digests)]
    for place in places:
        server.rest.state.channel(place)
    with tempfile.TemporaryDirectory() as name, server.beside() as control:
        make(Path(name), digests, workspace=f"discord:local:{CHANNEL}")
        with bot(Path(name), **control.variables) as running:
            eventually(lambda: control.state["sockets"] == 1)
            control.do("gateway", cut=True, end="abort")
            control.do("fault", on="", times=10**9, drop_before=True)
            time.sleep(seconds)
            sent = sum(len(control.state["channels"][place]) for place in places)
            control.do("gateway", cut=False)
            control.do("mend")
            back = _seconds(lambda: control.state["sockets"] == 1)
            done = back + _seconds(lambda: settled(Path(name)))
            print(f"cut for {seconds:.0f} s with {digests} digests due, {sent} of them out before it")
            print(f"  connected {back:.1f} s and all sent {done:.1f} s after the cut")
            Reader(control, channel=places[0]).command("help")
            running.end()
        return [place for place in places if not _whole(control, place)]


def _whole(control: Control, place: str) -> bool:
    """Whether a channel has one digest, and its details once in the thread."""
    channels = control.state["channels"]
    return len(channels[place]) == 1 and len(channels.get(channels[place][0]["id"], [])) == 1


def _ends(control: Control) -> int:
    return sum(line.startswith("closed") for line in control.state["gateway"])


def _seconds(holds: Callable[[], bool]) -> float:
    """How long until it holds; end with status 1 if it never does."""
    began = time.perf_counter()
    while not holds():
        if time.perf_counter() - began > LONGEST:
            raise SystemExit(f"not within {LONGEST:.0f} s")
        time.sleep(0.1)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
