"""What Slack says of a person's rights: in a channel, in a direct message, over the workspace's sources."""

from __future__ import annotations

import pytest

from bot.platforms.slack.people import person_in
from bot.platforms.slack.web import web_client
from tests.fakes.slack_server.server import ANNA, BEN, BOT_TOKEN, CORA, SlackServer


@pytest.mark.parametrize(
    ("user", "channel", "manages", "sources"),
    [
        pytest.param(ANNA, "C1", True, True, id="an admin in a channel"),
        pytest.param(ANNA, "DANNA", True, True, id="an admin in a direct message"),
        pytest.param(CORA, "C1", True, True, id="who made the channel"),
        pytest.param(CORA, "DCORA", True, False, id="the same in a direct message"),
        pytest.param(BEN, "C1", False, False, id="a member in a channel"),
        pytest.param(BEN, "DBEN", True, False, id="a member in a direct message"),
        pytest.param("U0NOBODY", "C1", False, False, id="somebody of whom Slack does not tell"),
    ],
)
async def test_a_direct_message_is_ones_own_but_the_sources_are_the_workspaces(
    user: str,
    channel: str,
    manages: bool,
    sources: bool,
) -> None:
    server = SlackServer()
    async with server.serving() as url, web_client(BOT_TOKEN, f"{url}/api/") as client:
        person = await person_in(client, user, channel)
    assert (person.may_manage, person.may_source) == (manages, sources)


async def test_a_guest_manages_nothing_that_is_not_theirs() -> None:
    server = SlackServer()
    server.state.users[CORA].is_restricted = True
    async with server.serving() as url, web_client(BOT_TOKEN, f"{url}/api/") as client:
        person = await person_in(client, CORA, "C1")
    assert (person.may_manage, person.may_source) == (False, False)
