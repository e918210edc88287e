"""What Slack says of a person's rights: in a channel, in a direct message, over the workspace's sources."""

from __future__ import annotations

import pytest

from bot.platforms.slack.people import person_in
from bot.platforms.slack.place import Homes
from bot.platforms.slack.web import web_client
from bot.texts import Language
from tests.fakes.slack_server.faults import Fault, Kind
from tests.fakes.slack_server.nouns import User
from tests.fakes.slack_server.server import ANNA, BEN, BOT_TOKEN, CORA, TEAM, SlackServer


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
        person = await person_in(client, user, channel, TEAM)
    assert (person.may_manage, person.may_source) == (manages, sources)
    assert not person.unsure


@pytest.mark.parametrize("kind", [Kind.RATE, Kind.SERVER, Kind.GARBAGE])
@pytest.mark.parametrize("method", ["users.info", "conversations.info"])
async def test_whose_rights_slack_does_not_tell_now_manages_nothing_and_that_is_unsure(
    method: str, kind: Kind
) -> None:
    server = SlackServer()
    async with server.serving() as url, web_client(BOT_TOKEN, f"{url}/api/") as client:
        server.state.faults.add(Fault(kind=kind, method=method))
        person = await person_in(client, CORA, "C1", TEAM)
        later = await person_in(client, CORA, "C1", TEAM)
    assert (person.may_manage, person.may_source, person.unsure) == (False, False, True)
    assert (later.may_manage, later.may_source, later.unsure) == (True, True, False)


@pytest.mark.parametrize(
    ("locale", "language"), [("de-DE", Language.GERMAN), ("en-US", Language.ENGLISH), ("fr-FR", None)]
)
async def test_a_person_reads_slack_in_a_language(locale: str, language: Language | None) -> None:
    server = SlackServer()
    server.state.users[CORA].locale = locale
    async with server.serving() as url, web_client(BOT_TOKEN, f"{url}/api/") as client:
        person = await person_in(client, CORA, "C1", TEAM)
    assert person.language is language


async def test_of_no_channel_slack_is_not_asked(caplog: pytest.LogCaptureFixture) -> None:
    server = SlackServer()
    async with server.serving() as url, web_client(BOT_TOKEN, f"{url}/api/") as client:
        person = await person_in(client, CORA, "", TEAM)
    assert (person.may_manage, person.unsure) == (False, False)
    assert caplog.records == []


async def test_a_guest_manages_nothing_that_is_not_theirs() -> None:
    server = SlackServer()
    server.state.users[CORA].is_restricted = True
    async with server.serving() as url, web_client(BOT_TOKEN, f"{url}/api/") as client:
        person = await person_in(client, CORA, "C1", TEAM)
    assert (person.may_manage, person.may_source) == (False, False)


@pytest.mark.parametrize("channel", ["C1", "D0FAY"])
async def test_an_admin_of_another_workspace_manages_nothing_here(channel: str) -> None:
    server = SlackServer()
    server.state.users["U0FAY"] = User(id="U0FAY", team="T0FAR", name="fay", is_admin=True)
    server.state.channels["C1"].members.add("U0FAY")
    server.state.channels["C1"].creator = "U0FAY"
    async with server.serving() as url, web_client(BOT_TOKEN, f"{url}/api/") as client:
        person = await person_in(client, "U0FAY", channel, TEAM)
    assert person.name == "fay"
    assert (person.may_manage, person.may_source) == (False, False)


@pytest.mark.parametrize(
    ("homes", "tenant"),
    [(Homes(local=TEAM, alone=True), "local"), (Homes(local=TEAM), "T0FAR")],
    ids=["of one workspace", "of many"],
)
def test_a_bot_of_one_workspace_acts_in_no_other(homes: Homes, tenant: str) -> None:
    assert homes.tenant("T0FAR") == tenant
    assert homes.tenant(TEAM) == "local"
