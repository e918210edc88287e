"""What the index of passages adds to an ingest: the same articles with and without it, in one run.

    python benchmarks/index_cost.py [--articles 8000] [--rounds 3] [--folder DIR]

Each round ingests into two new stores in turn, one by the use case as it is and one whose articles are cut
into no passages, each first in every other round. CPU seconds are of this process with all its threads. What
is added is the median of the rounds' own ratios: the two of a round ran within the same seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TypeVar

from benchmarks.generated import write
from bot.app import open_app
from bot.domain.channel import LOCAL_TENANT
from bot.feeds.jsonl import LineReader
from bot.ingest.pipeline import indexable
from bot.runner.clock import run_in_thread
from bot.runner.collector import look_seldom
from bot.settings import load

T = TypeVar("T")

WANTED = 25.0
"""Per cent; the most that the index may add."""


async def without(function: Callable[..., T], /, *args: object) -> T:
    """Work as `run_in_thread` does, but as if no article were to be cut into passages."""
    return await run_in_thread(function, *(((),) if function is indexable else args))


async def ingest(file: Path, folder: Path, *, indexed: bool) -> tuple[float, float]:
    """Wall and CPU seconds of one ingest into a store of its own."""
    async with open_app(load(data_dir=str(folder)), create=True) as app:
        use_case = app.ingest if indexed else replace(app.ingest, run_cpu=without)
        wall, cpu = perf_counter(), process_time()
        with file.open("rb") as stream:
            async for _ in use_case.run(LOCAL_TENANT, str(file), LineReader(stream).batches()):
                pass
        return perf_counter() - wall, process_time() - cpu


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=8_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    look_seldom()  # as every command does
    took: dict[bool, list[tuple[float, float]]] = {False: [], True: []}
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        file = Path(name) / "articles.jsonl"
        write(file, given.articles, hours=240)
        for turn in range(given.rounds):
            for indexed in (False, True) if turn % 2 == 0 else (True, False):
                folder = Path(name) / f"{turn}-{indexed}"
                took[indexed].append(asyncio.run(ingest(file, folder, indexed=indexed)))
    print(f"{given.articles:,} articles, median of {given.rounds} rounds; at most {WANTED:.0f} % wanted\n")
    print(f"{'':<6} {'without':>9} {'with':>9} {'added':>7}")
    for n, clock in enumerate(("wall", "CPU")):
        bare, full = ([one[n] for one in took[indexed]] for indexed in (False, True))
        added = median(more / less for less, more in zip(bare, full, strict=True)) - 1
        print(f"{clock:<6} {median(bare):>7.2f} s {median(full):>7.2f} s {100 * added:>5.1f} %")


if __name__ == "__main__":
    main()
