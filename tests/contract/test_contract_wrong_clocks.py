"""A clock that was wrong and is put right: every article is in one digest, and none waits for a year."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from dataclasses import replace

import pytest

from bot.domain.channel import LOCAL_TENANT
from bot.domain.delivery import Delivery, State
from bot.domain.post import PostKind
from bot.domain.question import Asker
from bot.ports import Store
from bot.store.queue import SqlQueue
from bot.store.sql_store import SqlStore
from tests.contract.kept import article
from tests.fakes.chat import ChatWorld
from tests.fakes.memory_store import MemoryStore
from tests.fakes.world import MONDAY, ROOM, schedule

pytestmark = pytest.mark.untraced

HOUR = dt.timedelta(hours=1)
DAY = 24 * HOUR
YEAR = 365 * DAY
EIGHT = MONDAY + 8 * HOUR
TRUCE = "The trade truce between Kestria and Valdoro expires on 20 November."
LONGER = (
    "Kestria and Valdoro extended the trade truce, which was to expire on 20 November, until 30 November, "
    "ministers said on Wednesday."
)


@pytest.fixture
async def world(store: Store) -> ChatWorld:
    """A bot with a digest each morning, which has sent the first one."""
    made = ChatWorld(store=store)
    if not isinstance(store, MemoryStore):
        assert isinstance(store, SqlStore)
        made.queue = SqlQueue(store)
    await made.register(schedule())
    await made.live(EIGHT + HOUR)
    return made


async def _takes(world: ChatWorld, id_: str, published: dt.datetime, body: str = "") -> None:
    told = {"id": id_, "title": f"Title {id_}", "source": "Sarrow Post", "published": published.isoformat()}
    body = body or f"The council of harbour {id_} agreed to buy {len(id_)} cranes, it said."
    await world.takes(json.dumps({**told, "body": body}))


async def _digests(world: ChatWorld) -> list[tuple[Delivery, list[str]]]:
    """The digests that were sent, in the order of their days, each with the articles that it told."""
    found = []
    async with world.store.read() as unit:
        for one in await world.deliveries():
            made = await unit.briefings.get(LOCAL_TENANT, one.briefing_id or "")
            if one.state is State.SENT and made:
                found.append((one, sorted(id_ for story in made.stories for id_ in story.article_ids)))
    return found


async def _told(world: ChatWorld) -> Counter[str]:
    return Counter(id_ for _, ids in await _digests(world) for id_ in ids)


async def test_an_article_of_the_day_that_comes_twice_is_in_the_next_digest(world: ChatWorld) -> None:
    await _takes(world, "a", world.clock.at)
    await world.live(EIGHT + 2 * DAY + HOUR)
    world.clock.at -= DAY
    await _takes(world, "b", world.clock.at)
    await world.live(world.clock.at + 12 * HOUR)
    await _takes(world, "c", world.clock.at)
    await world.live(EIGHT + 6 * DAY)
    assert await _told(world) == {"a": 1, "b": 1, "c": 1}
    days = [one.local_date for one, ids in await _digests(world) if "b" in ids]
    assert days == [(MONDAY + 3 * DAY).date()]


async def test_a_clock_a_year_ahead_loses_and_repeats_nothing_and_holds_up_no_digest(
    world: ChatWorld,
) -> None:
    await _takes(world, "before", EIGHT)
    world.clock.at += YEAR
    await _takes(world, "future", MONDAY + YEAR)
    await _takes(world, "recent", EIGHT)
    await world.live(world.clock.at + 2 * DAY)
    ahead = world.clock.at
    world.clock.at -= YEAR
    await _takes(world, "after", world.clock.at)
    first, last = world.clock.at, world.clock.at + 8 * DAY
    await world.live(last)
    told = await _told(world)
    assert told == {"before": 1, "future": 1, "recent": 1, "after": 1}
    days = [one.local_date for one, _ in await _digests(world)]
    since = [day for day in days if first.date() < day <= last.date()]
    assert since == [first.date() + n * DAY for n in range(1, 9)]
    async with world.store.read() as unit:
        stamped = {one.id: one.seen for one in await unit.articles.heads(LOCAL_TENANT, ["after"], [])}
    assert stamped == {"after": first}
    world.clock.at = ahead + DAY
    await _takes(world, "at last", world.clock.at)
    await world.live(world.clock.at + 3 * DAY)
    assert await _told(world) == {**told, "at last": 1}


async def test_what_a_clock_that_was_ahead_told_is_not_told_again_but_its_change_is(world: ChatWorld) -> None:
    await _takes(world, "a", EIGHT + DAY)
    world.clock.at += DAY
    await world.live(world.clock.at)
    world.clock.at -= DAY
    await _takes(world, "b", world.clock.at)
    await world.register(schedule(), schedule("evening", at=dt.time(18)))
    await world.live(MONDAY + 20 * HOUR)
    assert await _told(world) == {"a": 1, "b": 1}
    await _takes(world, "a", EIGHT + DAY + HOUR, "The council of harbour a bought no cranes, it said.")
    await world.live(EIGHT + 4 * DAY)
    assert await _told(world) == {"a": 2, "b": 1}


async def test_a_digest_of_before_arrivals_were_noted_counts_by_its_time(world: ChatWorld) -> None:
    async with world.store.write() as unit:
        kept = [one for one in await world.deliveries() if one.state is State.SENT]
        await unit.deliveries.save([replace(one, upto=None) for one in kept])
        await unit.articles.add([article("told", seen=EIGHT - HOUR), article("new", seen=EIGHT + HOUR)])
    await world.live(EIGHT + DAY + HOUR)
    assert await _told(world) == {"new": 1}


async def test_a_move_that_came_in_after_the_clock_was_set_back_corrects_the_digest_once(
    world: ChatWorld,
) -> None:
    await _takes(world, "a", EIGHT, TRUCE)
    await world.live(EIGHT + 2 * DAY + HOUR)
    world.clock.at -= 2 * DAY
    await _takes(world, "b", world.clock.at, LONGER)
    await world.live(world.clock.at + HOUR)
    await world.live(EIGHT + 5 * DAY)
    notes = [one.post for one in world.platform.messages if one.post.kind is PostKind.NOTICE]
    assert len([one for one in notes if "30 Nov" in repr(one)]) == 1
    assert {one.state for one in await world.deliveries()} == {State.SENT}


async def test_a_bot_of_the_version_before_that_still_runs_holds_up_no_correction(world: ChatWorld) -> None:
    await _takes(world, "a", EIGHT, TRUCE)
    await world.live(EIGHT + DAY + HOUR)
    async with world.store.write() as unit:
        await unit.checkpoints.put(LOCAL_TENANT, "corrections", world.clock.at.isoformat())
    await _takes(world, "b", world.clock.at, LONGER)
    await world.live(world.clock.at + HOUR)
    notes = [one.post for one in world.platform.messages if one.post.kind is PostKind.NOTICE]
    assert len([one for one in notes if "30 Nov" in repr(one)]) == 1


@pytest.mark.parametrize("ahead", [HOUR, DAY, YEAR])
async def test_a_visit_that_lies_ahead_hides_nothing_that_came_in_since(
    world: ChatWorld, ahead: dt.timedelta
) -> None:
    anna = Asker(channel=ROOM, user_id="U1")
    world.clock.at += ahead
    await world.cases.catch_up.run(anna)
    world.clock.at -= ahead
    await _takes(world, "a", world.clock.at, TRUCE)
    await world.keep.run(LOCAL_TENANT)
    world.clock.at += HOUR / 2
    (news,) = (await world.cases.catch_up.run(anna)).news
    assert "20 November" in news.text
    world.clock.at += HOUR
    assert (await world.cases.catch_up.run(anna)).news == ()
