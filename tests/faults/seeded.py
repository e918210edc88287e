"""A data folder in which digests have been due for a while: articles stored, schedules set, nothing sent."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg

from bot.app import open_app
from bot.cli import ingesting
from bot.deliver.register import Register
from bot.domain.schedule import Run
from bot.runner.clock import SystemClock
from bot.settings import Settings, load

_OPEN = "SELECT 'has an open job', count(*) FROM {table} HAVING count(*) > 0"

PARTS = 2
"""Messages a digest: the briefing, and the details of its stories."""

_BODIES = (
    "Kestria and Valdoro signed an accord on fish quotas on Monday. The ministers agreed to share the catch.",
    "The harbour union rejected the offer on Tuesday and threatened to strike. Talks have stalled.",
    "The tariff standstill between Kestria and Valdoro expires in twelve days, and no successor is agreed.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """A folder to copy, how many digests are due in it, and since when."""

    folder: Path
    digests: int
    due: datetime


def make(
    folder: Path,
    digests: int,
    since: timedelta = timedelta(hours=1),
    workspace: str = "console:local:c",
    url: str = "",
) -> Seed:
    """Fill an empty folder: so many digests were due that long ago, to channels `workspace` and a number.
    Where `since` is negative they will be due.

    `url` names a database on a server, which the folder's settings then name.
    """
    now = SystemClock().now()
    at = (now - timedelta(hours=12)).strftime("%H:%M:%S")
    tables = [
        f'[digests.d{number:03}]\nchannel = "{workspace}{number:03}"\nat = "{at}"\nskip_after_hours = 168\n'
        for number in range(digests)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "communique.toml"
    # Reminders have a suite of their own; here their look would only thin out the points of a digest's life.
    store = f'[store]\nurl = "{url}"\n\n' if url else ""
    head = f"{store}[reminders]\nenabled = false\n\n[digests.morning]\nenabled = false\n\n"
    config.write_text(head + "\n".join(tables), encoding="utf-8")
    articles = folder / "articles.jsonl"
    articles.write_text(
        "".join(json.dumps(_article(number, body, now)) + "\n" for number, body in enumerate(_BODIES)),
        encoding="utf-8",
    )
    settings = load(config, data_dir=str(folder))
    ingesting.run(settings, [str(articles)], as_json=False)
    asyncio.run(register(settings, now - since))
    return Seed(folder=folder, digests=digests, due=now - since)


def messages(folder: Path) -> list[dict[str, Any]]:
    """What the transcript of a folder holds, the oldest first, but for a line that is being written."""
    path = folder / "transcript.jsonl"
    text = path.read_bytes() if path.exists() else b""
    return [json.loads(line) for line in text[: text.rfind(b"\n") + 1].splitlines()]


def faults(folder: Path, digests: int) -> list[str]:
    """What is wrong in a folder in which so many digests should have been sent, once each, in words."""
    sent = [message["delivery_id"] for message in messages(folder)]
    kept = rows(folder, "SELECT id, delivery FROM deliveries")
    wanted = [(key, len(json.loads(delivery)["parts"])) for key, delivery in kept]
    found = [f"{len(wanted)} digests instead of {digests}"] if len(wanted) != digests else []
    for delivery, parts in wanted:
        seen = [one for one in sent if one.startswith(delivery)]
        if seen != [f"{delivery}.{number}" for number in range(parts)]:
            found.append(f"parts of {delivery}: {seen}")
    return found + [f"delivery {state}: {number}" for state, number in _states(folder) if state != "sent"]


def settled(folder: Path) -> bool:
    """Whether nothing is left to do in a folder: no job, and every delivery at its end."""
    try:
        return {state for state, _ in _states(folder)} == {"sent"}
    except sqlite3.OperationalError:  # it is being opened by a bot that was just born
        return False


def _states(folder: Path) -> list[tuple[str, int]]:
    jobs = rows(folder, _OPEN.format(table="jobs"))
    if _server_of(folder):
        jobs += rows(folder, _OPEN.format(table="procrastinate_jobs"))
    return [*jobs, *rows(folder, "SELECT state, count(*) FROM deliveries GROUP BY state")]


def rows(folder: Path, query: str) -> list[tuple[Any, ...]]:
    """What a query finds in the database of a folder."""
    if url := _server_of(folder):
        with psycopg.connect(url) as server:
            return server.execute(query).fetchall()
    # Read-only, for a connection that may write would tidy up behind a bot that was killed.
    connection = sqlite3.connect(f"file:{folder / 'communique.db'}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def _server_of(folder: Path) -> str:
    """The URL that the folder's settings name, empty for the file in the folder."""
    config = folder / "communique.toml"
    settings = tomllib.loads(config.read_text(encoding="utf-8")) if config.exists() else {}
    return str(settings.get("store", {}).get("url", ""))


def _article(number: int, body: str, now: datetime) -> dict[str, str]:
    return {
        "id": f"a{number}",
        "title": f"Invented event {number}",
        "source": f"Outlet {number}",
        "published": (now - timedelta(hours=3 + number)).isoformat(),
        "body": body,
    }


async def register(settings: Settings, due: datetime) -> None:
    """Let the digests of these settings be due then."""
    async with open_app(settings) as app:
        await Register(store=app.store, clock=app.clock).run(settings.schedules)
        run = Run(local_date=due.date(), at=due)
        async with app.store.write() as unit:
            await unit.schedules.put([(schedule, run) for schedule in settings.schedules])
