"""What is typed, what stands there, and what of it becomes a source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.channel import LOCAL_TENANT
from bot.domain.fetched import Page
from bot.domain.source import NEVER_ASKED, Health, Kind
from bot.errors import FetchError, InputError
from tests.fakes.gather_world import TODAY, URL, GatherWorld, item
from tests.fakes.paper_web import feed


async def test_a_source_is_shown_before_it_is_kept_and_then_brings_its_articles() -> None:
    world = GatherWorld()
    world.web.sites[URL] = feed(*(item(n) for n in range(30)))
    shown = await world.adding.preview(LOCAL_TENANT, "harbour.example/feed", who="U1")
    assert (shown.source.name, shown.keeps, shown.of, len(shown.newest)) == ("The Harbour", 20, 30, 5)
    assert await world.care.listed(LOCAL_TENANT) == ()
    await world.adding.keep(shown.source)
    looked = await world.look()
    assert looked.report.new == 20
    assert {article.source for article in await world.articles()} == {"The Harbour"}
    assert (await world.look()).report.lines == 0


async def test_a_web_page_stands_for_the_first_feed_it_names_that_can_be_read() -> None:
    world = GatherWorld()
    home = feed(title="Home", feeds=("https://harbour.example/dead", URL))
    world.web.sites["https://harbour.example/"] = replace(home, kind=Kind.PAGE)
    world.web.sites[URL] = feed(item(1))
    source = await world.add("https://harbour.example/")
    assert (source.url, source.kind) == (URL, Kind.FEED)


async def test_an_address_that_leads_elsewhere_is_known_there_in_its_one_form() -> None:
    world = GatherWorld()
    world.web.sites["https://quay.example"] = feed(item(1))
    world.web.moved[URL] = "https://quay.example"
    assert (await world.add()).url == "https://quay.example/"
    with pytest.raises(InputError, match="already"):
        await world.adding.preview(LOCAL_TENANT, URL)


async def test_a_page_without_a_feed_is_watched_itself() -> None:
    world = GatherWorld()
    world.web.sites["https://port.example/notice"] = Page(
        url="https://port.example/notice",
        title="Notice",
        text="The lock is shut until 10 November.",
        published=TODAY,
    )
    source = await world.add("https://port.example/notice")
    assert source.kind is Kind.PAGE
    assert (await world.look()).report.new == 1
    (article,) = await world.articles()
    assert article.body == "The lock is shut until 10 November."


async def test_a_source_is_found_by_id_address_or_name_and_never_guessed() -> None:
    world = GatherWorld()
    world.web.sites[URL] = feed(item(1))
    source = await world.add()
    for named in (source.id, source.id[:4], URL, "the harbour"):
        assert (await world.care.pause(LOCAL_TENANT, named, "U1")).id == source.id
    assert (await world.care.resume(LOCAL_TENANT, source.id, "U1")).halt is None
    odd = await world.care.rename(LOCAL_TENANT, source.id, " The\n\x1b[31m Har\udcffbour\u202e ", "U1")
    assert odd.name == "The [31m Har\ufffdbour"
    await world.care.rename(LOCAL_TENANT, source.id, "The Harbour", "U1")
    for named in ("", "zz", "Harbour"):
        with pytest.raises(InputError, match="no source"):
            await world.care.pause(LOCAL_TENANT, named, "U1")
    world.web.sites["https://b.example/"] = feed(item(2))
    await world.add("https://b.example/", name="The Harbour")
    with pytest.raises(InputError, match="several"):
        await world.care.remove(LOCAL_TENANT, "The Harbour", "U1")
    with pytest.raises(InputError, match="needs a name"):
        await world.care.rename(LOCAL_TENANT, source.id, "  ", "U1")


@pytest.mark.parametrize(
    "typed",
    ["harbour.example/feed", "feed://harbour.example/feed", f"feed:{URL}", f"<{URL}|harbour.example>"],
)
async def test_an_address_is_taken_as_people_and_sites_write_it(typed: str) -> None:
    world = GatherWorld()
    world.web.sites[URL] = feed(item(1))
    assert (await world.adding.preview(LOCAL_TENANT, typed)).source.url == URL


@pytest.mark.parametrize("typed", ["", "two words", "https://", "http://[::1", "   "])
async def test_what_is_no_address_is_refused_before_anything_is_asked(typed: str) -> None:
    world = GatherWorld()
    with pytest.raises(InputError, match="no web address"):
        await world.adding.preview(LOCAL_TENANT, typed)
    assert world.web.asked == []


async def test_the_sitemaps_of_an_index_are_read_with_it() -> None:
    world = GatherWorld()
    index = replace(feed(more=tuple(f"https://m{n}.example/" for n in range(9))), kind=Kind.SITEMAP)
    world.web.sites[URL] = index
    for n in range(9):
        world.web.sites[f"https://m{n}.example/"] = replace(feed(item(n)), kind=Kind.SITEMAP)
    await world.add()
    assert (await world.look()).report.new == 3


async def test_an_index_is_read_again_even_if_it_did_not_change_for_its_sitemaps_do() -> None:
    world, news = GatherWorld(), "https://harbour.example/news.xml"
    world.web.sites[URL] = replace(feed(more=(news,)), kind=Kind.SITEMAP)
    world.web.sites[news] = replace(feed(item(1)), kind=Kind.SITEMAP)
    await world.add()
    assert (await world.look()).report.new == 1
    world.web.sites[news] = replace(feed(item(1), item(2)), kind=Kind.SITEMAP)
    assert (await world.look()).report.new == 1
    assert set(world.web.validators) == {NEVER_ASKED}


async def test_a_sitemap_that_cannot_be_read_is_told_and_takes_no_other_with_it() -> None:
    world, maps = GatherWorld(), [f"https://m{n}.example/" for n in range(2)]
    world.web.sites[URL] = replace(feed(more=tuple(maps)), kind=Kind.SITEMAP)
    world.web.sites[maps[1]] = replace(feed(item(1)), kind=Kind.SITEMAP)
    await world.add()
    looked = await world.look()
    assert (looked.report.new, looked.source.health) == (1, Health.OK)
    assert looked.source.detail == f"{maps[0]}, which it names, could not be read: 404 Not Found"
    del world.web.sites[maps[1]]
    assert (await world.look()).source.health is Health.CLIENT_ERROR


async def test_a_page_that_robots_txt_keeps_us_from_is_not_offered_as_a_source() -> None:
    world = GatherWorld()
    page = "https://harbour.example/notices"
    world.web.sites[page] = Page(url=page, title="Notices", text="The harbour is closed on Monday.")
    world.web.closed.add(page)
    with pytest.raises(FetchError, match=r"robots\.txt"):
        await world.adding.preview(LOCAL_TENANT, page)
    world.web.closed.clear()
    assert (await world.adding.preview(LOCAL_TENANT, page)).keeps == 1
