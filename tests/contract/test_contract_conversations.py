"""Conversations: the last turn of one person in one thread of one channel, and nobody else's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.catchup import Visit
from bot.domain.channel import Channel, Platform
from bot.domain.question import Asker, Turn
from bot.ports import Store
from tests.contract.kept import HOUR, NOON, briefing

ROOM = Channel(Platform.SLACK, "T1", "C1")
ANNA = Asker(channel=ROOM, user_id="U1", thread_id="1.0")


def _turn(text: str, asker: Asker = ANNA, hours: int = 0) -> Turn:
    return Turn(asker=asker, at=NOON + hours * HOUR, question=text, understood=text, article_ids=("a",))


async def test_the_latest_turn_comes_back_as_it_was_kept(store: Store) -> None:
    async with store.write() as unit:
        await unit.conversations.add(_turn("later", hours=1))
        await unit.conversations.add(_turn("sooner"))
    async with store.read() as unit:
        assert await unit.conversations.last(ANNA, NOON) == _turn("later", hours=1)
        assert await unit.conversations.last(ANNA, NOON + 2 * HOUR) is None


@pytest.mark.parametrize(
    "other",
    [
        replace(ANNA, user_id="U2"),
        replace(ANNA, thread_id="2.0"),
        replace(ANNA, channel=Channel(Platform.SLACK, "T1", "C2")),
        replace(ANNA, channel=Channel(Platform.SLACK, "T2", "C1")),
        replace(ANNA, channel=Channel(Platform.DISCORD, "T1", "C1")),
    ],
)
async def test_nobody_else_sees_a_turn(store: Store, other: Asker) -> None:
    async with store.write() as unit:
        await unit.conversations.add(_turn("mine"))
    async with store.read() as unit:
        assert await unit.conversations.last(other, NOON) is None


async def test_turns_are_counted_by_channel_and_by_person(store: Store) -> None:
    async with store.write() as unit:
        for asker in (ANNA, ANNA, replace(ANNA, user_id="U2")):
            await unit.conversations.add(_turn("q", asker))
    async with store.read() as unit:
        assert await unit.conversations.count(ROOM, NOON) == 3
        assert await unit.conversations.count(ROOM, NOON, "U1") == 2
        assert await unit.conversations.count(ROOM, NOON + HOUR) == 0


async def test_old_turns_are_forgotten(store: Store) -> None:
    async with store.write() as unit:
        await unit.conversations.add(_turn("old"))
        await unit.conversations.add(_turn("new", hours=2))
        await unit.conversations.forget(NOON + HOUR)
        assert await unit.conversations.count(ROOM, NOON) == 1


async def test_a_visit_is_one_persons_in_one_channel(store: Store) -> None:
    async with store.write() as unit:
        assert await unit.conversations.visited(ANNA) is None
        await unit.conversations.visit(ANNA, Visit(at=NOON))
        assert await unit.conversations.visited(ANNA) == Visit(at=NOON)
        await unit.conversations.visit(ANNA, later := Visit(at=NOON + HOUR, arrival=7))
        assert await unit.conversations.visited(replace(ANNA, thread_id="other")) == later
        assert await unit.conversations.visited(replace(ANNA, user_id="U2")) is None


async def test_briefings_shown_since_an_instant_come_oldest_first_for_that_channel_alone(
    store: Store,
) -> None:
    async with store.write() as unit:
        for name, hours in (("late", 3), ("early", 1), ("before", 0)):
            one = briefing(name, NOON + hours * HOUR, tenant_id=ROOM.tenant_id)
            await unit.briefings.put(one, NOON)
            await unit.briefings.show(ROOM, one, NOON)
        since = await unit.briefings.shown_since(ROOM, NOON)
        assert [one.id for one in since] == ["early", "late"]
        assert await unit.briefings.shown_since(Channel(Platform.SLACK, "T1", "C2"), NOON) == ()
