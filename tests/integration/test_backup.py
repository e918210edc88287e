"""Backup and restore: whole copies of a database in use; putting one back loses and repeats nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from tests.faults.process import ROOT, bot, command, eventually
from tests.faults.seeded import Seed, make, messages, settled


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Seed:
    return make(tmp_path_factory.mktemp("seed"), 3)


@pytest.fixture
def data(seed: Seed, tmp_path: Path) -> Path:
    return Path(shutil.copytree(seed.folder, tmp_path / "data"))


@pytest.mark.untraced
def test_a_backup_made_while_the_bot_writes_is_whole(data: Path) -> None:
    with bot(data) as running:
        assert eventually(lambda: running.up)
        for number in range(3):
            assert command(data, "backup", f"copy{number}.db").returncode == 0
        assert eventually(partial(settled, data)), running.said
    for number in range(3):
        assert _integrity(data / f"copy{number}.db") == "ok"
        assert stat.S_IMODE((data / f"copy{number}.db").stat().st_mode) == 0o600
        assert not (data / f"copy{number}.db-wal").exists()


def test_a_backup_replaces_a_file_only_when_forced(data: Path) -> None:
    (data / "copy.db").write_text("mine", encoding="utf-8")
    refused = command(data, "backup", "copy.db")
    assert (refused.returncode, len(refused.stderr.splitlines())) == (2, 4)
    assert (data / "copy.db").read_text(encoding="utf-8") == "mine"
    assert command(data, "backup", "copy.db", "--force").returncode == 0
    assert _integrity(data / "copy.db") == "ok"


@pytest.mark.parametrize("name", ["communique.db", "communique.db-wal", "same.db"])
def test_a_backup_never_takes_the_place_of_the_database_itself(data: Path, name: str) -> None:
    """A bot that has the database open would go on writing to a file that has no name any more."""
    (data / "same.db").symlink_to(data / "communique.db")
    before = (data / "communique.db").stat().st_ino
    refused = command(data, "backup", name, "--force")
    assert (refused.returncode, "is the database itself" in refused.stderr) == (2, True)
    assert (data / "communique.db").stat().st_ino == before


def test_a_backup_of_nothing_says_so(tmp_path: Path) -> None:
    assert command(tmp_path, "backup", "copy.db").returncode == 3
    assert not (tmp_path / "copy.db").exists()


def test_a_restore_is_refused_while_a_bot_runs(data: Path) -> None:
    assert command(data, "backup", "copy.db").returncode == 0
    with bot(data) as running:
        assert eventually(lambda: running.up)
        refused = command(data, "restore", "copy.db")
    assert (refused.returncode, "A bot runs" in refused.stderr) == (3, True)
    assert not list(data.glob("*.before-*"))


def test_a_restore_is_refused_while_another_program_uses_the_database(data: Path) -> None:
    assert command(data, "backup", "copy.db").returncode == 0
    other = sqlite3.connect(data / "communique.db")
    try:
        other.execute("SELECT count(*) FROM heads").fetchone()
        refused = command(data, "restore", "copy.db")
    finally:
        other.close()
    assert (refused.returncode, "Another program uses the database" in refused.stderr) == (3, True)
    assert not list(data.glob("*.before-*"))
    assert command(data, "restore", "copy.db").returncode == 0


@pytest.mark.untraced
def test_a_restore_killed_at_any_moment_leaves_one_database_whole(data: Path) -> None:
    assert command(data, "backup", "copy.db").returncode == 0
    for number in range(8):
        program = [sys.executable, "-m", "bot", "restore", "copy.db"]
        environment = {**os.environ, "COMMUNIQUE_DATA_DIR": str(data), "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(program, cwd=data, env=environment, stderr=subprocess.DEVNULL)
        with process:
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.1 + number * 0.1)
            process.kill()
        assert _integrity(data / "communique.db") == "ok"
        assert _count(data / "communique.db", "SELECT count(*) FROM heads") == 3


def test_a_restore_keeps_the_earlier_database_and_sends_nothing_twice(data: Path) -> None:
    assert command(data, "backup", "copy.db").returncode == 0
    with bot(data) as running:
        assert eventually(lambda: running.up and settled(data)), running.said
        assert running.end() == 0
    sent = messages(data)
    assert command(data, "restore", "copy.db").returncode == 0
    (before,) = [one for one in data.glob("*.before-*") if not one.name.endswith(("-wal", "-shm"))]
    assert _count(before, "SELECT count(*) FROM deliveries WHERE state = 'sent'") == 3
    with bot(data) as running:
        assert eventually(lambda: running.up)
        assert eventually(lambda: _count(data / "communique.db", "SELECT count(*) FROM jobs") == 0)
        assert running.end() == 0
    assert messages(data) == sent
    assert _count(data / "communique.db", "SELECT count(*) FROM deliveries WHERE state = 'sent'") == 3


def test_a_restore_on_a_new_machine_sends_what_was_missed(data: Path, tmp_path: Path) -> None:
    assert command(data, "backup", str(tmp_path / "copy.db")).returncode == 0
    (data / "communique.db").unlink()
    assert command(data, "restore", str(tmp_path / "copy.db")).returncode == 0
    with bot(data) as running:
        assert eventually(lambda: running.up and settled(data)), running.said
    assert len(messages(data)) == 6


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\1" * 5000])
def test_what_is_no_whole_backup_is_refused_and_changes_nothing(data: Path, content: bytes) -> None:
    (data / "bad.db").write_bytes(content)
    before = (data / "communique.db").read_bytes()
    refused = command(data, "restore", "bad.db")
    assert refused.returncode in {2, 3}
    assert refused.stderr.startswith("Error: ")
    assert "Traceback" not in refused.stderr
    assert (data / "communique.db").read_bytes() == before
    assert not list(data.glob("*.before-*"))


def test_a_restore_mends_a_damaged_database(data: Path) -> None:
    assert command(data, "backup", "copy.db").returncode == 0
    (data / "communique.db").write_bytes(b"\0" * 9000)
    assert command(data, "doctor").returncode == 1
    assert command(data, "restore", "copy.db").returncode == 0
    assert command(data, "doctor").returncode == 0


def _integrity(path: Path) -> str:
    connection = sqlite3.connect(path)
    try:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])
    finally:
        connection.close()


def _count(path: Path, query: str) -> int:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return int(connection.execute(query).fetchone()[0])
    finally:
        connection.close()
