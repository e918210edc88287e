"""What a bot does where it cannot work: it waits, or says in four parts what is wrong, and loses nothing."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.channel import LOCAL_TENANT
from bot.domain.source import Wanted
from bot.gather.listed import Listed
from bot.runner.clock import SystemClock
from bot.runner.health import FILE, OK, read
from bot.store.sql_store import SqlStore
from tests.fakes.feed_site import ALLOWED, feed, feed_site, rss
from tests.faults.process import Bot, bot, command, eventually
from tests.faults.seeded import faults, make, messages, rows, settled

LIMITED = (
    "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}));"
    "sys.dont_write_bytecode = True;"  # it would be cut short, for every later process
    "from bot.cli import main; main()"
)
"""Starts the bot where no file may grow beyond a size, as on a full disk."""


def _cramped(folder: Path, size: int) -> AbstractContextManager[Bot]:
    """Such a bot, not measured: coverage writes a file of its own at the end, and would fail on it."""
    return bot(folder, ("-c", LIMITED.format(size=size), "run"), COVERAGE_PROCESS_CONFIG="")


def test_a_database_locked_at_the_start_is_waited_for_and_health_says_so(tmp_path: Path) -> None:
    make(tmp_path, 3)
    with (
        _locked(tmp_path, "PRAGMA locking_mode = EXCLUSIVE"),
        bot(tmp_path, COMMUNIQUE_STORE__BUSY_TIMEOUT="0.1") as waiting,
    ):
        assert eventually(lambda: "locked" in _state(tmp_path, "database")), waiting.said
        told = command(tmp_path, "doctor", "--live")
        assert (told.returncode, "FAIL database" in told.stdout) == (1, True)
        assert waiting.end() == 0
    with bot(tmp_path) as running:
        assert eventually(lambda: running.up and settled(tmp_path)), running.said
    assert faults(tmp_path, 3) == []


def test_a_database_locked_while_the_bot_runs_holds_digests_and_sources_up_and_loses_none(
    tmp_path: Path,
) -> None:
    make(tmp_path, 3)
    with ExitStack() as stack:
        site = stack.enter_context(feed_site())
        asyncio.run(_add(tmp_path, feed(site, "/feed", rss(1, 2))))
        held = stack.enter_context(_locked(tmp_path))
        short = {"COMMUNIQUE_STORE__BUSY_TIMEOUT": "0.1", "COMMUNIQUE_FETCH__ALLOW": ALLOWED}
        with bot(tmp_path, **short) as running:
            assert eventually(lambda: running.up and "locked" in _state(tmp_path, "dispatch")), running.said
            assert eventually(lambda: "locked" in _state(tmp_path, "sources")), running.said
            assert command(tmp_path, "doctor", "--live").returncode == 1
            assert messages(tmp_path) == []
            held.close()
            assert eventually(lambda: settled(tmp_path)), running.said
            assert eventually(lambda: _fed(tmp_path) == ["Pier 1 opens", "Pier 2 opens"]), running.said
            assert eventually(lambda: _state(tmp_path, "dispatch") == OK), running.said
    assert faults(tmp_path, 3) == []


def test_a_health_file_and_locks_that_a_dead_bot_left_do_no_harm(tmp_path: Path) -> None:
    make(tmp_path, 1)
    old = (SystemClock().now() - timedelta(hours=1)).isoformat()
    (tmp_path / FILE).write_text(
        json.dumps({"at": old, "pid": 1, "parts": {"worker": "ok"}}), encoding="utf-8"
    )
    workers = tmp_path / "communique.db-workers"
    workers.mkdir(exist_ok=True)
    (workers / "1-dead.lock").touch()
    assert command(tmp_path, "doctor", "--live").returncode == 1
    with bot(tmp_path) as running:
        assert eventually(lambda: running.up and settled(tmp_path)), running.said
        assert eventually(lambda: command(tmp_path, "doctor", "--live").returncode == 0)
        assert eventually(lambda: not (workers / "1-dead.lock").exists())


@pytest.mark.parametrize("content", ["", "{", "[]", '{"at": "yesterday", "pid": 1, "parts": {}}', "null"])
def test_a_health_file_that_cannot_be_read_is_no_health(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    told = command(tmp_path, "doctor", "--live")
    assert (told.returncode, told.stdout[:8], told.stderr) == (1, "FAIL bot", "")


def test_a_data_folder_that_cannot_be_is_said_in_parts(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    _refused(command(tmp_path, "run", COMMUNIQUE_DATA_DIR=str(tmp_path / "file" / "data")).stderr)


def test_a_file_that_is_no_database_is_said_in_parts(tmp_path: Path) -> None:
    (tmp_path / "communique.db").write_bytes(b"this is no database at all" * 100)
    _refused(command(tmp_path, "run").stderr)


@pytest.mark.parametrize("size", [20_000, 47_000, 100_000, 150_000])
def test_on_a_full_disk_nothing_is_lost_that_was_acknowledged(tmp_path: Path, size: int) -> None:
    make(tmp_path, 3)
    with _cramped(tmp_path, size) as cramped:
        assert eventually(lambda: cramped.process.poll() is not None or "disk" in cramped.said), cramped.said
        assert "Traceback" not in cramped.said
    with bot(tmp_path) as running:
        assert eventually(lambda: running.up and settled(tmp_path)), running.said
    assert faults(tmp_path, 3) == []


def test_a_full_disk_for_the_transcript_holds_a_message_back_until_there_is_room(tmp_path: Path) -> None:
    day = make(tmp_path, 1).due.date().isoformat()
    size = 8_000_000
    old = json.dumps({"delivery_id": "old.0", "part": 0, "text": "x" * (size - 100)}) + "\n"
    (tmp_path / "transcript.jsonl").write_text(old, encoding="utf-8")
    with _cramped(tmp_path, size) as cramped:
        assert eventually(lambda: _waits_for_room(tmp_path, day)), cramped.said
        assert cramped.end() == 0
    assert (tmp_path / "transcript.jsonl").read_text(encoding="utf-8") == old
    with bot(tmp_path) as running:
        assert eventually(lambda: running.up and settled(tmp_path)), running.said
    assert faults(tmp_path, 1) == []


def _waits_for_room(folder: Path, day: str) -> bool:
    """Looked at in one output: between two the next try may be under way."""
    told = command(folder, "why", "--day", day).stdout
    return "next try" in told and "no_space" in told


@pytest.mark.untraced
@pytest.mark.parametrize("at", [0.0, 0.1, 0.3, 0.6])
def test_a_log_that_lost_what_was_acknowledged_is_refused_untouched(tmp_path: Path, at: float) -> None:
    copy, log = _copied_while_running(tmp_path)
    content = bytearray(log.read_bytes())
    place = int(len(content) * at)
    content[place : place + 64] = b"\xff" * 64
    log.write_bytes(content)
    refused = command(copy, "run")
    assert (refused.returncode, "is damaged" in refused.stderr) == (3, True)
    _refused(refused.stderr)
    assert command(copy, "doctor").returncode == 1
    assert log.read_bytes() == content


@pytest.mark.untraced
@pytest.mark.parametrize("lost", [1, 100, 5000])
def test_a_log_torn_at_its_end_is_what_a_crash_leaves_and_nothing_is_sent_again(
    tmp_path: Path, lost: int
) -> None:
    copy, log = _copied_while_running(tmp_path)
    log.write_bytes(log.read_bytes()[:-lost])
    with bot(copy) as again:
        assert eventually(lambda: again.up and settled(copy)), again.said
    assert faults(copy, 3) == []


def _copied_while_running(folder: Path) -> tuple[Path, Path]:
    """A copy of a data folder whose bot has sent everything and not ended, and the log in it."""
    seed = folder / "seed"
    make(seed, 3)
    with bot(seed) as running:
        assert eventually(lambda: running.up and settled(seed)), running.said
        copy = Path(shutil.copytree(seed, folder / "copy"))
    return copy, copy / "communique.db-wal"


def _state(folder: Path, part: str) -> str:
    health = read(folder / FILE)
    return health.parts.get(part, "") if health else ""


async def _add(folder: Path, url: str) -> None:
    async with SqlStore.open(f"sqlite:///{folder / 'communique.db'}") as store:
        wanted = [Wanted(url=url, name="Pier")]
        await Listed(store=store, clock=SystemClock()).add(LOCAL_TENANT, wanted, "test")


def _fed(folder: Path) -> list[str]:
    query = "SELECT title FROM revisions WHERE title LIKE 'Pier%' ORDER BY title"
    return [str(title) for (title,) in rows(folder, query)]


def _refused(said: str) -> None:
    assert said.startswith("Error: ")
    assert len(said.splitlines()) >= 3
    assert "Traceback" not in said


@contextmanager
def _locked(folder: Path, *before: str) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(folder / "communique.db", isolation_level=None)
    try:
        for statement in (*before, "BEGIN EXCLUSIVE"):
            connection.execute(statement)
        yield connection
    finally:
        connection.close()


def test_doctor_names_the_settings_file_that_was_chosen(tmp_path: Path) -> None:
    chosen = tmp_path / "other.toml"
    chosen.write_text('zone = "Asia/Tokyo"\n', encoding="utf-8")
    told = command(tmp_path, "--config", "other.toml", "doctor").stdout
    assert str(chosen) in told
    assert "Asia/Tokyo" in told
    assert "packaged defaults" in command(tmp_path, "doctor").stdout
