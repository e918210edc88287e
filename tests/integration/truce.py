"""Articles on a truce that ends today, one digest due of them, and the news that the truce lasts longer."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

from bot.runner.clock import SystemClock
from tests.faults.process import command
from tests.faults.seeded import make

HOSTILE = "<!channel> *bold* <@U2BEN> <https://x.test|click> & _low_ `code`"

BODIES = {
    "pact": "Kestria and Valdoro signed an accord on fish quotas on Monday. The ministers agreed to share "
    "the catch. The accord covers three ports.",
    "strike": f"The harbour union rejected the offer {HOSTILE} on Tuesday and threatened to strike.",
    "truce": "The truce between the dockers and the port of Ostmark expires on {day}.",
}


def store(
    folder: Path, workspace: str = "slack:local:c", ends: timedelta = timedelta(), digests: int = 1
) -> None:
    """Articles of three hours ago, whose titles and texts are full of marks; digests due from channel 000 on.

    One of them has a deadline of today, or later by `ends`, of which the channel is reminded when it is due.
    """
    now = SystemClock().now()
    make(folder, digests, workspace=workspace)
    config = folder / "communique.toml"
    quiet, loud = "enabled = false", 'enabled = true\nat = "00:00"\nzone = "UTC"\nlate_hours = 24'
    config.write_text(config.read_text("utf-8").replace(quiet, loud, 1), "utf-8")
    lines = [
        {
            "id": key,
            "title": f"Invented: the {key} {HOSTILE}",
            "source": f"The {key.title()} Wire",
            "url": f"https://wire.test/{key}",
            "published": (now - timedelta(hours=3)).isoformat(),
            "body": body.format(day=f"{now + ends:%d %B %Y}"),
        }
        for key, body in BODIES.items()
    ]
    articles = folder / "more.jsonl"
    articles.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    assert command(folder, "ingest", str(articles)).returncode == 0


def extended(folder: Path, ends: timedelta = timedelta()) -> None:
    """An article of now by which that truce lasts a month longer."""
    now = SystemClock().now()
    until = now + ends
    body = (
        "The truce between the dockers and the port of Ostmark was extended from "
        f"{until:%d %B %Y} to {until + timedelta(days=30):%d %B %Y}, the port said."
    )
    line = {"id": "later", "title": "Truce extended", "source": "The Truce Wire", "body": body}
    path = folder / "later.jsonl"
    path.write_text(json.dumps({**line, "published": now.isoformat()}) + "\n", encoding="utf-8")
    assert command(folder, "ingest", str(path)).returncode == 0
