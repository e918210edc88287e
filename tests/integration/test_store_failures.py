"""What becomes of the store when the disk, another program or a person gets in its way. All of it is real."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text as _sql

from bot.domain.channel import LOCAL_TENANT as LOCAL
from bot.errors import SettingsError, StoreMissing, StoreUnavailable
from bot.store.rights import require_writable
from bot.store.schema import migrate
from bot.store.sql_store import SqlStore
from tests.contract.kept import DAY, article
from tests.faults.full_disk import files_up_to
from tests.faults.ordinary_user import as_an_ordinary_user

SHORT = timedelta(milliseconds=50)


@asynccontextmanager
async def _opened(path: Path) -> AsyncIterator[SqlStore]:
    async with SqlStore.open(f"sqlite:///{path}", create=True, busy_timeout=SHORT, turn=SHORT) as store:
        yield store


async def _add(store: SqlStore, id_: str, body: str = "A body.") -> None:
    async with store.write() as unit:
        await unit.articles.add([article(id_, body=body, clean=body)])


async def _count(store: SqlStore) -> int:
    async with store.read() as unit:
        return await unit.articles.count(LOCAL)


def _says(error: StoreUnavailable, what: str, reference: str) -> None:
    """All four parts are there, and the message is a person's, not the driver's."""
    assert what in error.what
    assert "kept" in error.kept
    assert error.todo
    assert error.reference.startswith(reference)
    assert "sqlite3" not in str(error)


@contextmanager
def _mode(path: Path, mode: int) -> Iterator[None]:
    before = path.stat().st_mode
    path.chmod(mode)
    try:
        yield
    finally:
        path.chmod(before)


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder outside pytest's, which no other user may enter."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o755)
        yield Path(name)
        Path(name).chmod(0o755)


@pytest.mark.parametrize("which", ["", "-wal", "-shm"])
def test_whichever_of_its_files_cannot_be_written_is_named_before_anything_is_tried(
    public_folder: Path, which: str
) -> None:
    path, unwritable = public_folder / "store.db", public_folder / f"store.db{which}"
    path.touch()
    unwritable.touch()
    with as_an_ordinary_user(public_folder):
        require_writable(path)
        with _mode(unwritable, 0o444), pytest.raises(StoreUnavailable, match=f"{unwritable} cannot be"):
            require_writable(path)
        with _mode(public_folder, 0o555), pytest.raises(StoreUnavailable, match="cannot be written"):
            require_writable(path)


async def test_a_database_locked_by_another_program_is_named_as_locked(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    async with _opened(path) as store:
        await _add(store, "kept")
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreUnavailable) as caught:
                await _add(store, "late")
            assert await _count(store) == 1
            other.execute("COMMIT")
        _says(caught.value, "locked by another program", "SQLITE_BUSY")
        await _add(store, "late")
        assert await _count(store) == 2


async def test_a_short_lock_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    async with SqlStore.open(f"sqlite:///{path}", create=True) as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            adding = asyncio.create_task(_add(store, "patient"))
            await asyncio.sleep(0.05)
            assert not adding.done()
            other.execute("COMMIT")
            await adding
        assert await _count(store) == 1


async def test_an_exclusive_lock_stops_opening_with_a_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    async with _opened(path) as store:
        await _add(store, "kept")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreUnavailable) as caught:
            async with _opened(path):
                pass
    _says(caught.value, "locked by another program", "SQLITE_BUSY")


async def test_a_writer_inside_a_writer_is_told_that_the_program_itself_is_busy(tmp_path: Path) -> None:
    async with _opened(tmp_path / "store.db") as store:
        async with store.write():
            with pytest.raises(StoreUnavailable) as caught:
                await _add(store, "inner")
        _says(caught.value, "busy with other work of this program", "")
        await _add(store, "after")


async def test_a_full_disk_keeps_what_was_committed_and_takes_more_once_there_is_room(tmp_path: Path) -> None:
    async with _opened(tmp_path / "store.db") as store:
        await _add(store, "kept")
        async with store.write() as unit:
            pages = await unit.connection.scalar(_sql("PRAGMA page_count"))
            await unit.connection.execute(_sql(f"PRAGMA max_page_count = {pages}"))
        with pytest.raises(StoreUnavailable) as caught:
            await _add(store, "large", "x" * 100_000)
        _says(caught.value, "is full", "SQLITE_FULL")
        assert await _count(store) == 1
        async with store.write() as unit:
            await unit.connection.execute(_sql("PRAGMA max_page_count = 100000"))
        await _add(store, "large", "x" * 100_000)
        assert await _count(store) == 2


async def test_a_file_that_may_not_grow_further_is_a_disk_that_does_not_answer(tmp_path: Path) -> None:
    async with _opened(tmp_path / "store.db") as store:
        await _add(store, "kept")
        with files_up_to(400_000), pytest.raises(StoreUnavailable) as caught:
            await _add(store, "large", "x" * 1_000_000)
        _says(caught.value, "disk", "SQLITE_")
        assert await _count(store) == 1
        await _add(store, "large", "x" * 1_000_000)


async def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(b"Dear diary, " * 1000)
    with pytest.raises(StoreUnavailable) as caught:
        async with _opened(path):
            pass
    _says(caught.value, "damaged, or is no database", "SQLITE_NOTADB")
    assert path.read_bytes() == b"Dear diary, " * 1000


async def test_damaged_pages_are_reported_and_do_not_spread(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    async with _opened(path) as store:
        for n in range(50):
            await _add(store, f"{n}", "word " * 500)
    damaged = bytearray(path.read_bytes())
    damaged[4096 * 2 :] = b"\xff" * (len(damaged) - 4096 * 2)
    path.write_bytes(damaged)
    with pytest.raises(StoreUnavailable) as caught:
        async with _opened(path) as store:
            await _count(store)
    _says(caught.value, "damaged, or is no database", "SQLITE_CORRUPT")
    assert path.read_bytes() == damaged


async def test_a_read_only_file_can_be_named_as_such(public_folder: Path) -> None:
    path = public_folder / "store.db"
    with as_an_ordinary_user(public_folder):
        async with _opened(path) as store:
            await _add(store, "kept")
        with _mode(path, 0o444), pytest.raises(StoreUnavailable) as caught:
            async with _opened(path) as store:
                await _add(store, "refused")
        _says(caught.value, "cannot be written", "SQLITE_READONLY")
        async with _opened(path) as store:
            assert await _count(store) == 1


async def test_a_read_only_folder_refuses_a_new_database_by_name(public_folder: Path) -> None:
    with as_an_ordinary_user(public_folder), _mode(public_folder, 0o555):
        with pytest.raises(StoreUnavailable) as caught:
            async with _opened(public_folder / "store.db"):
                pass
        _says(caught.value, "cannot be opened", "SQLITE_CANTOPEN")
        with pytest.raises(StoreUnavailable, match="cannot be made: Permission denied"):
            await migrate(f"sqlite:///{public_folder / 'sub' / 'store.db'}")


async def test_a_folder_that_may_not_be_entered_is_not_taken_for_an_empty_one(public_folder: Path) -> None:
    inner = public_folder / "inner"
    with as_an_ordinary_user(public_folder):
        async with _opened(inner / "store.db") as store:
            await _add(store, "kept")
        with _mode(inner, 0o000), pytest.raises(StoreUnavailable) as caught:
            async with _opened(inner / "store.db"):
                pass
    _says(caught.value, "cannot be opened", "SQLITE_CANTOPEN")


async def test_a_folder_in_place_of_the_file_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        async with _opened(tmp_path):
            pass
    _says(caught.value, "cannot be opened", "SQLITE_CANTOPEN")


def test_a_program_that_ends_with_the_error_says_nothing_more_on_its_way_out(tmp_path: Path) -> None:
    program = (
        "import asyncio, sys\nfrom bot.errors import StoreUnavailable\n"
        "from bot.store.schema import migrate\nfrom bot.store.sql_store import SqlStore\n"
        "async def main():\n    async with SqlStore.open(sys.argv[1]):\n        pass\n"
        "for attempt in (main, lambda: migrate(sys.argv[1])) * 100:\n"
        "    try:\n        asyncio.run(attempt())\n"
        "    except StoreUnavailable:\n        pass\n"
    )
    command = [sys.executable, "-c", program, f"sqlite:///{tmp_path}"]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
    assert done.stderr == ""


async def test_a_missing_file_is_missing_and_is_not_made_by_looking(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "store.db"
    with pytest.raises(StoreMissing, match="communique ingest FILE"):
        async with SqlStore.open(f"sqlite:///{path}"):
            pass
    assert not path.parent.exists()


async def test_an_empty_file_counts_as_missing(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.touch()
    with pytest.raises(StoreMissing, match="empty"):
        async with SqlStore.open(f"sqlite:///{path}"):
            pass
    async with _opened(path) as store:
        assert await _count(store) == 0


@pytest.mark.parametrize("name", ["a b%20c#d?e=f&g.db", "Zürich – 東京.db", "it's; DROP TABLE.db"])
async def test_a_path_means_itself_whatever_it_holds(tmp_path: Path, name: str) -> None:
    async with _opened(tmp_path / name) as store:
        await _add(store, "kept")
    assert os.listdir(tmp_path) == [name]  # noqa: PTH208 - a look at a folder of one file does not block


@pytest.mark.parametrize("url", ["", "sqlite://", "sqlite:///:memory:", "mysql://host/db", "not a url"])
async def test_another_kind_of_url_is_a_settings_error(url: str) -> None:
    with pytest.raises(SettingsError, match="sqlite:///"):
        async with SqlStore.open(url, create=True):
            pass


CHILD = """
import asyncio, sys
from bot.store.sql_store import SqlStore
from tests.contract.kept import DAY, article

async def main(url, name, number):
    async with SqlStore.open(url) as store:
        for n in range(number):
            async with store.write() as unit:
                await unit.articles.add([article(f"{name}-{n:05}-{k}") for k in range(3)])
                count = int(await unit.checkpoints.get("local", "count") or 0)
                await unit.checkpoints.put("local", "count", str(count + 1))
            print(n, flush=True)

asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
"""


async def _child(url: str, name: str, number: int) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", CHILD, url, name, str(number), stdout=pipe, cwd=Path(__file__).parents[2]
    )


@pytest.mark.untraced
async def test_two_processes_write_in_turn_and_lose_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    await migrate(url)
    children = [await _child(url, name, 40) for name in ("a", "b")]
    await asyncio.gather(*(child.communicate() for child in children))
    assert [child.returncode for child in children] == [0, 0]
    async with SqlStore.open(url) as store, store.read() as unit:
        assert await unit.checkpoints.get(LOCAL, "count") == "80"
        assert await unit.articles.count(LOCAL) == 240


@pytest.mark.untraced
@pytest.mark.parametrize("acknowledged", [1, 7, 23])
async def test_what_a_killed_process_had_acknowledged_is_there_whole(
    tmp_path: Path, acknowledged: int
) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    await migrate(url)
    child = await _child(url, "a", 100_000)
    assert child.stdout is not None
    for _ in range(acknowledged):
        last = int(await child.stdout.readline())
    child.send_signal(signal.SIGKILL)
    last = max([last, *(int(line) for line in (await child.communicate())[0].splitlines() if line.isdigit())])
    async with SqlStore.open(url) as store, store.read() as unit:
        kept = int(await unit.checkpoints.get(LOCAL, "count") or 0)
        assert kept in {last + 1, last + 2}
        assert await unit.articles.count(LOCAL) == 3 * kept
        assert await unit.articles.get(LOCAL, f"a-{last:05}-2") is not None


def _copy_torn(path: Path, copy: Path) -> None:
    """Copy a database in use, but of its log only two thirds, ending in zeros."""
    shutil.copy(path, copy)
    log = Path(f"{path}-wal").read_bytes()
    Path(f"{copy}-wal").write_bytes(log[: len(log) * 2 // 3] + b"\x00" * 1000)


async def test_a_copy_with_a_torn_log_opens_with_whole_transactions_only(tmp_path: Path) -> None:
    path, copy = tmp_path / "store.db", tmp_path / "copy.db"
    async with _opened(path) as store:
        for n in range(20):
            await _add(store, f"{n:02}", "word " * 300)
        _copy_torn(path, copy)
    async with _opened(copy) as store, store.read() as unit:
        kept = [one.id for one in await unit.articles.published(LOCAL, DAY, DAY)]
    assert kept == [f"{n:02}" for n in range(len(kept))]
    assert 0 < len(kept) < 20


@pytest.mark.untraced
def test_an_event_loop_ends_though_a_reader_was_cancelled_twice(tmp_path: Path) -> None:
    """In a process of its own: if it hangs, it hangs alone."""
    program = [sys.executable, "-m", "tests.faults.cancelled_twice", str(tmp_path / "a.db")]
    assert subprocess.run(program, timeout=60, check=True, capture_output=True, text=True).stdout == "ended\n"
