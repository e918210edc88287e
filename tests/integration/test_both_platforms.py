"""One bot on Slack and Discord at once: the same digest, the same commands, the same words."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.command import COMMANDS
from bot.runner.clock import SystemClock
from bot.settings import load
from bot.texts import say
from tests.fakes.discord_server.person import HERE, Reader
from tests.fakes.discord_server.person import buttons as discord_buttons
from tests.fakes.discord_server.person import words as discord_words
from tests.fakes.discord_server.server import DiscordServer
from tests.fakes.slack_people import People, buttons, words
from tests.fakes.slack_server.server import ANNA, APP_TOKEN, BOT_TOKEN
from tests.faults.process import bot, eventually
from tests.faults.seeded import register
from tests.integration.slack_bot import DUE, Place, slack
from tests.integration.truce import store


def _plain(text: str) -> list[str]:
    """The words alone: no marks of either platform, no addresses, no numbers of sources."""
    return re.findall(r"[^\W\d_]{4,}", re.sub(r"https?:\S+", "", text))


@pytest.mark.untraced
def test_one_process_serves_both_with_the_same_digest_commands_and_words(tmp_path: Path) -> None:
    store(tmp_path)
    config = tmp_path / "communique.toml"
    due = config.read_text("utf-8")
    table = due[due.index("[digests.d000]") :]
    both = table.replace("d000", "d001").replace(f"slack:local:{DUE}", f"discord:local:{HERE}")
    config.write_text(f"{due}\n{both}", "utf-8")
    asyncio.run(register(load(config, data_dir=str(tmp_path)), SystemClock().now() - timedelta(hours=1)))
    here, there = slack(), DiscordServer()
    there.rest.state.channel(HERE)
    with here.beside() as url, there.beside() as control:
        slack_bot = {"COMMUNIQUE_SLACK__BOT_TOKEN": BOT_TOKEN, "COMMUNIQUE_SLACK__APP_TOKEN": APP_TOKEN}
        slack_bot["COMMUNIQUE_SLACK__BASE_URL"] = f"{url}/api/"
        with bot(tmp_path, **slack_bot, **control.variables) as running:
            assert eventually(lambda: bool(here.sockets.open)), running.said
            assert "Digests go to Slack, Discord; Ctrl-C ends it." in running.said
            place, reader = Place(here, People(url), tmp_path, running), Reader(control)

            digest = reader.sees(lambda text: "Key agreements" in text)
            assert eventually(lambda: len(place.people.messages(ANNA, DUE)) > 1), running.said
            told = place.people.messages(ANNA, DUE)[0]
            for line in ("signed an accord on fish quotas", "threatened to strike", "expires on"):
                assert line in discord_words(digest)
                assert line in words(told)
            wanted = [
                say(f"button.{name}") for name in ("ask_about", "deadlines", "why", "feedback", "settings")
            ]
            assert buttons(told)[:5] == wanted
            # There the last one stands beside the title.
            assert [one for one in discord_buttons(digest) if one in wanted] == [wanted[-1], *wanted[:-1]]

            for name in ("help", "sources", "deadlines"):
                theirs = _plain(reader.command(name).text)
                ours = _plain(words(place.asks(name, channel=DUE)))
                assert {*ours} == {*theirs}, name
            for command in COMMANDS:
                assert say(f"command.{command.name}") in reader.command("help").text
            assert running.end() == 0
    assert not here.state.complaints
