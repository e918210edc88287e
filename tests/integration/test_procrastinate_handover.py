"""Jobs between our table and Procrastinate's, and in the hands of workers that die. The server is real."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from bot.ports import Job
from bot.runner.board import Board
from bot.runner.procrastinate import ProcrastinateEngine
from bot.store.handover import BATCH, ENOUGH, SqlHandover
from bot.store.session import APART
from bot.store.sql_store import SqlStore
from tests.contract.engines import PATIENCE, Line, at_work, shared
from tests.contract.kept import HOUR, NOON
from tests.fakes.world import SetClock
from tests.postgres import away, empty, end_sessions, migrated

IMPATIENT = 0.2
"""Seconds after which a database that is away counts as such; elsewhere a slow machine is waited for."""


@pytest.fixture(scope="module")
def made() -> Iterator[str]:
    with migrated(f"handover_{os.getpid()}") as url:
        yield url


@pytest.fixture
def url(made: str) -> str:
    with psycopg.connect(made, autocommit=True) as connection:
        empty(connection)
    return made


@pytest.fixture
async def store(url: str) -> AsyncIterator[SqlStore]:
    async with SqlStore.open(url) as opened:
        yield opened


def _job(key: str, lane: str = "", due: datetime = NOON) -> Job:
    return Job(task="t", key=key, lane=lane or key, arguments={}, due=due)


async def _defer(store: SqlStore, *jobs: Job) -> None:
    async with store.write() as unit:
        await unit.jobs.defer(jobs)


def _engine(
    store: SqlStore, url: str, folder: Path, line: Line, patience: float = PATIENCE / 2
) -> ProcrastinateEngine:
    clock = SetClock(NOON)
    return ProcrastinateEngine(
        handover=SqlHandover(store),
        clock=clock,
        board=Board(file=folder / "health.json", clock=clock),
        handlers={"t": line.do},
        shared=shared(url, patience=patience),
    )


async def _until(holds: Callable[[], bool]) -> None:
    for _ in range(int(PATIENCE / 0.02)):
        if holds():
            return
        await asyncio.sleep(0.02)
    raise TimeoutError


def _rows(url: str, query: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(sql.SQL(query)).fetchall()


async def test_a_handover_that_fails_has_handed_over_nothing(url: str, store: SqlStore) -> None:
    await _defer(store, _job("a"), _job("b"))
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE RULE stays AS ON DELETE TO jobs DO INSTEAD SELECT 1/0")
    try:
        with pytest.raises(Exception, match="division"):
            await SqlHandover(store).hand_over(NOON)
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("DROP RULE stays ON jobs")
    assert (
        _rows(url, "SELECT key FROM jobs ORDER BY key"),
        _rows(url, "SELECT 1 FROM procrastinate_jobs"),
    ) == (
        [("a",), ("b",)],
        [],
    )


async def test_of_many_due_jobs_some_are_handed_over_at_a_time_the_earliest_first(
    url: str, store: SqlStore
) -> None:
    await _defer(
        store, *(_job(f"{number:03}", due=NOON - HOUR / (number + 1)) for number in range(BATCH + 5))
    )
    handover = SqlHandover(store)
    assert await handover.hand_over(NOON) == BATCH
    assert await handover.hand_over(NOON) == 0
    handed = [key for (key,) in _rows(url, "SELECT queueing_lock FROM procrastinate_jobs ORDER BY id")]
    assert handed == [f"{number:03}" for number in range(BATCH)]
    with psycopg.connect(url, autocommit=True) as connection:
        rest = f"{ENOUGH - 1:03}"
        connection.execute("DELETE FROM procrastinate_jobs WHERE queueing_lock >= %s", (rest,))
    assert await handover.hand_over(NOON) == 5


async def test_processes_that_hand_over_together_keep_the_order_of_a_lane(url: str, store: SqlStore) -> None:
    await _defer(store, *(_job(f"{number}", f"lane {number % 7}") for number in range(70)))
    async with SqlStore.open(url) as other:
        handovers = [SqlHandover(one) for one in (store, other)]
        done: list[int] = []
        while await asyncio.gather(*(one.hand_over(NOON) for one in handovers)) != [0, 0]:
            with psycopg.connect(url, autocommit=True) as connection:
                gone = connection.execute("DELETE FROM procrastinate_jobs RETURNING id, queueing_lock, lock")
                found = sorted(gone.fetchall())
            assert max(Counter(lane for _, _, lane in found).values()) == 1
            done += [int(key) for _, key, _ in found]
    for lane in range(7):
        of_lane = [str(number) for number in done if number % 7 == lane]
        assert of_lane == sorted(of_lane)  # all are due at once, so by key
    assert len(done) == 70


async def test_two_processes_do_each_of_many_jobs_once_and_one_of_a_lane_at_a_time(
    url: str, store: SqlStore, tmp_path: Path
) -> None:
    keys = [f"{lane}-{number}" for lane in range(6) for number in range(5)]
    await _defer(store, *(_job(key, key[0]) for key in keys))
    line, busy = Line(), set[str]()

    async def alone(job: Job) -> datetime | None:
        assert job.lane not in busy
        busy.add(job.lane)
        await asyncio.sleep(0.001)
        busy.discard(job.lane)
        return await line.do(job)

    async with SqlStore.open(url) as other:
        engines = [_engine(one, url, tmp_path, line) for one in (store, other)]
        for engine in engines:
            engine.handlers = {"t": alone}
        async with at_work(engines[0]), at_work(engines[1]):
            await line.until_ended(*keys)
    assert sorted(line.ended) == sorted(keys)
    assert _rows(url, "SELECT 1 FROM jobs UNION ALL SELECT 1 FROM procrastinate_jobs") == []


async def test_what_a_worker_had_whose_session_ended_is_done_by_another_once_it_is_missed_for_long_enough(
    url: str, store: SqlStore, tmp_path: Path
) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES ('-infinity')")
    await _defer(store, _job("a"))
    await SqlHandover(store).hand_over(NOON)
    taken = (
        "UPDATE procrastinate_jobs SET status = 'doing', worker_id = (SELECT id FROM procrastinate_workers)"
    )
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(taken)
    line = Line()
    engine = _engine(store, url, tmp_path, line)
    await engine.retry_stalled()
    assert _rows(url, "SELECT status FROM procrastinate_jobs") == [("doing",)]
    await asyncio.sleep(APART.total_seconds())
    await engine.retry_stalled()
    async with at_work(engine):
        await line.until_ended("a")
    assert _rows(url, "SELECT 1 FROM procrastinate_jobs") == []


async def test_a_worker_that_is_silent_but_lives_keeps_its_job(
    url: str, store: SqlStore, tmp_path: Path
) -> None:
    line = Line()
    gate = line.hold("a")
    await _defer(store, _job("a"))
    engine = _engine(store, url, tmp_path, line)
    other = _engine(store, url, tmp_path, Line())
    async with at_work(engine):
        await line.until_began("a")
        with psycopg.connect(url, autocommit=True) as connection:
            for _ in range(2):
                connection.execute("UPDATE procrastinate_workers SET last_heartbeat = '-infinity'")
                await other.retry_stalled()
                assert _rows(url, "SELECT status FROM procrastinate_jobs") == [("doing",)]
                await asyncio.sleep(0.05)
        gate.set()
        await line.until_ended("a")
    await other.app.close_async()


async def test_a_job_whose_worker_left_without_settling_it_is_given_back_at_once_and_all_hear_of_it(
    url: str, store: SqlStore, tmp_path: Path
) -> None:
    await _defer(store, _job("a"))
    await SqlHandover(store).hand_over(NOON)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("UPDATE procrastinate_jobs SET status = 'doing'")
    line = Line()
    engine = _engine(store, url, tmp_path, line)
    with psycopg.connect(url, autocommit=True) as listener:
        listener.execute('LISTEN "procrastinate_queue_v1#communique"')
        await engine.retry_stalled()
        (word,) = listener.notifies(timeout=PATIENCE, stop_after=1)
    assert "job_inserted" in word.payload
    async with at_work(engine):
        await line.until_ended("a")


async def test_a_job_that_others_have_by_now_is_not_settled_by_who_had_it(
    url: str, store: SqlStore, tmp_path: Path
) -> None:
    line = Line()
    gate = line.hold("a")
    await _defer(store, _job("a"))
    engine = _engine(store, url, tmp_path, line)
    async with at_work(engine):
        await line.until_began("a")
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("UPDATE procrastinate_jobs SET worker_id = NULL")
        gate.set()
        await line.until_ended("a")
    assert _rows(url, "SELECT status FROM procrastinate_jobs") == [("doing",)]


async def test_an_engine_whose_sessions_the_server_ends_goes_on(
    url: str, store: SqlStore, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    line = Line()
    gate = line.hold("a")
    await _defer(store, _job("a"))
    engine = _engine(store, url, tmp_path, line)
    async with at_work(engine):
        await line.until_began("a")
        end_sessions(url)
        gate.set()
        await line.until_ended("a")
        await _defer(store, _job("b"))
        engine.wake()
        await line.until_ended("b")
    assert (line.began, _rows(url, "SELECT 1 FROM procrastinate_jobs")) == (["a", "b"], [])


async def test_a_worker_takes_up_more_after_an_absence_of_the_database_while_it_keeps_what_it_has(
    url: str, store: SqlStore, tmp_path: Path
) -> None:
    line = Line()
    gate = line.hold("long")
    await _defer(store, _job("long"))
    engine = _engine(store, url, tmp_path, line, IMPATIENT)
    async with at_work(engine):
        await line.until_began("long")
        with away(url):
            await _until(lambda: "does not answer" in engine.board.parts["worker"])
        await _defer(store, _job("next"))
        await line.until_ended("next")
        assert (line.ended, engine.board.parts["worker"]) == (["next"], "ok")
        gate.set()
        await line.until_ended("long")
    assert (line.began, _rows(url, "SELECT 1 FROM procrastinate_jobs")) == (["long", "next"], [])


async def test_a_database_that_is_away_when_the_engine_begins_is_waited_for(
    url: str, store: SqlStore, tmp_path: Path
) -> None:
    line = Line()
    await _defer(store, _job("a"))
    engine = _engine(store, url, tmp_path, line, IMPATIENT)
    with away(url):
        running = asyncio.create_task(engine.run())
        await _until(lambda: "does not answer" in engine.board.parts.get("worker", ""))
    await line.until_ended("a")
    engine.stop()
    await running


async def test_a_stop_is_obeyed_while_the_database_is_away(url: str, store: SqlStore, tmp_path: Path) -> None:
    engine = _engine(store, url, tmp_path, Line(), IMPATIENT)
    running = asyncio.create_task(engine.run())
    await _until(lambda: engine.board.parts.get("worker") == "ok")
    with away(url):
        engine.stop()
        await asyncio.wait_for(running, PATIENCE)


async def test_a_worker_does_not_take_its_own_job_for_that_of_a_dead_one(
    url: str, store: SqlStore, tmp_path: Path
) -> None:
    async def everybody(owners: Iterable[str]) -> frozenset[str]:
        return frozenset(owners)

    line = Line()
    gate = line.hold("a")
    await _defer(store, _job("a"))
    engine = _engine(store, url, tmp_path, line)
    engine.shared = replace(engine.shared, dead=everybody)
    async with at_work(engine):
        await line.until_began("a")
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("UPDATE procrastinate_workers SET last_heartbeat = '-infinity'")
        await engine.retry_stalled()
        assert _rows(url, "SELECT status FROM procrastinate_jobs") == [("doing",)]
        gate.set()
        await line.until_ended("a")


async def test_a_job_that_is_cancelled_in_the_middle_is_left_to_its_process(
    url: str, store: SqlStore, tmp_path: Path
) -> None:
    """A thread of it may write on: others take it when the process is gone, whose lock tells."""
    line = Line()
    line.hold("a")
    await _defer(store, _job("a"))
    engine = _engine(store, url, tmp_path, line)
    running = asyncio.create_task(engine.run())
    await line.until_began("a")
    for task in asyncio.all_tasks():
        if task.get_name().startswith("process job"):
            task.cancel()
    running.cancel()
    await asyncio.wait([running], timeout=PATIENCE)
    assert _rows(url, "SELECT status, worker_id IS NULL FROM procrastinate_jobs") == [("doing", False)]
    await engine.calls.shown.aclose()
