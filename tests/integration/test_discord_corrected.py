"""A digest in Discord whose deadline moves after it went: marked in its message, noted once in its thread."""

from __future__ import annotations

from pathlib import Path

from tests.fakes.discord_server.person import Reader, buttons, words
from tests.integration.discord_bot import DUE, WORKSPACE, discord, serving
from tests.integration.truce import extended, store


def test_a_deadline_that_moved_is_marked_in_the_message_and_noted_in_its_thread(tmp_path: Path) -> None:
    store(tmp_path, WORKSPACE)
    with discord().beside() as control:
        reader = Reader(control, channel=DUE)
        with serving(tmp_path, control):
            digest = reader.sees(lambda text: "Key agreements" in text)
            reader.sees(lambda text: "###" in text, digest["id"])
        extended(tmp_path)
        # The bot looks for what came in at its start, and then each minute.
        with serving(tmp_path, control, name="later"):
            note = reader.sees(lambda text: "Corrected since" in text, digest["id"])
            marked = reader.sees(lambda text: "corrected: now" in text)
            assert marked["id"] == digest["id"]
            assert marked["edited_timestamp"]
            assert set(buttons(marked)) == set(buttons(digest))
            assert note["allowed_mentions"]["parse"] == []
        noted = [one for one in reader.messages(digest["id"]) if "Corrected since" in words(one)]
        assert len(noted) == 1
