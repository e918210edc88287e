"""`communique doctor --live`: what the running bot says of itself. Loads little, for it is asked often."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bot.cli.findings import Finding, report
from bot.runner.clock import SystemClock
from bot.runner.health import FILE, OK, read
from bot.settings import Settings
from bot.texts import say


def live(settings: Settings, *, as_json: bool) -> None:
    """Print how each part of the running bot does; exit with status 1 if one is ill or none is running."""
    report(tuple(_findings(settings.data_path / FILE, SystemClock().now())), as_json=as_json)


def _findings(path: Path, now: datetime) -> Iterator[Finding]:
    health = read(path)
    if health is None:
        yield Finding(check="bot", ok=False, seen=say("live.none", path=path), fix=say("live.none.fix"))
        return
    at = f"{health.at:%Y-%m-%d %H:%M:%S} UTC"
    if not health.fresh(now):
        yield Finding(check="bot", ok=False, seen=say("live.old", path=path, at=at), fix=say("live.old.fix"))
        return
    yield Finding(check="bot", ok=True, seen=say("live.fresh", at=at, pid=health.pid))
    for part, state in health.parts.items():
        well = state == OK
        yield Finding(check=part, ok=well, seen=state, fix="" if well else say("live.part.fix"))
