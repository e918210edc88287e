"""The schema: built by migrations, equal to the tables, guarded in both directions."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from bot.domain.channel import LOCAL_TENANT as LOCAL
from bot.domain.channel import Topic
from bot.errors import SchemaMismatch, StoreMissing
from bot.store.schema import NEWEST, VERSIONS, check, config, migrate
from bot.store.sql_store import SqlStore
from bot.store.sqlite import openable
from bot.store.tables import metadata
from tests.contract.kept import DAY, NOON, article, briefing

TRUCE = [Topic(name="t", any_of=("truce",))]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def url(path: Path) -> str:
    return f"sqlite:///{path}"


@pytest.fixture
def file(path: Path, url: str) -> Iterator[sqlite3.Connection]:
    """The migrated file, opened past the store."""
    asyncio.run(migrate(url))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


def _content(path: Path) -> bytes:
    return path.read_bytes()


def _set_version(path: Path, version: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))


def _put(file: sqlite3.Connection, revision: int, clean: str) -> None:
    """A revision and its head in plain SQL."""
    values = (LOCAL, "a", revision, "t", "s", clean, clean, "a", 0, 0)
    file.execute(
        "INSERT INTO revisions (tenant_id, article_id, revision, title, source, body, clean, group_id,"
        " first_seen, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    )
    if revision == 1:
        file.execute(
            "INSERT INTO heads (tenant_id, id, revision, group_id, source_key, seen)"
            " VALUES (?, 'a', 1, 'a', 's', 0)",
            (LOCAL,),
        )
    else:
        file.execute("UPDATE heads SET revision = ?", (revision,))


def _found(file: sqlite3.Connection, word: str) -> list[int]:
    rows = file.execute("SELECT rowid FROM article_search WHERE article_search MATCH ?", (word,)).fetchall()
    file.execute("INSERT INTO article_search (article_search) VALUES ('integrity-check')")
    return [row[0] for row in rows]


async def test_migrating_from_nothing_ends_at_the_newest_version_once(url: str) -> None:
    assert await migrate(url) == (None, NEWEST)
    assert await migrate(url) == (NEWEST, NEWEST)
    await check(url)


def test_every_migration_is_a_version_in_order() -> None:
    scripts = ScriptDirectory.from_config(config())
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == VERSIONS
    assert scripts.get_heads() == [NEWEST]


def test_migrations_from_zero_build_exactly_the_tables(path: Path, file: sqlite3.Connection) -> None:
    def ours(_item: Any, name: str | None, kind: str, *_rest: object) -> bool:
        return not (kind == "table" and str(name).startswith(("article_search", "passage_search")))

    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_constraints_and_key_tables_are_those_of_the_tables_too(
    tmp_path: Path, file: sqlite3.Connection
) -> None:
    """Alembic compares no CHECK, no primary key's order and no WITHOUT ROWID: SQLite's own text does."""

    def described(connection: sqlite3.Connection) -> dict[str, str]:
        query = "SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL"
        rows = connection.execute(query).fetchall()
        skipped = ("article_search", "passage_search", "alembic_version")
        return {name: _sorted_lines(sql) for name, sql in rows if not name.startswith(skipped)}

    engine = create_engine(f"sqlite:///{tmp_path / 'tables.db'}")
    metadata.create_all(engine)
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / "tables.db")) as made:
        assert described(file) == described(made)


def _sorted_lines(sql: str) -> str:
    return "\n".join(sorted(line.strip().rstrip(",").replace('"', "") for line in sql.splitlines()))


async def test_down_to_nothing_and_up_again_leaves_a_working_store(url: str) -> None:
    async with SqlStore.open(url, create=True) as store, store.write() as unit:
        await unit.articles.add([article("a", clean="truce")])
    assert await migrate(url, "base") == (NEWEST, None)
    with pytest.raises(StoreMissing, match="communique migrate"):
        await check(url)
    assert await migrate(url) == (None, NEWEST)
    async with SqlStore.open(url) as store, store.write() as unit:
        assert await unit.articles.count(LOCAL) == 0
        await unit.articles.add([article("a", clean="truce")])
        assert len(await unit.articles.published(LOCAL, DAY, DAY, TRUCE)) == 1


async def test_migrating_a_store_that_is_up_to_date_keeps_what_is_in_it(url: str) -> None:
    async with SqlStore.open(url, create=True) as store, store.write() as unit:
        await unit.articles.add([article("a", clean="truce")])
    await migrate(url)
    async with SqlStore.open(url, create=True) as store, store.read() as unit:
        assert await unit.articles.published(LOCAL, DAY, DAY, TRUCE) == (article("a", clean="truce"),)


async def test_articles_survive_every_step_down_to_the_first_version_and_up_again(url: str) -> None:
    kept = [article("a", clean="truce"), article("a", 2, clean="a second truce")]
    async with SqlStore.open(url, create=True) as store, store.write() as unit:
        await unit.articles.add(kept)
        await unit.briefings.put(briefing("b"), NOON)
    for version in (*reversed(VERSIONS), *VERSIONS[1:]):
        assert (await migrate(url, version))[1] == version
    async with SqlStore.open(url) as store, store.read() as unit:
        assert await unit.articles.published(LOCAL, DAY, DAY, TRUCE) == (kept[1],)
        assert await unit.articles.get(LOCAL, "a", 1) == kept[0]
        assert await unit.briefings.get(LOCAL, "b") == briefing("b")


async def test_an_older_schema_is_refused_until_it_is_migrated(url: str) -> None:
    await migrate(url, VERSIONS[0])
    with pytest.raises(SchemaMismatch, match="older than this program's") as caught:
        await check(url)
    assert "communique migrate" in caught.value.todo
    assert await migrate(url) == (VERSIONS[0], NEWEST)
    await check(url)


async def test_a_newer_schema_is_refused_and_left_as_it_is(path: Path, url: str) -> None:
    await migrate(url)
    _set_version(path, "9999")
    before = _content(path)
    for attempt in (check(url), migrate(url)):
        with pytest.raises(SchemaMismatch, match="9999, which is newer") as caught:
            await attempt
        assert "changed" in caught.value.kept
        assert "Update this program" in caught.value.todo
    assert _content(path) == before


async def test_another_programs_database_is_refused_and_left_as_it_is(path: Path, url: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE invoices (id INTEGER)")
    for attempt in (check(url), migrate(url)):
        with pytest.raises(SchemaMismatch, match="another program's"):
            await attempt
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == [("invoices",)]


async def test_two_migrations_at_once_take_turns(url: str) -> None:
    results = await asyncio.gather(migrate(url), migrate(url), migrate(url))
    assert sorted(results, key=str) == [(NEWEST, NEWEST), (NEWEST, NEWEST), (None, NEWEST)]


async def test_a_database_that_several_make_at_the_same_instant_is_made(tmp_path: Path) -> None:
    """SQLite refuses a second switch to WAL mode at once, without its busy timeout."""
    for number in range(60):
        path = tmp_path / f"{number}.db"
        await asyncio.gather(*(openable(path, create=True) for _ in range(4)))
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


async def test_migrating_says_nothing_in_the_log_below_a_warning(
    url: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.INFO):
        await migrate(url)
    assert [record for record in caplog.records if record.name.startswith("alembic")] == []
    assert capfd.readouterr() == ("", "")


def test_a_revision_cannot_be_rewritten_by_anyone(file: sqlite3.Connection) -> None:
    _put(file, 1, "truce")
    for column in ("body", "clean", "seen", "revision"):
        with pytest.raises(sqlite3.IntegrityError, match="never rewritten"):
            file.execute(f"UPDATE revisions SET {column} = 2")  # noqa: S608 - the names stand above
    assert file.execute("SELECT body, clean, seen, revision FROM revisions").fetchall() == [
        ("truce", "truce", 0, 1)
    ]


def test_a_revision_that_is_a_head_cannot_be_dropped_before_it(file: sqlite3.Connection) -> None:
    _put(file, 1, "truce")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        file.execute("DELETE FROM revisions")


def test_the_index_follows_the_head_whoever_moves_it(file: sqlite3.Connection) -> None:
    _put(file, 1, "truce")
    assert _found(file, "truces") == [1]
    _put(file, 2, "quarrel")
    assert (_found(file, "truce"), _found(file, "quarrels")) == ([], [2])
    file.execute("DELETE FROM heads")
    assert (_found(file, "truce"), _found(file, "quarrel")) == ([], [])
    file.execute("DELETE FROM revisions")


def test_commits_are_synced_and_readers_do_not_wait(file: sqlite3.Connection) -> None:
    assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)


async def test_every_connection_of_the_store_is_set_up(url: str) -> None:
    async with SqlStore.open(url, create=True) as store:
        async with store.write() as unit:
            set_up = [await _pragma(unit, name) for name in ("synchronous", "foreign_keys", "query_only")]
            assert set_up == [2, 1, 0]
            assert await _pragma(unit, "busy_timeout") == 5000
        async with store.read() as unit:
            assert await _pragma(unit, "query_only") == 1


async def _pragma(unit: Any, name: str) -> int:
    return int((await unit.connection.exec_driver_sql(f"PRAGMA {name}")).scalar())


def test_opening_a_store_that_is_up_to_date_loads_neither_alembic_nor_pydantic(
    url: str, file: sqlite3.Connection
) -> None:
    program = (
        "import asyncio, sys\nfrom bot.store.sql_store import SqlStore\n"
        "async def main():\n    async with SqlStore.open(sys.argv[1]) as store, store.read() as unit:\n"
        "        await unit.articles.count('local')\nasyncio.run(main())\n"
        "print([name for name in ('alembic', 'pydantic', 'mako') if name in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program, url], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
