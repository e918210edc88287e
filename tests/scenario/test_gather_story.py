"""A source over days: what is kept, what is not asked again, and who is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.channel import LOCAL_TENANT
from bot.domain.fetched import DatedBy, Page
from bot.domain.source import NEVER_ASKED, Health, Validators
from bot.errors import FetchError, InputError
from bot.gather.take import PAGES
from summarizers.types import Publication
from tests.fakes.gather_world import DAY, HOUR, URL, GatherWorld, item
from tests.fakes.paper_web import feed
from tests.fakes.world import MONDAY


async def test_what_comes_later_is_kept_whole_and_what_was_passed_over_stays_passed_over() -> None:
    world = GatherWorld()
    world.web.sites[URL] = feed(*(item(n) for n in range(30)))
    await world.add()
    await world.look()
    world.web.sites[URL] = feed(*(item(n) for n in range(45)))
    assert (await world.look()).report.new == 15
    assert len(await world.articles()) == 35


async def test_a_changed_item_is_a_revision() -> None:
    world = GatherWorld()
    world.web.sites[URL] = feed(item(1))
    await world.add()
    await world.look()
    world.web.sites[URL] = feed(item(1, text="Pier number 1 was closed again on Tuesday after a crane fell."))
    assert (await world.look()).report.revisions == 1
    (article,) = await world.articles()
    assert article.revision == 2


def _of(days: int) -> Publication:
    return Publication(local_date=MONDAY.date() + timedelta(days=days))


async def test_an_item_that_its_feed_alone_dates_months_ahead_is_of_the_day_on_which_it_came() -> None:
    world = GatherWorld()
    world.web.sites[URL] = feed(*(item(n, published=_of(-n)) for n in range(3)), item(7, published=_of(213)))
    await world.add()
    await world.look()
    assert await world.days() == [0, -1, -2, 0]
    assert not (await world.look()).report.revisions


async def test_a_misdated_item_whose_page_is_not_reached_is_no_revision_at_each_look() -> None:
    world = GatherWorld()
    ahead = item(7, published=_of(213), whole=False)
    world.web.sites[URL] = feed(*(item(n, published=_of(-n)) for n in range(3)), ahead)
    world.web.sites[ahead.url or ""] = FetchError("no answer within 20 s", health="timeout")
    await world.add()
    await world.look()
    assert not any([(await world.look()).report.revisions for _ in range(3)])


async def test_a_misdated_item_that_changes_or_is_found_again_stays_of_the_day_on_which_it_came() -> None:
    world = GatherWorld()
    few = [item(n, published=_of(-n)) for n in range(3)]
    world.web.sites[URL] = feed(*few, item(7, published=_of(213)))
    source = await world.add()
    await world.look()
    world.clock.at += 3 * DAY
    world.web.sites[URL] = feed(*few, item(7, published=_of(213), text="Pier 7 was opened by a band."))
    assert (await world.look()).report.revisions == 1
    await world.care.remove(LOCAL_TENANT, source.url, "U1")
    await world.add()
    assert not (await world.look()).report.revisions
    assert await world.days() == [0, -1, -2, 0]


async def test_an_item_kept_as_of_the_future_is_of_the_day_on_which_that_proves_wrong() -> None:
    world = GatherWorld()
    world.web.sites[URL] = feed(item(7, published=_of(213)))
    await world.add()
    await world.look()
    few = [item(n, published=_of(-n)) for n in range(3)]
    world.web.sites[URL] = feed(*few, item(7, published=_of(213), title="Pier 7 opens at last"))
    await world.look()
    assert await world.days() == [0, -1, -2, 0]


@pytest.mark.parametrize(
    "days",
    [
        (0, 213),
        (0, -1, -2, 12, 40),
        (0, -1, -2, 7, 14),
        (213, 214, 215),
    ],
)
async def test_where_the_clock_may_be_behind_a_feed_is_believed(days: tuple[int, ...]) -> None:
    world = GatherWorld()
    world.web.sites[URL] = feed(*(item(n, published=_of(day)) for n, day in enumerate(days)))
    await world.add()
    await world.look()
    assert await world.days() == list(days)


async def test_a_misdated_item_is_of_the_day_that_its_page_names() -> None:
    world = GatherWorld()
    ahead = item(7, published=_of(213), problem="ahead", whole=False, text="Pier opens.")
    world.web.sites[URL] = feed(*(item(n, published=_of(-n)) for n in range(3)), ahead)
    page = Page(url=ahead.url or "", text="Pier 7 opens. A ribbon was cut by the harbour master of Velden.")
    page = replace(page, published=_of(-3), dated_by=DatedBy.META)
    world.web.sites[page.url] = page
    await world.add()
    await world.look()
    assert await world.days() == [0, -1, -2, -3]


async def test_teasers_are_kept_with_the_text_of_their_page_a_portion_at_a_time() -> None:
    world = GatherWorld()
    many = [item(n, whole=False, text="Pier opens.") for n in range(PAGES + 5)]
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
    world = GatherWorld()
    world.web.sites[URL] = feed(item(1, whole=False, text="Pier opens on Monday."))
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
    world = GatherWorld()
    world.web.sites[URL] = feed(item(1, whole=False, text="Pier opens on Monday."))
    await world.add()
    assert (await world.look()).pending == 0
    world.web.asked.clear()
    await world.look()
    assert world.web.asked == [URL]


async def test_a_paywalls_stub_does_not_replace_the_feeds_text() -> None:
    world = GatherWorld()
    world.web.sites[URL] = feed(item(1, whole=False))
    stub = Page(url="https://harbour.example/1", text="Subscribe. " * 30, stub=True)
    world.web.sites["https://harbour.example/1"] = stub
    await world.add()
    await world.look()
    (article,) = await world.articles()
    assert article.body.startswith("Pier number 1 was opened")


async def test_an_item_without_address_or_text_is_counted_and_stops_nothing() -> None:
    world = GatherWorld()
    blank = item(2, url=None, text="", title="", whole=False)
    world.web.sites[URL] = feed(blank, item(1), item(3, url=None))
    await world.add()
    assert (await world.look()).report.new == 2
    assert (await world.look()).report.lines == 0


async def test_an_unchanged_answer_costs_no_reading_and_the_validators_are_sent_back() -> None:
    world = GatherWorld()
    world.web.sites[URL] = feed(item(1))
    await world.add()
    await world.look()
    world.web.sites[URL] = None
    looked = await world.look()
    assert world.web.validators[-1] == Validators(etag=f"etag of {URL}")
    assert looked.source.health is Health.OK


async def test_a_source_that_failed_for_days_pauses_says_so_and_goes_on_by_itself() -> None:
    world = GatherWorld()
    world.web.sites[URL] = feed(item(1))
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
    world.web.sites[URL] = feed(item(1), item(2))
    looked = await world.look()
    assert (looked.source.halt, looked.report.new) == (None, 1)
    assert any("goes on" in what for what in await world.audit())


async def test_a_source_that_moved_for_good_is_asked_there_and_keeps_what_is_known() -> None:
    world = GatherWorld()
    world.web.sites[URL] = feed(item(1))
    await world.add()
    await world.look()
    new = "https://new.example/feed"
    world.web.sites[new], world.web.moved[URL] = feed(item(1), item(2)), new
    looked = await world.look()
    assert (looked.source.url, looked.source.moved_from, looked.report.new) == (new, URL, 1)
    assert any("moved from" in what for what in await world.audit())
    with pytest.raises(InputError, match="already"):
        await world.adding.preview(LOCAL_TENANT, new)


async def test_a_source_that_moves_to_another_ones_address_stays_where_it_is() -> None:
    world = GatherWorld()
    other = "https://other.example/feed"
    world.web.sites |= {URL: feed(item(1)), other: feed(item(2))}
    first, _ = await world.add(), await world.add(other)
    world.web.moved[URL] = other
    looked = await world.gather.one(first)
    assert looked.source.url == URL
    assert looked.report.new == 1


async def test_a_feed_that_becomes_a_web_page_fails_and_nothing_of_the_page_is_kept() -> None:
    world = GatherWorld()
    world.web.sites[URL] = feed(item(1))
    await world.add()
    await world.look()
    world.web.sites[URL] = Page(url=URL, title="Domain for sale", text="Buy this domain now.")
    looked = await world.look()
    assert (looked.source.health, len(await world.articles())) == (Health.MANGLED, 1)


async def test_one_item_whose_page_breaks_the_reader_takes_no_other_with_it() -> None:
    world = GatherWorld()
    links = [f"https://harbour.example/{n}" for n in range(3)]
    world.web.sites[URL] = feed(*(item(n, whole=False) for n in range(3)))
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


async def test_a_feed_that_dates_its_items_by_the_asking_makes_no_revision_a_day() -> None:
    world = GatherWorld()
    world.web.sites[URL] = feed()
    await world.add()
    for _ in range(4):
        asked = Publication(at=world.clock.at, local_date=world.clock.at.date())
        world.web.sites[URL] = feed(item(1, published=asked), item(2, published=replace(asked, at=None)))
        await world.look()
        world.clock.at += DAY
    assert [one.revision for one in await world.articles()] == [1, 1]
