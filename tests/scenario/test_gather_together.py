"""Many sources at once: bounded work, hosts that are slow, processes that die, clocks that are wrong."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.channel import LOCAL_TENANT
from bot.domain.source import Health, Wanted
from bot.gather.care import Care
from bot.gather.claimed import LEASE
from bot.gather.hosts import AT_HOST
from bot.gather.listed import Listed
from bot.gather.pipeline import AT_ONCE
from bot.gather.record import Record
from bot.gather.rounds import Rounds
from bot.ingest.pipeline import Ingest
from bot.store.sql_store import SqlStore
from tests.fakes.gather_world import DAY, HOUR, URL, GatherWorld, here, item, turns
from tests.fakes.life import PaperLife
from tests.fakes.paper_web import feed
from tests.fakes.world import MONDAY, FragileStore, Power, SlowStore


async def test_a_fault_in_reading_one_source_stops_no_other(caplog: pytest.LogCaptureFixture) -> None:
    world = GatherWorld()
    urls = [f"https://s{n}.example/feed" for n in range(5)]
    for n, url in enumerate(urls):
        world.web.sites[url] = feed(item(n))
        await world.add(url)
    world.web.sites[urls[2]] = RecursionError("too deep")
    assert await world.gather.look() == 5
    by_url = {one.url: one for one in await world.care.listed(LOCAL_TENANT)}
    assert [by_url[url].health is Health.OK for url in urls] == [True, True, False, True, True]
    assert "source_fault" in [record.__dict__.get("action") for record in caplog.records]


async def test_an_outcome_that_no_database_takes_stops_no_other(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    world = GatherWorld()
    urls = [f"https://s{n}.example/feed" for n in range(3)]
    world.web.sites |= {url: feed(item(n)) for n, url in enumerate(urls)}
    world.web.sites[urls[1]] = feed(item(1, key="half a character: \ud800"))
    async with SqlStore.open(f"sqlite:///{tmp_path / 'a.db'}", create=True) as store:
        ingest = Ingest(store=store, clock=world.clock, run_cpu=here)
        gather = replace(world.gather, store=store, ingest=ingest, record=Record(store=store))
        await Listed(store=store, clock=world.clock).add(
            LOCAL_TENANT, [Wanted(url=one) for one in urls], "test"
        )
        assert await gather.look() == 3
        every = await Care(store=store, clock=world.clock).listed(LOCAL_TENANT)
    assert {one.url for one in every if one.health is Health.OK} == {urls[0], urls[2]}
    assert "outcome_fault" in [record.__dict__.get("action") for record in caplog.records]


async def test_all_that_is_due_is_looked_at_once_with_bounded_work_under_way() -> None:
    world = GatherWorld()
    for n in range(3 * AT_ONCE):
        url = f"https://s{n}.example/feed"
        world.web.sites[url] = feed(item(n))
        await world.add(url)
    world.web.silent.update(world.web.sites)
    world.web.asked.clear()
    gather = replace(world.gather, store=SlowStore(world.store))
    looking = asyncio.create_task(gather.look())
    await turns(10 * AT_ONCE)
    assert len(world.web.asked) == AT_ONCE
    world.web.answers.set()
    assert await looking == 3 * AT_ONCE
    assert len(set(world.web.asked)) == len(world.web.asked) == 3 * AT_ONCE
    assert world.web.most <= AT_ONCE
    assert await gather.look() == 0


async def test_one_source_that_is_due_costs_one_claim_and_one_record() -> None:
    world, power = GatherWorld(), Power()
    world.web.sites[URL] = feed(item(1))
    await world.add()
    store = FragileStore(world.store, power)
    gather = replace(world.gather, store=store, record=Record(store=store))
    assert await gather.look() == 1
    assert power.places == 1 + 2 * 3  # what is due is read; two transactions begin, commit and end


async def test_what_a_person_changes_during_a_look_is_not_undone_by_it() -> None:
    world = GatherWorld()
    world.web.sites[URL] = feed(item(1))
    source = await world.add()
    await world.care.pause(LOCAL_TENANT, source.id, "U1")
    await world.care.rename(LOCAL_TENANT, source.id, "Quayside", "U1")
    looked = await world.gather.one(source)  # began before
    assert (looked.source.is_paused, looked.source.name) == (True, "Quayside")
    await world.care.remove(LOCAL_TENANT, source.id, "U1")
    await world.gather.one(looked.source)
    assert await world.care.listed(LOCAL_TENANT) == ()


async def test_a_host_with_many_sources_that_is_slow_holds_up_no_other_host() -> None:
    world = GatherWorld()
    slow = [f"https://slow.example/{n}" for n in range(2 * AT_ONCE)]
    quick = [f"https://s{n}.example/feed" for n in range(AT_ONCE)]
    wanted = [Wanted(url=url) for url in (*slow, *quick)]
    await Listed(store=world.store, clock=world.clock).add(LOCAL_TENANT, wanted, "test")
    world.web.sites |= {url: feed() for url in (*slow, *quick)}
    world.web.silent.update(slow)
    gather = world.gather
    looking = asyncio.create_task(gather.look())
    await turns(10 * AT_ONCE)
    assert set(quick) <= set(world.web.asked)
    assert len(set(slow) & set(world.web.asked)) == AT_HOST
    world.web.silent.clear()
    world.web.answers.set()
    assert await looking == len(wanted)
    assert len(set(world.web.asked)) == len(world.web.asked) == len(wanted)


async def test_what_waits_long_for_its_host_is_claimed_anew_before_others_could_take_it_up() -> None:
    world = GatherWorld()
    slow = [f"https://slow.example/{n}" for n in range(5)]
    await Listed(store=world.store, clock=world.clock).add(
        LOCAL_TENANT, [Wanted(url=url) for url in slow], "test"
    )
    world.web.sites |= {url: feed() for url in slow}
    world.web.silent.update(slow)
    looking = asyncio.create_task(world.gather.look())
    await turns(10 * AT_ONCE)
    assert len(world.web.asked) == AT_HOST
    first, world.web.answers = world.web.answers, asyncio.Event()
    world.clock.at += LEASE / 2
    first.set()
    await turns(10 * AT_ONCE)
    assert len(world.web.asked) == 2 * AT_HOST
    async with world.store.write() as unit:  # as another process does when the first lease is over
        assert await unit.sources.claim(world.clock.at + LEASE / 2, world.clock.at + DAY, 9) == ()
    world.web.answers.set()
    assert await looking == len(slow)
    assert len(set(world.web.asked)) == len(world.web.asked) == len(slow)


async def test_what_a_clock_that_was_a_year_ahead_put_off_is_looked_at_once_it_is_right() -> None:
    world = GatherWorld()
    world.web.sites[URL] = feed(item(1))
    await world.add()
    rounds, right = Rounds(gather=world.gather, life=PaperLife()), world.clock.at
    world.clock.at = right + 365 * DAY
    assert await rounds.run() == 1
    world.clock.at = right + HOUR
    assert await rounds.run() == 1
    assert await rounds.run() == 0
    world.clock.at = right + 365 * DAY
    assert await rounds.run() == 1
    world.clock.at = right + 2 * HOUR
    assert await Rounds(gather=world.gather, life=PaperLife()).run() == 1


async def test_what_falls_due_in_hours_that_it_skips_waits_for_their_end_but_a_first_look_does_not() -> None:
    world = GatherWorld()
    night = frozenset((MONDAY.hour + n) % 24 for n in range(3))
    world.web.sites[URL] = replace(feed(item(1)), skip_hours=night)
    await world.add()
    assert await world.gather.look() == 1  # nothing is known of it before
    (source,) = await world.care.listed(LOCAL_TENANT)
    asked, end = len(world.web.asked), MONDAY.replace(minute=0, second=0, microsecond=0) + 3 * HOUR
    assert source.due == end
    await world.care.resume(LOCAL_TENANT, source.id, "ada")  # at once is what it does not want
    world.clock.at += HOUR
    assert await world.gather.look() == 0
    (source,) = await world.care.listed(LOCAL_TENANT)
    assert (len(world.web.asked), source.due) == (asked, end)
    world.clock.at = end
    assert await world.gather.look() == 1
    world.clock.at = end + DAY - HOUR  # the bot was away, and starts in such an hour
    assert (await world.gather.look(), len(world.web.asked)) == (0, asked + 1)


async def test_what_a_process_that_died_had_begun_is_looked_at_once_its_death_is_known() -> None:
    world, life = GatherWorld(), PaperLife()
    world.web.sites[URL] = feed(item(1))
    await world.add()
    async with world.store.write() as unit:
        await unit.sources.claim(world.clock.at, world.clock.at + HOUR, 1, "other")
    rounds = Rounds(gather=replace(world.gather, owner=life.owner), life=life)
    assert await rounds.run() == 0
    life.gone = {"other"}
    assert await rounds.run() == 1
    assert len(await world.articles()) == 1
