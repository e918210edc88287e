"""The bot as a process against a loopback Discord: every message once and in order, whatever breaks when."""

from __future__ import annotations

import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.fakes.discord_server.server import Control, DiscordServer
from tests.fakes.discord_server.state import FORUM
from tests.faults.process import Bot, bot, eventually
from tests.faults.seeded import make, settled

WORKSPACE = "discord:local:700000000000000"
FIRST = "700000000000000000"
SEND, BEGIN = f"POST /api/v10/channels/{FIRST}/messages", "/threads"
OPEN = f"POST /api/v10/channels/{FIRST}/threads"
STATES = "SELECT DISTINCT state FROM deliveries"
DETAILS = "POST /api/v10/channels/1"
"""A thread has its parent's id, which begins as the ids of this century do."""


@contextmanager
def _discord(channels: int, kind: int = 0) -> Iterator[Control]:
    server = DiscordServer()
    server.rest.state.channel("690000000000000000")  # the first, which is asked to be set up
    for number in range(channels):
        server.rest.state.channel(f"700000000000000{number:03}", kind=kind)
    with server.beside() as control:
        yield control


def _whole(control: Control, folder: Path, digests: int) -> None:
    """Each channel has one digest, and each digest its details once, in the thread of its own."""
    state = control.state
    posts = state["channels"]
    parents = {id_: held for id_, held in posts.items() if id_.startswith("7000000") and held}
    assert sum(len(held) for held in parents.values()) == digests
    for held in parents.values():
        (parent,) = held
        (details,) = posts[parent["id"]]
        assert "### Invented event" in str(details["components"])
    assert _column(folder, STATES) == ["sent"]


def _posted(control: Control, folder: Path, running: Bot, digests: int) -> None:
    assert eventually(lambda: settled(folder)), running.said
    assert running.end() == 0
    _whole(control, folder, digests)


@pytest.mark.parametrize(
    "faults",
    [
        [{"on": SEND, "drop_after": True}, {"on": SEND, "drop_before": True}],
        [
            {"on": SEND, "status": 500, "done": True},
            {"on": SEND, "status": 502},
            {"on": SEND, "status": 503, "done": True},
        ],
        [{"on": SEND, "status": 429, "scope": scope} for scope in ("user", "shared", "global")],
        [{"on": SEND, "status": 429, "via": False}],
        [{"on": BEGIN, "drop_after": True}, {"on": BEGIN, "status": 500, "done": True}],
        [{"on": DETAILS, "drop_after": True}, {"on": DETAILS, "status": 502, "done": True}],
    ],
    ids=["dropped", "broken", "limited", "banned", "thread", "details"],
)
def test_answers_that_are_lost_limited_or_broken_double_nothing(
    tmp_path: Path, faults: list[dict[str, object]]
) -> None:
    make(tmp_path, 2, workspace=WORKSPACE)
    with _discord(2) as control:
        for fault in faults:
            control.do("fault", **fault)
        with bot(tmp_path, **control.variables) as running:
            _posted(control, tmp_path, running, 2)


@pytest.mark.untraced
@pytest.mark.parametrize("fault", [{"hang": 60}, {"slow": 60}], ids=["undone", "done"])
def test_a_request_that_hangs_is_given_up_looked_up_and_doubled_never(
    tmp_path: Path, fault: dict[str, object]
) -> None:
    make(tmp_path, 1, workspace=WORKSPACE)
    with _discord(1) as control:
        for on in (SEND, BEGIN, DETAILS):
            control.do("fault", on=on, **fault)
        with bot(tmp_path, **control.variables, COMMUNIQUE_DISCORD__TIMEOUT="0.5") as running:
            _posted(control, tmp_path, running, 1)


@pytest.mark.untraced
def test_killed_at_every_step_of_posting_it_sends_each_message_once(tmp_path: Path) -> None:
    make(tmp_path, 1, workspace=WORKSPACE)
    steps = [(on, when) for on in (SEND, BEGIN, DETAILS) for when in ("kill_before", "kill_after")]
    with _discord(1) as control:
        for on, when in steps:
            with bot(tmp_path, **control.variables) as running:
                control.do("fault", on=on, **{when: running.process.pid})
                assert running.process.wait(60) == -signal.SIGKILL, (on, when)
        with bot(tmp_path, **control.variables) as running:
            _posted(control, tmp_path, running, 1)


@pytest.mark.untraced
@pytest.mark.parametrize(
    "fault",
    [{"drop_after": True}, {"status": 500, "done": True}, {"status": 503}, {"drop_before": True}],
    ids=["dropped after", "broken after", "broken", "dropped before"],
)
def test_a_forum_gets_each_post_once_though_it_knows_no_nonce(
    tmp_path: Path, fault: dict[str, object]
) -> None:
    make(tmp_path, 1, workspace=WORKSPACE)
    with _discord(1, FORUM) as control:
        control.do("fault", on=OPEN, **fault)
        with bot(tmp_path, **control.variables) as running:
            assert eventually(lambda: settled(tmp_path)), running.said
            assert running.end() == 0
        _one_post(control)


@pytest.mark.untraced
def test_killed_while_it_opens_a_post_in_a_forum_it_opens_one(tmp_path: Path) -> None:
    make(tmp_path, 1, workspace=WORKSPACE)
    with _discord(1, FORUM) as control:
        for when in ("kill_before", "kill_after"):
            with bot(tmp_path, **control.variables) as running:
                control.do("fault", on=OPEN, **{when: running.process.pid})
                assert running.process.wait(60) == -signal.SIGKILL, when
        with bot(tmp_path, **control.variables) as running:
            assert eventually(lambda: settled(tmp_path)), running.said
        _one_post(control)


def _one_post(control: Control) -> None:
    state = control.state
    (post,) = [id_ for id_, parent in state["threads"].items() if parent == FIRST]
    digest, details = state["channels"][post]
    assert "### Invented event" not in str(digest["components"])
    assert "### Invented event" in str(details["components"])


def test_a_channel_that_refuses_for_good_is_paused_and_asked_no_more(tmp_path: Path) -> None:
    make(tmp_path, 1, workspace=WORKSPACE)
    with _discord(1) as control:
        control.do("fault", on=SEND, times=9, status=403, code=50013)
        with bot(tmp_path, **control.variables) as running:
            assert eventually(lambda: "failed" in _column(tmp_path, STATES)), running.said
        assert _column(tmp_path, "SELECT channel_id FROM pauses") == [FIRST]
        assert control.state["requests"].count(SEND) == 1


def _column(folder: Path, query: str) -> list[str]:
    with closing(sqlite3.connect(f"file:{folder / 'communique.db'}?mode=ro", uri=True)) as connection:
        return [row[0] for row in connection.execute(query)]
