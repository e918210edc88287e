"""Web pages: the feeds they name, and the article on them."""

from __future__ import annotations

from bot.domain.fetched import DatedBy
from bot.domain.source import Kind
from tests.unit.feeds.reading.given import page, read

STORY = "".join(
    f"<p>On day {n} the harbour master of Velden said that pier {n} stays shut until the cranes are mended, "
    "and that ships should call at the old quay.</p>"
    for n in range(1, 8)
)


def _page(head: str = "", body: str = STORY) -> str:
    return (
        f"<!doctype html><html lang='en-GB'><head><title>Piers stay shut | Quay</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/ships'>Ships</a></nav><article>"
        f"<h1>Piers stay shut</h1>{body}</article><footer>All rights reserved.</footer></body></html>"
    )


def test_a_page_names_its_feeds_the_likeliest_first() -> None:
    head = (
        "<link rel=alternate type='application/rss+xml' title='Comments' href='/comments/feed'>"
        "<link rel=alternate type='application/atom+xml' href='/atom.xml'>"
        "<link rel=alternate type='application/rss+xml' href='javascript:x'>"
        "<link rel=alternate hreflang=de href='/de'>"
    )
    reading = read(_page(head), url="https://harbour.example/")
    assert (reading.kind, reading.items, reading.language) == (Kind.PAGE, (), "en-gb")
    assert reading.feeds == ("https://harbour.example/atom.xml", "https://harbour.example/comments/feed")


def test_the_article_of_a_page_without_its_furniture() -> None:
    found = page(_page("<meta property='article:published_time' content='2025-11-09T10:00:00+01:00'>"))
    assert found.title == "Piers stay shut"
    assert found.text.startswith("On day 1 the harbour master")
    assert len(found.text.split("\n\n")) == 7
    assert not any(word in found.text for word in ("Home", "All rights", "Piers stay shut"))
    assert (str(found.published), found.dated_by) == ("2025-11-09T10:00:00+01:00", DatedBy.META)
    assert not found.stub


def test_json_ld_is_believed_before_meta_tags() -> None:
    head = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"],
 "headline": "Piers stay shut", "datePublished": "2025-11-08T10:00:00+01:00",
 "author": [{"name": "Ada Holm"}], "publisher": {"name": "The Quay"}, "url": "https://www.harbour.example/a/one"}]}</script>
 <meta property='article:published_time' content='2025-11-09T10:00:00+01:00'>"""
    found = page(_page(head))
    assert (found.author, found.outlet, found.url) == (
        "Ada Holm",
        "The Quay",
        "https://www.harbour.example/a/one",
    )
    assert (str(found.published), found.dated_by) == ("2025-11-08T10:00:00+01:00", DatedBy.JSON_LD)


def test_a_page_cannot_claim_the_address_of_another_site() -> None:
    found = page(_page("<link rel=canonical href='https://other.example/a/1'>"))
    assert found.url == "https://harbour.example/a/1"


def test_a_paywalls_stub_is_known() -> None:
    wall = "<div class='paywall'>Subscribe to continue reading</div>"
    assert page(_page(body=f"<p>The harbour master of Velden spoke on Monday.</p>{wall}")).stub
