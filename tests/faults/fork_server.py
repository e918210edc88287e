"""The process from which the others are forked (see `forked.py`): `python -m tests.faults.fork_server`.

Its standard input is a socket. A request is a length in four bytes, with three files, and so many bytes of
JSON; the answers are lines: `started PID 0`, `ended PID STATUS`.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import pkgutil
import runpy
import signal
import socket
import sys
import threading
import time
import traceback
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from select import select
from typing import NoReturn, TypedDict

from coverage import Coverage

_LAZY = (
    *(
        "aiohttp.web",
        "aiosqlite",
        "alembic.command",
        "apscheduler.schedulers.asyncio",
        "discord",
        "feedparser",
    ),
    *("htmldate", "icalendar", "jinja2", "nh3", "PIL.ImageDraw", "protego", "rich.progress", "sentencex"),
    *("slack_bolt.async_app", "slack_sdk.socket_mode.aiohttp", "sqlalchemy.ext.asyncio", "trafilatura"),
    *(
        "procrastinate",
        "psycopg",
        "psycopg_pool",
        "sqlalchemy.dialects.postgresql.psycopg",
        "sqlalchemy.dialects.sqlite.aiosqlite",
    ),
)
"""What the bot imports when it comes to it."""


class Wanted(TypedDict):
    """What a process is to be."""

    module: str
    arguments: list[str]
    folder: str
    environment: dict[str, str]


@dataclass(slots=True)
class ForkServer:
    """Forks for each request; the dead are told of at once, so that none seems to live."""

    line: socket.socket
    pipe: tuple[int, int] = field(default_factory=os.pipe)
    living: set[int] = field(default_factory=set)

    def serve(self) -> Wanted | None:
        """Return in each child, with what it is to be, and at the end with None."""
        wake, woken = self.pipe
        os.set_blocking(woken, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(woken)
        while True:
            ready, _, _ = select([self.line.fileno(), wake], [], [])
            if wake in ready:
                os.read(wake, 4096)
                self.living -= {pid for pid in self.living if self._has_ended(pid)}
            if self.line.fileno() in ready:
                head, files, _, _ = socket.recv_fds(self.line, 4, 3)
                if not head:
                    self._kill()
                    return None
                wanted = self._wanted(int.from_bytes(head, "big"))
                if (pid := os.fork()) == 0:
                    self._forget()
                    become(wanted, files)
                    return wanted
                self._began(pid, files)

    def _wanted(self, size: int) -> Wanted:
        data = b""
        while len(data) < size:
            data += self.line.recv(size - len(data))
        wanted: Wanted = json.loads(data)
        return wanted

    def _began(self, pid: int, files: Sequence[int]) -> None:
        self.living.add(pid)
        for one in files:
            os.close(one)
        self.line.sendall(b"started %d 0\n" % pid)

    def _has_ended(self, pid: int) -> bool:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            self.line.sendall(b"ended %d %d\n" % (pid, os.waitstatus_to_exitcode(status)))
        return bool(ended)

    def _forget(self) -> None:
        """In a child: nothing of the server is left."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for one in self.pipe:
            os.close(one)
        self.line.close()

    def _kill(self) -> None:
        for pid in self.living:
            os.kill(pid, signal.SIGKILL)


def become(wanted: Wanted, files: Sequence[int]) -> None:
    """Take over files, folder and environment, as a new process has them."""
    for place, one in enumerate(files):
        os.dup2(one, place)
        os.close(one)
    os.chdir(wanted["folder"])
    os.environ.clear()
    os.environ.update(wanted["environment"])
    if (traced := Coverage.current()) is not None:
        _measure(traced, wanted="COVERAGE_PROCESS_CONFIG" in os.environ)
    time.tzset()
    sys.path[0] = wanted["folder"]
    sys.argv = [wanted["module"], *wanted["arguments"]]


def _measure(traced: Coverage, *, wanted: bool) -> None:
    """Measure only if that is wanted, and only what runs.

    The first process says which files there are: to look at all of them takes longer than all the rest.
    """
    if not wanted:
        traced.stop()
    elif traced._inorout is not None:  # noqa: SLF001 - it has no option for that; without it all is listed
        traced._inorout.source_dirs = []  # noqa: SLF001


def import_all() -> None:
    """Import what the bot imports, early and late."""
    tracer = sys.gettrace()
    sys.settrace(None)  # what an import runs is measured in the tests' own process, and takes twice as long
    for package in ("bot", "summarizers"):
        for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
            if not module.name.endswith("__main__") and "migrations" not in module.name:
                importlib.import_module(module.name)
    for name in _LAZY:
        importlib.import_module(name)
    sys.settrace(tracer)
    gc.collect()
    gc.freeze()


def be(wanted: Wanted) -> NoReturn:
    """Run the program, then end as Python ends, but for what it does to memory: thousands of modules are
    taken apart one by one, and each page of theirs is copied for that.
    """
    try:
        runpy.run_module(wanted["module"], run_name="__main__", alter_sys=True)
        status = 0
    except SystemExit as end:
        if not isinstance(end.code, int | None):
            sys.stderr.write(f"{end.code}\n")
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - as Python itself ends
        traceback.print_exc()
        status = 1
    threading._shutdown()  # type: ignore[attr-defined] # noqa: SLF001 - what the end of Python calls
    atexit._run_exitfuncs()  # noqa: SLF001
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    server = ForkServer(socket.socket(fileno=os.dup(0)))
    import_all()
    if (what := server.serve()) is not None:
        be(what)
