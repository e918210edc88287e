"""The board on which each part of the running bot says how it does; its content is the health file."""

from __future__ import annotations

import logging
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from bot.errors import CommuniqueError, StoreUnavailable
from bot.ports import Clock
from bot.runner import health
from bot.runner.health import OK, Health

AGAIN = timedelta(minutes=10)
"""After so long the log tells once more of what stays wrong: a part may act every two seconds."""

log = logging.getLogger(__name__)

Act = Callable[[], Awaitable[object]]


@dataclass(slots=True)
class Board:
    """States by part: "ok", or what is wrong in words."""

    file: Path
    clock: Clock
    parts: dict[str, str] = field(default_factory=dict)
    written: Health | None = None
    unwritable: str = ""
    logged: dict[str, datetime] = field(default_factory=dict)

    async def watch(self, part: str, act: Act) -> bool:
        """Act; a failure becomes the state of the part and goes no further. Return whether it went well."""
        try:
            await act()
        except CommuniqueError as error:
            if self._failed(part, str(error)):
                log.warning(str(error), extra={"action": "part_failed", "part": part})
        except Exception as error:
            # A mistake of ours in one part must not end the others; the log has the details.
            if self._failed(part, f"{type(error).__name__}: {error}"):
                log.exception("part failed", extra={"action": "part_failed", "part": part})
        else:
            self._went_well(part)
            return True
        return False

    def _failed(self, part: str, state: str) -> bool:
        """Note what is wrong with a part; return whether the log is to tell it: a change, or `AGAIN`."""
        now, known = self.clock.now(), self.parts.get(part) == state
        self.say(part, state)
        if known and part in self.logged and abs(now - self.logged[part]) < AGAIN:
            return False
        self.logged[part] = now
        return True

    def _went_well(self, part: str) -> None:
        if self.logged.pop(part, None):
            log.warning("well again", extra={"action": "part_well", "part": part})
        self.say(part, OK)

    def say(self, part: str, state: str) -> None:
        """Note how a part does; a change is written at once."""
        changed = self.parts.get(part) != state
        self.parts[part] = state
        if changed:
            self.write()

    def open(self) -> None:
        """Write the health file for the first time; raise StoreUnavailable where that can never be."""
        try:
            health.write(self.file, self._now())
        except OSError as error:
            raise StoreUnavailable(
                f"{self.file} cannot be written: {error.strerror}",
                kept="Nothing was changed",
                todo="Give this user the right to write there, or free some space, or set another data_dir",
            ) from error

    def write(self) -> None:
        """Bring the health file up to date; where it cannot be written it grows stale, which tells too."""
        now = self._now()
        try:
            health.write(self.file, now)
            self.written, self.unwritable = now, ""
        except OSError as error:
            if self.unwritable != error.strerror:
                log.warning("%s: %s", self.file, error.strerror, extra={"action": "health_not_written"})
            self.unwritable = error.strerror or ""

    def clear(self) -> None:
        """Remove the health file, unless another process has written it since."""
        if self.written is not None and health.read(self.file) == self.written:
            self.file.unlink(missing_ok=True)

    def _now(self) -> Health:
        return Health(at=self.clock.now(), pid=os.getpid(), parts=dict(self.parts))
