"""Suggestions while typing, and the home page."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.converse.suggest import LONGEST, MOST
from bot.domain.channel import Channel, Platform, Topic
from bot.domain.command import BY_NAME, Suggest
from bot.domain.request import Typing
from bot.domain.source import Wanted
from bot.gather.listed import Listed
from bot.ports import Pause
from tests.fakes.chat import ANNA, BEN, EVENING, ChatWorld, chat
from tests.fakes.world import ROOM, PowerCut

ABROAD = Channel(Platform.SLACK, "T-other", "C1")


@pytest.fixture
async def world() -> ChatWorld:
    return await chat()


async def offered(world: ChatWorld, what: Suggest, typed: str = "", channel: Channel = ROOM) -> list[str]:
    typing = Typing(channel=channel, person=ANNA, suggest=what, typed=typed)
    return [one.label for one in await world.desk.suggest(typing)]


@pytest.mark.parametrize("what", list(Suggest))
async def test_suggestions_fit_both_platforms(world: ChatWorld, what: Suggest) -> None:
    world.topics.update({f"topic {n}": Topic(name=f"topic {n}", any_of=("dock",)) for n in range(40)})
    await world.command("deadlines")
    listed = Listed(store=world.store, clock=world.clock)
    await listed.add("local", [Wanted(url=f"https://{n}.test/", name="n" * 200) for n in range(30)], "U1")
    typing = Typing(channel=ROOM, person=ANNA, suggest=what)
    choices = await world.desk.suggest(typing)
    assert 0 < len(choices) <= MOST
    assert all(0 < len(one.value) <= LONGEST and 0 < len(one.label) <= LONGEST for one in choices)


async def test_what_begins_with_what_is_typed_comes_first(world: ChatWorld) -> None:
    assert await offered(world, Suggest.COMMANDS) == list(BY_NAME)
    assert await offered(world, Suggest.COMMANDS, "S") == ["sources", "settings", "ask", "deadlines"]
    assert (await offered(world, Suggest.ZONES, "europe/ber"))[0] == "Europe/Berlin"
    assert await offered(world, Suggest.SOURCES, "ninefold") == ["Ninefold Wire"]
    assert await offered(world, Suggest.TOPICS, "no such") == []


async def test_a_suggested_deadline_comes_back_as_that_deadline(world: ChatWorld) -> None:
    await world.command("deadlines")
    [label] = await offered(world, Suggest.DEADLINES, "tariff standstill")
    typing = Typing(channel=ROOM, person=ANNA, suggest=Suggest.DEADLINES, typed="tariff standstill")
    [choice] = await world.desk.suggest(typing)
    assert label.startswith("2025-11-10 ")
    reply = await world.command("deadlines", deadline=choice.value)
    assert reply.buttons[0].action.target == choice.value


async def test_a_tenant_is_offered_nothing_of_another(world: ChatWorld) -> None:
    await world.command("deadlines")
    assert await offered(world, Suggest.DEADLINES, channel=ABROAD) == []
    assert await offered(world, Suggest.SOURCES, channel=ABROAD) == []


async def test_what_shows_nothing_is_not_offered(world: ChatWorld) -> None:
    world.topics["\u200b\u202e"] = Topic(name="\u200b\u202e", any_of=("ale",))
    world.topics["ale"] = Topic(name="ale", any_of=("ale",))
    assert await offered(world, Suggest.TOPICS) == ["ale"]


async def test_topics_of_the_channel_come_before_the_others(world: ChatWorld) -> None:
    world.topics["zinc"] = Topic(name="zinc", any_of=("zinc",))
    world.topics["ale"] = Topic(name="ale", any_of=("ale",))
    await world.submit("settings", topics="zinc")
    assert await offered(world, Suggest.TOPICS) == ["zinc", "ale"]


async def test_suggestions_that_fail_are_none(world: ChatWorld, caplog: pytest.LogCaptureFixture) -> None:
    world.topics = None  # type: ignore[assignment] # breaks in a way nobody foresaw
    assert await offered(world, Suggest.TOPICS) == []
    assert [getattr(record, "action", "") for record in caplog.records] == ["suggest_failed"]


async def test_the_home_page_shows_the_persons_channels_next_sends_and_what_is_ahead(
    world: ChatWorld,
) -> None:
    await world.command("deadlines")
    await world.submit(
        "settings", times="08:00", zone="Europe/Berlin", topics="cerrolite", quiet="22-7", weekdays=["0", "4"]
    )
    home = await world.desk.home(ANNA, [ROOM])
    [channel] = home.channels
    assert channel.lines == (
        "next: tomorrow 08:00 Europe/Berlin",
        'Topics: "cerrolite"',
        "Only on Monday, Friday",
        "Quiet from 22:00 to 07:00",
        "Reminders before a deadline: 7 days, 1 day, on its day",
    )
    assert [button.action.name for button in channel.buttons] == ["settings"]
    assert home.ahead is not None
    assert len(home.ahead.blocks[0].lines) == 5


async def test_the_home_page_says_what_is_paused_and_what_is_off(world: ChatWorld) -> None:
    await world.submit("settings", reminders="")
    async with world.store.write() as unit:
        await unit.channels.pause(ROOM, Pause(reason="not_in_channel", since=EVENING))
    [channel] = (await world.desk.home(BEN, [ROOM])).channels
    assert channel.lines == (
        "Paused since 30 October 2025: not_in_channel",
        "No briefing is scheduled here.",
        "Topics: everything",
        "No reminders",
    )


async def test_no_send_is_told_ahead_of_a_channel_that_is_paused(world: ChatWorld) -> None:
    await world.submit("settings", times="08:00", zone="UTC")
    async with world.store.write() as unit:
        await unit.channels.pause(ROOM, Pause(reason="not_in_channel", since=EVENING))
    [channel] = (await world.desk.home(BEN, [ROOM])).channels
    told = await world.command("why")
    for lines in (channel.lines, told.paragraphs):
        assert "Paused since 30 October 2025: not_in_channel" in lines
        assert not any(line.startswith("next:") for line in lines)


async def test_a_home_page_without_channels_says_how_to_get_one(world: ChatWorld) -> None:
    home = await world.desk.home(ANNA, [])
    assert home.ahead is None
    assert "Invite me" in home.paragraphs[0]


async def test_a_home_page_that_cannot_be_made_says_so(world: ChatWorld) -> None:
    world.policies = None  # type: ignore[assignment] # breaks in a way nobody foresaw
    home = await world.desk.home(ANNA, [ROOM])
    assert home.channels == ()
    assert "our fault" in home.paragraphs[0]


async def test_ending_is_not_an_error_to_be_told(world: ChatWorld) -> None:
    world.power.back(fails_in=0)
    with pytest.raises(PowerCut):
        await world.desk.home(ANNA, [ROOM])
    world.clock.at += dt.timedelta(seconds=1)
