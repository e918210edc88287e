"""A channel that refuses for good: who brought the bot is told once, alone."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.domain.channel import LOCAL_TENANT, Channel, Platform
from bot.domain.delivery import State
from bot.domain.post import Post
from bot.domain.request import Arrival
from tests.fakes.chat import ANNA, BEN, ChatWorld, chat
from tests.fakes.world import ROOM

DAY = dt.timedelta(days=1)
OTHER = Channel(Platform.SLACK, LOCAL_TENANT, "C-other")
HERS = Channel(Platform.SLACK, LOCAL_TENANT, ANNA.id)


@pytest.fixture
async def world() -> ChatWorld:
    made = await chat()
    made.platform.writes_to_people = True
    return made


def told(world: ChatWorld, channel: Channel = HERS) -> list[Post]:
    return [one.post for one in world.platform.messages if one.channel == channel]


async def lives(world: ChatWorld, time: dt.timedelta = DAY) -> None:
    await world.live(world.clock.at + time)


async def test_who_set_up_the_channel_is_told_once_why_and_how_it_goes_on(world: ChatWorld) -> None:
    world.platform.gone = {ROOM}
    await world.submit("setup", time="20:00", zone="UTC")
    await lives(world, 3 * DAY)
    (post,) = told(world)
    assert post.about == ROOM
    assert "channel_not_found: the channel is gone" in post.notice
    assert "invite the bot again" in post.notice


async def test_who_installed_the_bot_is_told_and_not_who_set_up_a_channel(world: ChatWorld) -> None:
    world.platform.gone = {ROOM}
    await world.desk.installed(Platform.SLACK, LOCAL_TENANT, BEN)
    await world.submit("setup", time="20:00", zone="UTC")
    await lives(world)
    assert told(world) == []
    assert len(told(world, Channel(Platform.SLACK, LOCAL_TENANT, BEN.id))) == 1


async def test_a_channel_that_goes_on_and_refuses_again_is_told_again(world: ChatWorld) -> None:
    world.platform.gone = {ROOM}
    await world.submit("setup", time="20:00", zone="UTC")
    await lives(world)
    await world.desk.joined(Arrival(channel=ROOM, event_id=world.new_event(), person=ANNA))
    await lives(world, 2 * DAY)
    assert len(told(world)) == 2


async def test_an_owner_who_cannot_be_told_either_is_not_tried_for_every_channel(world: ChatWorld) -> None:
    world.platform.gone = {ROOM, OTHER, HERS}
    for channel in (ROOM, OTHER):
        await world.submit("setup", channel=channel, time="20:00", zone="UTC")
    await lives(world)
    states = sorted(one.state for one in await world.deliveries() if one.channel == HERS)
    assert states == [State.FAILED, State.SKIPPED]


async def test_of_a_word_to_one_person_that_is_refused_the_owner_is_not_told(world: ChatWorld) -> None:
    """It has no channel that could be named, and none that could be mended."""
    his = Channel(Platform.SLACK, LOCAL_TENANT, BEN.id)
    world.platform.gone = {his}
    await world.submit("setup", time="20:00", zone="UTC")
    await world.submit("setup", channel=his, time="20:00", zone="UTC")
    await lives(world)
    assert [one.channel for one in await world.deliveries() if one.state is State.FAILED] == [his]
    assert told(world) == []


async def test_where_nobody_is_known_or_people_cannot_be_written_to_nothing_is_tried(
    world: ChatWorld,
) -> None:
    world.platform.writes_to_people = False
    world.platform.gone = {ROOM}
    await world.submit("setup", time="20:00", zone="UTC")
    await lives(world)
    assert {one.channel for one in await world.deliveries()} == {ROOM}


@pytest.mark.untraced
@pytest.mark.parametrize("step", range(0, 60, 4))
async def test_a_power_cut_at_any_step_leaves_one_word(world: ChatWorld, step: int) -> None:
    await world.submit("setup", time="20:00", zone="UTC")
    world.platform.gone = {ROOM}
    await world.live(world.clock.at + DAY / 4, [step, step // 2])
    assert len(told(world)) == 1
