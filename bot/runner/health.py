"""Health of the running bot: a small file, written again and again, that another process can read."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

STALE = timedelta(seconds=45)
"""A file older than this means that the bot hangs or is gone: it is written every 10 seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """When it was written (UTC), by which process, and how each part does ("ok" or what is wrong)."""

    at: datetime
    pid: int
    parts: Mapping[str, str]

    def well(self, now: datetime) -> bool:
        """Whether it is fresh and every part is ok."""
        return now - self.at <= STALE and all(state == "ok" for state in self.parts.values())


def write(path: Path, health: Health) -> None:
    """Replace the file as a whole, so that no reader sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}")
    content = {"at": health.at.isoformat(), "pid": health.pid, "parts": dict(health.parts)}
    fresh.write_text(json.dumps(content), encoding="utf-8")
    fresh.replace(path)


def read(path: Path) -> Health | None:
    """What the file says, None if there is none."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Health(at=datetime.fromisoformat(content["at"]), pid=content["pid"], parts=content["parts"])
