"""A digest in Slack whose deadline moves after it went: marked in its message, noted once in its thread."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

from bot.runner.clock import SystemClock
from tests.fakes.slack_people import Json, words
from tests.fakes.slack_server.server import ANNA
from tests.faults.process import command, eventually
from tests.integration.slack_bot import DUE, Place, serving, slack, store


def test_a_deadline_that_moved_is_marked_in_the_message_and_noted_in_its_thread(tmp_path: Path) -> None:
    store(tmp_path)
    server = slack()
    with server.beside() as url:
        with serving(server, url, tmp_path) as place:
            assert eventually(lambda: len(_messages(place)) > 2), place.running.said
        _extended(tmp_path)
        # The bot looks for what came in at its start, and then each minute.
        with serving(server, url, tmp_path, name="later") as place:
            assert eventually(lambda: len(_notes(place)) == 1), place.running.said
            (digest,) = [one for one in _messages(place) if "Key agreements" in words(one)]
            assert "corrected: now" in words(digest)
            assert digest.get("edited")
            assert _notes(place)[0]["thread_ts"] == digest["ts"]


def _messages(place: Place) -> list[Json]:
    return place.people.messages(ANNA, DUE)


def _notes(place: Place) -> list[Json]:
    return [one for one in _messages(place) if "Corrected since" in words(one)]


def _extended(folder: Path) -> None:
    """An article of now by which today's truce lasts a month longer."""
    now = SystemClock().now()
    body = (
        "The truce between the dockers and the port of Ostmark was extended from "
        f"{now:%d %B %Y} to {now + timedelta(days=30):%d %B %Y}, the port said."
    )
    line = {"id": "later", "title": "Truce extended", "source": "The Truce Wire", "body": body}
    path = folder / "later.jsonl"
    path.write_text(json.dumps({**line, "published": now.isoformat()}) + "\n", encoding="utf-8")
    assert command(folder, "ingest", str(path)).returncode == 0
