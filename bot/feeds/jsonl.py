"""JSON Lines from a file or standard input, in batches, resumable where the last run stopped."""

from __future__ import annotations

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


@dataclass(slots=True)
class LineReader:
    """Reads one open stream; `offset` and `line` say how far it has come."""

    stream: BinaryIO
    offset: int = 0
    line: int = 0
    _digest: hashlib.blake2b = field(default_factory=hashlib.blake2b, init=False)

    def batches(self) -> Iterator[Batch]:
        """The lines that are not blank, up to `BATCH_LINES` or about `BATCH_BYTES` at a time.

        Raise InputError when the stream cannot be read on.
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


def open_file(path: Path) -> BinaryIO:
    """The file, opened for reading; raise InputError saying why it cannot be."""
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(
            f"Cannot read {path}: {error.strerror}", kept="Nothing of it was stored", todo="Check the path"
        ) from None
