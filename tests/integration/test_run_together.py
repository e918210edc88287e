"""Two bots on one data folder: each digest goes out once, and the living finish what the dead began."""

from __future__ import annotations

import signal
import sqlite3
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.runner.clock import SystemClock
from bot.runner.health import FILE, read
from bot.store.columns import EPOCH
from tests.faults.process import bot, command, eventually
from tests.faults.seeded import faults, make, messages, settled

ROUNDS = 6
DIGESTS = 20


@pytest.mark.untraced
def test_two_bots_send_each_of_many_due_digests_once(tmp_path: Path) -> None:
    make(tmp_path, DIGESTS)
    with bot(tmp_path, name="one") as one, bot(tmp_path, name="two") as two:
        for number in range(ROUNDS):
            assert eventually(partial(_sent, tmp_path, DIGESTS * (number + 1))), one.said + two.said
            assert eventually(partial(settled, tmp_path))
            if number < ROUNDS - 1:
                _make_due_again(tmp_path, days_ago=number + 1)
        assert (one.end(), two.end()) == (0, 0)
    assert faults(tmp_path, DIGESTS * ROUNDS) == []


def test_a_bot_takes_over_from_a_killed_one_but_not_from_one_that_only_sleeps(tmp_path: Path) -> None:
    make(tmp_path, 3)
    suspended = tmp_path / "suspended"
    program = ("-m", "tests.faults.suspend", str(suspended), "run")
    with bot(tmp_path, program, name="sleeper") as sleeper:
        assert eventually(suspended.exists), sleeper.said
        with bot(tmp_path, name="heir") as heir:
            assert eventually(lambda: heir.up and _lives(tmp_path, heir.process.pid)), heir.said
            assert (messages(tmp_path), _owners(tmp_path)) == ([], 1)
            assert sleeper.end(signal.SIGKILL) == -signal.SIGKILL
            assert eventually(partial(settled, tmp_path)), heir.said
            assert heir.end() == 0
    assert faults(tmp_path, 3) == []


def test_a_bot_that_ends_leaves_the_health_file_of_the_other(tmp_path: Path) -> None:
    with bot(tmp_path, name="one") as one:
        assert eventually(lambda: one.up)
        with bot(tmp_path, name="two") as two:
            assert eventually(lambda: two.up and _lives(tmp_path, two.process.pid))
            assert one.end() == 0
            assert command(tmp_path, "doctor", "--live").returncode == 0
            assert two.end() == 0
    assert command(tmp_path, "doctor", "--live").returncode == 1


def _lives(folder: Path, pid: int) -> bool:
    """Whether that bot has looked at everything once: it wrote the health file, every part of it."""
    health = read(folder / FILE)
    return health is not None and health.pid == pid and {"stalled", "dispatch", "worker"} <= set(health.parts)


def _sent(folder: Path, digests: int) -> bool:
    return len([message for message in messages(folder) if message["part"] == 0]) >= digests


def _owners(folder: Path) -> int:
    connection = sqlite3.connect(f"file:{folder / 'communique.db'}?mode=ro", uri=True)
    try:
        (number,) = connection.execute("SELECT count(*) FROM jobs WHERE owner IS NOT NULL").fetchone()
        return int(number)
    finally:
        connection.close()


def _make_due_again(folder: Path, days_ago: int) -> None:
    """Set every schedule back to a day that had no digest yet: one more due tick, while both bots look."""
    due = SystemClock().now() - timedelta(days=days_ago, hours=1)
    connection = sqlite3.connect(folder / "communique.db", timeout=30)
    try:
        with connection:
            connection.execute(
                "UPDATE schedules SET run_on = ?, run_at = ?",
                (due.date().isoformat(), (due - EPOCH) // timedelta(microseconds=1)),
            )
    finally:
        connection.close()
