"""Input made to break the reader: nothing comes out but a reading or a FetchError, and the work stays in proportion."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import FetchError
from tests.unit.feeds.reading.given import page, read, rss

CDATA = "<title>x</title><description><![CDATA[{}x]]></description>"
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title><entry><title>x</title>{}</entry></feed>"
XHTML = ATOM.format("<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{}</div></content>")

FEEDS: dict[str, Callable[[int], str | bytes]] = {
    "comments that do not end": lambda n: "<rss><channel><title>t</title>" + "<!--" * n,
    "cdata that does not end": lambda n: "<rss><channel><title>t</title>" + "<![CDATA[" * n,
    "bare ampersands": lambda n: "<rss><channel><title>t</title>" + "&a" * n,
    "deep xml": lambda n: "<rss><channel><item>" + "<a>" * n,
    "items": lambda n: rss(*["<title>a</title>"] * n),
    "attributes": lambda n: (
        f"<rss {' '.join(f'a{i}={chr(34)}{chr(34)}' for i in range(n))}><channel><title>t</title></channel></rss>"
    ),
    "namespaces": lambda n: (
        f"<rss {' '.join(f'xmlns:a{i}={chr(34)}u{chr(34)}' for i in range(n))}><channel><title>t</title></channel></rss>"
    ),
    "links in an item": lambda n: rss("<title>x</title>" + "<link>https://x.example/</link>" * n),
    "xhtml": lambda n: XHTML.format("<p>a <b>b</b></p>" * n),
    "deep html": lambda n: rss(CDATA.format("<div>" * n)),
    "unclosed fonts": lambda n: rss(CDATA.format("<font size=1><p>" * n)),
    "attributes of html": lambda n: rss(CDATA.format(f"<p {' '.join(f'a{i}=x' for i in range(n))}>")),
    "attributes with angles": lambda n: rss(CDATA.format("<p " + "".join(f'a{i}=">" ' for i in range(n)))),
    "angles": lambda n: rss(CDATA.format("<" * n)),
    "unclosed scripts": lambda n: rss(CDATA.format("<script>" * n)),
    "tables in tables": lambda n: rss(CDATA.format("<table><tr><td>" * n)),
    "blanks in a title": lambda n: rss(f"<title>x{' ' * n}y</title>"),
    "lines of blanks": lambda n: rss("<title>x</title><description>" + "\n " * n + "x</description>"),
    "a date of digits": lambda n: rss(f"<title>x</title><pubDate>{'1' * n}</pubDate>"),
    "an author of addresses": lambda n: rss(f"<title>x</title><author>{'a@' * n}</author>"),
    "json": lambda n: '{"items":[' + ",".join(['{"title":"a"}'] * n) + "]}",
    "deep json": lambda n: '{"items":' + "[" * n,
    "a sitemap": lambda n: "<urlset>" + "<url><loc>https://x.example/</loc></url>" * n + "</urlset>",
    "declarations": lambda n: "<!DOCTYPE [" * n,
    "broken bytes": lambda n: b"<rss><channel><title>" + b"caf\xe9 \xff" * n,
    "links to feeds": lambda n: "<html><body>" + "<a href='/feed'>x</a>" * n,
}
PAGES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: "<p>some words here</p>" * n,
    "deep elements": lambda n: "<div>" * n,
    "line breaks": lambda n: "word<br>" * n,
    "cells": lambda n: "<table><tr>" + "<td>some words here" * n + "</table>",
    "headlines": lambda n: "<h2>some words</h2>" * n,
    "quotations": lambda n: "<blockquote>some words" * n,
    "dates": lambda n: f"<p>{'2025-11-10 ' * n}",
    "one long word": lambda n: f"<p>{'1' * n}",
    "scripts": lambda n: "<script type='application/ld+json'>[]</script>" * n,
    "commas in a script": lambda n: f"<script type='application/ld+json'>[{', ' * n}</script>",
    "words of walls": lambda n: f"<p>{'we use subscribe to ' * n}</p>",
    "a long title": lambda n: f"</body><title>{'a | ' * n}</title>",
}


def _work(run: Callable[[str | bytes], object], body: str | bytes) -> float:
    """Processor time of this thread, the best of two."""
    spent = []
    for _ in range(2):
        begin = time.thread_time()
        try:
            run(body)
        except FetchError as error:
            assert "inside this program" not in error.what  # noqa: PT017 - either outcome is right
        spent.append(time.thread_time() - begin)
    return min(spent)


def _grows(run: Callable[[str | bytes], object], small: str | bytes, large: str | bytes) -> float:
    """How many times the work grows; what takes less than 20 ms is not told apart."""
    return _work(run, large) / max(_work(run, small), 0.02)


@pytest.mark.untraced
@pytest.mark.parametrize("shape", FEEDS.values(), ids=FEEDS)
def test_four_times_the_feed_is_no_ten_times_the_work(shape: Callable[[int], str | bytes]) -> None:
    assert _grows(read, shape(5_000), shape(20_000)) < 10


@pytest.mark.untraced
@pytest.mark.parametrize("shape", PAGES.values(), ids=PAGES)
def test_four_times_the_page_is_no_ten_times_the_work(shape: Callable[[int], str]) -> None:
    assert _grows(page, f"<html><body>{shape(1_000)}", f"<html><body>{shape(4_000)}") < 10


SEED = rss(
    "<title>Pier <b>one</b> &amp; more</title><link>https://x.example/1</link><guid>1</guid>"
    "<description><![CDATA[<p>Text</p>]]></description><pubDate>Mon, 10 Nov 2025 09:00:00 +0100</pubDate>"
)
PARTS = st.sampled_from(
    [
        "<",
        ">",
        "]]>",
        "<![CDATA[",
        "&",
        "&#x",
        "\x00",
        "ÿ",
        "<item>",
        "</channel>",
        "xmlns:a=''",
        "<a:b/>",
        "{",
        "'",
        "<!DOCTYPE",
        "<?xml",
        "\ud7ff",
        "1e999",
        "999999999999999999999999999999",
        "+2500",
        "http://[",
        "//",
        "<html>",
        "</rss>",
        "�",
    ]
)


@given(
    st.lists(st.tuples(st.integers(0, len(SEED)), PARTS), min_size=1, max_size=6),
    st.sampled_from(["read", "page"]),
)
@settings(max_examples=150, deadline=None)
def test_a_feed_that_was_tampered_with_is_read_or_refused(cuts: list[tuple[int, str]], how: str) -> None:
    body = SEED
    for place, part in cuts:
        body = body[:place] + part + body[place:]
    _harmless(body.encode(), how)


@given(st.binary(max_size=400), st.sampled_from(["read", "page"]))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(body: bytes, how: str) -> None:
    _harmless(b"<html>" + body, how)
    _harmless(body, how)


def _harmless(body: bytes, how: str) -> None:
    try:
        (read if how == "read" else page)(body)
    except FetchError as error:
        assert "inside this program" not in error.what  # noqa: PT017 - either outcome is right
