"""A file of JSON lines that several processes append to, and that a crash at any instant leaves readable.

A message exists when its line is complete and on disk.
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from bot.errors import AmbiguousOutcome, RetryableRefusal

BLOCK = 1 << 20
"""How much is searched at a time, in bytes."""


def append(path: Path, line: str) -> None:
    """Append a line to a file that several processes may write, durably.

    Raise RetryableRefusal, with the file as it was, when it cannot be written; AmbiguousOutcome when it is
    written but may not be on disk.
    """
    data = line.encode() + b"\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise RetryableRefusal(f"{path} cannot be opened: {error.strerror}", code="no_file") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        _write(handle, path, data)
    finally:
        os.close(handle)


def find(path: Path, delivery_id: str) -> dict[str, Any] | None:
    """The message with this delivery id, None if there is none; one that is found is on disk.

    Raise AmbiguousOutcome when the file cannot be read or brought to disk.
    """
    try:
        with path.open("rb") as file:
            line = _last_line_of(file, delivery_id)
            if line is not None:
                # A process that was killed may have written it without waiting for the disk.
                os.fsync(file.fileno())
            return line
    except FileNotFoundError:
        return None
    except OSError as error:
        raise AmbiguousOutcome(f"{path} cannot be read: {error.strerror}", code="no_file") from error


def _message(line: bytes) -> dict[str, Any] | None:
    """A line as a message, None if a crash or a power cut left only some of it."""
    try:
        found = json.loads(line) if line.endswith(b"\n") else None
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _last_line_of(file: BinaryIO, delivery_id: str) -> dict[str, Any] | None:
    """Search from the end, since what is sought was sent lately. No line feed is within a line of JSON."""
    begin = f'{{"delivery_id": {json.dumps(delivery_id)},'.encode()
    for start in _backwards(file, b"\n" + begin):
        file.seek(start)
        message = _message(file.readline())
        if message is not None:
            return message
    file.seek(0)
    first = file.readline()
    return _message(first) if first.startswith(begin) else None


def _backwards(file: BinaryIO, sought: bytes) -> Iterator[int]:
    """Where `sought` occurs, the last first: the offsets of what follows its first byte."""
    end = file.seek(0, os.SEEK_END)
    while end > 0:
        start = max(0, end - BLOCK)
        file.seek(start)
        block = file.read(end - start + len(sought) - 1)  # with the beginning of the block that was before
        at = block.rfind(sought)
        while at >= 0:
            yield start + at + 1
            at = block.rfind(sought, 0, at)
        end = start


def _write(handle: int, path: Path, data: bytes) -> None:
    end = _end_of_last_line(handle)
    try:
        os.ftruncate(handle, end)
        os.lseek(handle, end, os.SEEK_SET)
        _write_whole(handle, data)
    except OSError as error:
        os.ftruncate(handle, end)
        raise RetryableRefusal(f"{path} cannot be written: {error.strerror}", code="no_space") from error
    try:
        _sync(handle, path.parent, created=end == 0)
    except OSError as error:
        _take_back(handle, end, path, error)


def _take_back(handle: int, end: int, path: Path, error: OSError) -> NoReturn:
    """After a failed sync nobody knows what is on disk: remove the line, and say so if that is certain."""
    try:
        os.ftruncate(handle, end)
        os.fsync(handle)
    except OSError:
        what = f"{path} may not be on disk: {error.strerror}"
        raise AmbiguousOutcome(what, code="no_sync") from error
    raise RetryableRefusal(f"{path} cannot be brought to disk: {error.strerror}", code="no_sync") from error


def _sync(handle: int, folder: Path, *, created: bool) -> None:
    """Bring the file to disk; a new file's name as well, which stands in its folder."""
    os.fsync(handle)
    if created:
        names = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(names)
        finally:
            os.close(names)


def _write_whole(handle: int, data: bytes) -> None:
    if os.write(handle, data) < len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _end_of_last_line(handle: int) -> int:
    """Where the next line begins: after the last line feed; what a crash tore off after it is dropped."""
    end = os.lseek(handle, 0, os.SEEK_END)
    while end:
        start = max(0, end - 65_536)
        os.lseek(handle, start, os.SEEK_SET)
        found = os.read(handle, end - start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0
