"""Catching up: what one person missed in one channel, each time from the last visit on."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.ask.catchup import FIRST, CatchUp
from bot.brief.pipeline import Brief, Request
from bot.brief.select import window
from bot.condense.pipeline import Condense
from bot.domain.catchup import Change
from bot.domain.channel import LOCAL_CHANNEL, LOCAL_TENANT, Topic
from bot.domain.question import Asker
from bot.ingest.pipeline import Batch, Ingest, RawLine
from bot.remind.pipeline import KeepLedger
from bot.remind.view import told_by
from bot.settings import config_folder
from tests.fakes.chat import ChatWorld
from tests.fakes.known_engine import Known
from tests.fakes.memory_store import MemoryStore
from tests.fakes.world import SetClock, inline

NOW = datetime(2025, 10, 30, 22, tzinfo=UTC)
ANNA = Asker(user_id="U1")
DEMO = (config_folder() / "demo" / "articles.jsonl").read_bytes().splitlines()


async def _world() -> tuple[MemoryStore, SetClock]:
    store, clock = MemoryStore(), SetClock(NOW)
    raw = tuple(RawLine(number=n, data=line) for n, line in enumerate(DEMO, start=1))
    ingest = Ingest(store=store, clock=clock, run_cpu=inline)
    async for _ in ingest.run(LOCAL_TENANT, "demo", iter([Batch(lines=raw, state="{}")])):
        pass
    condense = Condense(store=store, run_cpu=inline, summarizer=Known())
    brief = Brief(store=store, clock=clock, run_cpu=inline, condense=condense)
    request = Request(tenant_id=LOCAL_TENANT, zone="UTC", window=window(NOW, 24))
    await brief.for_channel(LOCAL_CHANNEL, request)
    await KeepLedger(store=store, run_cpu=inline, condense=condense).run(LOCAL_TENANT)
    return store, clock


async def test_a_first_visit_tells_a_week_of_briefings_and_ledger_with_proof() -> None:
    store, clock = await _world()
    caught = await CatchUp(store=store, clock=clock).run(ANNA)
    assert (caught.first, caught.since, caught.until) == (True, NOW - FIRST, NOW)
    assert {Change.NEW, Change.MOVED} <= {one.change for one in caught.news}
    for one in caught.news:
        assert len(one.citations) == len(one.sources) > 0


async def test_new_deadlines_are_told_once_each_and_those_of_the_topics_alone() -> None:
    store, clock = await _world()
    catch_up = CatchUp(store=store, clock=clock)
    every = (await catch_up.look(ANNA)).news
    told = [one for one in every if one.deadline]
    assert len({(one.citations[0], one.deadline) for one in told}) == len(told)
    of_ponies = (await catch_up.look(ANNA, (Topic(name="ponies", any_of=("ponies",)),))).news
    assert set(of_ponies) < set(every)


async def test_what_befell_deadlines_of_other_topics_is_not_told() -> None:
    store, clock = await _world()
    stranger = Asker(user_id="U1", channel=replace(LOCAL_CHANNEL, channel_id="C9"))
    catch_up = CatchUp(store=store, clock=clock)
    every = {one.text for one in (await catch_up.look(stranger)).news if one.change is Change.MOVED}
    climate = (Topic(name="climate", any_of=("climate",)),)
    moved = {one.text for one in (await catch_up.look(stranger, climate)).news if one.change is Change.MOVED}
    assert moved < every
    assert len(moved) == 1
    assert all("climate" in text for text in moved)


async def test_a_move_of_a_date_that_a_briefing_showed_is_told_whatever_the_topics() -> None:
    store, clock = await _world()
    ponies = (Topic(name="ponies", any_of=("ponies",)),)
    news = (await CatchUp(store=store, clock=clock).look(ANNA, ponies)).news
    assert any(one.change is Change.MOVED for one in news)


async def test_a_second_visit_right_after_has_nothing_to_tell_and_another_person_has_all() -> None:
    store, clock = await _world()
    catch_up = CatchUp(store=store, clock=clock)
    first = await catch_up.run(ANNA)
    clock.at += timedelta(minutes=1)
    again = await catch_up.run(ANNA)
    assert (again.first, again.since, again.news) == (False, NOW, ())
    assert (await catch_up.run(replace(ANNA, user_id="U2"))).news == first.news


TRUCE = "The trade truce between Kestria and Valdoro expires on 10 November."
LONGER = (
    "Kestria and Valdoro extended the trade truce, which was to expire on 10 November, until 20 November."
)
HOUR = timedelta(hours=1)


class _Reader(ChatWorld):
    """A world in which one person catches up, and nobody is sent a digest."""

    async def reads(self, id_: str, body: str, at: datetime) -> None:
        told = {"id": id_, "title": "Truce", "published": at.isoformat(), "body": body, "source": id_}
        await self.takes(json.dumps(told))
        await self.keep.run(LOCAL_TENANT)

    async def caught(self, zone: str = "UTC") -> list[tuple[Change, str]]:
        catch_up = CatchUp(store=self.store, clock=self.clock, as_told=told_by)
        caught = await catch_up.run(replace(ANNA, zone=zone))
        return [(one.change, str(one.deadline and one.deadline.date)) for one in caught.news]


async def test_what_befell_a_deadline_on_the_day_of_a_visit_but_after_it_is_told_at_the_next() -> None:
    world = _Reader()
    world.clock.at = morning = datetime(2025, 11, 3, 7, tzinfo=UTC)
    await world.reads("a", TRUCE, morning - HOUR)
    assert await world.caught() == [(Change.NEW, "2025-11-10")]
    world.clock.at = morning + 2 * HOUR
    await world.reads("b", LONGER, morning + HOUR)
    world.clock.at = morning + 48 * HOUR
    assert await world.caught() == [(Change.MOVED, "2025-11-20")]
    assert await world.caught() == []


async def test_news_of_the_future_are_told_to_who_catches_up_after_their_time_has_come_and_once() -> None:
    world = _Reader()
    world.clock.at = morning = datetime(2025, 11, 3, 7, tzinfo=UTC)
    ahead = morning + 30 * HOUR
    await world.reads("a", TRUCE, morning - HOUR)
    await world.reads("b", LONGER, ahead)
    assert await world.caught() == [(Change.NEW, "2025-11-10")]
    world.clock.at = ahead - HOUR
    assert await world.caught() == []
    world.clock.at = ahead + HOUR
    assert await world.caught() == [(Change.MOVED, "2025-11-20")]
    assert await world.caught() == []


async def test_what_its_article_takes_back_is_told_on_whichever_day_and_once() -> None:
    for hours in (1, 29):
        world = _Reader()
        world.clock.at = morning = datetime(2025, 11, 3, 7, tzinfo=UTC)
        await world.reads("a", TRUCE, morning - HOUR)
        assert await world.caught() == [(Change.NEW, "2025-11-10")]
        world.clock.at = morning + 30 * HOUR
        await world.reads("a", "The envoys of Kestria and Valdoro met.", morning + hours * HOUR)
        world.clock.at = morning + 48 * HOUR
        assert await world.caught() == [(Change.CALLED_OFF, "2025-11-10")]
        assert await world.caught() == []


async def test_who_travels_west_is_told_nothing_twice() -> None:
    world = _Reader()
    world.clock.at = evening = datetime(2025, 11, 3, 16, tzinfo=UTC)  # 01:00 of the 4th in Tokyo
    await world.reads("a", TRUCE, evening - 30 * HOUR)
    await world.reads("b", LONGER, (evening - HOUR / 2).astimezone(ZoneInfo("Asia/Tokyo")))
    assert await world.caught("Asia/Tokyo") == [(Change.MOVED, "2025-11-20")]
    world.clock.at = evening + 9 * HOUR
    assert await world.caught("Europe/Berlin") == []
