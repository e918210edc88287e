"""The server of the tests ends with those who use it, however they end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.faults.process import ROOT, eventually

USER = "from tests.postgres_server import own_server; print(own_server(), flush=True); input()"


def test_a_run_that_is_killed_leaves_no_server(tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TMPDIR": "/tmp"}  # noqa: S108 - short
    environment["PYTEST_XDIST_TESTRUNUID"] = f"killed-{os.getpid()}"
    users = [
        subprocess.Popen(
            [sys.executable, "-c", USER], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for _ in range(2)
    ]
    for user in users:
        assert user.stdout is not None
        folder = Path(user.stdout.readline().decode().strip().partition("host=")[2])
    postmaster = int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])
    for user in users:
        assert _lives(postmaster)
        user.send_signal(signal.SIGKILL)
        user.communicate()
    assert eventually(lambda: not _lives(postmaster) and not folder.exists())


def _lives(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()
