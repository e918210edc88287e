"""The store on PostgreSQL where it differs from a file: schema, locks, sessions. All of it is real."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from datetime import timedelta

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from bot.domain.channel import LOCAL_TENANT as LOCAL
from bot.errors import SchemaMismatch, SettingsError, StoreMissing, StoreUnavailable
from bot.store.postgres import url_of
from bot.store.schema import NEWEST, VERSIONS, check, migrate
from bot.store.session import APART, Session, require_nobody
from bot.store.sql_store import SqlStore
from bot.store.tables import metadata
from tests.contract.kept import article
from tests.postgres import database, empty, end_sessions, migrated

SHORT = timedelta(milliseconds=50)


@pytest.fixture(scope="module")
def shared() -> Iterator[str]:
    with migrated(f"store_{os.getpid()}") as made:
        yield made


@pytest.fixture
def url(shared: str) -> str:
    with psycopg.connect(shared, autocommit=True) as connection:
        empty(connection)
    return shared


@pytest.fixture
def blank() -> Iterator[str]:
    with database(f"blank_{os.getpid()}") as made:
        yield made


def test_migrations_from_zero_build_the_tables(url: str) -> None:
    engine = create_engine(url_of(url))
    with engine.connect() as connection:
        ours = {"compare_type": True, "include_name": _is_ours}
        assert compare_metadata(MigrationContext.configure(connection, opts=ours), metadata) == []
    engine.dispose()


def test_every_text_is_ordered_by_code_point(url: str) -> None:
    query = (
        "SELECT table_name, column_name, collation_name FROM information_schema.columns"
        " WHERE table_schema = 'public' AND data_type = 'text' AND table_name NOT LIKE 'procrastinate%'"
    )
    with psycopg.connect(url) as connection:
        found = connection.execute(query).fetchall()
    assert len(found) > 100
    assert [row for row in found if row[2] != "C"] == []


async def test_every_version_can_be_reached_from_every_other(blank: str) -> None:
    for version in (*VERSIONS, *reversed(VERSIONS), "base"):
        await migrate(blank, version)
    assert await migrate(blank) == (None, NEWEST)


async def test_two_migrations_at_once_take_turns(blank: str) -> None:
    results = await asyncio.gather(migrate(blank), migrate(blank), migrate(blank))
    assert sorted(results, key=str) == [(NEWEST, NEWEST), (NEWEST, NEWEST), (None, NEWEST)]


async def test_another_programs_database_is_refused_and_left_as_it_is(blank: str) -> None:
    with psycopg.connect(blank, autocommit=True) as connection:
        connection.execute("CREATE TABLE invoices (id integer)")
    for attempt in (check(blank), migrate(blank)):
        with pytest.raises(SchemaMismatch, match="another program's"):
            await attempt


async def test_an_empty_database_is_no_store_until_it_is_filled(blank: str) -> None:
    with pytest.raises(StoreMissing, match="is empty"):
        await check(blank)
    async with SqlStore.open(blank, create=True) as store, store.read() as unit:
        assert await unit.articles.count(LOCAL) == 0


def test_a_revision_cannot_be_rewritten_by_anyone(url: str) -> None:
    with psycopg.connect(url) as connection, pytest.raises(psycopg.Error, match="never rewritten"):
        connection.execute("UPDATE revisions SET body = ''")


async def test_a_database_that_another_program_writes_at_length_is_told_as_locked(url: str) -> None:
    async with (
        SqlStore.open(url) as one,
        SqlStore.open(url, busy_timeout=SHORT, turn=SHORT) as other,
        one.write(),
    ):
        with pytest.raises(StoreUnavailable, match="locked") as caught:
            await _add(other, "a")
        assert (caught.value.reference, bool(caught.value.kept)) == ("PostgreSQL 55P03", True)
        async with other.read() as unit:
            assert await unit.articles.count(LOCAL) == 0
    async with SqlStore.open(url) as third:
        await _add(third, "a")


async def test_transactions_without_a_turn_are_told_so(url: str) -> None:
    async with SqlStore.open(url, turn=SHORT) as store, store.write():
        with pytest.raises(StoreUnavailable, match="busy with other work of this program"):
            await _add(store, "a")


async def test_what_a_server_ended_is_undone_and_the_next_transaction_goes_through(url: str) -> None:
    async with SqlStore.open(url) as store:

        async def write_and_lose() -> None:
            async with store.write() as unit:
                await unit.articles.add([article("a")])
                end_sessions(url)
                await unit.articles.add([article("b")])

        with pytest.raises(StoreUnavailable) as caught:
            await write_and_lose()
        assert "kept" in caught.value.kept
        async with store.read() as unit:
            assert await unit.articles.count(LOCAL) == 0
        await _add(store, "a")


async def test_a_worker_lives_as_long_as_its_session(url: str) -> None:
    async with Session.announce(url) as one:
        async with Session.announce(url) as other:
            assert await one.dead([one.owner, other.owner]) == frozenset()
            with pytest.raises(StoreUnavailable, match="A bot runs"):
                await require_nobody(url)
        assert await one.dead([one.owner, other.owner]) == frozenset()  # seen missing at most once
        for _ in range(10):  # the server itself notices a little later
            await asyncio.sleep(APART.total_seconds())
            if dead := await one.dead([one.owner, other.owner]):
                break
        assert dead == {other.owner}
        assert await one.dead([one.owner, "file-worker"]) == frozenset()
    await require_nobody(url)


async def test_a_worker_whose_session_was_lost_opens_another_before_anybody_calls_it_dead(url: str) -> None:
    async with Session.announce(url) as one, Session.announce(url) as other:
        end_sessions(url)
        await one.dead([other.owner])
        await asyncio.sleep(APART.total_seconds())
        assert await one.dead([other.owner]) == frozenset()
        assert await other.dead([one.owner]) == frozenset()


async def test_a_text_that_is_too_long_for_the_index_is_found_by_what_is_indexed(url: str) -> None:
    text = " ".join(f"{n:x}\N{GREEK SMALL LETTER OMEGA}" for n in range(400_000))
    async with SqlStore.open(url) as store:
        async with store.write() as unit:
            await unit.articles.add([article("a", body=text, clean=text)])
        async with store.read() as unit:
            found = await unit.articles.get(LOCAL, "a")
    assert found is not None
    assert found.body == text


_MANY_PASSAGES = """
    INSERT INTO passages (number, tenant_id, article_id, revision, sentences, source_key, words)
    SELECT n, 'local', 'a', 1, '', '', to_tsvector('simple', CASE n % 20 WHEN 0 THEN 'kea' ELSE 'emu' END)
    FROM generate_series(1, 30000) AS n
"""


async def test_a_word_in_very_many_passages_is_counted_by_the_first_of_them(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(_MANY_PASSAGES)
    async with SqlStore.open(url) as store, store.read() as unit:
        assert await unit.passages.rarity(["kea", "moa"], 2_000) == {"kea": 1_500, "moa": 0}


@pytest.mark.parametrize("name", ["postgresql://", "postgresql://host", "postgres://host:port/db"])
def test_a_url_that_names_no_database_is_told(name: str) -> None:
    with pytest.raises(SettingsError, match=r"store\.url"):
        url_of(name)


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """But for what only PostgreSQL has: the words of a row and their index, and Procrastinate's tables."""
    if kind == "table" and (name or "").startswith("procrastinate_"):
        return False
    return not (kind in {"column", "index"} and (name or "").endswith("words")) and name != "alembic_version"


async def _add(store: SqlStore, id_: str) -> None:
    async with store.write() as unit:
        await unit.articles.add([article(id_)])
