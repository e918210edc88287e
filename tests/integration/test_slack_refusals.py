"""The bot as a process against a loopback Slack that does not answer, or refuses a channel for good."""

from __future__ import annotations

from pathlib import Path

from tests.fakes.slack_people import People, words
from tests.fakes.slack_server.nouns import Channel
from tests.fakes.slack_server.server import ANNA, BOT, TEAM
from tests.faults.process import eventually
from tests.faults.seeded import PARTS, make, settled
from tests.integration.slack_bot import DUE, serving, slack


def test_an_answer_that_never_comes_doubles_and_loses_nothing(tmp_path: Path) -> None:
    make(tmp_path, 2, workspace="slack:local:c")
    server = slack()
    server.state.channels["c001"] = Channel(id="c001", team=TEAM, name="too", created=1, members={ANNA, BOT})
    with server.beside() as url:
        people = People(url)
        people.do("fault", kind="timeout_after", method="chat.postMessage", channel=DUE)
        people.do("fault", kind="timeout", method="chat.postMessage", channel="c001")
        with serving(server, url, tmp_path, COMMUNIQUE_SLACK__TIMEOUT="1") as place:
            assert eventually(lambda: settled(tmp_path)), place.running.said
        for channel in (DUE, "c001"):
            parent, *thread = people.messages(ANNA, channel)
            assert [one["thread_ts"] for one in thread] == [parent["ts"]] * (PARTS - 1)


def test_who_set_up_a_channel_is_told_alone_that_slack_refuses_it(tmp_path: Path) -> None:
    make(tmp_path, 0, workspace="slack:local:c")
    server = slack()
    with server.beside() as url, serving(server, url, tmp_path) as place:
        people = place.people
        people.do("invite", user=ANNA, channel="C1")
        assert eventually(lambda: len(people.messages(ANNA, "C1")) == 1), place.running.said
        refusal = {"kind": "error", "error": "is_archived", "method": "chat.postMessage", "channel": "C1"}
        people.do("fault", **refusal)
        people.do("click", user=ANNA, channel="C1", label="Set up this channel")
        place.opens()
        people.do("submit", user=ANNA, values={"time": "08:00"})

        def told() -> list[str]:
            direct = [one.id for one in server.state.channels.values() if one.is_im]
            return [words(one) for channel in direct for one in people.messages(ANNA, channel)]

        assert eventually(lambda: told() != []), place.running.said
        (said,) = told()
        assert "cannot post in a channel" in said
        assert "Unarchive the channel" in said
