"""A data folder in which reminders are an hour late, and an article that moves one of their dates."""

from __future__ import annotations

import json
import sqlite3
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.cli import ingesting
from bot.runner.clock import SystemClock
from bot.settings import load
from tests.faults.seeded import messages, rows

CHANNELS = 3
LATER = "later.jsonl"
"""The article that moves a date, not yet read."""

MOVED, EVE, DAY = "grain truce", "Tessel Line", "Kerrin budget"
"""Words by which a message is about the deadline that moves, about that of tomorrow, about that of today."""


def make(folder: Path) -> Path:
    """Fill an empty folder: three channels, three deadlines a week, a day and no day away, nothing sent."""
    now = SystemClock().now()
    zone = _zone_at_noon(now)
    local = now.astimezone(ZoneInfo(zone))
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "communique.toml"
    config.write_text(_settings(zone, local), encoding="utf-8")
    today, before = local.date(), (local - timedelta(days=1)).isoformat()
    first, moved = today + timedelta(days=7), today + timedelta(days=40)
    bodies = (
        f"The grain truce between Sarrow and Vellmark ends on {_words(first)}, the Ostmark Secretariat said.",
        f"Bidders for the Tessel Line must make offers to Arlen Rail by {_words(today + timedelta(days=1))}.",
        f"The Arlen assembly will vote on the Kerrin budget on {_words(today)}.",
    )
    articles = [_article(f"a{n}", body, before) for n, body in enumerate(bodies)]
    later = (
        f"Sarrow and Vellmark extended the grain truce from {_words(first)} to {_words(moved)}, "
        "the Ostmark Secretariat said after talks in Ostmark."
    )
    _write(folder / "articles.jsonl", articles)
    _write(folder / LATER, [_article("b", later, (local - timedelta(hours=2)).isoformat())])
    ingesting.run(load(config, data_dir=str(folder)), [str(folder / "articles.jsonl")], as_json=False)
    return folder


def _zone_at_noon(now: datetime) -> str:
    """A zone in which it is about noon, so that an hour ago was this morning and no test runs at midnight."""
    ahead = 12 - now.hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


def _settings(zone: str, local: datetime) -> str:
    morning, evening = ((local + timedelta(hours=hours)).strftime("%H:%M") for hours in (-1, 6))
    head = f'[reminders]\nat = "{morning}"\n\n[digests.morning]\nenabled = false\n'
    return head + "".join(
        f'\n[digests.d{n}]\nchannel = "console:local:c{n}"\nat = "{evening}"\nzone = "{zone}"\n'
        for n in range(CHANNELS)
    )


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _article(article_id: str, body: str, published: str) -> dict[str, str]:
    title = {"a1": "Offers", "a2": "Budget"}.get(article_id, "The truce")
    source = "Vellmark Herald" if article_id == "b" else "Sarrow Post"
    return {"id": article_id, "title": title, "source": source, "published": published, "body": body}


def _write(path: Path, articles: list[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(one) + "\n" for one in articles), encoding="utf-8")


def settled(folder: Path) -> bool:
    """Whether every channel has been told something and nothing is left to do."""
    return len({one["channel"] for one in messages(folder)}) == CHANNELS and _is_quiet(folder)


def told_of_the_move(folder: Path) -> bool:
    """Whether every channel has also been told that the date moved."""
    moved = {one["channel"] for one in messages(folder) if "Moved from" in one["text"]}
    return len(moved) == CHANNELS and _is_quiet(folder)


def _is_quiet(folder: Path) -> bool:
    try:
        deliveries = rows(folder, "SELECT id FROM deliveries WHERE state NOT IN ('sent', 'skipped')")
        jobs = rows(folder, "SELECT key FROM jobs")
    except sqlite3.OperationalError:  # it is being opened by a bot that was just born
        return False
    return not deliveries and not jobs


def faults(folder: Path, moved_at: datetime) -> list[str]:
    """What is wrong once every channel should know of everything; the date moved at `moved_at`."""
    found = [] if told_of_the_move(folder) else ["something is left to do, or a move was not told"]
    every = messages(folder)
    ids = [one["delivery_id"] for one in every]
    found += [f"{one} is there {ids.count(one)} times" for one in sorted(set(ids)) if ids.count(one) > 1]
    for channel in sorted({one["channel"] for one in every}):
        texts = [(one["at"], one["text"]) for one in every if one["channel"] == channel]
        found += [
            f"{channel}: {word} told {number} times"
            for word in (EVE, DAY, "Moved from")
            if (number := sum(word in text for _, text in texts)) != 1
        ]
        old = [at for at, text in texts if MOVED in text and "Moved from" not in text]
        found += [f"{channel}: the old date told {len(old)} times"] if len(old) > 1 else []
        found += [
            f"{channel}: the old date told at {at}" for at in old if datetime.fromisoformat(at) > moved_at
        ]
    return found
