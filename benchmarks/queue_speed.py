"""How fast jobs go through the two engines, and how soon what a killed worker had is begun again.

`python -m benchmarks.queue_speed [--jobs N]`. PostgreSQL is that of the tests (or TEST_DATABASE_URL's), which
does not sync to the disk; SQLite's file is synced at each commit.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path

from procrastinate import App, PsycopgConnector
from procrastinate.types import JSONDict

from bot.ports import Job
from bot.runner.attempt import LANES
from bot.runner.board import Board
from bot.runner.clock import SystemClock
from bot.runner.procrastinate import POLL, ProcrastinateEngine
from bot.runner.service import STALLED_EVERY, Engine
from bot.runner.worker import Worker
from bot.runner.worker_lock import WorkerLock
from bot.settings import Settings
from bot.store.handover import SqlHandover
from bot.store.queue import SqlQueue
from bot.store.schema import migrate
from bot.store.sql_store import SqlStore
from tests.contract.engines import shared
from tests.postgres import database

CLOCK = SystemClock()
BEAT = timedelta(seconds=Settings().run.heartbeat)


class Count:
    """A handler that does nothing, and tells when it has done it so often."""

    def __init__(self, wanted: int) -> None:
        self.left = wanted
        self.all = asyncio.Event()

    async def do(self, _job: Job) -> None:
        """One more."""
        self.left -= 1
        if not self.left:
            self.all.set()


def embedded(store: SqlStore, folder: Path, count: Count) -> Engine:
    """The engine of a file."""
    life = WorkerLock.announce(folder / "store.db")
    board = Board(file=folder / "health.json", clock=CLOCK)
    return Worker(queue=SqlQueue(store), clock=CLOCK, life=life, board=board, handlers={"t": count.do})


def scaled(store: SqlStore, url: str, folder: Path, count: Count) -> Engine:
    """An engine on a server, as a process of its own would have it."""
    return ProcrastinateEngine(
        handover=SqlHandover(store),
        clock=CLOCK,
        board=Board(file=folder / "health.json", clock=CLOCK),
        handlers={"t": count.do},
        shared=shared(url, BEAT),
    )


async def defer(store: SqlStore, jobs: int, lanes: int) -> None:
    """So many jobs, due now, over so many lanes."""
    new = [
        Job(task="t", key=f"{n:06}", lane=f"lane {n % lanes}", arguments={}, due=CLOCK.now())
        for n in range(jobs)
    ]
    async with store.write() as unit:
        await unit.jobs.defer(new)


@contextlib.asynccontextmanager
async def running(engines: Sequence[Engine]) -> AsyncIterator[None]:
    """The engines run within the block."""
    tasks = [asyncio.create_task(engine.run()) for engine in engines]
    yield
    for engine in engines:
        engine.stop()
    await asyncio.gather(*tasks)


async def speed(url: str, folder: Path, jobs: int, lanes: int, engines: int) -> float:
    """Jobs a second, from the start of the engines to the last job."""
    async with contextlib.AsyncExitStack() as stack:
        stores = [await stack.enter_async_context(SqlStore.open(url, create=True)) for _ in range(engines)]
        await defer(stores[0], jobs, lanes)
        count = Count(jobs)
        made = [
            embedded(one, folder, count) if url.startswith("sqlite") else scaled(one, url, folder, count)
            for one in stores
        ]
        began = time.perf_counter()
        async with running(made):
            await count.all.wait()
            return jobs / (time.perf_counter() - began)


async def alone(url: str, jobs: int, lanes: int) -> float:
    """Procrastinate by itself, all jobs deferred at once: the next of a busy lane waits for its poll."""
    app = App(connector=PsycopgConnector(conninfo=url, min_size=1, max_size=LANES))
    count = Count(jobs)

    @app.task(name="t")
    async def task(n: int) -> None:  # noqa: ARG001 - a job carries it
        await count.do(None)  # type: ignore[arg-type]  # it only counts

    async with app.open_async():
        for n in range(0, jobs, 100):
            many: list[JSONDict] = [{"n": number} for number in range(n, min(jobs, n + 100))]
            for lane in range(lanes):
                await app.configure_task("t", lock=f"lane {lane}").batch_defer_async(*many[lane::lanes])
        began = time.perf_counter()
        working = asyncio.create_task(
            app.run_worker_async(
                concurrency=LANES,
                delete_jobs="always",
                install_signal_handlers=False,
                fetch_job_polling_interval=POLL.total_seconds(),
            )
        )
        await count.all.wait()
        took = time.perf_counter() - began
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
    return jobs / took


async def victim(url: str, folder: Path) -> None:
    """A process that takes a job and says so, and is killed over it."""

    async def hang(_job: Job) -> None:
        print("taken", flush=True)
        await asyncio.sleep(3600)

    async with SqlStore.open(url) as store:
        engine = scaled(store, url, folder, Count(1))
        engine.handlers = {"t": hang}  # type: ignore[attr-defined]  # both engines have them, their port has not
        await engine.run()


async def taken_over(url: str, folder: Path) -> float:
    """Seconds from a SIGKILL of the worker until another begins its job; the others look as the bot does."""
    async with SqlStore.open(url) as store:
        await defer(store, 1, 1)
        arguments = ("-m", "benchmarks.queue_speed", "--victim", url)
        killed = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, stdout=asyncio.subprocess.PIPE
        )
        if killed.stdout is not None:
            await killed.stdout.readline()
        count = Count(1)
        engine = scaled(store, url, folder, count)
        async with running([engine]):
            looking = asyncio.create_task(_look(engine))
            killed.send_signal(signal.SIGKILL)
            began = time.perf_counter()
            await count.all.wait()
            took = time.perf_counter() - began
            looking.cancel()
        await killed.wait()
    return took


async def _look(engine: Engine) -> None:
    while True:
        await engine.retry_stalled()
        await asyncio.sleep(STALLED_EVERY.total_seconds())


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--jobs", type=int, default=2000)
    parser.add_argument("--victim", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.victim:
            asyncio.run(victim(options.victim, folder))
            return
        print(f"{'engine':46} {'lanes':>6} {'jobs/s':>8}")
        for lanes in (1, 100):
            table(folder, options.jobs, lanes)
        with database(f"killed_{os.getpid()}") as url:
            asyncio.run(migrate(url))
            took = [asyncio.run(taken_over(url, folder)) for _ in range(3)]
        print(
            "seconds until a killed worker's job is begun again: " + ", ".join(f"{one:.1f}" for one in took)
        )


def table(folder: Path, jobs: int, lanes: int) -> None:
    """The rows of so many lanes."""
    file = folder / f"{lanes}" / "store.db"
    row("embedded, SQLite", lanes, asyncio.run(speed(f"sqlite:///{file}", file.parent, jobs, lanes, 1)))
    for engines in (1, 2):
        with database(f"speed_{os.getpid()}") as url:
            said = f"Procrastinate, PostgreSQL, {engines} engine{'s' * (engines > 1)}"
            row(said, lanes, asyncio.run(speed(url, folder, jobs, lanes, engines)))
    with database(f"alone_{os.getpid()}") as url:
        asyncio.run(migrate(url))
        row(
            "Procrastinate alone, all handed over at once",
            lanes,
            asyncio.run(alone(url, min(jobs, 6 * lanes), lanes)),
        )


def row(said: str, lanes: int, figure: float) -> None:
    """One row."""
    print(f"{said:46} {lanes:6} {figure:8.0f}", flush=True)


if __name__ == "__main__":
    main()
