"""What Jobs and an engine promise: work exists if its transaction did, and is done in its lane's order.

Held to it are the embedded worker, and Procrastinate on a real PostgreSQL. The clock is ours: it shows a day
long ago.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.ports import Job, Store
from bot.runner.board import Board
from bot.runner.service import Engine
from bot.runner.worker_lock import WorkerLock
from tests.contract.engines import Line, at_work, engine_over
from tests.contract.kept import HOUR, NOON
from tests.fakes.world import SetClock


def _job(key: str, lane: str = "", due: dt.datetime = NOON) -> Job:
    return Job(task="digest", key=key, lane=lane or key, arguments={"ids": "ä,b"}, due=due)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOON)


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
def engine(
    store: Store, request: pytest.FixtureRequest, clock: SetClock, line: Line, tmp_path: Path
) -> Iterator[Engine]:
    url = request.getfixturevalue("postgres_url") if "postgres" in request.node.name else ""
    life = WorkerLock.announce(tmp_path / "workers.db")
    board = Board(file=tmp_path / "health.json", clock=clock)
    yield engine_over(store, url=url, clock=clock, life=life, board=board, handlers={"digest": line.do})
    life.leave()


async def _defer(store: Store, *jobs: Job) -> None:
    async with store.write() as unit:
        await unit.jobs.defer(jobs)


async def test_a_job_is_done_as_it_was_deferred_and_then_forgotten(
    store: Store, engine: Engine, line: Line
) -> None:
    await _defer(store, _job("a"))
    async with at_work(engine):
        await line.until_ended("a")
    await _defer(store, _job("b"))
    async with at_work(_again(engine)):
        await line.until_ended("b")
    assert line.seen == [_job("a"), _job("b")]


async def test_a_job_of_a_transaction_that_was_undone_does_not_exist(
    store: Store, engine: Engine, line: Line
) -> None:
    async def defer_and_fail() -> None:
        async with store.write() as unit:
            await unit.jobs.defer([_job("undone", due=NOON - HOUR)])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await defer_and_fail()
    await _defer(store, _job("kept"))
    async with at_work(engine):
        await line.until_ended("kept")
    assert line.began == ["kept"]


async def test_jobs_of_a_lane_are_done_the_earliest_first_one_at_a_time(
    store: Store, engine: Engine, line: Line
) -> None:
    await _defer(
        store,
        _job("second", "lane", NOON - HOUR),
        _job("fourth", "lane"),
        _job("first", "lane", NOON - 2 * HOUR),
        _job("third", "lane", NOON - HOUR / 2),
    )
    gates = [line.hold(key) for key in ("first", "second", "third")]
    async with at_work(engine):
        for number, key in enumerate(("first", "second", "third")):
            await line.until_began(key)
            assert len(line.began) == number + 1
            gates[number].set()
        await line.until_ended("fourth")
    assert line.began == line.ended == ["first", "second", "third", "fourth"]


async def test_a_lane_that_is_busy_holds_up_no_other(store: Store, engine: Engine, line: Line) -> None:
    gate = line.hold("slow")
    await _defer(store, _job("slow", "one", NOON - HOUR), _job("behind", "one"), _job("beside", "two"))
    async with at_work(engine):
        await line.until_ended("beside")
        assert line.ended == ["beside"]
        gate.set()
        await line.until_ended("slow", "behind")


async def test_a_job_that_is_to_be_done_again_holds_up_no_later_one_of_its_lane(
    store: Store, engine: Engine, line: Line, clock: SetClock
) -> None:
    line.answers["again"] = [NOON + HOUR]
    await _defer(store, _job("again", "lane", NOON - HOUR), _job("next", "lane"))
    async with at_work(engine):
        await line.until_ended("again", "next")
        assert line.began == ["again", "next"]
        await _defer(store, _job("last", "lane", NOON + 2 * HOUR))
        line.ended.clear()
        clock.at = NOON + HOUR
        engine.wake()
        await line.until_ended("again")
        clock.at = NOON + 2 * HOUR
        engine.wake()
        await line.until_ended("last")
    assert line.began == ["again", "next", "again", "last"]


async def test_a_job_is_due_by_our_clock_and_by_no_other(
    store: Store, engine: Engine, line: Line, clock: SetClock
) -> None:
    await _defer(store, _job("due"), _job("later", due=NOON + HOUR))
    async with at_work(engine):
        await line.until_ended("due")
        assert line.began == ["due"]
        clock.at = NOON + HOUR
        engine.wake()
        await line.until_ended("later")


async def test_what_a_clock_that_was_ahead_put_off_is_done_once_it_is_right(
    store: Store, engine: Engine, line: Line, clock: SetClock
) -> None:
    await engine.retry_stalled()
    await _defer(store, _job("a", due=NOON + HOUR))
    clock.at = NOON - HOUR
    await engine.retry_stalled()
    async with at_work(engine):
        await line.until_ended("a")


async def test_a_queued_key_stays_as_it_is_also_while_it_runs_and_a_finished_one_may_come_again(
    store: Store, engine: Engine, line: Line, clock: SetClock
) -> None:
    gate = line.hold("a")
    await _defer(store, _job("a"))
    await _defer(store, replace(_job("a"), arguments={"ids": "other"}, due=NOON - HOUR))
    async with at_work(engine):
        await line.until_began("a")
        await _defer(store, replace(_job("a"), arguments={"ids": "other"}), _job("b", "a"))
        gate.set()
        await line.until_ended("b")
        assert line.seen == [_job("a"), _job("b", "a")]
        clock.at = NOON + HOUR
        line.ended.clear()
        await _defer(store, _job("a", due=NOON + HOUR))
        engine.wake()
        await line.until_ended("a")


async def test_a_job_whose_handler_breaks_rests_and_is_tried_again(
    store: Store, engine: Engine, line: Line, clock: SetClock, caplog: pytest.LogCaptureFixture
) -> None:
    line.answers["a"] = [ZeroDivisionError()]
    await _defer(store, _job("a", "lane", NOON - HOUR), replace(_job("unknown"), task="of a later version"))
    await _defer(store, _job("b", "lane"))
    async with at_work(engine):
        await line.until_ended("a", "b")
        line.ended.clear()
        clock.at = NOON + HOUR
        engine.wake()
        await line.until_ended("a")
    assert {record.__dict__["job"] for record in caplog.records if record.message == "job failed"} == {
        "a",
        "unknown",
    }


async def test_a_stop_ends_what_is_under_way_and_begins_nothing_more(
    store: Store, engine: Engine, line: Line
) -> None:
    gate = line.hold("under way")
    await _defer(store, _job("under way", "lane", NOON - HOUR), _job("after", "lane"))
    async with at_work(engine):
        await line.until_began("under way")
        engine.stop()
        gate.set()
    assert (line.began, line.ended) == (["under way"], ["under way"])
    async with at_work(_again(engine)):
        await line.until_ended("after")


def _again(engine: Engine) -> Engine:
    """The engine that has come to its end, as a process that is started again has it."""
    engine.stopping.clear()  # type: ignore[attr-defined]  # both engines have it, their port has not
    return engine
