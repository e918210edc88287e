"""Which workers are alive: each holds a lock on a file of its own, which its death gives back.

A lease by time alone would leave the work of a killed process lying until the lease is over, and would take
work away from a process that is only slow. The files lie beside the database, which the workers share.
"""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Self

from bot.errors import StoreUnavailable

_GATE = "gate"
"""Every worker holds it shared; who must have the database to himself holds it alone."""

_FREE = "Nothing was changed"


@dataclass(frozen=True, slots=True)
class WorkerLock:
    """The Life of this process on a database file."""

    folder: Path
    owner: str
    file: TextIOWrapper
    gate: TextIOWrapper

    @classmethod
    def announce(cls, database: Path) -> Self:
        """Take a new name and its lock; raise StoreUnavailable if that cannot be, or may not be just now."""
        folder = _made(database)
        gate = _locked(folder / _GATE, fcntl.LOCK_SH | fcntl.LOCK_NB)
        if gate is None:
            raise StoreUnavailable(
                f"The database {database} is being restored", kept=_FREE, todo="Start again when that is done"
            )
        owner = f"{os.getpid()}-{secrets.token_hex(4)}"
        file = _locked(folder / f"{owner}.lock", fcntl.LOCK_EX)
        while file is None:  # another process took the file for a dead worker's before it was locked
            file = _locked(folder / f"{owner}.lock", fcntl.LOCK_EX)
        return cls(folder, owner, file, gate)

    async def dead(self, owners: Iterable[str]) -> frozenset[str]:
        """See Life; files that dead workers left are removed."""
        alive = {path.stem for path in self.folder.glob("*.lock") if path.stem == self.owner or _held(path)}
        return frozenset(owners) - alive

    def leave(self) -> None:
        """Give name and lock back. Only when nothing of this worker's is under way any more."""
        (self.folder / f"{self.owner}.lock").unlink(missing_ok=True)
        self.file.close()
        self.gate.close()


@contextmanager
def alone(database: Path) -> Iterator[None]:
    """Have the database to oneself: no worker runs on it or starts meanwhile; raise StoreUnavailable."""
    gate = _locked(_made(database) / _GATE, fcntl.LOCK_EX | fcntl.LOCK_NB)
    if gate is None:
        raise StoreUnavailable(
            f"A bot runs on the database {database}", kept=_FREE, todo="Stop it, then run this again"
        )
    with gate:
        yield


def _made(database: Path) -> Path:
    folder = database.with_name(f"{database.name}-workers")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error
    return folder


def _unwritable(path: Path, error: OSError) -> StoreUnavailable:
    return StoreUnavailable(
        f"{path} cannot be written: {error.strerror}",
        kept=_FREE,
        todo="Give this user the right to write there, free some space, or set data_dir to another folder",
    )


def _locked(path: Path, how: int) -> TextIOWrapper | None:
    """The file with its lock, None if another process has it or removed the file before it was locked."""
    try:
        file = path.open("a", encoding="utf-8")
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        fcntl.flock(file, how)
        if path.stat().st_ino == os.fstat(file.fileno()).st_ino:
            return file
    except (BlockingIOError, FileNotFoundError):
        pass
    file.close()
    return None


def _held(path: Path) -> bool:
    """Whether another process holds the lock; a file that nobody holds is removed."""
    try:
        with path.open(encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink(missing_ok=True)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False
