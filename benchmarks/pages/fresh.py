"""Layouts written after the last change to the reader, with stories of their own: it was never tried on them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from benchmarks.pages.modern import cards, paragraphs
from benchmarks.pages.stories import Story


def _at(day: int, hour: int, minute: int, offset: int) -> datetime:
    return datetime(2025, 10, day, hour, minute, tzinfo=timezone(timedelta(hours=offset)))


FRESH_STORIES: tuple[Story, ...] = (
    Story(
        title="Tram line 4 to stop at the hospital from spring",
        author="Ewa Lindqvist",
        published=_at(28, 11, 15, 1),
        body=(
            "Line 4 will turn at the hospital instead of the cattle market from 30 March, the transport board said.",
            "The new stop was first asked for in 2009. It needs 310 metres of track and one set of lights.",
            "Nurses had collected 6,000 signatures. “After a night shift nobody wants to walk a kilometre,” said one of them.",
            "Shops at the cattle market lose their tram but keep two buses, which are to run every eight minutes.",
            "The works cost 9.1 million and are paid from the parking levy.",
        ),
    ),
    Story(
        title="Kreistag verschiebt Entscheidung über das Freibad in Holm",
        author="Rainer Voss",
        published=_at(30, 20, 40, 1),
        language="de",
        body=(
            "Ob das Freibad in Holm saniert oder geschlossen wird, entscheidet der Kreistag erst im Januar.",
            "Am Donnerstag fehlte nach vier Stunden Debatte eine Mehrheit: 21 Mitglieder stimmten für die Sanierung, 21 dagegen.",
            "Die Sanierung soll 3,8 Millionen kosten, der Abriss 600.000. Dazwischen liege, sagte die Landrätin, „eine ganze Kindheit“.",
            "Der Förderverein hat 140.000 gesammelt und will bis Weihnachten weiterverkaufen: Kuchen, Badetücher und Kalender.",
            "Sollte das Bad schließen, läge das nächste 27 Kilometer entfernt.",
        ),
    ),
    Story(
        title="Le pont de Vauréal restera fermé jusqu'à Pâques",
        author="Hélène Marchetti",
        published=_at(31, 8, 0, 1),
        language="fr",
        body=(
            "Le pont de Vauréal ne rouvrira pas avant Pâques, a annoncé vendredi le conseil du district.",
            "Des plongeurs ont trouvé une fissure de deux mètres dans la pile centrale, sous la ligne d'eau.",
            "Les camions sont déviés par Issoncourt, soit vingt-trois kilomètres de plus à chaque passage.",
            "Les commerçants demandent une navette gratuite ; le conseil en promet une, du lundi au samedi.",
            "Les travaux coûteront 1,6 million, dont la moitié est payée par la région.",
        ),
    ),
)
MONTHS = {"en": "October", "de": "Oktober", "fr": "octobre"}


def _long(story: Story) -> str:
    return f"{story.published.day} {MONTHS[story.language]} {story.published.year}"


def magazine(story: Story) -> str:
    return f"""<div class="hero" style="background:url(a.jpg)"><div class="hero__inner"><span class="hero__tag">Report</span>
<h1 class="hero__title"><span>{story.title}</span></h1></div></div><div class="grid"><div class="grid__meta"><div>Words {story.author}</div>
<div>{_long(story)}</div></div><div class="grid__text"><p class="drop">{story.body[0]}</p>{"".join(f"<p>{t}</p><hr>" for t in story.body[1:])}</div></div>
<div class="more"><h2>Keep exploring</h2>{cards()}</div>"""


def forum(story: Story) -> str:
    replies = "".join(
        f"<div class='reply'><b>user{n}</b><p>Thanks for posting this here, I had missed it entirely.</p></div>"
        for n in range(8)
    )
    return f"""<div class="thread"><h1>{story.title}</h1><div class="op"><div class="who">{story.author} · {story.published:%Y-%m-%d %H:%M}</div>
<div class="msg">{paragraphs(story)}</div></div>{replies}</div>"""


def definition_of_time(story: Story) -> str:
    return f"""<main><section><h1>{story.title}</h1><p><small>{story.author}, <time datetime="{story.published:%Y-%m-%dT%H:%M:%S%z}" pubdate>
{_long(story)}</time></small></p></section><section>{paragraphs(story)}</section></main><section class="teasers">{cards()}{cards()}</section>"""


def data_attributes(story: Story) -> str:
    inner = "".join(
        f'<div data-component="text-block"><span data-text="true">{t}</span></div>' for t in story.body
    )
    return f"""<div data-page="article"><div data-component="headline-block"><span>{story.title}</span></div>
<div data-component="byline-block"><span>{_long(story)}</span></div>{inner}<div data-component="links-block">{cards()}</div></div>"""


def newsletter(story: Story) -> str:
    rows = "".join(f'<tr><td style="padding:8px">{t}</td></tr>' for t in story.body)
    return f"""<table width="100%"><tr><td align="center"><table width="600"><tr><td><a href="/">View in browser</a></td></tr>
<tr><td><h1 style="font-size:28px">{story.title}</h1></td></tr><tr><td style="color:#888">{_long(story)}</td></tr>{rows}
<tr><td>You receive this because you signed up. <a href="/u">Unsubscribe</a></td></tr></table></td></tr></table>"""


def two_headlines(story: Story) -> str:
    return f"""<header><h1 class="logo">Tagblatt</h1></header><div class="article"><h1>{story.title}</h1><h2 class="author">{story.author}</h2>
<p class="datum">{_long(story)}</p>{paragraphs(story)}<p class="more-link"><a href="/abo">Abo abschließen</a></p></div>
<div class="sidebar"><h3>Meistgelesen</h3>{cards("p")}</div>"""


def wiki(story: Story) -> str:
    return f"""<div id="mw-head">Log in Read Edit</div><div id="content"><h1 id="firstHeading">{story.title}</h1><div id="mw-content-text">
<p><b>{_long(story)}</b></p>{paragraphs(story)}<h2>Sources</h2><ul><li>Own report</li></ul></div></div><div id="mw-panel">Main page Portals Donate</div>"""


def meta_only(story: Story) -> str:
    return f"""<div class="x1"><div class="x2">{story.title}</div><div class="x3">{"".join(f"<div class=x4>{t}</div>" for t in story.body)}</div></div>"""


def long_footer(story: Story) -> str:
    legal = (
        "<p>All content is protected by law and may not be copied without the written consent of the publisher.</p>"
        * 12
    )
    return f"""<article><h1>{story.title}</h1><address>{story.author}</address><span class="pub-date">{story.published:%d.%m.%Y, %H:%M}</span>
{paragraphs(story)}</article><footer><h2>Legal</h2>{legal}</footer>"""


def captions_and_ads(story: Story) -> str:
    parts = "".join(
        f"<p>{t}</p><div class='ad-slot'><span>Advertisement</span><p>Save 20 % on winter tyres only this week.</p></div>"
        for t in story.body
    )
    return f"""<div class="news-detail"><h1>{story.title}</h1><p class="news-detail__date">{_long(story)}</p>{parts}</div>{cards()}"""


FRESH = {
    "magazine": magazine,
    "forum": forum,
    "pubdate": definition_of_time,
    "data attributes": data_attributes,
    "newsletter": newsletter,
    "two headlines": two_headlines,
    "wiki": wiki,
    "bare divs": meta_only,
    "long footer": long_footer,
    "ads between": captions_and_ads,
}
