"""Whether the log of an SQLite database is whole, which SQLite itself does not say.

At the first frame whose checksum is wrong SQLite takes the log for ended, and forgets every later transaction
without a word. After a power cut that is right for the last transaction, which nobody was told is kept.
Frames of later transactions prove it wrong: with synchronous=FULL each begins once the one before is on disk.
Format: sqlite.org/fileformat2.html, section 4.
"""

from __future__ import annotations

import struct
from pathlib import Path

from bot.errors import StoreUnavailable

_HEADER = struct.Struct(">8I")
_FRAME = struct.Struct(">6I")
_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}
"""The byte order of the words that are summed."""

_FIRST_BYTES = 24
"""Of the header: those that its checksum covers."""


def require_whole_log(database: Path) -> None:
    """Return if no transaction is lost from the log of a database that nobody has open, or if it has none.

    Raise StoreUnavailable, having changed nothing. A log that changes meanwhile is in use, and not judged.
    """
    path = Path(f"{database}-wal")
    if is_damaged(_read(path)) and is_damaged(log := _read(path)) and log == _read(path):
        raise StoreUnavailable(
            f"The log {path} is damaged: the last changes to the database {database} cannot be read",
            kept="Neither of the two was changed",
            todo=f"Restore a backup; or move {path} away, and what was sent last may be sent again",
        )


def is_damaged(log: bytes) -> bool:
    """Whether a frame that cannot be read is followed by frames of a later transaction."""
    if len(log) < _HEADER.size + _FRAME.size:
        return False
    magic, _, size, _, salt1, salt2, sum1, sum2 = _HEADER.unpack_from(log)
    order = _MAGIC.get(magic)
    if order is None or _sum(log[:_FIRST_BYTES], order, (0, 0)) != (sum1, sum2):
        return True  # it is written and synced before any frame, so a crash does not tear it
    ends = _ends_after_damage(log, order, size or 65_536, (sum1, sum2), (salt1, salt2))
    return any(ends[:-1])


def _ends_after_damage(
    log: bytes, order: str, size: int, seed: tuple[int, int], salts: tuple[int, int]
) -> list[bool]:
    """Per frame from the first unreadable one on: does it end a transaction. Older logs do not count."""
    ends, whole = [], True
    for start in range(_HEADER.size, len(log) - _FRAME.size - size + 1, _FRAME.size + size):
        body = start + _FRAME.size
        _, pages, salt1, salt2, *found = _FRAME.unpack_from(log, start)
        ours = (salt1, salt2) == salts
        if whole and ours:
            seed = _sum(log[body : body + size], order, _sum(log[start : start + 8], order, seed))
        whole = whole and ours and seed == tuple(found)
        if ours and not whole:
            ends.append(bool(pages))
    return ends


def _sum(data: bytes, order: str, seed: tuple[int, int]) -> tuple[int, int]:
    first, second = seed
    for even, odd in struct.iter_unpack(f"{order}2I", data):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # what is not there is whole; what may not be read, opening the database tells next
        return b""
