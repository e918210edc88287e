"""Procrastinate's tables beside ours: made once, told apart, brought up to date by its own scripts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from procrastinate.schema import SchemaManager

from bot.errors import SchemaMismatch
from bot.store import procrastinate_schema
from bot.store.schema import VERSIONS, check, migrate
from tests.postgres import database, migrated

SCRIPTS = tuple(sorted(Path(SchemaManager.get_migrations_path()).glob("*.sql")))
OLDER = "03.02.00_50_post_batch_defer_jobs"

_MADE = """
    SELECT table_name, column_name, data_type, coalesce(column_default, '')
    FROM information_schema.columns WHERE table_name LIKE 'procrastinate%'
    UNION ALL SELECT tablename, indexname, indexdef, '' FROM pg_indexes WHERE tablename LIKE 'procrastinate%'
    UNION ALL SELECT proname, pg_get_function_identity_arguments(oid), '', ''
    FROM pg_proc WHERE proname LIKE 'procrastinate%'
    UNION ALL SELECT tgname, tgrelid::regclass::text, '', '' FROM pg_trigger WHERE NOT tgisinternal
    ORDER BY 1, 2
"""
"""Columns, indexes, functions and triggers of Procrastinate."""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with migrated(f"queue_schema_{os.getpid()}") as made:
        yield made


async def test_tables_of_an_older_procrastinate_are_brought_up_to_date_by_its_own_scripts(url: str) -> None:
    with database(f"older_{os.getpid()}") as older:
        await migrate(older, VERSIONS[-2])
        with psycopg.connect(older, autocommit=True) as connection:
            for script in SCRIPTS:
                if script.stem <= OLDER:
                    connection.execute(script.read_bytes())
            connection.execute(f"COMMENT ON TABLE procrastinate_jobs IS 'communique: {OLDER}'")
        await migrate(older)
        await check(older)
        assert _made(older) == _made(url)


async def test_what_the_engine_of_before_had_claimed_waits_again_once_there_is_procrastinate() -> None:
    with database(f"before_{os.getpid()}") as before:
        await migrate(before, VERSIONS[-2])
        with psycopg.connect(before, autocommit=True) as connection:
            connection.execute(
                "INSERT INTO jobs (key, task, lane, arguments, due, owner)"
                " VALUES ('a', 't', 'l', '{}', 0, 'dead')"
            )
            await migrate(before)
            assert connection.execute("SELECT owner FROM jobs").fetchall() == [(None,)]


async def test_procrastinates_tables_are_made_once_and_checked(url: str) -> None:
    await migrate(url)
    await check(url)
    with psycopg.connect(url, autocommit=True) as connection:
        for mark, said in (("02", "has Procrastinate's schema 02"), ("99", "newer than")):
            connection.execute(f"COMMENT ON TABLE procrastinate_jobs IS 'communique: {mark}'")
            with pytest.raises(SchemaMismatch, match=said):
                await check(url)
        connection.execute("COMMENT ON TABLE procrastinate_jobs IS NULL")
        for attempt in (check(url), migrate(url)):
            with pytest.raises(SchemaMismatch, match="another program"):
                await attempt
        newest = procrastinate_schema.newest()
        connection.execute(f"COMMENT ON TABLE procrastinate_jobs IS 'communique: {newest}'")
    await check(url)


def _made(url: str) -> list[tuple[str, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(_MADE).fetchall()
