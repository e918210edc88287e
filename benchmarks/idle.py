"""What an idle bot costs, and how soon after its start the first message is out.

    python benchmarks/idle.py [--seconds 30]

Starts `communique run` on a data folder of its own with one digest due, waits for the message, then watches
the idle process. Reads /proc, so it needs Linux.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the data folder is made as the tests make theirs

from tests.faults.seeded import make  # noqa: E402 - found through the line above

TICK = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=30.0)
    seconds = options.parse_args().seconds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, 1)
        environment = {**os.environ, "COMMUNIQUE_DATA_DIR": name, "PYTHONPATH": str(ROOT)}
        begun = time.perf_counter()
        bot = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"], env=environment, cwd=folder, stderr=subprocess.DEVNULL
        )
        try:
            first = _first_post(bot, folder / "transcript.jsonl", begun)
            time.sleep(3)
            before = _cpu(bot.pid)
            time.sleep(seconds)
            share = (_cpu(bot.pid) - before) / seconds
            _row("time to first post", f"{first:.2f} s", "< 3 s")
            _row("resident memory", f"{_status(bot.pid, 'VmRSS') / 1024:.0f} MB", "< 120 MB")
            _row(f"CPU of one core, idle {seconds:.0f} s", f"{share:.2%}", "< 1 %")
            _row("threads", str(_status(bot.pid, "Threads")), "")
        finally:
            bot.send_signal(signal.SIGTERM)
            bot.wait()


def _first_post(bot: subprocess.Popen[bytes], transcript: Path, begun: float) -> float:
    while not (transcript.exists() and b"\n" in transcript.read_bytes()):
        if bot.poll() is not None:
            raise SystemExit(f"the bot ended with status {bot.returncode}")
        time.sleep(0.01)
    return time.perf_counter() - begun


def _cpu(pid: int) -> float:
    """Seconds of user and system time so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def _status(pid: int, name: str) -> int:
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1])
    raise SystemExit(f"/proc has no {name}")


def _row(what: str, figure: str, aim: str) -> None:
    print(f"{what:34} {figure:>10}   {aim}")


if __name__ == "__main__":
    main()
