"""Feeds of all forms become the same items."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from bot.domain.fetched import DatedBy
from bot.domain.source import Kind
from bot.errors import FetchError
from tests.unit.feeds.reading.given import URL, only, read, rss

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://harbour.example/n/" xml:lang="en">
<title>Quay</title><entry><title>Pier one opens</title><link href="1"/><id>tag:pier-1</id>
<published>2025-11-10T09:00:00+01:00</published><updated>2025-11-10T10:00:00+01:00</updated>
<author><name>Ada Holm</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Pier <b>one</b> opened.</p>
<p>All came.</p></div></content>
</entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://harbour.example/"><title>Quay</title></channel>
<item rdf:about="https://harbour.example/n/1"><title>Pier one opens</title><link>https://harbour.example/n/1</link>
<description>&lt;p&gt;Pier one opened.&lt;/p&gt;&lt;p&gt;All came.&lt;/p&gt;</description>
<dc:date>2025-11-10T09:00:00+01:00</dc:date><dc:creator>Ada Holm</dc:creator></item></rdf:RDF>"""

RSS = rss(
    "<title>Pier one opens</title><link>https://harbour.example/n/1</link><guid>pier-1</guid>"
    "<description><![CDATA[<p>Pier one opened.</p><p>All came.</p>]]></description>"
    "<pubDate>Mon, 10 Nov 2025 09:00:00 +0100</pubDate><author>ada@harbour.example (Ada Holm)</author>"
)

JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Quay",
        "items": [
            {
                "id": "pier-1",
                "url": "/n/1",
                "title": "Pier one opens",
                "content_html": "<p>Pier one opened.</p><p>All came.</p>",
                "date_published": "2025-11-10T09:00:00+01:00",
                "authors": [{"name": "Ada Holm"}],
            }
        ],
    }
)


def test_a_sitemap_index_does_not_name_itself_however_its_address_is_written() -> None:
    forms = (
        URL,
        f"{URL}#top",
        URL.replace("https://harbour", "HTTPS://Harbour"),
        "/feed",
        "/other",
        "/other#x",
    )
    inside = "".join(f"<sitemap><loc>{one}</loc></sitemap>" for one in forms)
    assert read(f"<sitemapindex>{inside}</sitemapindex>").more == ("https://harbour.example/other",)


def test_the_first_author_who_has_a_name_is_the_author() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {"id": "1", "title": "t", "authors": [None, {"url": "https://a.example"}, {"name": "Ada"}]}
        ],
    }
    assert only(json.dumps(feed)).author == "Ada"


@pytest.mark.parametrize("body", [RSS, ATOM, RDF, JSON], ids=["rss", "atom", "rdf", "json"])
def test_every_form_gives_the_same_item(body: str) -> None:
    reading = read(body)
    (item,) = reading.items
    assert (reading.kind, reading.title, reading.trouble) == (Kind.FEED, "Quay", "")
    assert (item.title, item.url) == ("Pier one opens", "https://harbour.example/n/1")
    assert item.text == "Pier one opened.\n\nAll came."
    assert str(item.published) == "2025-11-10T09:00:00+01:00"
    assert (item.dated_by, item.problem, item.author) == (DatedBy.FEED, "", "Ada Holm")


def test_a_feed_says_when_it_does_not_want_to_be_asked() -> None:
    reading = read(
        rss(
            channel="<ttl>90</ttl><skipHours><hour>3</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>"
        )
    )
    assert reading.pause == timedelta(minutes=90)
    assert (reading.skip_hours, reading.skip_days) == (frozenset({3, 0}), frozenset({6}))


def test_broken_xml_is_mended_and_the_trouble_told() -> None:
    body = rss(
        "<title>Ships &nbsp;& piers &copy; AT&T</title><dc:date>2025-11-10T09:00:00Z</dc:date><x:y a:b='1'/>"
    )
    item = only(body)
    assert item.title == "Ships & piers © AT&T"
    assert item.published is not None
    assert "not well-formed" in read(body).trouble


def test_names_that_xml_does_not_know_are_passed_over() -> None:
    assert only(rss("<title>x</title><a:0b>y</a:0b><:c/><d:>z</d:>&")).title == "x"


def test_an_entity_bomb_expands_to_nothing() -> None:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    body = rss("<title>Boom &l9;</title>").replace("<rss", f'<!DOCTYPE rss [<!ENTITY l0 "boom">{lines}]><rss')
    assert only(body).title == "Boom &l9;"


def test_a_file_named_by_an_entity_is_not_read() -> None:
    body = rss("<title>Key &x;</title>").replace(
        "<rss", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss'
    )
    assert only(body).title == "Key &x;"


def test_a_sitemap_of_news_gives_titles_dates_and_outlets() -> None:
    body = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://harbour.example/n/1</loc>
<lastmod>2025-11-10T11:00:00Z</lastmod><news:news><news:publication><news:name>The Quay</news:name>
<news:language>en</news:language></news:publication><news:publication_date>2025-11-10</news:publication_date>
<news:title>Pier one opens</news:title></news:news></url></urlset>"""
    reading = read(body)
    (item,) = reading.items
    assert (reading.kind, item.title, item.outlet, item.language) == (
        Kind.SITEMAP,
        "Pier one opens",
        "The Quay",
        "en",
    )
    assert item.published is not None
    assert (item.published.local_date, item.published.at) == (date(2025, 11, 10), None)
    assert item.dated_by is DatedBy.SITEMAP


def test_a_sitemap_index_names_the_newest_first() -> None:
    entries = "".join(
        f"<sitemap><loc>https://harbour.example/m{n}.xml</loc><lastmod>2025-11-0{n}</lastmod></sitemap>"
        for n in (1, 3, 2)
    )
    reading = read(f"<sitemapindex>{entries}</sitemapindex>")
    assert reading.more == tuple(f"https://harbour.example/m{n}.xml" for n in (3, 2, 1))


@pytest.mark.parametrize(
    "body", ["", "   ", "hello", "%PDF-1.7 \x00\x01", '{"a": 1}', "{", "[" * 100_000, "<rss"]
)
def test_what_is_nothing_is_said_to_be_nothing(body: str) -> None:
    with pytest.raises(FetchError) as caught:
        read(body)
    assert caught.value.health == "mangled"


MEDIA = "xmlns:media='http://search.yahoo.com/mrss/'"
PHOTO = (
    "<media:title>A photo</media:title><media:description>A photo of the pier, taken from the lighthouse by "
    "our photographer on the evening before.</media:description>"
)


@pytest.mark.parametrize("inside", [f"<media:content>{PHOTO}</media:content>", PHOTO])
@pytest.mark.parametrize("comes_first", [True, False])
def test_the_words_under_a_picture_are_not_the_articles(inside: str, comes_first: bool) -> None:
    own = "<title>Pier one opens</title><description>It opened.</description>"
    item = only(rss(inside + own if comes_first else own + inside).replace("<rss", f"<rss {MEDIA}"))
    assert (item.title, item.text) == ("Pier one opens", "It opened.")


def test_words_under_a_film_are_the_text_where_there_is_no_other() -> None:
    film = f"<title>Pier one opens</title><media:group>{PHOTO}</media:group>"
    item = only(rss(film).replace("<rss", f"<rss {MEDIA}"))
    assert item.title == "Pier one opens"
    assert item.text.startswith("A photo of the pier")


@pytest.mark.parametrize(
    "other",
    [
        "<enclosure url='https://harbour.example/1.mp3' type='audio/mpeg' length='1'/>",
        "<atom:link rel='related' href='https://else.example/a' xmlns:atom='http://www.w3.org/2005/Atom'/>",
        "<atom:link rel='replies' href='https://harbour.example/1#c' xmlns:atom='http://www.w3.org/2005/Atom'/>",
        "<guid>pier-1</guid>",
        "<guid isPermaLink='false'>https://harbour.example/1</guid>",
    ],
)
def test_what_an_item_only_refers_to_is_not_its_address(other: str) -> None:
    assert only(rss(f"<title>Pier one opens</title>{other}")).url is None


@pytest.mark.parametrize(
    "inside",
    [
        "<image><title>Logo</title><url>https://harbour.example/l.png</url><link>https://harbour.example/</link></image>",
        "<source url='https://else.example/feed'>Else</source>",
        "<itunes:title xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>Short</itunes:title>",
        "<media:thumbnail xmlns:media='http://search.yahoo.com/mrss/' url='https://harbour.example/t.png'/>",
        "<comments>https://harbour.example/1#c</comments>",
        "<atom:link href='https://harbour.example/amp/1' xmlns:atom='http://www.w3.org/2005/Atom'/>",
        "<atom:link rel='alternate' href='https://harbour.example/de/1' hreflang='de' xmlns:atom='http://www.w3.org/2005/Atom'/>",
    ],
)
@pytest.mark.parametrize("comes_first", [True, False])
def test_what_else_stands_in_an_item_changes_neither_its_title_nor_its_address(
    inside: str, comes_first: bool
) -> None:
    own = "<title>Pier opens</title><link>https://harbour.example/1</link><description>It did.</description>"
    item = only(rss(inside + own if comes_first else own + inside))
    assert (item.title, item.url, item.text) == ("Pier opens", "https://harbour.example/1", "It did.")


def test_an_atom_entry_that_quotes_another_feed_keeps_its_own_title_id_and_dates() -> None:
    source = (
        "<source><title>Else</title><id>tag:else</id><updated>2020-01-01T00:00:00Z</updated>"
        "<link href='https://else.example/'/></source>"
    )
    item = only(ATOM.replace("<title>Pier", f"{source}<title>Pier"))
    assert (item.key, item.title, item.outlet) == ("tag:pier-1", "Pier one opens", "Else")
    assert item.url == "https://harbour.example/n/1"
    assert str(item.published) == "2025-11-10T09:00:00+01:00"
