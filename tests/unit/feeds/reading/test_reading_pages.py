"""Web pages: the feeds they name, and the article on them."""

from __future__ import annotations

import pytest

from bot.domain.fetched import DatedBy
from bot.domain.source import Kind
from bot.errors import FetchError
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


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Piers stay shut | Quay</title>", "<h2>Piers stay shut</h2>", "Piers stay shut"),
        ("<title>Quay: Piers stay shut</title>", "<div>Piers stay shut</div>", "Piers stay shut"),
        ("<title>Quay</title><meta property='og:title' content='Piers &amp; ships'>", "", "Piers & ships"),
        (
            "<title>x</title><meta property='og:title' content='Piers stay shut – Quay'><meta property='og:site_name' content='Quay'>",
            "",
            "Piers stay shut",
        ),
        (
            "<title>Quay – Piers stay shut</title><meta property='og:site_name' content='Quay'>",
            "",
            "Piers stay shut",
        ),
        ("<title>Quay</title>", "<h1>Shut</h1>", "Shut"),
        ("<title>Piers stay shut</title>", "<h1>Quay</h1><h1>Other</h1>", "Piers stay shut"),
        ("", "", ""),
    ],
)
def test_the_headline_is_found_however_it_is_marked_up(head: str, body: str, title: str) -> None:
    assert page(f"<html><head>{head}</head><body>{body}{STORY}</body></html>").title == title


@pytest.mark.parametrize(
    ("markup", "read", "by"),
    [
        ("<time itemprop='datePublished' datetime='2025-11-09T10:00:00+01:00'>x</time>", "2025-11-09T10:00:00+01:00", "meta"),
        ("<time pubdate datetime='2025-11-09'>x</time>", "2025-11-09", "meta"),
        ("<meta itemprop='datePublished' content='2025-11-09T10:00:00Z'>", "2025-11-09T10:00:00+00:00", "meta"),
        ("<meta name='date' content='2099-01-01'><span class='date'>9 November 2025</span>", "2025-11-09", "html"),
        ("<p>It is to open on 9 November 2025, said those who build it, unless the river should freeze before that day.</p>", "", ""),
        ("<p>Copyright 2025</p>", "", ""),
        ("<div>04/11/2025</div>", "", ""),
    ],
)  # fmt: skip
def test_a_date_is_taken_from_where_it_can_be_trusted(markup: str, read: str, by: str) -> None:
    found = page(f"<html><body><h1>Piers stay shut</h1>{markup}{STORY}</body></html>")
    assert (str(found.published or ""), str(found.dated_by)) == (read, by)


def test_what_a_page_asks_before_it_shows_anything_is_no_text() -> None:
    found = page(
        "<html><title>Quay</title><body><h1>We value your privacy</h1><p>We and our partners store cookies on your "
        "device. You may refuse, or change your mind later.</p><button>Accept all</button></body></html>"
    )
    assert (found.text, found.stub) == ("", True)


def test_an_article_that_says_it_is_locked_and_breaks_off_is_a_stub() -> None:
    head = '<script type="application/ld+json">{"@type": "Article", "isAccessibleForFree": false}</script>'
    assert page(_page(head, "<p>The harbour master of Velden spoke on Monday about the pier and…</p>")).stub
    assert not page(_page(head, STORY + STORY)).stub


@pytest.mark.parametrize(
    "script", ["", "{", "[1, null, {}]", '{"@type": 5}', '{"@graph": {"@type": "NewsArticle"}}']
)
def test_json_ld_of_any_form_costs_nothing(script: str) -> None:
    found = page(_page(f"<script type='application/ld+json'>{script}</script>"))
    assert found.title == "Piers stay shut"


def test_json_ld_is_read_through_comments_and_trailing_commas() -> None:
    script = '<!-- {"@type": "NewsArticle", "headline": "Piers &amp; ships", "author": ["Ada Holm", {"name": "B"}],} -->'
    found = page(_page(f"<script type='application/ld+json'>{script}</script>"))
    assert (found.title, found.author) == ("Piers & ships", "Ada Holm, B")


def test_what_is_no_page_is_refused() -> None:
    for body in ("<rss><channel/></rss>", "{}", "", "words"):
        with pytest.raises(FetchError):
            page(body)


def test_the_log_is_not_filled_by_what_strangers_write(caplog: pytest.LogCaptureFixture) -> None:
    page("<html><body></body></html>")
    page("<html><body><p>x", url="https://harbour.example/\n2025/99/99/x")
    assert not caplog.records
