"""A digest in Slack whose deadline moves after it went: marked in its message, noted once in its thread."""

from __future__ import annotations

from pathlib import Path

from tests.fakes.slack_people import Json, words
from tests.fakes.slack_server.server import ANNA
from tests.faults.process import command, eventually
from tests.integration.slack_bot import DUE, Place, serving, slack
from tests.integration.truce import extended, store


def test_a_deadline_that_moved_is_marked_in_the_message_and_noted_in_its_thread(tmp_path: Path) -> None:
    store(tmp_path)
    server = slack()
    with server.beside() as url:
        with serving(server, url, tmp_path) as place:
            assert eventually(lambda: len(_messages(place)) > 2), place.running.said
        extended(tmp_path)
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


def test_a_note_that_went_after_a_backup_was_made_goes_no_second_time(tmp_path: Path) -> None:
    store(tmp_path)
    server = slack()
    with server.beside() as url:
        with serving(server, url, tmp_path) as place:
            assert eventually(lambda: len(_messages(place)) > 2), place.running.said
        assert command(tmp_path, "backup", str(tmp_path / "copy.db")).returncode == 0
        extended(tmp_path)
        with serving(server, url, tmp_path, name="later") as place:
            assert eventually(lambda: len(_notes(place)) == 1), place.running.said
        assert command(tmp_path, "restore", str(tmp_path / "copy.db")).returncode == 0
        extended(tmp_path)
        with serving(server, url, tmp_path, name="again") as place:
            assert eventually(lambda: "correction:" in _why(tmp_path)), place.running.said
            assert len(_notes(place)) == 1


def _why(folder: Path) -> str:
    """Of every send of a channel that has come to its end."""
    said = command(folder, "why", "--channel", f"slack:local:{DUE}").stdout
    return "\n".join(line for line in said.splitlines() if "sent" in line)
