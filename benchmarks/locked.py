"""What a running bot does while another program holds its database locked, and how soon it has caught up.

    python benchmarks/locked.py [--seconds 30] [--digests 20]

Exits with status 1 if a digest is missing, doubled or out of order afterwards.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the data folder is made as the tests make theirs

from tests.faults.process import bot, command, eventually  # noqa: E402 - found through the line above
from tests.faults.seeded import faults, make, messages, settled  # noqa: E402 - as above


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=30.0)
    options.add_argument("--digests", type=int, default=20)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, given.digests)
        with closing(sqlite3.connect(folder / "communique.db", isolation_level=None)) as lock, bot(folder):
            lock.execute("BEGIN EXCLUSIVE")
            time.sleep(given.seconds)
            live = command(folder, "doctor", "--live")
            print(f"locked for {given.seconds:.0f} s: {len(messages(folder))} messages sent meanwhile")
            print(live.stdout, end="")
            lock.execute("ROLLBACK")
            freed = time.perf_counter()
            if not eventually(partial(settled, folder)):
                raise SystemExit("not all was sent within a minute after the lock")
            print(f"all {given.digests} digests sent {time.perf_counter() - freed:.2f} s after the lock")
        wrong = faults(folder, given.digests)
        print(f"missing, doubled or out of order: {len(wrong)}")
        raise SystemExit("\n".join(wrong) or 0)


if __name__ == "__main__":
    main()
