"""Events of a platform: each is answered once, and what a crash left is answered again."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pytest

from bot.converse.claims import MOST_WAITING
from bot.domain.action import Action, ActionName
from bot.domain.channel import Platform
from bot.domain.form import Filled
from bot.domain.request import Arrival, Press, Request, Said
from tests.fakes.chat import ANNA, ChatWorld, chat
from tests.fakes.world import ROOM, PowerCut

HELP = Request(channel=ROOM, person=ANNA, command="help", event_id="E-1")
SET_UP = Filled(
    form="setup", channel=ROOM, person=ANNA, values={"time": ("08:00",), "zone": ("UTC",)}, event_id="E-2"
)


@pytest.fixture
async def world() -> ChatWorld:
    return await chat()


async def test_an_event_that_is_delivered_twice_is_answered_once(world: ChatWorld) -> None:
    desk = world.desk
    assert await desk.command(HELP) is not None
    assert await desk.command(HELP) is None
    await desk.answered(Platform.SLACK, HELP.event_id)
    assert await desk.command(HELP) is None
    assert await world.desk.command(HELP) is None


async def test_the_same_id_on_another_platform_is_another_event(world: ChatWorld) -> None:
    elsewhere = Request(
        channel=type(ROOM)(Platform.DISCORD, "g", "c"), person=ANNA, command="help", event_id="E-1"
    )
    assert await world.desk.command(HELP) is not None
    assert await world.desk.command(elsewhere) is not None


async def test_every_kind_of_event_is_deduplicated(world: ChatWorld) -> None:
    desk = world.desk
    press = Press(channel=ROOM, person=ANNA, action=Action(name=ActionName.FEEDBACK), event_id="E-3")
    said = Said(channel=ROOM, person=ANNA, text="help", event_id="E-4", thread="t")
    assert [await desk.press(press) is None for _ in range(2)] == [False, True]
    assert [await desk.said(said) is None for _ in range(2)] == [False, True]
    assert [await desk.submit(SET_UP) is None for _ in range(2)] == [False, True]


async def test_an_event_without_an_id_is_answered_each_time(world: ChatWorld) -> None:
    nameless = Request(channel=ROOM, person=ANNA, command="catchup", event_id="")
    await world.command("deadlines")
    first = await world.desk.command(nameless)
    world.clock.at += dt.timedelta(seconds=1)
    second = await world.desk.command(nameless)
    assert first is not None
    assert second is not None
    assert len(first.paragraphs) > 1
    assert second.paragraphs == ("Nothing changed.",)
    await world.desk.answered(Platform.SLACK, "")


async def test_what_a_dead_process_took_is_answered_when_it_is_delivered_again(world: ChatWorld) -> None:
    assert await world.desk.command(HELP) is not None
    world.process = "p2"
    assert await world.desk.command(HELP) is None
    world.dead = {"p1"}
    assert await world.desk.command(HELP) is not None
    await world.desk.answered(Platform.SLACK, HELP.event_id)
    world.dead = {"p1", "p2"}
    assert await world.desk.command(HELP) is None


async def test_what_a_living_process_never_ended_lapses(world: ChatWorld) -> None:
    assert await world.desk.command(HELP) is not None
    world.clock.at += dt.timedelta(minutes=3)
    assert await world.desk.command(HELP) is not None


async def test_events_are_remembered_for_a_day(world: ChatWorld) -> None:
    desk = world.desk
    await desk.command(HELP)
    await desk.answered(Platform.SLACK, HELP.event_id)
    world.clock.at += dt.timedelta(hours=23)
    await world.tidy.run()
    assert await desk.command(HELP) is None
    world.clock.at += dt.timedelta(hours=3)
    await world.tidy.run()
    assert await desk.command(HELP) is not None


async def test_a_share_that_was_not_seen_is_shown_again_and_another_press_is_not(world: ChatWorld) -> None:
    reply = await world.command("deadlines")
    assert reply.share is not None
    press = Press(channel=ROOM, person=ANNA, action=reply.share.action, event_id="E-9")
    first = await world.desk.press(press)
    world.dead, world.process = {"p1"}, "p2"
    again = await world.desk.press(press)
    assert first is not None
    assert first == again
    other = await world.desk.press(
        Press(channel=ROOM, person=ANNA, action=reply.share.action, event_id="E-10")
    )
    assert other is not None
    assert other.failure is not None


@pytest.mark.untraced
@pytest.mark.parametrize("step", range(12))
async def test_a_power_cut_at_any_step_of_a_set_up_leaves_one_briefing_and_one_schedule(step: int) -> None:
    world = await chat()
    world.power.back(fails_in=step)
    try:
        await world.desk.submit(SET_UP)
    except PowerCut:
        world.dead, world.process = {"p1"}, "p2"
    world.power.back()
    await world.desk.submit(SET_UP)
    await world.desk.answered(Platform.SLACK, SET_UP.event_id)
    await world.live(world.clock.at + dt.timedelta(seconds=5))
    digests = [one for one in world.platform.messages if one.post.kind == "digest"]
    assert [one.part for one in digests] == [0, 1]
    async with world.store.read() as unit:
        assert [one.id for one, _ in await unit.schedules.every()] == ["chat:slack:local:C1:1"]


@pytest.mark.parametrize("step", range(8))
async def test_a_power_cut_at_any_step_of_an_arrival_leaves_one_greeting(step: int) -> None:
    world = await chat()
    arrival = Arrival(channel=ROOM, event_id="E-5")
    world.power.back(fails_in=step)
    try:
        await world.desk.joined(arrival)
    except PowerCut:
        world.dead, world.process = {"p1"}, "p2"
    world.power.back()
    await world.desk.joined(arrival)
    await world.live(world.clock.at + dt.timedelta(seconds=5))
    assert [one.post.kind for one in world.platform.messages] == ["setup"]


async def test_answers_that_nobody_confirms_are_not_waited_for_without_end(world: ChatWorld) -> None:
    seen: list[int] = []
    claims = world.claims

    async def note(n: int) -> None:
        seen.append(n)

    for n in range(MOST_WAITING + 1):
        await claims.after(Platform.SLACK, f"E{n}", partial(note, n))
    assert len(claims.then) == MOST_WAITING
    await claims.answered(Platform.SLACK, "E0")
    await claims.answered(Platform.SLACK, "E1")
    assert seen == [1]
