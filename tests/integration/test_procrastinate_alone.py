"""Where Procrastinate promises less than we do: why what waits is ours. Each fails once that changes."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta

import psycopg
import pytest
from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Job as Handed

from bot.runner.clock import SystemClock
from tests.postgres import migrated

HOUR = timedelta(hours=1)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:

    with migrated(f"alone_{os.getpid()}") as made:
        yield made


@pytest.fixture
async def app(url: str) -> AsyncIterator[App]:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DELETE FROM procrastinate_jobs")
    made = App(connector=PsycopgConnector(conninfo=url, min_size=1, max_size=1))
    async with made.open_async():
        yield made


async def test_a_job_that_waits_for_its_next_try_holds_up_every_later_one_of_its_lock(app: App) -> None:
    for key in ("first", "second"):
        await app.configure_task("t", lock="lane", queueing_lock=key).defer_async()
    first = await _fetch(app)
    assert first is not None
    await app.job_manager.retry_job(first, retry_at=SystemClock().now() + HOUR)
    assert await _fetch(app) is None


async def test_a_key_that_runs_may_be_queued_again_and_then_cannot_be_tried_again(app: App) -> None:
    await app.configure_task("t", queueing_lock="key").defer_async()
    running = await _fetch(app)
    assert running is not None
    await app.configure_task("t", queueing_lock="key").defer_async()
    with pytest.raises(UniqueViolation):
        await app.job_manager.retry_job(running)


async def test_a_job_is_due_by_the_clock_of_the_server_alone(app: App) -> None:
    await app.configure_task("t", schedule_at=SystemClock().now() + HOUR).defer_async()
    assert await _fetch(app) is None  # and its fetch takes no instant by which it could be


async def test_a_job_that_another_worker_has_by_now_is_finished_under_its_hands(app: App) -> None:
    await app.configure_task("t").defer_async()
    once = await _fetch(app)
    assert once is not None
    assert once.id is not None
    await app.job_manager.retry_job(once)
    other = await _fetch(app)
    assert other is not None
    from procrastinate.jobs import Status

    await app.job_manager.finish_job(once, Status.SUCCEEDED, delete_job=True)
    assert list(await app.job_manager.list_jobs_async()) == []


async def _fetch(app: App) -> Handed | None:
    number = await app.job_manager.register_worker()
    return await app.job_manager.fetch_job(None, number)
