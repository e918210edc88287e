"""A feed that breaks off gives the items that stand in it whole."""

from __future__ import annotations

import pytest

from bot.domain.fetched import Fetched
from bot.feeds.reading.reader import WebReader
from tests.unit.feeds.reading.given import NOW, URL, rss

TWO = rss(
    "<title>Pier one opens</title><link>/1</link><description>All came.</description>",
    "<title>Pier two opens</title><link>/2</link><description>All came again, and stayed.</description>",
)
ATOM = """<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Quay</a:title>
<a:entry><a:title>Pier one opens</a:title><a:link href="/1"/><a:summary>All came.</a:summary></a:entry>
<a:entry><a:title>Pier two opens</a:title><a:link href="/2"/><a:summary>All came again.</a:summary></a:entry>
</a:feed>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://harbour.example/1</loc></url><url><loc>https://harbour.example/2</loc></url></urlset>"""


def paths(text: str, *, broken_off: bool) -> list[str]:
    answer = Fetched(url=URL, body=text.encode(), broken_off=broken_off)
    return [str(item.url)[-1] for item in WebReader().source(answer, NOW).items]


@pytest.mark.parametrize(
    ("text", "last"),
    [(TWO, "<item>"), (ATOM, "<a:entry>"), (SITEMAP, "<url>")],
    ids=["rss", "atom", "sitemap"],
)
def test_an_item_whose_end_did_not_come_is_left_for_the_next_look(text: str, last: str) -> None:
    begin, end = text.rindex(last), text.rindex(last.replace("<", "</"))
    for place in range(begin + len(last), end, 7):
        assert paths(text[:place], broken_off=True) == ["1"]
    assert paths(text[: end + len(last) + 1], broken_off=True) == ["1", "2"]


def test_an_answer_that_is_whole_is_read_to_its_last_item_however_it_is_written() -> None:
    assert paths(TWO[: TWO.rindex("</item>")], broken_off=False) == ["1", "2"]
