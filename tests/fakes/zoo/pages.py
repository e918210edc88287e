"""Sources that are web pages."""

from __future__ import annotations

from bot.domain.source import Health
from tests.fakes.zoo.animal import PIER, Animal, Answer, Told, item, rss, story, web_page

HTML = "text/html; charset=utf-8"
FEED = Answer(body=rss(item()))


def _link(href: str, title: str = "", kind: str = "application/rss+xml") -> str:
    return f"<link rel='alternate' type='{kind}' title='{title}' href='{href}'>"


def _home(head: str, body: str = "<p>Welcome.</p>") -> Answer:
    return Answer(body=web_page("The Quay", body, head), type=HTML)


PAGES: tuple[Animal, ...] = (
    Animal(
        name="names_its_feed", answers={"feed": _home(_link("rss")), "rss": FEED}, told=(PIER,), end="rss"
    ),
    Animal(
        name="names_comments_first",
        answers={"feed": _home(_link("c", "Comments") + _link("rss", "News")), "rss": FEED},
        told=(PIER,),
        end="rss",
    ),
    Animal(
        name="links_to_its_feed",
        answers={"feed": _home("", "<p>Welcome. <a href='news.rss'>RSS</a></p>"), "news.rss": FEED},
        told=(PIER,),
        end="news.rss",
    ),
    Animal(
        name="a_notice_that_is_watched",
        answers={"feed": Answer(body=web_page("The lock is shut", story("the lock")), type=HTML)},
        told=(Told(title="The lock is shut", text="who would pay for the lock", path="/feed", hides="Home"),),
        health=Health.UNDATED,
    ),
    Animal(
        name="a_dated_notice",
        answers={
            "feed": Answer(
                body=web_page(
                    "The lock is shut",
                    story("the lock"),
                    "<meta property='article:published_time' content='2025-11-09T10:00:00+01:00'>"
                    "<link rel='canonical' href='{here}/lock'>",
                ),
                type=HTML,
            )
        },
        told=(Told(title="The lock is shut", published="2025-11-09T10:00:00+01:00", path="/lock"),),
    ),
    Animal(
        name="claims_to_be_another_site",
        answers={
            "feed": Answer(
                body=web_page(
                    "Elsewhere", story("a lie"), "<link rel='canonical' href='https://o.example/a'>"
                ),
                type=HTML,
            )
        },
        told=(Told(title="Elsewhere", path="/feed"),),
        health=Health.UNDATED,
    ),
    Animal(
        name="latin_1_by_its_meta_tag",
        answers={
            "feed": Answer(
                body=web_page("Möwen", "<p>Käse für Möwen. </p>" * 20, "<meta charset='iso-8859-1'>").encode(
                    "cp1252"
                ),
                type="text/html",
            )
        },
        told=(Told(title="Möwen", text="Käse für Möwen.", path="/feed"),),
        health=Health.UNDATED,
    ),
    Animal(
        name="a_text_only_in_json_ld",
        answers={
            "feed": Answer(
                body="<html><head><title>x</title><script type='application/ld+json'>"
                '{"@type": "NewsArticle", "headline": "Pier one opens", "datePublished": "2025-11-10T08:30:00+01:00",'
                '"articleBody": "Pier one opened on Monday. All came to see it, and nobody fell into the water."}'
                "</script></head><body><div id='app'></div></body></html>",
                type=HTML,
            )
        },
        told=(
            Told(
                title="Pier one opens",
                text="nobody fell",
                published="2025-11-10T08:30:00+01:00",
                path="/feed",
            ),
        ),
    ),
)
