"""How long a briefing over many articles takes: cold (to be condensed) and warm (their summaries are kept).

    python benchmarks/briefing_speed.py [--articles 1000]

The time is that of the whole command, start-up included.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.generated import UNTIL, write

WANTED = {"cold": 5.0, "warm": 1.0}


def run(folder: Path, *arguments: str) -> tuple[float, str]:
    """Seconds that a command took, and what it printed."""
    environment = {**os.environ, "COMMUNIQUE_DATA_DIR": str(folder)}
    command = (sys.executable, "-m", "bot", *arguments)
    start = perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return perf_counter() - start, done.stdout


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=1_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "articles.jsonl", given.articles, hours=23)
        run(folder, "ingest", str(folder / "articles.jsonl"))
        print(f"{'run':<10} {'seconds':>8} {'wanted':>7} {'articles':>9} {'stories':>8} {'bullets':>8}")
        for kind, wanted in WANTED.items():
            seconds, printed = run(folder, "brief", "--json", "--as-of", UNTIL.isoformat())
            made = json.loads(printed)
            seen = made["coverage"]
            figures = f"{seen['articles']:>9} {seen['stories']:>8} {len(made['bullets']):>8}"
            print(f"{kind:<10} {seconds:>8.2f} {wanted:>7.2f} {figures}")
        seconds, printed = run(folder, "deadlines", "--json", "--as-of", UNTIL.isoformat())
        found = len(printed.splitlines())
        print(f"{'deadlines':<10} {seconds:>8.2f} {'':>7} {given.articles:>9} {'':>8} {found:>8}")


if __name__ == "__main__":
    main()
