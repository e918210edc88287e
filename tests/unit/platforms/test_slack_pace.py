"""Slack is never asked faster than it takes, on a machine that stands still for moments too."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.channel import Channel, Platform
from bot.domain.post import Post
from bot.errors import AmbiguousOutcome, DeliveryError, PermanentRefusal, RetryableRefusal
from bot.platforms.slack.clients import OneWorkspace
from bot.platforms.slack.messenger import SlackMessenger
from bot.platforms.slack.pace import APART, IN_CHANNEL, IN_WORKSPACE, Pace
from bot.platforms.slack.refusals import refusal, wait_of
from bot.platforms.slack.web import web_client
from tests.fakes.slack_server.limits import PER_CHANNEL, PER_WORKSPACE, Bucket, Window
from tests.fakes.slack_server.nouns import Channel as Room
from tests.fakes.slack_server.server import BOT, BOT_TOKEN, TEAM, SlackServer

MOST, SECONDS = 6, 0.25
ROOMS = 2 * MOST


def _channel(n: int, team: str = TEAM) -> Channel:
    return Channel(Platform.SLACK, team, f"C{n}")


@pytest.fixture
def slack() -> Iterator[tuple[SlackServer, str]]:
    """A Slack that takes so many messages in so many seconds, and in a channel two at once."""
    server = SlackServer()
    for n in range(ROOMS):
        room = Room(id=f"C{n}", team=TEAM, name=f"c{n}", created=1, members={BOT})
        server.state.channels[room.id] = room
    server.state.limits.table["post to a workspace"] = Window(MOST, SECONDS)
    server.state.limits.table["post to a channel"] = Bucket(2, SECONDS)
    with server.beside() as url:
        yield server, url


async def _standing_still() -> None:
    for _ in range(3):
        await asyncio.sleep(SECONDS / 5)
        time.sleep(SECONDS)  # noqa: ASYNC251 - a machine that stands still


async def _posted(url: str, post: Post, pace: Pace, rooms: list[int]) -> None:
    """Posts all at once, one to each of these channels, on a machine that stands still now and then."""
    async with web_client(BOT_TOKEN, f"{url}/api/") as client:
        messenger = SlackMessenger(clients=OneWorkspace(client), pace=pace)
        posts = [replace(post, channel=_channel(n)) for n in rooms]
        sent = [messenger.post(f"d{n}.0", one, 0, None) for n, one in enumerate(posts)]
        await asyncio.gather(_standing_still(), *sent)


async def test_after_a_standstill_no_crowd_arrives_in_a_workspace(
    slack: tuple[SlackServer, str], busy_post: Post
) -> None:
    server, url = slack
    pace = Pace(in_workspace=(MOST, SECONDS), apart=SECONDS / MOST / 2)
    await _posted(url, busy_post, pace, list(range(ROOMS)))
    assert sum(len(server.state.in_channel(f"C{n}")) for n in range(ROOMS)) == ROOMS
    assert not server.state.limits.refused


async def test_after_a_standstill_no_crowd_arrives_in_a_channel(
    slack: tuple[SlackServer, str], busy_post: Post
) -> None:
    server, url = slack
    pace = Pace(in_channel=(1, SECONDS), apart=0.0)
    await _posted(url, busy_post, pace, [0] * 5)
    assert len(server.state.in_channel("C0")) == 5
    assert not server.state.limits.refused


def test_the_pace_is_below_what_slack_takes() -> None:
    assert IN_CHANNEL[0] <= PER_CHANNEL.burst
    assert IN_CHANNEL[1] >= PER_CHANNEL.seconds
    assert IN_WORKSPACE[0] < PER_WORKSPACE.count
    assert IN_WORKSPACE[1] >= PER_WORKSPACE.seconds
    assert APART * IN_WORKSPACE[0] < PER_WORKSPACE.seconds


async def test_messages_to_a_workspace_begin_apart() -> None:
    pace = Pace(apart=0.05)
    loop, began = asyncio.get_running_loop(), list[float]()
    start = loop.time()

    async def post(n: int) -> None:
        async with pace.turn(_channel(n)):
            began.append(loop.time())

    await asyncio.gather(*map(post, range(3)))
    assert all(at - start >= n * 0.05 - 0.001 for n, at in enumerate(began))


async def test_a_channel_that_waits_and_other_workspaces_hold_nobody_up() -> None:
    pace = Pace(in_channel=(1, 60.0), in_workspace=(2, 60.0), apart=0.0)
    async with pace.turn(_channel(1)):
        waiting = asyncio.create_task(pace.turn(_channel(1)).__aenter__())
        async with asyncio.timeout(5), pace.turn(_channel(2)), pace.turn(_channel(3, "T2")):
            pass
    assert not waiting.done()
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)


async def test_calls_that_fail_leave_their_places_and_what_is_quiet_is_forgotten() -> None:
    pace = Pace(in_channel=(1, 0.01), in_workspace=(1, 0.01), apart=0.0)
    for _ in range(3):
        with pytest.raises(RetryableRefusal):
            async with pace.turn(_channel(1)):
                raise RetryableRefusal("no", code="no")
    await asyncio.sleep(0.05)
    async with pace.turn(_channel(2, "T2")):
        assert list(pace.channels) == [_channel(2, "T2")]
        assert list(pace.workspaces) == ["T2"]


@pytest.mark.parametrize(
    ("status", "error", "kind"),
    [
        (429, "", RetryableRefusal),
        (429, "ratelimited", RetryableRefusal),
        (200, "ratelimited", RetryableRefusal),
        (200, "team_added_to_org", RetryableRefusal),
        (500, "", AmbiguousOutcome),
        (503, "service_unavailable", AmbiguousOutcome),
        (200, "internal_error", AmbiguousOutcome),
        (200, "", AmbiguousOutcome),
        (200, "channel_not_found", PermanentRefusal),
        (200, "is_archived", PermanentRefusal),
        (200, "something_new", PermanentRefusal),
    ],
)
def test_only_a_definite_no_counts_as_one(status: int, error: str, kind: type[DeliveryError]) -> None:
    assert type(refusal(status, error, None)) is kind


def test_a_wait_is_taken_as_told() -> None:
    assert wait_of({"Retry-After": "30"}) == timedelta(seconds=30)
    assert wait_of({"retry-after": "soon"}) is None
    assert wait_of({}) is None
