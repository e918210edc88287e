"""How well articles are taken out of web pages: title, date and body, against what the pages' JSON-LD says.

The pages are 24 layouts of invented outlets with six invented stories each; the JSON-LD is taken out before the
page is read. Nothing in `bot/feeds/reading` was changed for a single one of them.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from statistics import mean

from bot.domain.fetched import DatedBy, Fetched, Page
from bot.feeds.reading.reader import WebReader
from benchmarks.pages.modern import MODERN
from benchmarks.pages.older import OLDER
from benchmarks.pages.stories import STORIES, Story

Layout = Callable[[Story], str]

NOW = datetime(2025, 11, 10, 12, 0, tzinfo=UTC)
LAYOUTS: Mapping[str, Layout] = {**MODERN, **OLDER}
SHOWN_ONLY = {"brief": 2}
"""Layouts that show only so many paragraphs."""

_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Score:
    """Of one layout, or of all of them."""

    titles: list[bool] = field(default_factory=list)
    days: list[bool] = field(default_factory=list)
    wrong_days: list[bool] = field(default_factory=list)
    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)
    f1: list[float] = field(default_factory=list)

    def add(self, page: Page, truth: Mapping[str, str]) -> None:
        day = page.published.local_date.isoformat() if page.published else ""
        right = day == truth["datePublished"][:10]
        self.titles.append(page.title == truth["headline"])
        self.days.append(right)
        self.wrong_days.append(bool(day) and not right)
        precision, recall, f1 = overlap(page.text, truth["articleBody"])
        self.precision.append(precision)
        self.recall.append(recall)
        self.f1.append(f1)

    def row(self, name: str) -> str:
        figures = [self.titles, self.days, self.wrong_days, self.precision, self.recall, self.f1]
        return f"{name:18s}" + "".join(f"{mean(one):>11.3f}" for one in figures)


def page_of(name: str, story: Story) -> str:
    """A whole page: the layout, its head, and the truth as JSON-LD."""
    layout = LAYOUTS[name]
    shown = story.body[: SHOWN_ONLY.get(name, len(story.body))]
    truth = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": story.published.isoformat(),
        "articleBody": " ".join(shown),
    }
    return (
        f'<!doctype html><html lang="{story.language}"><head><meta charset="utf-8"><title>{story.title} - {name.title()}'
        f'</title><script type="application/ld+json">{json.dumps(truth)}</script></head><body>{layout(story)}</body></html>'
    )


def overlap(found: str, truth: str) -> tuple[float, float, float]:
    """Precision, recall and F1 over words, each as often as it stands there."""
    ours, theirs = (Counter(_WORD.findall(text.lower())) for text in (found, truth))
    both = (ours & theirs).total()
    if not both:
        return 0.0, 0.0, 0.0
    precision, recall = both / ours.total(), both / theirs.total()
    return precision, recall, 2 * precision * recall / (precision + recall)


def main() -> None:
    reader, total, by = WebReader(), Score(), Counter[DatedBy]()
    head = "".join(f"{name:>11s}" for name in ("title", "day", "wrong day", "precision", "recall", "F1"))
    print(f"{'layout':18s}{head}")
    for name in LAYOUTS:
        score = Score()
        for number, story in enumerate(STORIES):
            html = page_of(name, story)
            truth = json.loads(_LD.findall(html)[0])
            url = f"https://{name.replace(' ', '-')}.example/news/{number}"
            page = reader.page(Fetched(url=url, body=_LD.sub("", html).encode()), NOW)
            by[page.dated_by] += 1
            score.add(page, truth)
            total.add(page, truth)
        print(score.row(name))
    print(total.row("all"))
    print("dates from: " + ", ".join(f"{source or 'nothing'} {number}" for source, number in by.most_common()))


if __name__ == "__main__":
    main()
