"""Kill the bot while it reminds, move a date, kill it again, and say what its channels read.

`python -m tests.faults.warm_reminders SEED WORK CHAINS` prints one JSON object a chain: where the bot was
killed, and what is wrong. In each chain the date moves after the first kill.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from datetime import datetime
from pathlib import Path

from bot.runner.clock import SystemClock
from tests.faults.seeded_reminders import LATER, faults, settled, told_of_the_move
from tests.faults.warm import NEVER, SENDING, command, one_life, point, points_of_a_life, warm_up

LIVES = 4
AIMED = 3
"""Each third chain begins while a message is written, each third while reminders are planned: chance hits
these few points too seldom."""

PLANNING = (("INSERT INTO promises",), ("INSERT INTO deliveries",), ("commit",))


def main(seed: str, work: str, chains: str) -> None:
    """Run that many chains of kills, their first ones spread over all points of an undisturbed life."""
    warm_up(Path(work) / "warm", Path(seed))
    points = points_of_a_life(Path(work) / "undisturbed", Path(seed), settled)
    for number in range(int(chains)):
        folder = Path(work) / f"chain{number}"
        shutil.copytree(seed, folder)
        first = 1 + number * points // int(chains)
        turn = number // AIMED
        aims = {0: (1 + turn, SENDING), 1: (1 + turn // len(PLANNING), PLANNING[turn % len(PLANNING)])}
        fatal, only = aims.get(number % AIMED, (first, ()))
        kills = [one_life(folder, fatal, settled, only)]
        moved_at = _move(folder)
        kills += [one_life(folder, point(first, life, points), told_of_the_move) for life in range(1, LIVES)]
        one_life(folder, NEVER, told_of_the_move)
        result = {"kills": [kill for kill in kills if kill], "faults": faults(folder, moved_at)}
        sys.stdout.write(json.dumps(result) + "\n")
        sys.stdout.flush()
        if not result["faults"]:
            shutil.rmtree(folder)


def _move(folder: Path) -> datetime:
    """Read the article that moves the date, in a process of its own; when that began."""
    before = SystemClock().now()
    pid = os.fork()
    if pid == 0:
        os.environ["COMMUNIQUE_DATA_DIR"] = str(folder)
        os.chdir(folder)
        os._exit(command("ingest", LATER, output=folder / "ingest.txt"))
    if os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) != 0:
        raise SystemExit((folder / "ingest.txt").read_text(encoding="utf-8"))
    return before


if __name__ == "__main__":
    main(*sys.argv[1:])
