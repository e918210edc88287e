"""Several bots on one PostgreSQL: each digest goes out once, killed or not."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import psycopg
import pytest

from bot.runner.clock import SystemClock
from bot.store.columns import EPOCH
from tests.faults.process import bot, eventually
from tests.faults.seeded import faults, make, messages, rows, settled
from tests.postgres import end_sessions, migrated

ROUNDS = 2
DIGESTS = 10
BEATS = {"COMMUNIQUE_RUN__HEARTBEAT": "0.5"}
KILLS = (0.6, 1.2, 2.0)
"""Seconds after its start at which a bot is killed: while it starts, while it sends."""


@pytest.fixture
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    with migrated(f"together_{os.getpid()}") as made:
        yield made


def test_two_bots_send_each_of_many_due_digests_once_also_when_the_server_ends_their_sessions(
    tmp_path: Path, url: str
) -> None:
    make(tmp_path, DIGESTS, url=url)
    with bot(tmp_path, name="one", **BEATS) as one, bot(tmp_path, name="two", **BEATS) as two:
        for number in range(ROUNDS):
            assert eventually(partial(_sent, tmp_path, DIGESTS * (number + 1))), one.said + two.said
            assert eventually(partial(settled, tmp_path)), one.said + two.said
            if number < ROUNDS - 1:
                end_sessions(url)
                _make_due_again(url, days_ago=number + 1)
        assert "session lost" in one.said
        assert "session lost" in two.said
        assert (one.end(), two.end()) == (0, 0)
    assert faults(tmp_path, DIGESTS * ROUNDS) == []


@pytest.mark.untraced
def test_killed_while_another_runs_and_started_again_they_send_each_digest_once(
    tmp_path: Path, url: str
) -> None:
    make(tmp_path, DIGESTS, url=url)
    for number, moment in enumerate(KILLS):
        with bot(tmp_path, name=f"killed{number}", **BEATS) as killed:
            time.sleep(moment)
            killed.end(signal.SIGKILL)
    with bot(tmp_path, name="one", **BEATS) as one, bot(tmp_path, name="two", **BEATS) as two:
        assert eventually(lambda: one.up and two.up and settled(tmp_path)), one.said + two.said
        assert (one.end(), two.end()) == (0, 0)
    assert faults(tmp_path, DIGESTS) == []


@pytest.mark.untraced
def test_a_bot_takes_over_from_a_killed_one_but_not_from_one_that_only_sleeps(
    tmp_path: Path, url: str
) -> None:
    make(tmp_path, 3, url=url)
    suspended = tmp_path / "suspended"
    program = ("-m", "tests.faults.suspend", str(suspended), "run")
    with bot(tmp_path, program, name="sleeper", **BEATS) as sleeper:
        assert eventually(suspended.exists), sleeper.said
        with bot(tmp_path, name="heir", **BEATS) as heir:
            assert eventually(lambda: heir.up), heir.said
            time.sleep(5)  # two looks, more than far enough apart
            assert (messages(tmp_path), _owners(tmp_path)) == ([], 1)
            assert sleeper.end(signal.SIGKILL) == -signal.SIGKILL
            assert eventually(partial(settled, tmp_path)), heir.said
            assert heir.end() == 0
    assert faults(tmp_path, 3) == []


def _sent(folder: Path, digests: int) -> bool:
    return len([message for message in messages(folder) if message["part"] == 0]) >= digests


def _owners(folder: Path) -> int:
    (found,) = rows(folder, "SELECT count(*) FROM procrastinate_jobs WHERE status = 'doing'")
    return int(found[0])


def _make_due_again(url: str, days_ago: int) -> None:
    """Set every schedule back to a day that had no digest yet: one more due tick, while the bots look."""
    due = SystemClock().now() - timedelta(days=days_ago, hours=1)
    at = (due - EPOCH) // timedelta(microseconds=1)
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE schedules SET run_on = %s, run_at = %s", (due.date(), at))
