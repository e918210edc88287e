"""Whether an SQLite database can be made and written, by this user and on this disk, asked before that."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from bot.errors import StoreUnavailable

ROOM = 1_000_000
"""Bytes: with less, the next digest or article is not stored."""

_UNCHANGED = "Nothing was changed"


def require_makeable(path: Path) -> None:
    """Return if the file is there or may be made in its folder; raise StoreUnavailable, changing nothing."""
    with suppress(PermissionError):  # opening it says so
        if path.exists():
            return
        folder = next(one for one in path.parents if one.exists())
        if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
            raise StoreUnavailable(
                f"{folder} lets no database be made at {path}",
                kept=_UNCHANGED,
                todo="Give this user the right to write there, or set data_dir to another folder",
            )


def require_writable(path: Path) -> None:
    """Return if the database, its folder and what SQLite keeps beside it may be written, if they are there.

    Raise StoreUnavailable naming the one that may not: what was made beside a file that could not be written
    stays so when the file is mended.
    """
    with suppress(PermissionError):  # opening it says so
        for one in (path.parent, path, Path(f"{path}-wal"), Path(f"{path}-shm")):
            if one.exists() and not os.access(one, os.W_OK, effective_ids=True):
                raise StoreUnavailable(
                    f"{one} cannot be written", kept=_UNCHANGED, todo="Give this user the right to write it"
                )


def require_room(path: Path) -> None:
    """Return if the disk has room for more; raise StoreUnavailable, as writing would with SQLite's own words.

    A disk that does not say how much it has counts as one with room.
    """
    with suppress(OSError):
        folder = next(one for one in path.parents if one.exists())
        usage = shutil.disk_usage(folder)
        if usage.total and usage.free < ROOM:
            raise StoreUnavailable(
                f"The disk that holds {path} is full", kept=_UNCHANGED, todo="Free some space there"
            )
