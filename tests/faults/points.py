"""Points at which a process can be killed: before and after each call to the database, the disk or a thread.

The calls are Python's own (sqlite3, os, fcntl, threads); nothing of the bot is replaced. Points are
numbered in the order in which the process comes by.
"""

from __future__ import annotations

import fcntl
import itertools
import os
import signal
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any

_write = os.write

OS_CALLS = ("write", "fsync", "ftruncate", "replace", "unlink")


@dataclass(slots=True)
class Points:
    """Counts the points of this process and sends it a signal at one of them, which is noted in a file.

    With `only`, points whose name holds none of these words are passed by uncounted.
    """

    fatal: int
    note: Path
    only: tuple[str, ...] = ()
    number: signal.Signals = signal.SIGKILL
    counter: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def reach(self, name: str) -> None:
        if self.only and not any(word in name for word in self.only):
            return
        if next(self.counter) == self.fatal:
            handle = os.open(self.note, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            _write(handle, f"{name}\n".encode())
            os.kill(os.getpid(), self.number)

    def around(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(call)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            self.reach(f"before {name}")
            try:
                return call(*args, **kwargs)
            finally:
                self.reach(f"after {name}")

        return guarded


def install(points: Points) -> None:
    """From now on this process counts its points."""
    for name in OS_CALLS:
        setattr(os, name, points.around(name, getattr(os, name)))
    fcntl.flock = points.around("flock", fcntl.flock)
    _count_statements(points)
    _count_threads(points)


def _count_statements(points: Points) -> None:
    plain, connection = sqlite3.connect, _counting(points)

    def connect(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        return plain(*args, **kwargs, factory=connection)

    sqlite3.connect = connect  # type: ignore[assignment] # its overloads cannot be written here


def _counting(points: Points) -> type[sqlite3.Connection]:
    class Cursor(sqlite3.Cursor):
        def execute(self, sql: str, *args: Any) -> Any:
            return points.around(" ".join(sql.split()[:3]), super().execute)(sql, *args)

        def executemany(self, sql: str, *args: Any) -> Any:
            return points.around(" ".join(sql.split()[:3]), super().executemany)(sql, *args)

    class Connection(sqlite3.Connection):
        def execute(self, sql: str, *args: Any) -> Any:
            return self.cursor().execute(sql, *args)

        def cursor(self, factory: Any = Cursor) -> Any:
            return super().cursor(factory)

        def commit(self) -> None:
            points.around("commit", super().commit)()

        def rollback(self) -> None:
            points.around("rollback", super().rollback)()

        def close(self) -> None:
            points.around("close", super().close)()

    return Connection


def _count_threads(points: Points) -> None:
    plain = ThreadPoolExecutor.submit

    def submit(pool: ThreadPoolExecutor, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        return plain(pool, points.around("work in a thread", function), *args, **kwargs)

    ThreadPoolExecutor.submit = submit  # type: ignore[assignment,method-assign] # counting is all it adds
