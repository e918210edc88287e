"""The bot as the pictures show it: on the morning after the demo's last day, with one digest due at eight.

It runs in this process, for its clock is set back to that morning; all else is as its users have it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.app import open_app, running
from bot.domain.channel import LOCAL_TENANT
from bot.ingest.pipeline import Batch, RawLine
from bot.ports import Clock
from bot.runner.clock import SystemClock
from bot.settings import Settings, config_folder, load
from tests.faults.process import eventually

EIGHT = datetime(2025, 10, 31, 7, tzinfo=UTC)
"""Eight in Berlin."""

EVE = EIGHT.date() - timedelta(days=1)
NIGHT = EIGHT - timedelta(hours=3)

AHEAD = timedelta(seconds=10)
"""How long before it the bot starts: a digest whose hour is over when it is first seen waits for a day."""

SETTINGS = """
zone = "Europe/Berlin"
[log]
level = "error"
[sources]
enabled = false
[topics.trade]
any = ["tariff", "standstill", "cerrolite", "merger"]
[topics.labour]
any = ["strike", "union", "ballot"]
[topics.truce]
any = ["truce", "ceasefire", "prisoners"]
[digests.morning]
channel = "{channel}"
topics = ["trade", "labour", "truce"]
quiet = {{ start = "22:00", end = "07:00" }}
"""


@dataclass(frozen=True, slots=True)
class SetBack(Clock):
    """A clock that is so much behind."""

    by: timedelta

    def now(self) -> datetime:
        """See Clock."""
        return SystemClock().now() - self.by


@asynccontextmanager
async def awake(folder: Path, channel: str, **platform: Any) -> AsyncIterator[None]:
    """The running bot, whose digest for `channel` falls due soon after its start."""
    config = folder / "communique.toml"
    config.write_text(SETTINGS.format(channel=channel), encoding="utf-8")
    settings = load(config, data_dir=str(folder), **platform)
    await _ingest(settings)
    clock = SetBack(SystemClock().now() - EIGHT + AHEAD)
    async with running(settings, clock=clock) as bot:
        going = asyncio.create_task(bot.service.run())
        try:
            yield
        finally:
            bot.service.stop()
            await going


async def _ingest(settings: Settings) -> None:
    """Store the demo's articles as if each had come in on its day: those of the last one at night."""
    data = (config_folder() / "demo" / "articles.jsonl").read_bytes().splitlines()
    newest = {line for line in data if EVE.isoformat() in str(json.loads(line)["published"])}
    older = [line for line in data if line not in newest]
    for at, lines in ((NIGHT - timedelta(days=1), older), (NIGHT, [one for one in data if one in newest])):
        raw = tuple(RawLine(number=n, data=line) for n, line in enumerate(lines, start=1))
        async with open_app(settings, create=True, clock=SetBack(SystemClock().now() - at)) as app:
            async for _ in app.ingest.run(LOCAL_TENANT, "demo", iter([Batch(lines=raw, state="{}")])):
                pass


def wait(seen: Callable[[], bool]) -> None:
    """Until something is seen; end the program if it never is."""
    if not eventually(seen):
        raise SystemExit("What was to be drawn did not come")
