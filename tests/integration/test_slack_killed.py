"""The bot as a process against a loopback Slack: every message once and in order, whatever breaks when."""

from __future__ import annotations

import signal
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from tests.fakes.slack_posting import Fault, SlackPosting
from tests.faults.process import bot, command, eventually
from tests.faults.seeded import make, settled

TOKENS = {"COMMUNIQUE_SLACK__BOT_TOKEN": "xoxb-1-test", "COMMUNIQUE_SLACK__APP_TOKEN": "xapp-1-test"}


def _with(url: str) -> dict[str, str]:
    return {**TOKENS, "COMMUNIQUE_SLACK__BASE_URL": url}


def _whole(slack: SlackPosting, digests: int) -> None:
    """Each message once, every thread under its own parent, in order."""
    assert not [one for one, times in Counter(slack.delivered).items() if times > 1]
    parents = {one["ts"]: one for one in slack.posted if "thread_ts" not in one}
    assert len(parents) == digests
    for number, one in enumerate(slack.posted):
        if "thread_ts" in one:
            name = slack.delivered[number].partition(".")[0]
            parent = slack.posted.index(parents[one["thread_ts"]])
            assert slack.delivered[parent] == f"{name}.0"
    for name in {one.partition(".")[0] for one in slack.delivered}:
        parts = [int(one.partition(".")[2]) for one in slack.delivered if one.startswith(name)]
        assert parts == list(range(len(parts)))
        assert len(parts) > 1


def test_answers_that_are_lost_limited_or_broken_double_nothing(tmp_path: Path) -> None:
    slack = SlackPosting(
        faults=[Fault.DROP_AFTER, Fault.LIMITED, Fault.BROKEN, Fault.INTERNAL, Fault.DROP_BEFORE]
    )
    make(tmp_path, 3, workspace="slack:local:c")
    with slack.beside() as url, bot(tmp_path, **_with(url)) as running:
        assert eventually(lambda: settled(tmp_path)), running.said
        assert running.end() == 0
    _whole(slack, 3)


@pytest.mark.untraced
def test_killed_at_every_step_of_posting_it_sends_each_message_once(tmp_path: Path) -> None:
    slack = SlackPosting()
    make(tmp_path, 1, workspace="slack:local:c")
    with slack.beside() as url:
        for fault in (Fault.KILL_BEFORE, Fault.KILL_AFTER, Fault.KILL_BEFORE, Fault.KILL_AFTER):
            slack.faults = [fault]
            with bot(tmp_path, **_with(url)) as running:
                slack.victim = running.process.pid
                assert running.process.wait(60) == -signal.SIGKILL
        with bot(tmp_path, **_with(url)) as running:
            assert eventually(lambda: settled(tmp_path)), running.said
    _whole(slack, 1)


def test_a_history_that_slack_refuses_leaves_the_send_unknown_and_not_doubled(tmp_path: Path) -> None:
    slack = SlackPosting(faults=[Fault.DROP_AFTER], refused="missing_scope")
    make(tmp_path, 1, workspace="slack:local:c")
    with slack.beside() as url, bot(tmp_path, **_with(url)) as running:
        assert eventually(lambda: _states(tmp_path) == ["unknown"]), running.said
    assert len(slack.posted) == 1
    (day,) = _column(tmp_path, "SELECT local_date FROM deliveries")
    assert '"state": "unknown"' in command(tmp_path, "why", "--day", day, "--json").stdout


def test_a_channel_that_refuses_for_good_is_paused(tmp_path: Path) -> None:
    slack = SlackPosting(refusal="is_archived")
    make(tmp_path, 1, workspace="slack:local:c")
    with slack.beside() as url, bot(tmp_path, **_with(url)) as running:
        assert eventually(lambda: _states(tmp_path) == ["failed"]), running.said
    assert slack.calls == ["post"]
    assert _column(tmp_path, "SELECT channel_id FROM pauses") == ["c000"]


def _states(folder: Path) -> list[str]:
    return _column(folder, "SELECT state FROM deliveries")


def _column(folder: Path, query: str) -> list[str]:
    connection = sqlite3.connect(f"file:{folder / 'communique.db'}?mode=ro", uri=True)
    try:
        return [row[0] for row in connection.execute(query)]
    finally:
        connection.close()
