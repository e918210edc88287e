"""JSON Lines from a file or standard input, in batches, resumable where the last run stopped."""

from __future__ import annotations

import codecs
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from bot.errors import InputError
from bot.ingest.pipeline import Batch, RawLine

MAX_LINE_BYTES = 16 * 1024 * 1024
"""Longer lines are reported and skipped without being held in memory: two million characters fit well."""

BATCH_LINES = 200
BATCH_BYTES = 8 * 1024 * 1024
_PORTION = 1024 * 1024
_COMPRESSED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"PK\x03\x04")
"""How files of gzip, bzip2, xz, zstd and zip begin."""

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(slots=True)
class LineReader:
    """Reads one open stream; `name` is what errors call it, `offset` and `line` say how far it has come."""

    stream: BinaryIO
    name: str = "standard input"
    offset: int = 0
    line: int = 0
    _digest: hashlib.blake2b = field(default_factory=hashlib.blake2b, init=False)

    def batches(self) -> Iterator[Batch]:
        """The lines that are not blank, up to `BATCH_LINES` or about `BATCH_BYTES` at a time.

        Raise InputError when the stream cannot be read on, or is no UTF-8 from its first bytes.
        """
        lines: list[RawLine] = []
        size = 0
        while (raw := self._next()) is not None:
            lines += [raw] if raw.data.strip() or raw.problem else []
            size += len(raw.data)
            if len(lines) >= BATCH_LINES or size >= BATCH_BYTES:
                yield Batch(lines=tuple(lines), state=self.state)
                lines, size = [], 0
        if lines:
            yield Batch(lines=tuple(lines), state=self.state)

    @property
    def state(self) -> str:
        """Where this reader stands, and a proof of all that it has read."""
        return json.dumps({"offset": self.offset, "line": self.line, "proof": self._digest.hexdigest()})

    def resume(self, state: str) -> bool:
        """Go on where a state was taken, if this stream holds the same bytes up to there; else stay."""
        kept = json.loads(state)
        start, digest, left = self.stream.tell(), hashlib.blake2b(), kept["offset"]
        while left and (data := self.stream.read(min(left, _PORTION))):
            digest.update(data)
            left -= len(data)
        if digest.hexdigest() != kept["proof"]:
            self.stream.seek(start)
            return False
        self.offset, self.line, self._digest = kept["offset"], kept["line"], digest
        return True

    def _next(self) -> RawLine | None:
        data = self._read()
        if not data:
            return None
        if not self.line:
            _refuse_other_forms(self.name, data[:4])
        self.line += 1
        if len(data) < MAX_LINE_BYTES or data.endswith(b"\n"):
            return RawLine(number=self.line, data=data)
        while not data.endswith(b"\n") and (data := self._read()):
            pass
        return RawLine(number=self.line, problem=f"the line is longer than {MAX_LINE_BYTES:,} bytes")

    def _read(self) -> bytes:
        try:
            data = self.stream.readline(MAX_LINE_BYTES)
        except OSError as error:
            raise InputError(
                f"Cannot read on after line {self.line}: {error.strerror}",
                kept="The lines before it are stored",
                todo="Check the file or its disk, then run this again",
            ) from None
        self.offset += len(data)
        self._digest.update(data)
        return data


def check(path: Path) -> None:
    """Raise InputError if the file cannot be read, or is of another form, so that no line of it could be."""
    with open_file(path) as stream:
        _refuse_other_forms(str(path), stream.read(4))


def _refuse_other_forms(name: str, start: bytes) -> None:
    """In UTF-16 and UTF-32 one of the first four bytes of JSON is NUL (RFC 4627, 3), in UTF-8 none."""
    problem = todo = ""
    if start.startswith(_COMPRESSED):
        problem, todo = "is compressed", "Unpack it, as with: gzip -dc FILE | communique ingest -"
    elif start.startswith(_WIDE) or b"\0" in start:
        problem, todo = "is not UTF-8 but UTF-16 or UTF-32", "Save it as UTF-8"
    if problem:
        raise InputError(f"{name} {problem}", kept="Nothing of it was stored", todo=todo)


def open_file(path: Path) -> BinaryIO:
    """The file, opened for reading; raise InputError saying why it cannot be."""
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(
            f"Cannot read {path}: {error.strerror}", kept="Nothing of it was stored", todo="Check the path"
        ) from None
