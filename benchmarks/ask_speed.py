"""How fast a question is answered, by the number of passages; one core, no models.

    python benchmarks/ask_speed.py [--passages 50000 ...] [--folder DIR] [--postgres | --database URL]

With --postgres the server of the tests is started; --database names an empty database of a server that runs,
which is filled and kept. Selective questions name rare words, the worst ones only the commonest; p50 and p95
are of the whole answer in milliseconds. `index` is what the passages and their index take on disk; `keeping`
and `indexing` are the seconds of the articles themselves and of their passages.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
from contextlib import ExitStack
from datetime import timedelta
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

WANTED = {50_000: 120, 1_000_000: 400}
BATCH = 500
ASKED = 60


async def fill(app: App, desk: Desk, wanted: int) -> tuple[int, float, float]:
    """Keep articles until there are so many passages; their number, seconds of keeping and of indexing."""
    kept, stored, keeping, indexing = 0, 0, 0.0, 0.0
    at = UNTIL - timedelta(days=1)
    for raw in desk.articles(wanted):
        if kept == 0:
            batch: list[Article] = []
        batch.append(
            Article(
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
        )
        kept += 1
        if kept == BATCH:
            async with app.store.write() as unit:
                start = perf_counter()
                await unit.articles.add(batch)
                keeping += perf_counter() - start
                start = perf_counter()
                await unit.passages.put([(one, passages(one.body)) for one in batch])
                indexing += perf_counter() - start
                size = await unit.passages.size()
            stored, kept = stored + BATCH, 0
            if size >= wanted:
                break
    return stored, keeping, indexing


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
        stored, keeping, indexing = await fill(app, desk, wanted)
        megabytes = await settle(app)
        print(
            f"{wanted:>9,} passages, {stored:,} articles; index {megabytes:,.0f} MB; "
            f"keeping {keeping:.0f} s, indexing {indexing:.0f} s"
        )
        for name, common in (("selective", False), ("worst", True)):
            times = await ask(app, questions(desk, common=common))
            p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
            print(f"  {name:<10} p50 {p50:7.0f} ms   p95 {p95:7.0f} ms   slowest {times[-1]:7.0f} ms")


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
