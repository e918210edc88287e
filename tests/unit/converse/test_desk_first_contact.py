"""The bot comes into a channel, is set up, is removed, comes back, and is forgotten."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.domain.action import ActionName
from bot.domain.channel import Channel, Platform
from bot.domain.post import PostKind
from bot.domain.request import Arrival
from bot.ports import Pause
from bot.texts import Language, speaking
from tests.fakes.chat import ANNA, BEN, DEMO, EVENING, ChatWorld, chat
from tests.fakes.messenger import Message
from tests.fakes.world import ROOM, schedule
from tests.unit.converse.saying import failure_of

TEAM = Channel(Platform.SLACK, "T1", "C7")
NEXT_DOOR = replace(ROOM, channel_id="C2")


@pytest.fixture
async def world() -> ChatWorld:
    return await chat()


def kinds(world: ChatWorld, channel: Channel = ROOM) -> list[PostKind]:
    return [one.post.kind for one in world.platform.messages if one.channel == channel and one.part == 0]


def greeting(world: ChatWorld) -> Message:
    return next(one for one in world.platform.messages if one.post.kind is PostKind.SETUP)


async def planned(world: ChatWorld) -> list[Channel]:
    async with world.store.read() as unit:
        return [one.channel for one, _ in await unit.schedules.every()]


async def paused(world: ChatWorld, *channels: Channel) -> list[Channel]:
    async with world.store.read() as unit:
        return sorted(await unit.channels.paused(channels))


async def refuses(world: ChatWorld, channel: Channel) -> None:
    async with world.store.write() as unit:
        await unit.channels.pause(channel, Pause(reason="50013: Missing Permissions", since=EVENING))


async def arrives(world: ChatWorld, channel: Channel = ROOM) -> None:
    await world.desk.joined(Arrival(channel=channel, event_id=world.new_event(), person=ANNA))
    await world.live(world.clock.at + dt.timedelta(seconds=5))


async def test_a_channel_is_greeted_once_however_often_the_bot_is_added(world: ChatWorld) -> None:
    for _ in range(3):
        await arrives(world)
    assert kinds(world) == [PostKind.SETUP]
    assert [button.action.name for button in greeting(world).post.buttons] == [ActionName.SETUP]


async def test_first_contact_and_briefing_are_told_in_the_channels_zone_and_on_its_day(
    world: ChatWorld,
) -> None:
    world.clock.at = dt.datetime(2025, 10, 30, 23, 30, tzinfo=dt.UTC)
    await arrives(world)
    await world.submit("setup", time="08:00", zone="Europe/Berlin")
    await world.live(world.clock.at + dt.timedelta(seconds=5))
    told = await world.command("why")
    assert told.title == "Sends of Friday 31 October 2025"
    for what in ("First contact", "Briefing"):
        assert any(line.startswith(f"{what} due 00:30: sent 2025-10-31 00:30:") for line in told.paragraphs)
    earlier = await world.command("why", day="2025-10-30")
    assert "No send was due." in earlier.paragraphs


async def test_a_channel_of_the_settings_file_is_not_greeted(world: ChatWorld) -> None:
    await world.register(schedule())
    await arrives(world)
    assert kinds(world) == []


async def test_a_channel_that_was_set_up_before_the_greeting_went_is_not_greeted(world: ChatWorld) -> None:
    await world.desk.joined(Arrival(channel=ROOM, event_id="E-x"))
    await world.submit("setup", time="08:00", zone="UTC")
    await world.live(world.clock.at + dt.timedelta(seconds=5))
    assert PostKind.SETUP not in kinds(world)


async def test_three_fields_set_a_channel_up_and_the_first_briefing_comes_at_once(world: ChatWorld) -> None:
    await arrives(world)
    form = (await world.press(greeting(world).post.buttons[0].action)).form
    assert form is not None
    assert {field.name: field.values for field in form.fields} == {
        "topics": (),
        "time": ("08:00",),
        "zone": ("Europe/Berlin",),
    }
    reply = await world.submit(form.code, values={field.name: field.values for field in form.fields})
    assert reply.paragraphs == (
        "Saved.",
        "The first briefing is on its way.",
        "next: tomorrow 08:00 Europe/Berlin",
    )
    assert world.woken > 0
    await world.live(world.clock.at + dt.timedelta(seconds=5))
    assert kinds(world).count(PostKind.DIGEST) == 1


async def test_the_first_scheduled_digest_tells_what_came_since_the_first_briefing(world: ChatWorld) -> None:
    await world.submit("setup", time="08:00", zone="UTC")
    await world.live(EVENING + dt.timedelta(days=1))
    first, second = (
        one.post for one in world.platform.messages if one.post.kind is PostKind.DIGEST and one.part == 0
    )
    assert first.blocks
    assert "No articles in this window (2025-10-30 18:30" in second.notice


async def test_setting_up_twice_brings_no_second_first_briefing(world: ChatWorld) -> None:
    await world.submit("setup", time="08:00", zone="UTC")
    again = await world.submit("setup", time="09:00", zone="UTC")
    assert "The first briefing is on its way." not in again.paragraphs
    await world.live(world.clock.at + dt.timedelta(seconds=5))
    assert kinds(world).count(PostKind.DIGEST) == 1


async def test_the_greetings_button_opens_all_settings_once_the_channel_is_set_up(world: ChatWorld) -> None:
    await arrives(world)
    await world.submit("setup", time="08:00", zone="UTC")
    form = (await world.press(greeting(world).post.buttons[0].action)).form
    assert form is not None
    assert form.name == "settings"


async def test_who_may_not_manage_the_channel_does_not_set_it_up(world: ChatWorld) -> None:
    await arrives(world)
    assert "manages" in failure_of(await world.press(greeting(world).post.buttons[0].action, BEN)).what
    assert "manages" in failure_of(await world.submit("setup", BEN, time="08:00", zone="UTC")).what
    assert kinds(world) == [PostKind.SETUP]


async def test_out_of_a_channel_nothing_is_sent_to_it_any_more(world: ChatWorld) -> None:
    await world.submit("setup", time="20:00", zone="UTC")
    await world.live(world.clock.at + dt.timedelta(seconds=5))
    before = len(world.platform.messages)
    await world.desk.removed(Platform.SLACK, "local", ROOM.channel_id)
    await world.live(EVENING + dt.timedelta(days=3))
    assert len(world.platform.messages) == before
    await arrives(world)
    await world.live(EVENING + dt.timedelta(days=4))
    assert len(world.platform.messages) > before


async def test_what_comes_back_brings_back_no_channel_that_the_bot_was_removed_from(world: ChatWorld) -> None:
    """Nor one of another platform: those who are at home here are one tenant on both."""
    elsewhere = Channel(Platform.DISCORD, "local", "D1")
    for channel in (ROOM, NEXT_DOOR, elsewhere):
        await world.submit("setup", channel=channel, time="20:00", zone="UTC")
    await world.desk.removed(Platform.DISCORD, "local")
    for channel in (ROOM, NEXT_DOOR):
        await world.desk.removed(Platform.SLACK, "local", channel.channel_id)
    await arrives(world, NEXT_DOOR)
    assert await planned(world) == [NEXT_DOOR]
    await world.desk.removed(Platform.SLACK, "local")
    await arrives(world, NEXT_DOOR)
    assert await planned(world) == [NEXT_DOOR]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("refused", [False, True])
async def test_installing_again_brings_back_no_channel_that_the_bot_was_removed_from(
    world: ChatWorld, language: Language, refused: bool
) -> None:
    """Whatever language was spoken when it was, and though the channel had refused before."""
    for channel in (ROOM, NEXT_DOOR):
        await world.submit("setup", channel=channel, time="20:00", zone="UTC")
    if refused:
        await refuses(world, NEXT_DOOR)
    with speaking(language):
        await world.desk.removed(Platform.SLACK, "local", NEXT_DOOR.channel_id)
    for _ in range(2):
        await world.desk.removed(Platform.SLACK, "local")
        await world.desk.installed(Platform.SLACK, "local", ANNA)
        assert await planned(world) == [ROOM]
        assert await paused(world, ROOM, NEXT_DOOR) == [NEXT_DOOR]
    await arrives(world, NEXT_DOOR)
    assert await planned(world) == [ROOM, NEXT_DOOR]


async def test_a_server_that_invites_the_bot_again_goes_on_where_it_was_refused(world: ChatWorld) -> None:
    refused, other, left = (Channel(Platform.DISCORD, "local", name) for name in ("D1", "D2", "D3"))
    for channel in (refused, other, left):
        await world.submit("setup", channel=channel, time="20:00", zone="UTC")
    await refuses(world, refused)
    await world.desk.removed(Platform.DISCORD, "local", left.channel_id)
    await world.desk.removed(Platform.DISCORD, "local")
    await world.desk.joined(Arrival(channel=other, event_id=world.new_event(), person=ANNA))
    assert await planned(world) == [refused, other]
    assert await paused(world, refused, other, left) == [left]


async def test_a_channel_of_the_settings_file_goes_on_when_the_bot_is_back(world: ChatWorld) -> None:
    await world.register(schedule())
    await world.desk.removed(Platform.SLACK, "local", ROOM.channel_id)
    await arrives(world)
    assert await planned(world) == [ROOM]
    assert kinds(world) == []
    await world.desk.removed(Platform.SLACK, "local")
    assert await planned(world) == []
    await arrives(world, NEXT_DOOR)
    assert await planned(world) == [ROOM]
    await world.desk.removed(Platform.SLACK, "local")
    await world.desk.installed(Platform.SLACK, "local", ANNA)
    assert await planned(world) == [ROOM]


async def test_uninstalling_stops_what_is_under_way_at_once(world: ChatWorld) -> None:
    await world.takes(*DEMO, tenant_id="T1")
    await world.submit("setup", channel=TEAM, time="20:00", zone="UTC")
    await world.desk.removed(Platform.SLACK, "T1")
    await world.live(EVENING + dt.timedelta(days=2))
    assert kinds(world, TEAM) == []
    assert any("removed from slack:T1" in line for line in await world.audit("T1"))


async def test_who_comes_back_within_the_time_has_everything_again(world: ChatWorld) -> None:
    await world.takes(*DEMO, tenant_id="T1")
    await world.submit("setup", channel=TEAM, time="20:00", zone="UTC")
    await world.live(world.clock.at + dt.timedelta(seconds=5))
    await world.desk.removed(Platform.SLACK, "T1")
    world.clock.at += dt.timedelta(days=29)
    assert await world.tidy.run() == 0
    await arrives(world, TEAM)
    before = len(kinds(world, TEAM))
    await world.live(world.clock.at + dt.timedelta(days=1))
    assert len(kinds(world, TEAM)) == before + 1
    assert PostKind.SETUP not in kinds(world, TEAM)


async def test_what_is_kept_of_a_tenant_is_deleted_on_schedule_and_nothing_of_others(
    world: ChatWorld,
) -> None:
    await world.takes(*DEMO, tenant_id="T1")
    await world.submit("setup", channel=TEAM, time="20:00", zone="UTC")
    await world.desk.removed(Platform.SLACK, "T1")
    world.clock.at += dt.timedelta(days=31)
    assert await world.tidy.run() == 1
    assert await world.tidy.run() == 0
    async with world.store.read() as unit:
        assert await unit.articles.count("T1") == 0
        assert await unit.preferences.every("T1") == ()
        assert await unit.articles.count("local") > 0
    told = await world.command("sources", channel=TEAM)
    assert told.paragraphs[-1] == "No article with a named outlet is stored."


async def test_the_channels_of_a_tenant_are_those_that_are_served(world: ChatWorld) -> None:
    await world.register(schedule())
    await world.submit("setup", channel=Channel(Platform.SLACK, "local", "C0"), time="08:00", zone="UTC")
    await world.submit("setup", channel=TEAM, time="08:00", zone="UTC")
    channels = await world.desk.channels(Platform.SLACK, "local")
    assert [one.channel_id for one in channels] == ["C0", "C1"]
    assert await world.desk.channels(Platform.DISCORD, "local") == ()
