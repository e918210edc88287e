"""The chat on a real database: a channel is set up, briefed, asked, reminded, muted and left."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.action import ActionName
from bot.domain.channel import Platform
from bot.domain.post import Post, PostKind
from bot.domain.request import Arrival
from bot.store.queue import SqlQueue
from bot.store.schema import migrate
from bot.store.sql_store import SqlStore
from tests.fakes.chat import ANNA, BEN, DEMO, EVENING, ChatWorld
from tests.fakes.world import ROOM


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[ChatWorld]:
    url = f"sqlite:///{tmp_path / 'chat.db'}"
    await migrate(url)
    async with SqlStore.open(url) as store:
        made = ChatWorld(store=store)
        made.queue = SqlQueue(store)
        made.clock.at = EVENING
        await made.takes(*DEMO)
        yield made


def posts(world: ChatWorld, kind: PostKind) -> list[Post]:
    return [one.post for one in world.platform.messages if one.post.kind is kind and one.part == 0]


async def test_a_channel_from_its_first_greeting_to_its_last_word(world: ChatWorld) -> None:
    await world.desk.joined(Arrival(channel=ROOM, event_id="E-join", person=ANNA))
    await world.desk.joined(Arrival(channel=ROOM, event_id="E-join", person=ANNA))
    await world.live(EVENING)
    [greeting] = posts(world, PostKind.SETUP)

    form = (await world.press(greeting.buttons[0].action)).form
    assert form is not None
    saved = await world.submit(form.code, time="08:00", zone="Europe/Berlin", topics="")
    assert saved.paragraphs[-1] == "next: tomorrow 08:00 Europe/Berlin"
    await world.live(EVENING + dt.timedelta(seconds=30))
    [first] = posts(world, PostKind.DIGEST)
    assert [len(block.lines) > 0 for block in first.blocks] == [True, True, True]

    world.process, world.dead = "p2", {"p1"}
    buttons = {button.action.name: button.action for button in first.buttons}
    assert (await world.press(buttons[ActionName.WHY], BEN)).title == "Why these"
    assert (await world.press(buttons[ActionName.DEADLINES], BEN)).post is not None

    answer = await world.say("When does the present tariff standstill expire?", BEN, thread="t1")
    assert any("November 10" in quote.quote for quote in answer.quotes)

    reply = await world.command("now", BEN, hours="48")
    assert reply.share is not None
    assert (await world.press(reply.share.action, BEN)).paragraphs[0] == "Shared by Ben"

    await world.live(dt.datetime(2025, 11, 9, 8, tzinfo=dt.UTC))
    told = [line for post in posts(world, PostKind.REMINDER) for line in post.blocks[0].lines]
    assert told
    names = {button.action.name: button.action for button in told[-1].buttons}
    assert "Muted" in (await world.press(names[ActionName.MUTE])).paragraphs[0]
    assert (await world.press(names[ActionName.SOURCE], BEN)).quotes

    await world.desk.removed(Platform.SLACK, "local", ROOM.channel_id)
    before = len(world.platform.messages)
    await world.live(dt.datetime(2025, 11, 12, 8, tzinfo=dt.UTC))
    assert len(world.platform.messages) == before


async def test_every_change_of_the_story_is_in_the_audit_with_who_made_it(world: ChatWorld) -> None:
    await world.submit("setup", time="08:00", zone="UTC")
    await world.submit("settings", times="09:00, 17:00", length="long")
    target = (await world.command("deadlines", deadline="standstill")).buttons[0].action.target
    reply = await world.command("deadlines", deadline=target)
    await world.press(next(b.action for b in reply.buttons if b.action.name is ActionName.MUTE))
    said = "\n".join(await world.audit())
    assert "slack:U1: slack:local:C1: times, length changed" in said
    assert "chat:2 (17:00 UTC, slack:local:C1) added" in said
    assert "Muted" in said
