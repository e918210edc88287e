"""Which workers are alive: each holds a lock on a file of its own, which its death gives back.

A lease by time alone would leave the work of a killed process lying until the lease is over.
"""

from __future__ import annotations

import fcntl
import os
import secrets
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True)
class WorkerLock:
    """This process's worker: `owner` names it among all that ever ran on this data folder."""

    folder: Path
    owner: str
    file: TextIOWrapper

    @classmethod
    def announce(cls, data: Path) -> Self:
        """Take a new name and its lock."""
        folder = data / "workers"
        folder.mkdir(parents=True, exist_ok=True)
        owner = f"{os.getpid()}-{secrets.token_hex(4)}"
        file = (folder / f"{owner}.lock").open("w", encoding="utf-8")
        fcntl.flock(file, fcntl.LOCK_EX)
        return cls(folder, owner, file)

    def alive(self) -> frozenset[str]:
        """The owners whose processes live, this one included; files of dead ones are removed."""
        return frozenset(
            path.stem for path in self.folder.glob("*.lock") if path.stem == self.owner or _held(path)
        )

    def leave(self) -> None:
        """Give name and lock back."""
        (self.folder / f"{self.owner}.lock").unlink(missing_ok=True)
        self.file.close()


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
