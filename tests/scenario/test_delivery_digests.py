"""What a digest covers, and that nothing which breaks holds up what does not."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from dataclasses import replace

from bot.brief.readers import FIRST
from bot.brief.select import MAX_AGE, oldest_day
from bot.domain.article import Article
from bot.domain.briefing import Briefing
from bot.domain.channel import LOCAL_TENANT, Channel, Platform, Topic
from bot.domain.delivery import Delivery, Reason, State
from bot.domain.post import PostKind
from bot.domain.schedule import QuietHours
from summarizers.types import Publication
from tests.contract.kept import article
from tests.fakes.chat import ChatWorld
from tests.fakes.messenger import Fault
from tests.fakes.world import MONDAY, ROOM, World, schedule

DAY = dt.timedelta(days=1)
HOUR = dt.timedelta(hours=1)
EIGHT = MONDAY + 8 * HOUR
NINE = MONDAY + 9 * HOUR
TRADE = Topic(name="trade", any_of=("tariff",))


def _seen(id_: str, at: dt.datetime, published: Publication | None = None) -> Article:
    text = f"Tariff talks number {id_} began at the harbour."
    published = published or Publication(local_date=at.date())
    return article(id_, seen=at, first_seen=at, published=published, body=text, clean=text)


async def _add(world: World, *articles: Article) -> None:
    async with world.store.write() as unit:
        await unit.articles.add(articles)


async def _briefing(world: World, delivery: Delivery) -> Briefing:
    async with world.store.read() as unit:
        found = await unit.briefings.get(delivery.channel.tenant_id, delivery.briefing_id or "")
    assert found is not None
    return found


async def _covered(world: World) -> list[list[str]]:
    """Per digest in order of being due, the articles that it covers."""
    made = [await _briefing(world, one) for one in await world.deliveries() if one.briefing_id]
    return [sorted(id_ for story in one.stories for id_ in story.article_ids) for one in made]


async def test_the_first_digest_looks_back_a_day() -> None:
    world = World()
    await _add(world, _seen("old", EIGHT - FIRST), _seen("new", EIGHT - FIRST + HOUR))
    await world.register(schedule())
    await world.live(NINE)
    assert await _covered(world) == [["new"]]


async def test_a_digest_covers_what_came_in_since_the_last_one_that_was_sent() -> None:
    world = World()
    await world.register(schedule())
    await _add(world, _seen("a", EIGHT - HOUR))
    await world.live(NINE)
    late = Publication(local_date=(MONDAY - 2 * DAY).date())
    await _add(world, _seen("b", EIGHT + HOUR), _seen("late", EIGHT + 2 * HOUR, published=late))
    await world.live(NINE + DAY)
    assert await _covered(world) == [["a"], ["b", "late"]]


async def test_what_came_in_at_the_very_end_of_a_window_is_in_it_once() -> None:
    world = World()
    await world.register(schedule())
    await _add(world, _seen("edge", EIGHT))
    await world.live(NINE + DAY)
    assert await _covered(world) == [["edge"], []]


async def test_an_article_committed_while_a_digest_waits_for_it_is_not_lost() -> None:
    world = World()
    await world.register(schedule())
    world.clock.at = EIGHT
    await world.dispatch.run()
    async with world.store.write() as unit:
        await unit.articles.add([_seen("racing", EIGHT)])
        serving = world.digest.run([one.id for one in await world.deliveries()])
        job = asyncio.create_task(serving)
        await asyncio.sleep(0)
    await job
    await world.live(NINE + DAY)
    assert ["racing"] in await _covered(world)


async def test_news_of_a_digest_that_failed_or_is_unknown_come_again() -> None:
    for faults in ([Fault.LOST_AFTER, Fault.PERMANENT], [Fault.BUSY] * 12):
        world = World()
        world.platform.faults = list(faults)
        await world.register(schedule())
        await _add(world, _seen("a", EIGHT - HOUR))
        await world.live(NINE + DAY)
        first, second = await world.deliveries()
        assert first.state in {State.UNKNOWN, State.FAILED}
        assert second.state is State.SENT
        made = await _briefing(world, second)
        assert made.window.since == second.due - FIRST
        assert made.previous_id is None


async def test_after_days_without_a_digest_the_window_is_seven_days_at_most() -> None:
    world = World()
    await world.register(schedule())
    await world.live(NINE)
    world.clock.at = EIGHT + 20 * DAY
    await world.live(world.clock.at)
    *_, last = await world.deliveries()
    made = await _briefing(world, last)
    assert made.window.since == EIGHT + 20 * DAY - MAX_AGE
    assert made.window.oldest == oldest_day(EIGHT + 20 * DAY)


async def test_an_evening_digest_covers_what_came_in_since_the_morning() -> None:
    world = World()
    await world.register(schedule(), schedule("evening", at=dt.time(18)))
    await _add(world, _seen("a", EIGHT - HOUR))
    await world.live(NINE)
    await _add(world, _seen("b", NINE))
    await world.live(MONDAY + DAY)
    assert await _covered(world) == [["a"], ["b"]]


async def test_a_held_digest_is_as_fresh_as_the_hour_it_goes() -> None:
    world = World()
    quiet = QuietHours(start=dt.time(22), end=dt.time(9))
    await world.register(schedule(quiet=quiet))
    await _add(world, _seen("a", EIGHT - HOUR), _seen("b", EIGHT + HOUR / 2))
    await world.live(NINE)
    assert await _covered(world) == [["a", "b"]]


async def test_channels_that_share_news_share_their_briefing_but_not_its_key() -> None:
    world = World()
    rooms = [Channel(Platform.SLACK, LOCAL_TENANT, f"C{n}") for n in range(30)]
    await world.register(*(schedule(room.channel_id, channel=room) for room in rooms))
    await world.live(NINE)
    deliveries = await world.deliveries()
    assert len({one.briefing_id for one in deliveries}) == 1
    assert {one.post.channel for one in world.platform.messages} == set(rooms)
    assert {one.post.key for one in world.platform.messages} == {one.id for one in deliveries}


async def test_a_topic_that_is_gone_fails_with_its_name_and_the_others_go() -> None:
    world = World()
    world.topics["trade"] = TRADE
    gone = schedule("gone", topics=("trade", "coffee", "tea"))
    await world.register(schedule("trade", topics=("trade",)), gone, schedule())
    await world.live(NINE)
    outcomes = {one.schedule_id: (one.state, one.reason) for one in await world.deliveries()}
    assert outcomes == {
        "settings:trade": (State.SENT, None),
        "settings:morning": (State.SENT, None),
        "settings:gone": (State.FAILED, Reason.NO_TOPIC),
    }
    assert any("the topic coffee, tea is not set any more" in line for line in await world.why(MONDAY.date()))


async def test_a_platform_that_is_not_set_up_is_waited_for_until_it_is() -> None:
    world = World()
    slack = world.messengers.pop(Platform.SLACK)
    await world.register(schedule())
    await world.live(NINE)
    (line, *_) = await world.why(MONDAY.date())
    assert "next try" in line
    assert "(nothing is set up to reach slack)" in line
    await _add(world, _seen("later", NINE))
    world.messengers[Platform.SLACK] = slack
    await world.live(NINE + HOUR)
    assert await _covered(world) == [["later"]]
    assert [one.state for one in await world.deliveries()] == [State.SENT]


async def test_a_platform_that_is_never_set_up_is_too_late_in_the_end_and_says_why() -> None:
    world = World()
    world.messengers.clear()
    await world.register(schedule())
    await world.live(MONDAY + DAY)
    (one,) = await world.deliveries()
    assert (one.state, one.reason) == (State.SKIPPED, Reason.TOO_LATE)
    assert "nothing is set up to reach slack" in one.detail


async def test_a_platform_that_is_not_set_up_starves_no_other() -> None:
    world = World()
    abroad = Channel(Platform.DISCORD, LOCAL_TENANT, "D1")
    await world.register(schedule(), schedule("abroad", channel=abroad))
    await world.live(NINE)
    states = {one.channel: one.state for one in await world.deliveries()}
    assert states == {ROOM: State.SENT, abroad: State.PENDING}


async def test_an_interrupted_send_whose_platform_went_away_is_looked_up_when_it_is_back() -> None:
    world = World()
    world.platform.faults = [Fault.LOST_AFTER]
    await world.register(schedule())
    world.clock.at = EIGHT
    await world.step()
    slack = world.messengers.pop(Platform.SLACK)
    await world.live(NINE)
    assert [one.state for one in await world.deliveries()] == [State.SENDING]
    world.messengers[Platform.SLACK] = slack
    await world.live(NINE + HOUR)
    assert [one.state for one in await world.deliveries()] == [State.SENT]
    assert len(world.platform.messages) == 1


async def test_one_refused_channel_of_a_hundred_holds_up_none_of_the_others() -> None:
    world = World()
    rooms = [Channel(Platform.SLACK, LOCAL_TENANT, f"C{n}") for n in range(100)]
    world.platform.gone.add(rooms[3])
    await world.register(*(schedule(room.channel_id, channel=room) for room in rooms))
    world.clock.at = EIGHT
    await world.step()
    states = [one.state for one in await world.deliveries()]
    assert (states.count(State.SENT), states.count(State.FAILED)) == (99, 1)


async def test_a_briefing_that_is_gone_fails_its_own_send_alone() -> None:
    world = World()
    other = Channel(Platform.SLACK, LOCAL_TENANT, "C2")
    await world.register(schedule(), schedule("other", channel=other))
    world.platform.faults = [Fault.BUSY]
    world.clock.at = EIGHT
    await world.step()
    async with world.store.write() as unit:
        (waiting,) = [one for one in await world.deliveries() if one.open]
        await unit.deliveries.save([replace(waiting, briefing_id="gone")])
    await world.live(MONDAY + DAY)
    states = sorted((one.state, one.reason) for one in await world.deliveries())
    assert states == [(State.FAILED, Reason.GAVE_UP), (State.SENT, None)]


async def test_a_briefing_that_cannot_be_made_is_tried_again_and_the_others_go() -> None:
    world = World()
    world.topics["trade"] = TRADE
    half = _seen("half", EIGHT - HOUR)
    await _add(world, half)
    trade = Channel(Platform.SLACK, LOCAL_TENANT, "C2")
    nowhere = schedule("nowhere", zone="UTC", channel=trade, topics=("trade",))
    await world.register(nowhere, schedule("quiet", topics=("calm",)))
    world.topics["calm"] = Topic(name="calm", any_of=("tranquil",))
    world.misquoted = {"half"}
    await world.live(NINE)
    states = {one.schedule_id: one.state for one in await world.deliveries()}
    assert states == {"settings:nowhere": State.PENDING, "settings:quiet": State.SENT}
    why = "the digest could not be made: the quote does not fit"
    assert any(why in line for line in await world.why(MONDAY.date()))
    world.misquoted = set()
    await world.live(NINE + HOUR)
    assert {one.state for one in await world.deliveries()} == {State.SENT}


async def test_an_article_that_breaks_the_engine_keeps_no_digest_and_is_told_of() -> None:
    world = World()
    for name in ("broken", "whole"):
        await _add(world, _seen(name, EIGHT - HOUR))
    await world.register(schedule())
    world.broken = {"broken"}
    await world.live(NINE)
    sent = [one for one in world.platform.messages if one.post.kind is PostKind.DIGEST]
    (digest,) = (one for one in sent if not one.part)
    assert "2 articles" in digest.post.subtitle
    assert "1 article could not be read" in digest.post.subtitle


async def test_a_date_that_moved_is_updated_though_the_digest_between_did_not_tell_of_it() -> None:
    world = ChatWorld()
    world.clock.at = MONDAY + 7 * HOUR
    await world.register(schedule())
    told = "The trade truce between Kestria and Valdoro expires on {} November."
    for number, text in enumerate((told.format(10), "The ferry to Hollin runs again.", told.format(12))):
        at = MONDAY + number * DAY + 7 * HOUR
        world.clock.at = at
        line = {"id": str(number), "title": "News", "published": at.isoformat(), "body": text}
        await world.takes(json.dumps({**line, "source": "Sarrow Post"}))
        await world.live(at + 2 * HOUR)
    digests = [one for one in world.platform.messages if one.post.kind is PostKind.DIGEST and not one.part]
    marks = [[line.mark for block in one.post.blocks for line in block.lines] for one in digests]
    assert marks == [[""], [], ["updated"]]
