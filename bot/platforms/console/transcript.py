"""The console platform: an append-only transcript on disk is the channel, a terminal only a view of it.

A message exists when its line is complete and on disk. A line is one JSON object with its delivery id, so the
transcript can always say whether a message is there.
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.domain.channel import Channel
from bot.domain.post import Post, Receipt
from bot.errors import AmbiguousOutcome, RetryableRefusal
from bot.platforms.console.render import render_plain
from bot.ports import Clock, Messenger, Presence, Reconciliation, RunCpu

View = Callable[[Post], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript(Messenger):
    """The Messenger of the console; `view` also shows each parent message to whoever watches."""

    path: Path
    clock: Clock
    run_cpu: RunCpu
    view: View | None = None

    async def post(self, delivery_id: str, post: Post, part: int, parent: Receipt | None) -> Receipt:
        """Append one line and wait until it is on disk; a full disk is a refusal, the line is taken back."""
        receipt = Receipt(message_id=delivery_id, at=self.clock.now())
        line = {
            "delivery_id": delivery_id,
            "channel": str(post.channel),
            "part": part,
            "parent": parent.message_id if parent else None,
            "at": receipt.at.isoformat(),
            "text": text_of(post, part),
        }
        await self.run_cpu(append, self.path, json.dumps(line, ensure_ascii=False))
        if self.view and part == 0:
            self.view(post)
        return receipt

    async def reconcile(self, delivery_id: str, channel: Channel, since: datetime) -> Reconciliation:
        """Look the delivery up in the transcript, which always knows, whatever the channel and the time."""
        del channel, since
        line = await self.run_cpu(_find, self.path, delivery_id)
        if line is None:
            return Reconciliation(presence=Presence.ABSENT)
        at = datetime.fromisoformat(line["at"])
        return Reconciliation(presence=Presence.FOUND, receipt=Receipt(message_id=delivery_id, at=at))


def text_of(post: Post, part: int) -> str:
    """Part 0 is the briefing with its sources; part 1 the details of its stories."""
    if part == 0:
        return render_plain(replace(post, stories=()))
    return render_plain(replace(post, blocks=(), notice="", footer="", references=()))


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


def complete_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The messages of a transcript, the oldest first; a line torn by a crash is no message."""
    if not path.exists():
        return
    with path.open("rb") as file:
        for line in file:
            if line.endswith(b"\n"):
                yield json.loads(line)


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
        os.fsync(handle)
    except OSError as error:
        raise AmbiguousOutcome(f"{path} may not be on disk: {error.strerror}", code="no_sync") from error


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


def _find(path: Path, delivery_id: str) -> dict[str, Any] | None:
    found = (line for line in complete_lines(path) if line["delivery_id"] == delivery_id)
    return next(found, None)
