"""Every form of feed, as it should be."""

from __future__ import annotations

import gzip
import json

from tests.fakes.zoo.animal import PIER, Animal, Answer, Told, item, one, plain, rss, story, web_page

NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
HEAD_RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">'
)
ATOM_ENTRY = (
    "<title>Pier one opens</title><id>tag:quay,2025:1</id><link href='{here}/1'/>"
    "<published>2025-11-10T08:30:00+01:00</published><updated>2025-11-10T09:00:00+01:00</updated>"
)


def atom(entry: str, root: str = "xmlns='http://www.w3.org/2005/Atom'") -> str:
    return f"<?xml version='1.0'?><feed {root}><title>The Quay</title><entry>{entry}</entry></feed>"


def json_feed(version: str, **fields: object) -> str:
    entry = {"id": "1", "url": "{here}/1", "title": "Pier one opens", **fields}
    head = {"version": f"https://jsonfeed.org/version/{version}", "title": "The Quay", "items": [entry]}
    return json.dumps(head)


def sitemap_url(path: str, inside: str = "") -> str:
    return f"<url><loc>{{here}}/{path}</loc>{inside}</url>"


def news(title: str, date: str) -> str:
    return (
        f"<news:news><news:publication><news:name>The Quay</news:name><news:language>en</news:language>"
        f"</news:publication><news:publication_date>{date}</news:publication_date>"
        f"<news:title>{title}</news:title></news:news>"
    )


ARTICLE = Answer(body=web_page("Pier one opens", story("the pier")), type="text/html; charset=utf-8")
WHOLE = Told(
    title="Pier one opens", text="who would pay for the pier", path="/1", hides="All rights reserved"
)
SITEMAP = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="{NEWS}">'
NEWS_MAP = f"{SITEMAP}{sitemap_url('1', news('Pier one opens', '2025-11-10T08:30:00+01:00'))}</urlset>"

FORMS: tuple[Animal, ...] = (
    one("rss_2_0", item(), told=PIER),
    plain("rss_0_91", rss(item(), root='<rss version="0.91">'), PIER),
    plain("rss_0_92", rss(item(), root='<rss version="0.92">'), PIER),
    plain(
        "rdf_1_0",
        f"{HEAD_RDF}<channel rdf:about='{{here}}'><title>The Quay</title></channel><item rdf:about='{{here}}/1'>"
        "<title>Pier one opens</title><link>{here}/1</link><description>Pier one opened on Monday.</description>"
        "<dc:date>2025-11-10T08:30:00+01:00</dc:date></item></rdf:RDF>",
        PIER,
    ),
    plain("atom_1_0", atom(f"{ATOM_ENTRY}<summary>Pier one opened on Monday.</summary>"), PIER),
    plain(
        "atom_0_3",
        atom(
            "<title>Pier one opens</title><id>1</id><link rel='alternate' href='{here}/1'/>"
            "<issued>2025-11-10T08:30:00+01:00</issued><content>Pier one opened on Monday.</content>",
            "version='0.3' xmlns='http://purl.org/atom/ns#'",
        ),
        PIER,
    ),
    plain(
        "atom_xhtml",
        atom(
            f"{ATOM_ENTRY}<content type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p>Pier one "
            "opened <h:b>on</h:b> Monday.</h:p><h:script src='x'/></h:div></content>"
        ),
        PIER,
    ),
    plain(
        "atom_html",
        atom(f"{ATOM_ENTRY}<content type='html'>&lt;p&gt;Pier one opened on Monday.</content>"),
        PIER,
    ),
    plain(
        "atom_text_that_looks_like_markup",
        atom(f"{ATOM_ENTRY}<summary>x</summary>".replace("Pier one opens", "Use of &lt;b&gt; and &lt;i&gt;")),
        Told(title="Use of <b> and <i>", path="/1"),
    ),
    plain(
        "json_feed_1",
        json_feed(
            "1",
            content_text="Pier one opened on Monday.",
            date_published="2025-11-10T08:30:00+01:00",
            author={"name": "A"},
        ),
        PIER,
        type="application/json",
    ),
    plain(
        "json_feed_1_1",
        json_feed(
            "1.1", content_html="<p>Pier one opened on Monday.", date_published="2025-11-10T08:30:00+01:00"
        ),
        PIER,
        type="application/feed+json",
    ),
    plain(
        "json_with_a_comment_behind_it",
        json_feed("1.1", content_text="Pier one opened on Monday.", date_published=PIER.published)
        + "\n<!-- cached at noon -->\n",
        PIER,
        type="application/json",
    ),
    plain(
        "json_with_a_number_of_five_thousand_digits",
        json_feed("1.1", content_text="Pier one opened on Monday.", date_published=PIER.published).replace(
            '"1"', "9" * 5_000, 1
        ),
        PIER,
    ),
    plain(
        "json_without_an_address_but_in_its_id",
        json_feed(
            "1.1",
            id="{here}/1",
            url=None,
            content_text="Pier one opened on Monday.",
            date_published=PIER.published,
        ),
        PIER,
    ),
    plain(
        "atom_under_a_prefix",
        atom(
            f"{ATOM_ENTRY}<summary>Pier one opened on Monday.</summary>",
            "xmlns:a='http://www.w3.org/2005/Atom'",
        )
        .replace("<", "<a:")
        .replace("<a:/", "</a:")
        .replace("<a:?", "<?"),
        PIER,
    ),
    Animal(
        name="sitemap_index_that_names_itself_and_another_index",
        answers={
            "feed": Answer(
                body="<sitemapindex><sitemap><loc>{here}/feed#top</loc></sitemap><sitemap><loc>{here}/index</loc>"
                "</sitemap><sitemap><loc>{here}/news.xml</loc></sitemap></sitemapindex>"
            ),
            "index": Answer(body="<sitemapindex><sitemap><loc>{here}/feed</loc></sitemap></sitemapindex>"),
            "news.xml": Answer(body=NEWS_MAP),
            "1": ARTICLE,
        },
        told=(WHOLE,),
    ),
    Animal(
        name="sitemap_of_news",
        answers={"feed": Answer(body=NEWS_MAP, type="text/xml"), "1": ARTICLE},
        told=(WHOLE,),
    ),
    Animal(
        name="sitemap_gzipped",
        answers={
            "feed": Answer(
                body=gzip.compress(NEWS_MAP.replace("{here}/", "").encode()), type="application/gzip"
            ),
            "1": ARTICLE,
        },
        told=(WHOLE,),
    ),
    Animal(
        name="sitemap_without_titles",
        answers={
            "feed": Answer(body=f"{SITEMAP}{sitemap_url('1', '<lastmod>2025-11-10</lastmod>')}</urlset>"),
            "1": ARTICLE,
        },
        told=(WHOLE,),
    ),
    Animal(
        name="sitemap_of_changes_beside_dated_pages",
        answers={
            "feed": Answer(body=f"{SITEMAP}{sitemap_url('1', '<lastmod>2025-11-10</lastmod>')}</urlset>"),
            "1": Answer(
                body=web_page(
                    "Pier one opens",
                    story("the pier"),
                    "<meta property='article:published_time' content='2025-11-08T10:00:00+01:00'>",
                ),
                type="text/html",
            ),
        },
        told=(Told(title="Pier one opens", published="2025-11-08T10:00:00+01:00", path="/1"),),
    ),
    Animal(
        name="sitemap_index",
        answers={
            "feed": Answer(body="<sitemapindex><sitemap><loc>{here}/news.xml</loc></sitemap></sitemapindex>"),
            "news.xml": Answer(body=NEWS_MAP),
            "1": ARTICLE,
        },
        told=(WHOLE,),
    ),
)
