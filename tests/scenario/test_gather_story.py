"""Sources over days: what is kept, what is not asked again, and who is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest

from bot.domain.article import Article
from bot.domain.channel import LOCAL_TENANT
from bot.domain.fetched import Item, Page
from bot.domain.source import NEVER_ASKED, Health, Kind, Source, Validators, Wanted
from bot.errors import FetchError, InputError
from bot.gather.adding import MAX_SOURCES, AddSource
from bot.gather.care import Care
from bot.gather.claimed import LEASE
from bot.gather.hosts import AT_HOST
from bot.gather.listed import Listed
from bot.gather.pipeline import AT_ONCE, Gather, Looked
from bot.gather.record import Record
from bot.gather.rounds import Rounds
from bot.gather.take import PAGES
from bot.ingest.pipeline import Ingest
from bot.store.sql_store import SqlStore
from summarizers.types import Publication
from tests.fakes.life import PaperLife
from tests.fakes.memory_store import MemoryStore
from tests.fakes.paper_web import PaperWeb, feed
from tests.fakes.world import MONDAY, FragileStore, Power, SetClock, SlowStore

T = TypeVar("T")
URL = "https://harbour.example/feed"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TODAY = Publication(local_date=MONDAY.date())


async def _here(function: Callable[..., T], /, *args: object) -> T:
    return function(*args)


async def _turns(number: int) -> None:
    """Let all others go on that can."""
    for _ in range(number):
        await asyncio.sleep(0)


def _item(n: int, **more: Any) -> Item:
    kept: dict[str, Any] = {
        "key": f"k{n}",
        "title": f"Pier {n} opens",
        "url": f"https://harbour.example/{n}",
        "text": f"Pier number {n} was opened on Monday by the harbour master of Velden, who came by boat.",
        "whole": True,
        "published": TODAY,
    }
    return Item(**{**kept, **more})


@dataclass(slots=True)
class _World:
    web: PaperWeb = field(default_factory=PaperWeb)
    clock: SetClock = field(default_factory=SetClock)
    store: MemoryStore = field(default_factory=MemoryStore)

    @property
    def gather(self) -> Gather:
        ingest = Ingest(store=self.store, clock=self.clock, run_cpu=_here)
        return Gather(
            store=self.store,
            clock=self.clock,
            run_cpu=_here,
            fetcher=self.web,
            reader=self.web,
            ingest=ingest,
            record=Record(store=self.store),
        )

    @property
    def adding(self) -> AddSource:
        return AddSource(store=self.store, clock=self.clock, run_cpu=_here, fetcher=self.web, reader=self.web)

    @property
    def care(self) -> Care:
        return Care(store=self.store, clock=self.clock)

    async def add(self, url: str = URL, **more: Any) -> Source:
        return await self.adding.keep((await self.adding.preview(LOCAL_TENANT, url, **more)).source)

    async def look(self) -> Looked:
        (source,) = await self.care.listed(LOCAL_TENANT)
        looked = await self.gather.one(source)
        self.clock.at = max(self.clock.at, looked.source.due)
        return looked

    async def articles(self) -> list[Article]:
        async with self.store.read() as unit:
            ids = [id_ for (_, id_, _) in unit.articles.state.revisions]
            return sorted(await unit.articles.heads(LOCAL_TENANT, ids, ()), key=lambda one: one.title)

    async def audit(self) -> list[str]:
        return [change.what for _, change in self.store.state.changes.values()]


async def test_a_source_is_shown_before_it_is_kept_and_then_brings_its_articles() -> None:
    world = _World()
    world.web.sites[URL] = feed(*(_item(n) for n in range(30)))
    shown = await world.adding.preview(LOCAL_TENANT, "harbour.example/feed", who="U1")
    assert (shown.source.name, shown.keeps, shown.of, len(shown.newest)) == ("The Harbour", 20, 30, 5)
    assert await world.care.listed(LOCAL_TENANT) == ()
    await world.adding.keep(shown.source)
    looked = await world.look()
    assert looked.report.new == 20
    assert {article.source for article in await world.articles()} == {"The Harbour"}
    assert (await world.look()).report.lines == 0


async def test_what_comes_later_is_kept_whole_and_what_was_passed_over_stays_passed_over() -> None:
    world = _World()
    world.web.sites[URL] = feed(*(_item(n) for n in range(30)))
    await world.add()
    await world.look()
    world.web.sites[URL] = feed(*(_item(n) for n in range(45)))
    assert (await world.look()).report.new == 15
    assert len(await world.articles()) == 35


async def test_a_changed_item_is_a_revision() -> None:
    world = _World()
    world.web.sites[URL] = feed(_item(1))
    await world.add()
    await world.look()
    world.web.sites[URL] = feed(
        _item(1, text="Pier number 1 was closed again on Tuesday after a crane fell.")
    )
    assert (await world.look()).report.revisions == 1
    (article,) = await world.articles()
    assert article.revision == 2


async def test_a_web_page_stands_for_the_first_feed_it_names_that_can_be_read() -> None:
    world = _World()
    home = feed(title="Home", feeds=("https://harbour.example/dead", URL))
    world.web.sites["https://harbour.example/"] = replace(home, kind=Kind.PAGE)
    world.web.sites[URL] = feed(_item(1))
    source = await world.add("https://harbour.example/")
    assert (source.url, source.kind) == (URL, Kind.FEED)


async def test_an_address_that_leads_elsewhere_is_known_there_in_its_one_form() -> None:
    world = _World()
    world.web.sites["https://quay.example"] = feed(_item(1))
    world.web.moved[URL] = "https://quay.example"
    assert (await world.add()).url == "https://quay.example/"
    with pytest.raises(InputError, match="already"):
        await world.adding.preview(LOCAL_TENANT, URL)


async def test_a_page_without_a_feed_is_watched_itself() -> None:
    world = _World()
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


async def test_teasers_are_kept_with_the_text_of_their_page_a_portion_at_a_time() -> None:
    world = _World()
    many = [_item(n, whole=False, text="Pier opens.") for n in range(PAGES + 5)]
    world.web.sites[URL] = feed()
    await world.add()
    await world.look()
    world.web.sites[URL] = feed(*many)
    for n in range(PAGES + 5):
        text = f"Pier number {n} opens. The harbour master of Velden came by boat and cut a ribbon."
        world.web.sites[f"https://harbour.example/{n}"] = Page(url=f"https://harbour.example/{n}", text=text)
    first = await world.look()
    assert (first.report.new, first.pending) == (PAGES, 5)
    assert first.source.validators == NEVER_ASKED
    second = await world.look()
    assert (second.report.new, second.pending) == (5, 0)
    assert all("ribbon" in article.body for article in await world.articles())


async def test_a_page_that_fails_for_now_leaves_the_teaser_and_is_tried_again() -> None:
    world = _World()
    world.web.sites[URL] = feed(_item(1, whole=False, text="Pier opens on Monday."))
    page = "https://harbour.example/1"
    world.web.sites[page] = FetchError("took too long", health=Health.TIMEOUT)
    await world.add()
    assert (await world.look()).pending == 1
    (article,) = await world.articles()
    assert article.body == "Pier opens on Monday."
    world.web.sites[page] = Page(
        url=page, text="Pier opens on Monday. All may come and see the new crane at work."
    )
    assert (await world.look()).report.revisions == 1
    assert (await world.look()).report.lines == 0


async def test_a_page_that_is_refused_for_good_leaves_the_teaser_and_is_not_asked_again() -> None:
    world = _World()
    world.web.sites[URL] = feed(_item(1, whole=False, text="Pier opens on Monday."))
    await world.add()
    assert (await world.look()).pending == 0
    world.web.asked.clear()
    await world.look()
    assert world.web.asked == [URL]


async def test_a_paywalls_stub_does_not_replace_the_feeds_text() -> None:
    world = _World()
    world.web.sites[URL] = feed(_item(1, whole=False))
    stub = Page(url="https://harbour.example/1", text="Subscribe. " * 30, stub=True)
    world.web.sites["https://harbour.example/1"] = stub
    await world.add()
    await world.look()
    (article,) = await world.articles()
    assert article.body.startswith("Pier number 1 was opened")


async def test_an_item_without_address_or_text_is_counted_and_stops_nothing() -> None:
    world = _World()
    blank = _item(2, url=None, text="", title="", whole=False)
    world.web.sites[URL] = feed(blank, _item(1), _item(3, url=None))
    await world.add()
    assert (await world.look()).report.new == 2
    assert (await world.look()).report.lines == 0


async def test_an_unchanged_answer_costs_no_reading_and_the_validators_are_sent_back() -> None:
    world = _World()
    world.web.sites[URL] = feed(_item(1))
    await world.add()
    await world.look()
    world.web.sites[URL] = None
    looked = await world.look()
    assert world.web.validators[-1] == Validators(etag=f"etag of {URL}")
    assert looked.source.health is Health.OK


async def test_a_source_that_failed_for_days_pauses_says_so_and_goes_on_by_itself() -> None:
    world = _World()
    world.web.sites[URL] = feed(_item(1))
    await world.add()
    await world.look()
    world.web.sites[URL] = FetchError("503 Service Unavailable", health=Health.SERVER_ERROR, status=503)
    looked = await world.look()
    while not looked.source.halt:
        looked = await world.look()
    assert timedelta(days=7) <= world.clock.at - DAY - (looked.source.failing or MONDAY) < timedelta(days=7.5)
    assert any("paused by itself" in what and "503" in what for what in await world.audit())
    async with world.store.write() as unit:  # it is still tried, a day later
        assert await unit.sources.claim(world.clock.at, world.clock.at + HOUR, 5)
    world.web.sites[URL] = feed(_item(1), _item(2))
    looked = await world.look()
    assert (looked.source.halt, looked.report.new) == (None, 1)
    assert any("goes on" in what for what in await world.audit())


async def test_a_source_that_moved_for_good_is_asked_there_and_keeps_what_is_known() -> None:
    world = _World()
    world.web.sites[URL] = feed(_item(1))
    await world.add()
    await world.look()
    new = "https://new.example/feed"
    world.web.sites[new], world.web.moved[URL] = feed(_item(1), _item(2)), new
    looked = await world.look()
    assert (looked.source.url, looked.source.moved_from, looked.report.new) == (new, URL, 1)
    assert any("moved from" in what for what in await world.audit())
    with pytest.raises(InputError, match="already"):
        await world.adding.preview(LOCAL_TENANT, new)


async def test_a_source_that_moves_to_another_ones_address_stays_where_it_is() -> None:
    world = _World()
    other = "https://other.example/feed"
    world.web.sites |= {URL: feed(_item(1)), other: feed(_item(2))}
    first, _ = await world.add(), await world.add(other)
    world.web.moved[URL] = other
    looked = await world.gather.one(first)
    assert looked.source.url == URL
    assert looked.report.new == 1


async def test_a_feed_that_becomes_a_web_page_fails_and_nothing_of_the_page_is_kept() -> None:
    world = _World()
    world.web.sites[URL] = feed(_item(1))
    await world.add()
    await world.look()
    world.web.sites[URL] = Page(url=URL, title="Domain for sale", text="Buy this domain now.")
    looked = await world.look()
    assert (looked.source.health, len(await world.articles())) == (Health.MANGLED, 1)


async def test_a_fault_in_reading_one_source_stops_no_other(caplog: pytest.LogCaptureFixture) -> None:
    world = _World()
    urls = [f"https://s{n}.example/feed" for n in range(5)]
    for n, url in enumerate(urls):
        world.web.sites[url] = feed(_item(n))
        await world.add(url)
    world.web.sites[urls[2]] = RecursionError("too deep")
    assert await world.gather.look() == 5
    by_url = {one.url: one for one in await world.care.listed(LOCAL_TENANT)}
    assert [by_url[url].health is Health.OK for url in urls] == [True, True, False, True, True]
    assert "source_fault" in [record.__dict__.get("action") for record in caplog.records]


async def test_an_outcome_that_no_database_takes_stops_no_other(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    world = _World()
    urls = [f"https://s{n}.example/feed" for n in range(3)]
    world.web.sites |= {url: feed(_item(n)) for n, url in enumerate(urls)}
    world.web.sites[urls[1]] = feed(_item(1, key="half a character: \ud800"))
    async with SqlStore.open(f"sqlite:///{tmp_path / 'a.db'}", create=True) as store:
        ingest = Ingest(store=store, clock=world.clock, run_cpu=_here)
        gather = replace(world.gather, store=store, ingest=ingest, record=Record(store=store))
        await Listed(store=store, clock=world.clock).add(
            LOCAL_TENANT, [Wanted(url=one) for one in urls], "test"
        )
        assert await gather.look() == 3
        every = await Care(store=store, clock=world.clock).listed(LOCAL_TENANT)
    assert {one.url for one in every if one.health is Health.OK} == {urls[0], urls[2]}
    assert "outcome_fault" in [record.__dict__.get("action") for record in caplog.records]


async def test_all_that_is_due_is_looked_at_once_with_bounded_work_under_way() -> None:
    world = _World()
    for n in range(3 * AT_ONCE):
        url = f"https://s{n}.example/feed"
        world.web.sites[url] = feed(_item(n))
        await world.add(url)
    world.web.silent.update(world.web.sites)
    world.web.asked.clear()
    gather = replace(world.gather, store=SlowStore(world.store))
    looking = asyncio.create_task(gather.look())
    await _turns(10 * AT_ONCE)
    assert len(world.web.asked) == AT_ONCE
    world.web.answers.set()
    assert await looking == 3 * AT_ONCE
    assert len(set(world.web.asked)) == len(world.web.asked) == 3 * AT_ONCE
    assert world.web.most <= AT_ONCE
    assert await gather.look() == 0


async def test_one_source_that_is_due_costs_one_claim_and_one_record() -> None:
    world, power = _World(), Power()
    world.web.sites[URL] = feed(_item(1))
    await world.add()
    store = FragileStore(world.store, power)
    gather = replace(world.gather, store=store, record=Record(store=store))
    assert await gather.look() == 1
    assert power.places == 1 + 2 * 3  # what is due is read; two transactions begin, commit and end


async def test_what_a_person_changes_during_a_look_is_not_undone_by_it() -> None:
    world = _World()
    world.web.sites[URL] = feed(_item(1))
    source = await world.add()
    await world.care.pause(LOCAL_TENANT, source.id, "U1")
    await world.care.rename(LOCAL_TENANT, source.id, "Quayside", "U1")
    looked = await world.gather.one(source)  # began before
    assert (looked.source.is_paused, looked.source.name) == (True, "Quayside")
    await world.care.remove(LOCAL_TENANT, source.id, "U1")
    await world.gather.one(looked.source)
    assert await world.care.listed(LOCAL_TENANT) == ()


async def test_a_source_is_found_by_id_address_or_name_and_never_guessed() -> None:
    world = _World()
    world.web.sites[URL] = feed(_item(1))
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
    world.web.sites["https://b.example/"] = feed(_item(2))
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
    world = _World()
    world.web.sites[URL] = feed(_item(1))
    assert (await world.adding.preview(LOCAL_TENANT, typed)).source.url == URL


@pytest.mark.parametrize("typed", ["", "two words", "https://", "http://[::1", "   "])
async def test_what_is_no_address_is_refused_before_anything_is_asked(typed: str) -> None:
    world = _World()
    with pytest.raises(InputError, match="no web address"):
        await world.adding.preview(LOCAL_TENANT, typed)
    assert world.web.asked == []


async def test_the_sitemaps_of_an_index_are_read_with_it() -> None:
    world = _World()
    index = replace(feed(more=tuple(f"https://m{n}.example/" for n in range(9))), kind=Kind.SITEMAP)
    world.web.sites[URL] = index
    for n in range(9):
        world.web.sites[f"https://m{n}.example/"] = replace(feed(_item(n)), kind=Kind.SITEMAP)
    await world.add()
    assert (await world.look()).report.new == 3


async def test_an_index_is_read_again_even_if_it_did_not_change_for_its_sitemaps_do() -> None:
    world, news = _World(), "https://harbour.example/news.xml"
    world.web.sites[URL] = replace(feed(more=(news,)), kind=Kind.SITEMAP)
    world.web.sites[news] = replace(feed(_item(1)), kind=Kind.SITEMAP)
    await world.add()
    assert (await world.look()).report.new == 1
    world.web.sites[news] = replace(feed(_item(1), _item(2)), kind=Kind.SITEMAP)
    assert (await world.look()).report.new == 1
    assert set(world.web.validators) == {NEVER_ASKED}


async def test_a_sitemap_that_cannot_be_read_is_told_and_takes_no_other_with_it() -> None:
    world, maps = _World(), [f"https://m{n}.example/" for n in range(2)]
    world.web.sites[URL] = replace(feed(more=tuple(maps)), kind=Kind.SITEMAP)
    world.web.sites[maps[1]] = replace(feed(_item(1)), kind=Kind.SITEMAP)
    await world.add()
    looked = await world.look()
    assert (looked.report.new, looked.source.health) == (1, Health.OK)
    assert looked.source.detail == f"{maps[0]}, which it names, could not be read: 404 Not Found"
    del world.web.sites[maps[1]]
    assert (await world.look()).source.health is Health.CLIENT_ERROR


async def test_a_host_with_many_sources_that_is_slow_holds_up_no_other_host() -> None:
    world = _World()
    slow = [f"https://slow.example/{n}" for n in range(2 * AT_ONCE)]
    quick = [f"https://s{n}.example/feed" for n in range(AT_ONCE)]
    wanted = [Wanted(url=url) for url in (*slow, *quick)]
    await Listed(store=world.store, clock=world.clock).add(LOCAL_TENANT, wanted, "test")
    world.web.sites |= {url: feed() for url in (*slow, *quick)}
    world.web.silent.update(slow)
    gather = world.gather
    looking = asyncio.create_task(gather.look())
    await _turns(10 * AT_ONCE)
    assert set(quick) <= set(world.web.asked)
    assert len(set(slow) & set(world.web.asked)) == AT_HOST
    world.web.silent.clear()
    world.web.answers.set()
    assert await looking == len(wanted)
    assert len(set(world.web.asked)) == len(world.web.asked) == len(wanted)


async def test_what_waits_long_for_its_host_is_claimed_anew_before_others_could_take_it_up() -> None:
    world = _World()
    slow = [f"https://slow.example/{n}" for n in range(5)]
    await Listed(store=world.store, clock=world.clock).add(
        LOCAL_TENANT, [Wanted(url=url) for url in slow], "test"
    )
    world.web.sites |= {url: feed() for url in slow}
    world.web.silent.update(slow)
    looking = asyncio.create_task(world.gather.look())
    await _turns(10 * AT_ONCE)
    assert len(world.web.asked) == AT_HOST
    first, world.web.answers = world.web.answers, asyncio.Event()
    world.clock.at += LEASE / 2
    first.set()
    await _turns(10 * AT_ONCE)
    assert len(world.web.asked) == 2 * AT_HOST
    async with world.store.write() as unit:  # as another process does when the first lease is over
        assert await unit.sources.claim(world.clock.at + LEASE / 2, world.clock.at + DAY, 9) == ()
    world.web.answers.set()
    assert await looking == len(slow)
    assert len(set(world.web.asked)) == len(world.web.asked) == len(slow)


async def test_a_file_adds_renames_and_removes_only_what_it_listed() -> None:
    world = _World()
    listed = Listed(store=world.store, clock=world.clock)
    world.web.sites["https://b.example/"] = feed(_item(2))
    by_hand = await world.add("https://b.example/")
    wanted = [Wanted(url=URL, name="Quay"), Wanted(url="https://b.example/", name="Mine")]
    assert len(await listed.take_over(LOCAL_TENANT, wanted)) == 1
    assert await listed.take_over(LOCAL_TENANT, wanted) == ()
    assert len(await listed.take_over(LOCAL_TENANT, [replace(wanted[0], name="Pier")])) == 1
    assert {one.name for one in await world.care.listed(LOCAL_TENANT)} == {"Pier", by_hand.name}
    assert len(await listed.take_over(LOCAL_TENANT, [])) == 1
    assert await world.care.listed(LOCAL_TENANT) == (by_hand,)


async def test_a_listed_feed_without_end_in_its_title_has_a_short_name_and_its_articles_are_kept() -> None:
    world = _World()
    world.web.sites[URL] = replace(feed(_item(1)), title="The \u202eQuay " * 2_000)
    await Listed(store=world.store, clock=world.clock).take_over(LOCAL_TENANT, [Wanted(url=URL)])
    looked = await world.look()
    assert (looked.report.new, len(looked.report.rejected)) == (1, 0)
    assert looked.source.name == ("The Quay " * 10)[:80].strip()
    shown = await world.adding.look_at(LOCAL_TENANT, URL)
    assert shown.source.name == looked.source.name


async def test_a_file_may_put_new_sources_in_the_place_of_all_it_listed_before() -> None:
    world, half = _World(), MAX_SOURCES // 2 + 1
    listed = Listed(store=world.store, clock=world.clock)
    for part in ("old", "new"):
        await listed.take_over(LOCAL_TENANT, [Wanted(url=f"https://{part}{n}.example/") for n in range(half)])
    assert len(await world.care.listed(LOCAL_TENANT)) == half


async def test_two_names_for_one_address_in_a_file_are_one_source_and_the_first_counts() -> None:
    world = _World()
    listed = Listed(store=world.store, clock=world.clock)
    wanted = [Wanted(url=URL, name="Quay"), Wanted(url=URL, name="Pier")]
    await listed.take_over(LOCAL_TENANT, wanted)
    assert await listed.take_over(LOCAL_TENANT, wanted) == ()
    assert [one.name for one in await world.care.listed(LOCAL_TENANT)] == ["Quay"]


async def test_one_item_whose_page_breaks_the_reader_takes_no_other_with_it() -> None:
    world = _World()
    links = [f"https://harbour.example/{n}" for n in range(3)]
    world.web.sites[URL] = feed(*(_item(n, whole=False) for n in range(3)))
    for n, link in enumerate(links):
        world.web.sites[link] = Page(
            url=link, text=f"The whole story of pier number {n}, at some length. " * 5
        )
    world.web.sites[links[1]] = ValueError("a page that nobody foresaw")
    await world.add()
    looked = await world.look()
    assert (looked.source.health, looked.report.new) == (Health.OK, 3)
    texts = [article.body for article in await world.articles()]
    assert ["whole story" in text for text in texts] == [True, False, True]


async def test_a_file_that_lists_the_address_to_which_a_source_moved_keeps_it() -> None:
    world = _World()
    listed, new = Listed(store=world.store, clock=world.clock), "https://harbour.example/new"
    world.web.sites[new] = feed(_item(1))
    world.web.moved[URL] = new
    await listed.take_over(LOCAL_TENANT, [Wanted(url=URL, name="Quay")])
    moved = (await world.look()).source
    assert (moved.url, moved.moved_from) == (new, URL)
    assert await listed.take_over(LOCAL_TENANT, [Wanted(url=new, name="Quay")]) == ()
    (kept,) = await world.care.listed(LOCAL_TENANT)
    assert (kept.id, kept.url) == (moved.id, new)
    await listed.take_over(LOCAL_TENANT, [Wanted(url=new, name="Pier")])
    assert [one.name for one in await world.care.listed(LOCAL_TENANT)] == ["Pier"]


async def test_a_page_that_robots_txt_keeps_us_from_is_not_offered_as_a_source() -> None:
    world = _World()
    page = "https://harbour.example/notices"
    world.web.sites[page] = Page(url=page, title="Notices", text="The harbour is closed on Monday.")
    world.web.closed.add(page)
    with pytest.raises(FetchError, match=r"robots\.txt"):
        await world.adding.preview(LOCAL_TENANT, page)
    world.web.closed.clear()
    assert (await world.adding.preview(LOCAL_TENANT, page)).keeps == 1


async def test_what_a_clock_that_was_a_year_ahead_put_off_is_looked_at_once_it_is_right() -> None:
    world = _World()
    world.web.sites[URL] = feed(_item(1))
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
    world = _World()
    night = frozenset((MONDAY.hour + n) % 24 for n in range(3))
    world.web.sites[URL] = replace(feed(_item(1)), skip_hours=night)
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
    world, life = _World(), PaperLife()
    world.web.sites[URL] = feed(_item(1))
    await world.add()
    async with world.store.write() as unit:
        await unit.sources.claim(world.clock.at, world.clock.at + HOUR, 1, "other")
    rounds = Rounds(gather=replace(world.gather, owner=life.owner), life=life)
    assert await rounds.run() == 0
    life.gone = {"other"}
    assert await rounds.run() == 1
    assert len(await world.articles()) == 1


async def test_a_feed_that_dates_its_items_by_the_asking_makes_no_revision_a_day() -> None:
    world = _World()
    world.web.sites[URL] = feed()
    await world.add()
    for _ in range(4):
        asked = Publication(at=world.clock.at, local_date=world.clock.at.date())
        world.web.sites[URL] = feed(_item(1, published=asked), _item(2, published=replace(asked, at=None)))
        await world.look()
        world.clock.at += DAY
    assert [one.revision for one in await world.articles()] == [1, 1]


async def test_a_listed_page_is_followed_to_its_feed_at_its_first_look_and_stays_listed() -> None:
    world = _World()
    listed, home = Listed(store=world.store, clock=world.clock), "https://harbour.example/"
    world.web.sites[home] = replace(feed(title="Home", feeds=(URL,)), kind=Kind.PAGE)
    world.web.sites[URL] = feed(_item(1))
    await listed.take_over(LOCAL_TENANT, [Wanted(url=home)])
    looked = await world.look()
    assert (looked.source.url, looked.source.name, looked.report.new) == (URL, "The Harbour", 1)
    assert await listed.take_over(LOCAL_TENANT, [Wanted(url=home)]) == ()
