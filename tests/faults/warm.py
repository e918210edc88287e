"""Kill the bot at many points, start it again, and say what is in its folder afterwards.

Each bot is a process of its own that runs `communique run`, forked from this one, which has imported
everything, so that a start costs little. Prints one JSON object a chain: where it was killed, and what is
wrong.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from tests.faults.points import Points, install
from tests.faults.seeded import PARTS, faults, settled

POLL = 0.005
PATIENCE = 12_000
"""Polls (of 5 ms) after which a bot that is neither killed nor done counts as hanging."""

NEVER = 0

LIVES = 4
"""Kills a chain: a crash may also hit a bot that mends an earlier crash."""

SENDING = ("before write", "after write", "fsync", "ftruncate")
STEPS = {
    "dispatch": (
        "INSERT INTO jobs",
        "SELECT schedules.id",
        "INSERT INTO schedules",
        "INSERT INTO checkpoints",
    ),
    "render": ("work in a thread", "INSERT INTO briefings", "SELECT briefings.briefing"),
    "send": SENDING,
    "record": ("INSERT INTO deliveries", "UPDATE jobs", "DELETE FROM jobs", "commit"),
}
"""The names of points by the step of a digest's life in which a bot comes by them."""

CYCLE = len(STEPS) + 1
"""Of so many chains each begins within another step, the last one anywhere: chance alone would hit the
rarer steps sometimes too seldom."""

COUNT = "points.txt"
"""Where a bot that was not killed says how many points it came by."""


def main(seed: str, work: str, digests: str, chains: str) -> None:
    """Run that many chains of kills, their first ones spread over all points of an undisturbed life."""
    done = partial(sent, expected=int(digests) * PARTS)
    warm_up(Path(work) / "warm", Path(seed))
    aims = [*STEPS.values(), ()]
    among = [
        points_of_a_life(Path(work) / f"undisturbed{n}", Path(seed), done, aims[n]) for n in range(CYCLE)
    ]
    for number in range(int(chains)):
        folder = Path(work) / f"chain{number}"
        shutil.copytree(seed, folder)
        turn, aim = divmod(number, CYCLE)
        fatal = 1 + turn * CYCLE * among[aim] // int(chains)
        lives = [one_life(folder, fatal, done, aims[aim])]
        first = 1 + number * among[-1] // int(chains)
        lives += [one_life(folder, point(first, life, among[-1]), done) for life in range(1, LIVES)]
        one_life(folder, NEVER, done)
        result = {"kills": [kill for kill in lives if kill], "faults": faults(folder, int(digests))}
        sys.stdout.write(json.dumps(result) + "\n")
        sys.stdout.flush()
        if not result["faults"]:
            shutil.rmtree(folder)


def warm_up(folder: Path, seed: Path) -> None:
    """Load what a bot loads, by making a briefing in this process."""
    import apscheduler.triggers.interval  # noqa: F401 - the scheduler imports it by name

    import bot.cli.running  # noqa: F401 - what the children run

    shutil.copytree(seed, folder)
    os.environ["COMMUNIQUE_DATA_DIR"] = str(folder)
    command("brief", "--details", output=folder / "warm.txt")


def points_of_a_life(
    folder: Path, seed: Path, done: Callable[[Path], bool], only: tuple[str, ...] = ()
) -> int:
    """How many points, of these names or of any, a bot comes by from its start until all is done."""
    shutil.copytree(seed, folder)
    one_life(folder, NEVER, done, only)
    return int((folder / COUNT).read_text(encoding="utf-8"))


def one_life(
    folder: Path, fatal: int, done: Callable[[Path], bool], only: tuple[str, ...] = ()
) -> str | None:
    """One bot from its start to its death, or until all is done: where it was killed, None if it was not."""
    note = folder / "killed.txt"
    note.unlink(missing_ok=True)
    pid = os.fork()
    if pid == 0:
        _be_a_bot(folder, Points(fatal=fatal, note=note, only=only))
    if not _ended(pid, folder, done):
        os.kill(pid, signal.SIGKILL)
        raise SystemExit(f"hangs: {folder}, point {fatal}")
    return note.read_text(encoding="utf-8").strip() if note.exists() else None


def _ended(pid: int, folder: Path, done: Callable[[Path], bool]) -> bool:
    """Wait for the death of a bot, asking for it once all is done; False if it does not come."""
    asked = False
    for _ in range(PATIENCE):
        if os.waitpid(pid, os.WNOHANG) != (0, 0):
            return True
        if not asked and done(folder):
            os.kill(pid, signal.SIGTERM)
            asked = True
        time.sleep(POLL)
    return False


def command(*words: str, output: Path) -> int:
    """Run a command of the bot in this process, its output in a file; return its exit status."""
    from bot.cli import main as communique

    sys.argv = ["communique", *words]
    with output.open("a", encoding="utf-8") as file:
        sys.stdout = sys.stderr = file
        try:
            communique()
        except SystemExit as ended:
            return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
        finally:
            sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    return 0


def _be_a_bot(folder: Path, points: Points) -> None:
    status = 99
    with suppress(BaseException):
        os.environ["COMMUNIQUE_DATA_DIR"] = str(folder)
        os.chdir(folder)
        install(points)
        status = command("run", output=folder / "log.txt")
        (folder / COUNT).write_text(str(next(points.counter)), encoding="utf-8")
    os._exit(status)


def point(first: int, life: int, points: int) -> int:
    """Later lives are shorter, for there is less to do: their points lie nearer to the beginning."""
    return first if life == 0 else 1 + (first * (2 * life + 1) * 7919) % (points * 2 // 3)


def sent(folder: Path, expected: int) -> bool:
    """Whether so many messages are in the transcript and nothing is left to do."""
    path = folder / "transcript.jsonl"
    return path.exists() and path.read_bytes().count(b"\n") >= expected and settled(folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
