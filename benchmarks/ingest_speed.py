"""How fast `communique ingest` stores articles, near-duplicates linked, from a file to the database on disk.

    python benchmarks/ingest_speed.py [--articles 20000] [--folder DIR]

The time is that of the whole command, start-up included; the second row reads the same file again.
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

from benchmarks.generated import write

WANTED = 800


def ingest(file: Path, folder: Path) -> tuple[float, dict[str, int]]:
    """Seconds that the command took, and what it reports."""
    command = (sys.executable, "-m", "bot", "ingest", "--json", str(file))
    environment = {**os.environ, "COMMUNIQUE_DATA_DIR": str(folder)}
    start = perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return perf_counter() - start, json.loads(done.stdout)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        file, folder = Path(name) / "articles.jsonl", Path(name) / "data"
        words = write(file, given.articles, hours=240)
        print(f"{given.articles:,} articles of {words / given.articles:.0f} words; wanted {WANTED}/s\n")
        print(f"{'run':<8} {'seconds':>8} {'per s':>7} {'new':>7} {'unchanged':>9} {'linked':>7}")
        for run in ("first", "again"):
            seconds, report = ingest(file, folder)
            rate = report["lines"] / seconds
            counts = f"{report['new']:>7,} {report['unchanged']:>9,} {report['linked']:>7,}"
            print(f"{run:<8} {seconds:>8.2f} {rate:>7,.0f} {counts}")
        size = (folder / "communique.db").stat().st_size
        print(f"\ndatabase: {size / 1e6:,.0f} MB, {size / given.articles / 1e3:.1f} kB an article")


if __name__ == "__main__":
    main()
