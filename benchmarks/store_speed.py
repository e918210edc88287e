"""How fast the store keeps and finds articles. Prints a table; generated text, so nothing is needed.

    python benchmarks/store_speed.py [--articles 20000] [--bands 16] [--folder DIR]

The figures are the store's alone: reading input, cleaning and fingerprinting are not in them.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from uuid import UUID

from bot.domain.article import Article
from bot.domain.briefing import Arrivals
from bot.domain.channel import LOCAL_TENANT, Topic
from bot.ports import Fingerprint
from bot.store.sql_store import SqlStore
from summarizers.types import Publication

BATCH = 200
WORDS = 480
VOCABULARY = 20_000
START = datetime(2025, 10, 1, tzinfo=UTC)
Row = tuple[str, str]


def articles(number: int) -> Iterator[Article]:
    """Articles of about 3 kB whose words follow Zipf's law, spread over thirty days."""
    dice = random.Random(1)  # noqa: S311 - the same text at every run, nothing secret
    words = [f"{''.join(dice.choices('abcdefghijklmnoprstuvw', k=5))}{n % 10}" for n in range(VOCABULARY)]
    weights = [1 / (rank + 1) for rank in range(VOCABULARY)]
    for n in range(number):
        text = " ".join(dice.choices(words, weights, k=WORDS))
        seen = START + timedelta(days=30) * n / number
        id_ = UUID(int=dice.getrandbits(128)).hex  # random, as ids derived by a hash are
        yield Article(
            tenant_id=LOCAL_TENANT,
            id=id_,
            revision=1,
            title=text[:60],
            source=f"Outlet {n % 40}",
            body=text,
            clean=text,
            group_id=id_,
            first_seen=seen,
            seen=seen,
            url=f"https://example.org/{id_}",
            canonical_url=f"https://example.org/{id_}",
            published=Publication(local_date=seen.date(), at=seen),
            language="en",
        )


def fingerprints(batch: Sequence[Article], bands: int) -> list[Fingerprint]:
    """Fingerprints of 128 hashes with random bands."""
    dice = random.Random(batch[0].id)  # noqa: S311 - as above
    return [
        Fingerprint(
            article_id=one.id,
            group_id=one.id,
            signature=tuple(dice.getrandbits(32) for _ in range(128)),
            bands=tuple(dice.getrandbits(63) for _ in range(bands)),
        )
        for one in batch
    ]


async def keep(store: SqlStore, batch: Sequence[Article], prints: Sequence[Fingerprint]) -> None:
    """What ingest asks of the store for one batch: look up, then keep, then note how far it came."""
    async with store.write() as unit:
        await unit.articles.heads(LOCAL_TENANT, [a.id for a in batch], [str(a.canonical_url) for a in batch])
        await unit.articles.candidates(LOCAL_TENANT, [band for one in prints for band in one.bands])
        await unit.articles.add(batch)
        await unit.articles.add_fingerprints(LOCAL_TENANT, prints)
        await unit.checkpoints.put(LOCAL_TENANT, "file", batch[-1].id)


async def ingest(store: SqlStore, number: int, bands: int) -> list[Row]:
    """Keep all articles, batch after batch; only the store's time counts."""
    spent: list[float] = []
    made = articles(number)
    while batch := [article for _, article in zip(range(BATCH), made, strict=False)]:
        prints = fingerprints(batch, bands)
        begin = perf_counter()
        await keep(store, batch, prints)
        spent.append(perf_counter() - begin)
    tenth = max(1, len(spent) // 10)
    last = BATCH * tenth / sum(spent[-tenth:])
    return [
        (f"kept in batches of {BATCH}, {bands} bands each", f"{number / sum(spent):,.0f} articles/s"),
        ("  the last tenth of them", f"{last:,.0f} articles/s"),
        ("  slowest batch", f"{max(spent) * 1000:,.0f} ms"),
    ]


async def timed(name: str, ask: Callable[[], Awaitable[object]]) -> Row:
    """The best of five, in milliseconds."""
    best, found = float("inf"), 0
    for _ in range(5):
        begin = perf_counter()
        answer = await ask()
        best = min(best, perf_counter() - begin)
        found = len(answer) if isinstance(answer, tuple) else 1
    return (name, f"{best * 1000:,.1f} ms for {found:,}")


async def queries(store: SqlStore) -> list[Row]:
    """Reads of about 1,000 articles, and topics from frequent to rare."""
    sample = next(articles(1)).body.split()
    first_thousand = Arrivals(after=0, upto=1000)
    days = (START.date(), (START + timedelta(days=30)).date())
    frequent = Topic(name="frequent", any_of=(max(set(sample), key=sample.count),))
    rare = Topic(name="rare", any_of=(min(set(sample), key=lambda w: (sample.count(w), w)),))
    phrase = Topic(name="phrase", any_of=(" ".join(sample[:3]),))
    outlet = Topic(name="outlet", sources=("outlet 7",), none_of=rare.any_of)
    async with store.read() as unit:
        kept = unit.articles
        ids = [one.id for one in await kept.arrived(LOCAL_TENANT, first_thousand)]
        return [
            await timed("arrived in a row", lambda: kept.arrived(LOCAL_TENANT, first_thousand)),
            await timed("heads by id", lambda: kept.heads(LOCAL_TENANT, ids, ())),
            await timed("published, a rare word", lambda: kept.published(LOCAL_TENANT, *days, [rare])),
            await timed("published, a phrase", lambda: kept.published(LOCAL_TENANT, *days, [phrase])),
            await timed("published, one outlet", lambda: kept.published(LOCAL_TENANT, *days, [outlet])),
            await timed("newest, a frequent word", lambda: kept.newest(LOCAL_TENANT, [frequent])),
            await timed("count", lambda: kept.count(LOCAL_TENANT)),
        ]


async def commits(store: SqlStore, number: int = 200) -> Row:
    """Small transactions one after another: mostly the price of syncing each to disk."""
    begin = perf_counter()
    for n in range(number):
        async with store.write() as unit:
            await unit.checkpoints.put(LOCAL_TENANT, "small", str(n))
    return ("small transactions", f"{number / (perf_counter() - begin):,.0f} a second")


async def main() -> None:
    """Fill a database in a fresh folder and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--bands", type=int, default=16)
    parser.add_argument(
        "--folder", type=Path, help="where the database is made (default: the temporary folder)"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        path = Path(folder) / "speed.db"
        async with SqlStore.open(f"sqlite:///{path}", create=True) as store:
            rows = await ingest(store, options.articles, options.bands)
            rows += [await commits(store), *await queries(store)]
        rows.append(("database file", f"{path.stat().st_size / options.articles / 1000:,.1f} kB an article"))
    for name, figure in rows:
        print(f"{name:<44} {figure:>26}")


asyncio.run(main())
