"""How fast a question is answered, by the number of passages; one core, no models.

    python benchmarks/ask_speed.py [--passages 50000 ...] [--folder DIR] [--postgres | --database URL]

With --postgres the server of the tests is started; --database names a database of a server that runs, which
is kept: what it holds of these articles is not written again, and a filling broken off goes on. Articles are
generated, and kept and indexed as the app does it, `BATCH` in a transaction. Selective questions name rare
words, the worst ones only the commonest; p50 and p95 are of the whole answer in milliseconds. `index` is what
the passages and their index take on disk; `keeping` and `indexing` are the seconds of the articles themselves
and of their passages. How fast the machine was is told by its seconds for ten million additions.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from pathlib import Path
from time import perf_counter

from benchmarks.generated import UNTIL, Desk
from bot.app import App, open_app
from bot.domain.article import Article
from bot.domain.channel import LOCAL_TENANT
from bot.domain.question import Question
from bot.ingest.passages import passages
from bot.settings import load
from summarizers.types import Publication

BATCH = 500
ASKED = 60


@dataclass(slots=True)
class Filled:
    """How a store came to its passages: articles found and written, seconds of keeping and of indexing."""

    found: int
    written: int = 0
    keeping: float = 0
    indexing: float = 0

    def __str__(self) -> str:
        if not self.written:
            return f"{self.found:,} articles, all there before"
        return (
            f"{self.found + self.written:,} articles, {self.written:,} of them written now: "
            f"keeping {self.keeping:.0f} s, indexing {self.indexing:.0f} s"
        )


async def fill(app: App, desk: Desk, wanted: int) -> Filled:
    """Keep and index articles until there are so many passages, after those that are there."""
    async with app.store.read() as unit:
        filled = Filled(await unit.articles.count(LOCAL_TENANT))
        size = await unit.passages.size()
    articles = islice(desk.articles(wanted), filled.found, None)
    while size < wanted:
        batch = [article(raw) for raw in islice(articles, BATCH)]
        async with app.store.write() as unit:
            start = perf_counter()
            await unit.articles.add(batch)
            kept = perf_counter()
            await unit.passages.put([(one, passages(one.body)) for one in batch])
            filled.keeping, filled.indexing = (
                filled.keeping + kept - start,
                filled.indexing + perf_counter() - kept,
            )
            size = await unit.passages.size()
        filled.written += len(batch)
    return filled


def article(raw: Mapping[str, str]) -> Article:
    """A generated article as it is stored."""
    at = UNTIL - timedelta(days=1)
    return Article(
        tenant_id=LOCAL_TENANT,
        id=raw["id"],
        revision=1,
        title=raw["title"],
        source=raw["source"],
        body=raw["body"],
        clean="",
        group_id=raw["id"],
        first_seen=at,
        seen=at,
        published=Publication.parse(raw["published"]),
    )


def additions() -> float:
    """The machine's seconds for ten million additions."""
    start, total = perf_counter(), 0
    for number in range(10_000_000):
        total += number
    return perf_counter() - start


async def ask(app: App, questions: list[str]) -> list[float]:
    """Milliseconds of each answer, in rising order."""
    times = []
    for text in questions:
        start = perf_counter()
        await app.ask.run(Question(text=text, asked=UNTIL))
        times.append((perf_counter() - start) * 1000)
    return sorted(times)


def questions(desk: Desk, *, common: bool) -> list[str]:
    """Questions of six words each, about the commonest words or about any."""
    dice = random.Random(3)  # noqa: S311 - the same questions at every run
    words = desk.words[:12] if common else desk.words[50:]
    return [f"What did {' '.join(dice.sample(words, 6))} say?" for _ in range(ASKED)]


async def settle(app: App) -> float:
    """Let PostgreSQL do what it does by itself in time; return megabytes of the passages with their index."""
    async with app.store.connection(write=False) as connection:
        if connection.dialect.name != "postgresql":
            size = await connection.exec_driver_sql(
                "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'passage%' OR name LIKE '%passages%'"
            )
            return float(size.scalar() or 0) / 1e6
    async with app.store.workers.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.exec_driver_sql("VACUUM ANALYZE passages")
        size = await connection.exec_driver_sql("SELECT pg_total_relation_size('passages')")
        return float(size.scalar() or 0) / 1e6


async def measure(folder: Path, wanted: int, url: str) -> None:
    """Fill a store and print its rows."""
    desk = Desk(UNTIL, 240)
    async with open_app(load(data_dir=str(folder), store={"url": url}), create=True) as app:
        filled = await fill(app, desk, wanted)
        megabytes = await settle(app)
        print(f"{wanted:>9,} passages, index {megabytes:,.0f} MB; {filled}")
        before = additions()
        for name, common in (("selective", False), ("worst", True)):
            times = await ask(app, questions(desk, common=common))
            p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
            print(f"  {name:<10} p50 {p50:7.0f} ms   p95 {p95:7.0f} ms   slowest {times[-1]:7.0f} ms")
        print(f"  ten million additions: {before:.2f} s before, {additions():.2f} s after", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--passages", type=int, nargs="+", default=[10_000, 50_000])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--database", default="")
    given = parser.parse_args()
    for wanted in given.passages:
        with tempfile.TemporaryDirectory(dir=given.folder) as name, ExitStack() as stack:
            url = given.database
            if given.postgres:
                from tests.postgres import database

                url = stack.enter_context(database(f"ask_speed_{wanted}"))
            asyncio.run(measure(Path(name), wanted, url))


if __name__ == "__main__":
    main()
