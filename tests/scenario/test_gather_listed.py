"""Sources that a file lists."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.channel import LOCAL_TENANT
from bot.domain.source import Kind, Wanted
from bot.gather.adding import MAX_SOURCES
from bot.gather.listed import Listed
from tests.fakes.gather_world import URL, GatherWorld, item
from tests.fakes.paper_web import feed


async def test_a_file_adds_renames_and_removes_only_what_it_listed() -> None:
    world = GatherWorld()
    listed = Listed(store=world.store, clock=world.clock)
    world.web.sites["https://b.example/"] = feed(item(2))
    by_hand = await world.add("https://b.example/")
    wanted = [Wanted(url=URL, name="Quay"), Wanted(url="https://b.example/", name="Mine")]
    assert len(await listed.take_over(LOCAL_TENANT, wanted)) == 1
    assert await listed.take_over(LOCAL_TENANT, wanted) == ()
    assert len(await listed.take_over(LOCAL_TENANT, [replace(wanted[0], name="Pier")])) == 1
    assert {one.name for one in await world.care.listed(LOCAL_TENANT)} == {"Pier", by_hand.name}
    assert len(await listed.take_over(LOCAL_TENANT, [])) == 1
    assert await world.care.listed(LOCAL_TENANT) == (by_hand,)


async def test_a_listed_feed_without_end_in_its_title_has_a_short_name_and_its_articles_are_kept() -> None:
    world = GatherWorld()
    world.web.sites[URL] = replace(feed(item(1)), title="The \u202eQuay " * 2_000)
    await Listed(store=world.store, clock=world.clock).take_over(LOCAL_TENANT, [Wanted(url=URL)])
    looked = await world.look()
    assert (looked.report.new, len(looked.report.rejected)) == (1, 0)
    assert looked.source.name == ("The Quay " * 10)[:80].strip()
    shown = await world.adding.look_at(LOCAL_TENANT, URL)
    assert shown.source.name == looked.source.name


async def test_a_file_may_put_new_sources_in_the_place_of_all_it_listed_before() -> None:
    world, half = GatherWorld(), MAX_SOURCES // 2 + 1
    listed = Listed(store=world.store, clock=world.clock)
    for part in ("old", "new"):
        await listed.take_over(LOCAL_TENANT, [Wanted(url=f"https://{part}{n}.example/") for n in range(half)])
    assert len(await world.care.listed(LOCAL_TENANT)) == half


async def test_two_names_for_one_address_in_a_file_are_one_source_and_the_first_counts() -> None:
    world = GatherWorld()
    listed = Listed(store=world.store, clock=world.clock)
    wanted = [Wanted(url=URL, name="Quay"), Wanted(url=URL, name="Pier")]
    await listed.take_over(LOCAL_TENANT, wanted)
    assert await listed.take_over(LOCAL_TENANT, wanted) == ()
    assert [one.name for one in await world.care.listed(LOCAL_TENANT)] == ["Quay"]


async def test_a_file_that_lists_the_address_to_which_a_source_moved_keeps_it() -> None:
    world = GatherWorld()
    listed, new = Listed(store=world.store, clock=world.clock), "https://harbour.example/new"
    world.web.sites[new] = feed(item(1))
    world.web.moved[URL] = new
    await listed.take_over(LOCAL_TENANT, [Wanted(url=URL, name="Quay")])
    moved = (await world.look()).source
    assert (moved.url, moved.moved_from) == (new, URL)
    assert await listed.take_over(LOCAL_TENANT, [Wanted(url=new, name="Quay")]) == ()
    (kept,) = await world.care.listed(LOCAL_TENANT)
    assert (kept.id, kept.url) == (moved.id, new)
    await listed.take_over(LOCAL_TENANT, [Wanted(url=new, name="Pier")])
    assert [one.name for one in await world.care.listed(LOCAL_TENANT)] == ["Pier"]


async def test_a_listed_page_is_followed_to_its_feed_at_its_first_look_and_stays_listed() -> None:
    world = GatherWorld()
    listed, home = Listed(store=world.store, clock=world.clock), "https://harbour.example/"
    world.web.sites[home] = replace(feed(title="Home", feeds=(URL,)), kind=Kind.PAGE)
    world.web.sites[URL] = feed(item(1))
    await listed.take_over(LOCAL_TENANT, [Wanted(url=home)])
    looked = await world.look()
    assert (looked.source.url, looked.source.name, looked.report.new) == (URL, "The Harbour", 1)
    assert await listed.take_over(LOCAL_TENANT, [Wanted(url=home)]) == ()
