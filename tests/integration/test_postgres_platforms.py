"""Two bots on one PostgreSQL before a loopback Slack or Discord: one is killed while it sends."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.discord_server.server import DiscordServer
from tests.fakes.slack_posting import Fault, SlackPosting
from tests.faults.process import bot, eventually
from tests.faults.seeded import make, settled
from tests.postgres import migrated

BEATS = {"COMMUNIQUE_RUN__HEARTBEAT": "0.5"}
TOKENS = {"COMMUNIQUE_SLACK__BOT_TOKEN": "xoxb-1-test", "COMMUNIQUE_SLACK__APP_TOKEN": "xapp-1-test"}
DIGESTS = 4


@pytest.fixture
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    with migrated(f"platforms_{os.getpid()}") as made:
        yield made


@pytest.mark.untraced
@pytest.mark.parametrize("fault", [Fault.KILL_BEFORE, Fault.KILL_AFTER])
def test_in_slack_the_other_bot_sends_what_a_killed_one_had_begun_and_nothing_twice(
    tmp_path: Path, url: str, fault: Fault
) -> None:
    slack = SlackPosting()
    make(tmp_path, DIGESTS, workspace="slack:local:c", url=url)
    with slack.beside() as address:
        slack.faults = [Fault.NONE, Fault.NONE, fault]
        there = {**TOKENS, **BEATS, "COMMUNIQUE_SLACK__BASE_URL": address}
        with bot(tmp_path, name="killed", **there) as killed:
            slack.victim = killed.process.pid
            with bot(tmp_path, name="heir", **there) as heir:
                assert eventually(lambda: heir.up and settled(tmp_path)), killed.said + heir.said
                assert heir.end() == 0
            assert killed.process.wait(60) == -signal.SIGKILL
    assert set(Counter(slack.delivered).values()) == {1}
    assert len([one for one in slack.posted if "thread_ts" not in one]) == DIGESTS


@pytest.mark.untraced
def test_in_discord_the_other_bot_sends_what_a_killed_one_had_begun_and_nothing_twice(
    tmp_path: Path, url: str
) -> None:
    server = DiscordServer()
    for number in range(DIGESTS):
        server.rest.state.channel(f"700000000000000{number:03}")
    make(tmp_path, DIGESTS, workspace="discord:local:700000000000000", url=url)
    with server.beside() as control:
        with bot(tmp_path, name="killed", **BEATS, **control.variables) as killed:
            assert eventually(lambda: any(_digests(control.state))), killed.said
            killed.end(signal.SIGKILL)
        with bot(tmp_path, name="heir", **BEATS, **control.variables) as heir:
            assert eventually(lambda: heir.up and settled(tmp_path)), heir.said
            assert heir.end() == 0
        assert _digests(control.state) == [1] * DIGESTS


def _digests(state: dict[str, object]) -> list[int]:
    channels = state["channels"]
    assert isinstance(channels, dict)
    return [len(held) for id_, held in sorted(channels.items()) if id_.startswith("7000000")]
