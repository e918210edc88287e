"""A running bot and its signals: it ends in order, at once when asked twice, and reads its settings again."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.process import bot, command, eventually
from tests.faults.seeded import faults, make, messages, settled

TOPIC = '\n[topics.trade]\nany = ["tariff"]\n'


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_bot_that_is_asked_to_stop_ends_in_order(tmp_path: Path, number: signal.Signals) -> None:
    with bot(tmp_path) as running:
        assert eventually(lambda: running.up)
        assert running.end(number) == 0
        assert f"Digests go to {tmp_path / 'transcript.jsonl'};" in running.said
        assert running.said.endswith("Stopped.\n")
    assert not (tmp_path / "health.json").exists()
    assert not list(tmp_path.glob("communique.db-workers/*.lock"))


def test_what_is_under_way_is_finished_before_the_end(tmp_path: Path) -> None:
    make(tmp_path, 30)
    with bot(tmp_path) as running:
        assert eventually(lambda: len(messages(tmp_path)) > 0), running.said
        assert running.end() == 0
    assert faults(tmp_path, 30) == []


def test_an_interrupt_while_the_program_is_still_loaded_ends_it_without_a_traceback(tmp_path: Path) -> None:
    interrupted = """
import os, signal, sys
class Pressed:
    def find_spec(name, *_):
        if name == "typer":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Pressed)
from bot.cli import main
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", interrupted, "doctor"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (128 + signal.SIGINT, "", "")


def test_without_grace_the_bot_ends_all_the_same_and_the_next_one_goes_on(tmp_path: Path) -> None:
    make(tmp_path, 30)
    with bot(tmp_path, COMMUNIQUE_RUN__GRACE="0") as hurried:
        assert eventually(lambda: hurried.up)
        assert hurried.end() == 0
    with bot(tmp_path) as next_one:
        assert eventually(lambda: next_one.up and settled(tmp_path)), next_one.said
    assert faults(tmp_path, 30) == []


def test_a_second_signal_ends_a_bot_that_cannot_finish(tmp_path: Path) -> None:
    make(tmp_path, 3)
    lock = _locked(tmp_path)
    try:
        with bot(tmp_path, COMMUNIQUE_STORE__BUSY_TIMEOUT="300") as running:
            assert eventually(lambda: running.up), running.said
            running.send(signal.SIGTERM)
            with pytest.raises(subprocess.TimeoutExpired):
                running.process.wait(1)
            assert running.end() == 128 + signal.SIGTERM
    finally:
        lock.close()
    with bot(tmp_path) as next_one:
        assert eventually(lambda: next_one.up and settled(tmp_path)), next_one.said
    assert faults(tmp_path, 3) == []


def test_settings_that_changed_are_taken_over_and_the_audit_tells(tmp_path: Path) -> None:
    make(tmp_path, 1)
    config = tmp_path / "communique.toml"
    with bot(tmp_path) as running:
        assert eventually(lambda: running.up)
        text = config.read_text(encoding="utf-8").replace("console:local:c000", "console:local:other")
        config.write_text(text + TOPIC, encoding="utf-8")
        running.send(signal.SIGHUP)
        assert eventually(lambda: "Settings read again" in running.said), running.said
        assert running.end() == 0
    assert "console:local:other" in command(tmp_path, "schedules").stdout
    (planned,) = map(json.loads, command(tmp_path, "schedules", "--json").stdout.splitlines())
    assert (planned["channel"], planned["zone"]) == ("console:local:other", "UTC")
    assert planned["at"].startswith(planned["day"])
    assert any("topic trade" in what for what in _audit(tmp_path))


@pytest.mark.parametrize("bad", ["nonsense = 1\n", "= not toml", '[digests.d000]\ntopics = ["gone"]\n'])
def test_bad_settings_are_refused_and_the_old_ones_go_on(tmp_path: Path, bad: str) -> None:
    make(tmp_path, 1)
    before = command(tmp_path, "schedules").stdout
    with bot(tmp_path) as running:
        assert eventually(lambda: running.up and settled(tmp_path)), running.said
        (tmp_path / "communique.toml").write_text(bad, encoding="utf-8")
        running.send(signal.SIGHUP)
        assert eventually(lambda: bool([one for one in _audit(tmp_path) if "refused" in one])), running.said
        assert "not taken over" in running.said
        assert running.process.poll() is None
        assert running.end() == 0
    (tmp_path / "communique.toml").unlink()
    after = command(tmp_path, "schedules").stdout
    assert [line.split(" at ")[0] for line in after.splitlines()] == [
        line.split(" at ")[0] for line in before.splitlines()
    ]


def _audit(folder: Path) -> list[str]:
    connection = sqlite3.connect(f"file:{folder / 'communique.db'}?mode=ro", uri=True)
    try:
        return [what for (what,) in connection.execute("SELECT what FROM audit")]
    finally:
        connection.close()


def _locked(folder: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / "communique.db", isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    return connection
