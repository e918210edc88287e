"""Items that are odd: their titles, addresses, ids and texts."""

from __future__ import annotations

import asyncio

from bot.domain.source import Health
from tests.fakes.hostile_web import Asked
from tests.fakes.hostile_web import answer as bytes_of
from tests.fakes.zoo.animal import PIER, Animal, Answer, Told, item, one, rss, story, web_page

LONG = "<![CDATA[" + story("the lock", 30) + "]]>"
CONTENT = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
HTML = "text/html; charset=utf-8"


class ChangingGuids:
    """The same item under a new guid at each request."""

    count = 0

    async def __call__(self, writer: asyncio.StreamWriter, asked: Asked) -> None:
        self.count += 1
        body = rss(item(link="1", more=f"<guid>session-{self.count}</guid>"))
        writer.write(bytes_of(body.encode(), "200 OK", {}))


def _teaser(name: str, page: Answer, told: Told) -> Animal:
    feed = Answer(body=rss(item(text="Pier one opened on Monday. Read more …")))
    return Animal(name=name, answers={"feed": feed, "1": page}, told=(told,))


ITEMS: tuple[Animal, ...] = (
    one("markup_in_a_title", item("Pier &lt;b&gt;one&lt;/b&gt; opens"), told=PIER),
    one("markup_in_a_title_in_cdata", item("<![CDATA[Pier <em>one</em> opens]]>"), told=PIER),
    one("a_title_escaped_twice", item("Fish &amp;amp; ships &amp;#8211; more"), told=Told(title="Fish & ships – more", path="/1")),
    one("a_title_with_angles", item("<![CDATA[Is 3 < 4 > 2?]]>"), told=Told(title="Is 3 < 4 > 2?", path="/1")),
    one("a_script_in_the_text", item(text="<![CDATA[Pier one opened on Monday.<script>evil()</script><img src=x onerror=evil()>]]>"),
        told=Told(title="Pier one opens", text="opened on Monday.", path="/1", hides="evil")),
    one("lines_and_lists", item(text="<![CDATA[<p>First.</p><ul><li>One<li>Two</ul>Last<br><br>line]]>"),
        told=Told(title="Pier one opens", text="First.\n\nOne\n\nTwo\n\nLast\n\nline", path="/1")),
    one("relative_links", item(link="1"), told=PIER),
    one("links_to_a_base", item(link="1").replace("<link>", "<link xml:base='{here}/deep/'>"),
        told=Told(title="Pier one opens", path="/deep/1")),
    one("no_guid", item(more=""), told=PIER),
    one("a_guid_for_a_link", item(link="", more="<guid>{here}/1</guid>"), told=PIER),
    one("neither_guid_nor_link", item(link="", more=""), told=Told(title="Pier one opens", text="Pier one", path=None)),
    one("a_script_for_a_link", item(link="javascript:alert(1)"), told=Told(title="Pier one opens", path=None)),
    one("a_password_in_a_link", item(link="http://a:b@quay.example/1"), told=Told(title="Pier one opens", path=None)),
    one("no_title", item(title=""), told=Told(title="", text="Pier one opened on Monday.", path="/1")),
    one("neither_title_nor_text", item("", ""), told=()),
    one("the_same_item_twice", item(), item(), told=PIER),
    one("the_same_link_twice_with_guids", item(), item(more="<guid>b</guid>"), told=PIER),
    one("all_link_to_the_front_page", item(link="{front}/"), item("Pier two opens", "Pier two opened.", link="{front}/", more=""),
        told=(Told(title="Pier one opens", path=None), Told(title="Pier two opens", path=None))),
    one("one_article_under_two_titles", item(), item("Pier one is open", more="<guid>b</guid>"), told=PIER),
    one("a_live_blog", *(item(f"{n}:00", f"At {n} the pier was opened.", link=f"{{here}}/live#{n}", more="") for n in range(4)),
        told=tuple(Told(title=f"{n}:00", text=f"At {n}", path=None) for n in range(4))),
    one("one_guid_for_all", *(item(f"Pier {n} opens", f"Pier {n} opened.", link=f"{{here}}/{n}", more="<guid isPermaLink='false'>0</guid>") for n in range(3)),
        told=tuple(Told(title=f"Pier {n} opens", text=f"Pier {n}", path=f"/{n}") for n in range(3))),
    Animal(name="guids_that_change", answers={"feed": ChangingGuids()}, told=(PIER,)),
    one("an_item_of_ten_megabytes", item("First"), item("Endless", "word " * 2_000_000, link="{here}/2"),
        told=(Told(title="First", path="/1"), Told(title="Endless", text="word word", path="/2")), health=Health.TRUNCATED),
    one("a_port_that_is_none", item(link="https://quay.example:abc/1"), item("Pier two opens", "Pier two opened.", link="https://quay.example:99999/2", more=""),
        told=(Told(title="Pier one opens", path=None), Told(title="Pier two opens", path=None))),
    one("an_outlet_without_end", item(more=f"<source url='https://o.example/'>{'The Other ' * 1_000}</source>"), told=PIER),
    one("a_title_without_end", item("pier " * 50_000), told=Told(title=("pier " * 100)[:500].rstrip(), text="Pier one", path="/1")),
    one("links_that_differ_by_who_clicked", *(item(f"Pier {n} opens", f"Pier {n} opened.", link=f"{{here}}/1?utm_source=a{n}", more=f"<guid>{n}</guid>") for n in range(3)),
        told=tuple(Told(title=f"Pier {n} opens", text=f"Pier {n}", path=None) for n in range(3))),
    one("the_outlet_of_another", item(more="<source url='https://o.example/'>The Other</source>"), told=PIER),
    Animal(
        name="content_beside_a_summary",
        answers={"feed": Answer(body=rss(item(more=f"<content:encoded>{LONG}</content:encoded>"), root=f"<rss version='2.0' {CONTENT}>"))},
        told=(Told(title="Pier one opens", text="who would pay for the lock", path="/1"),),
    ),
    _teaser("a_teaser_with_its_page", Answer(body=web_page("Pier one opens", story("the pier")), type=HTML),
        Told(title="Pier one opens", text="the old bridge, which took nine years", path="/1", hides="Read more")),
    _teaser("a_teaser_without_its_page", Answer(body="", status="404 Not Found"), PIER),
    _teaser("a_teaser_before_a_paywall", Answer(
        body=web_page("Pier one opens", story("tea", 4) + "<div class='paywall'>Subscribe to continue reading.</div>"), type=HTML),
        PIER),
    _teaser("a_teaser_before_a_consent_wall", Answer(
        body=web_page("We value your privacy", "<p>We and our partners use cookies.</p><button>Accept all</button>"), type=HTML), PIER),
    _teaser("a_teaser_whose_page_is_a_picture", Answer(body=b"\x89PNG\x00", type="image/png"), PIER),
)  # fmt: skip
