"""A clock that was wrong and is put right: every article is in one digest, and none waits for a year."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from dataclasses import replace

import pytest

from bot.domain.channel import LOCAL_TENANT, Topic
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


async def _takes(world: ChatWorld, id_: str, published: dt.date, body: str = "") -> None:
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


@pytest.mark.parametrize("behind", [2 * DAY, 5 * DAY])
async def test_news_ahead_of_a_clock_that_is_behind_are_told_once_it_reaches_them(
    world: ChatWorld, behind: dt.timedelta
) -> None:
    now = EIGHT + behind + HOUR
    await _takes(world, "present", now)
    await world.live(EIGHT + DAY + HOUR)
    assert await _told(world) == {}
    await _takes(world, "soon", world.clock.at + DAY / 2)
    await world.live(EIGHT + 12 * DAY)
    assert await _told(world) == {"present": 1, "soon": 1}
    (day,) = [one.local_date for one, ids in await _digests(world) if "present" in ids]
    assert day == (MONDAY + behind).date()


@pytest.mark.parametrize("behind", [2 * DAY, 5 * DAY])
async def test_a_clock_that_was_behind_and_is_mended_loses_and_repeats_nothing(
    world: ChatWorld, behind: dt.timedelta
) -> None:
    now = world.clock.at + DAY + behind
    await _takes(world, "a", now)
    await _takes(world, "day alone", now.date())
    await world.live(world.clock.at + DAY)
    world.clock.at += behind
    await _takes(world, "b", world.clock.at)
    await world.live(world.clock.at + DAY)
    world.clock.at -= behind
    await _takes(world, "c", now + DAY)
    await world.live(world.clock.at + DAY)
    world.clock.at += behind
    await world.live(world.clock.at + 9 * DAY)
    assert await _told(world) == {"a": 1, "day alone": 1, "b": 1, "c": 1}


async def test_of_what_a_clock_behind_held_back_for_long_only_the_news_of_a_week_are_told(
    world: ChatWorld,
) -> None:
    await _takes(world, "old", EIGHT + 20 * DAY)
    await _takes(world, "new", EIGHT + 58 * DAY)
    await world.live(EIGHT + DAY + HOUR)
    world.clock.at += 60 * DAY
    await world.live(world.clock.at + 3 * DAY)
    assert await _told(world) == {"new": 1}


async def test_what_is_told_once_a_clock_reaches_it_is_on_the_topics_of_the_channel(world: ChatWorld) -> None:
    world.topics["cranes"] = Topic(name="cranes", any_of=("cranes",))
    await world.register(schedule(topics=("cranes",)))
    await world.live(EIGHT + DAY + HOUR)
    await _takes(world, "cranes", EIGHT + 5 * DAY)
    await _takes(world, "boats", EIGHT + 5 * DAY, "The council agreed to buy three boats, it said.")
    await world.live(EIGHT + 9 * DAY)
    assert await _told(world) == {"cranes": 1}


async def test_a_first_digest_tells_the_news_of_its_day_that_came_in_under_a_clock_that_was_behind(
    world: ChatWorld,
) -> None:
    other = replace(ROOM, channel_id="C2")
    await _takes(world, "of the day", EIGHT + 5 * DAY)
    await _takes(world, "older", EIGHT + 3 * DAY)
    world.clock.at += 5 * DAY + 2 * HOUR
    await world.register(schedule(), schedule("other", channel=other, at=dt.time(12)))
    await world.live(MONDAY + 5 * DAY + 13 * HOUR)
    assert [ids for one, ids in await _digests(world) if one.channel == other] == [["of the day"]]


async def test_a_digest_says_how_many_of_the_news_it_holds_back_once(world: ChatWorld) -> None:
    await _takes(world, "ahead", EIGHT + 8 * DAY)
    await world.live(EIGHT + 2 * DAY + HOUR)
    told = [one.post.subtitle for one in world.platform.messages if one.part == 0]
    assert [text.count("1 article dated in the future held back") for text in told] == [0, 1, 0]


async def test_a_channel_that_moves_from_zone_to_zone_loses_and_repeats_no_news_of_a_day_ahead(
    world: ChatWorld,
) -> None:
    days = [f"day {n}" for n in range(2, 12)]
    for n, id_ in enumerate(days, start=2):
        await _takes(world, id_, (EIGHT + n * DAY).date())
    for n in range(14):
        zone = ("America/Los_Angeles", "Pacific/Kiritimati", "Europe/Berlin")[n % 3]
        await world.register(schedule(zone=zone, at=dt.time(7 * n % 24)))
        await world.live(EIGHT + (n + 1) * DAY)
    assert await _told(world) == dict.fromkeys(days, 1)


async def test_an_empty_digest_names_the_last_day_of_news_and_none_to_come_where_there_is_another(
    world: ChatWorld,
) -> None:
    await _takes(world, "to come", EIGHT + 30 * DAY)
    await world.live(EIGHT + DAY + HOUR)
    await _takes(world, "of the day", EIGHT + DAY)
    await world.live(EIGHT + 3 * DAY + HOUR)
    posts = [repr(one.post) for one in world.platform.messages if one.part == 0]
    told = [re.findall(r"newest stored article is of ([0-9-]+)", post) for post in posts]
    assert told == [[], ["2025-12-03"], [], ["2025-11-04"]]
