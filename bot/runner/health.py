"""Health of the running bot: a small file, written again and again, that another process can read."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

OK = "ok"

FILE = "health.json"
"""Its name in the data folder."""

STALE = timedelta(seconds=45)
"""A file older than this means that the bot hangs or is gone: it is written every 10 seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """When it was written (UTC), by which process, and how each part does ("ok" or what is wrong)."""

    at: datetime
    pid: int
    parts: Mapping[str, str]

    def fresh(self, now: datetime) -> bool:
        """Whether it was written lately; one from the future is of a clock that was wrong."""
        return abs(now - self.at) <= STALE


def write(path: Path, health: Health) -> None:
    """Replace the file as a whole, so that no reader sees half of it; raise OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    content = {"at": health.at.isoformat(), "pid": health.pid, "parts": dict(health.parts)}
    try:
        fresh.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def read(path: Path) -> Health | None:
    """What the file says, None if there is none or it is not one of ours."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        at = datetime.fromisoformat(content["at"])
        parts = {str(part): str(state) for part, state in content["parts"].items()}
        return Health(at=at, pid=int(content["pid"]), parts=parts) if at.tzinfo else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
