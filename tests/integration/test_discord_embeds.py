"""Where Discord refuses Components V2 the same is told in an embed, once, and corrected there."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Any

import pytest

from bot.domain.action import DIGEST_ACTIONS
from bot.texts import say
from tests.fakes.discord_server.person import Reader, buttons, words
from tests.fakes.discord_server.server import Control, DiscordServer
from tests.fakes.discord_server.state import FORUM, TEXT
from tests.faults.process import bot, eventually
from tests.faults.seeded import settled
from tests.integration.discord_bot import DUE, WORKSPACE, discord, serving
from tests.integration.truce import extended, store

SEND = f"POST /api/v10/channels/{DUE}/messages"


def _server(kind: int = TEXT) -> DiscordServer:
    server = discord()
    place = server.rest.state.channel(DUE)
    place.classic, place.kind = True, kind
    return server


def _digests(control: Control, where: str = DUE) -> list[dict[str, Any]]:
    return [one for one in Reader(control, channel=where).messages() if "Key agreements" in words(one)]


def test_a_digest_and_its_details_come_as_embeds_with_the_same_words_and_buttons(tmp_path: Path) -> None:
    store(tmp_path, WORKSPACE)
    with _server().beside() as control:
        with serving(tmp_path, control):
            reader = Reader(control, channel=DUE)
            digest = reader.sees(lambda text: "Key agreements" in text)
            details = reader.sees(lambda text: "###" in text, digest["id"])
            assert {say(f"button.{name}") for name in DIGEST_ACTIONS} <= set(buttons(digest))
            assert "Sends of" in reader.press(buttons(digest)[say("button.why")]).text
        for one in (digest, details):
            assert one["embeds"]
            assert one["content"] == ""
            assert one["allowed_mentions"]["parse"] == []
        assert "@everyone" not in words(digest) + words(details)
        extended(tmp_path)
        with serving(tmp_path, control, name="later"):
            marked = reader.sees(lambda text: "corrected: now" in text)
            assert marked["id"] == digest["id"]
            reader.sees(lambda text: "Corrected since" in text, digest["id"])


@pytest.mark.untraced
def test_a_digest_that_was_killed_as_an_embed_is_found_again_by_its_mark(tmp_path: Path) -> None:
    store(tmp_path, WORKSPACE)
    with _server().beside() as control:
        with bot(tmp_path, **control.variables) as running:
            assert eventually(lambda: "sockets" in control.state), running.said
            control.do("fault", on=SEND, status=400, code=50035)
            control.do("fault", on=SEND, kill_after=running.process.pid)
            assert running.process.wait(60) == -signal.SIGKILL
        with serving(tmp_path, control, name="later") as later:
            assert eventually(lambda: settled(tmp_path)), later.said
        assert len(_digests(control)) == 1


def test_a_forums_post_comes_as_an_embed_too(tmp_path: Path) -> None:
    store(tmp_path, WORKSPACE)
    with _server(FORUM).beside() as control, serving(tmp_path, control) as running:
        assert eventually(lambda: settled(tmp_path)), running.said
        posts = [id_ for id_, parent in control.state["threads"].items() if parent == DUE]
        assert len([one for post in posts for one in _digests(control, post)]) == 1
