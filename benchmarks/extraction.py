"""How well articles are taken out of web pages: title, day and body, against what the pages' JSON-LD says.

    python benchmarks/extraction.py

The pages are layouts of invented outlets with invented stories; the JSON-LD is taken out before one is read.
The first 24 layouts were written before the reader was ever tried on any, then used to mend how titles and
days are found; the last ten were written after that, and nothing was changed for them.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from statistics import mean

from benchmarks.pages.fresh import FRESH, FRESH_STORIES
from benchmarks.pages.modern import MODERN
from benchmarks.pages.older import OLDER
from benchmarks.pages.stories import STORIES, Story
from bot.domain.fetched import Fetched, Page
from bot.feeds.reading.reader import WebReader

Layout = Callable[[Story], str]

NOW = datetime(2025, 11, 10, 12, 0, tzinfo=UTC)
LAYOUTS: Mapping[str, Layout] = {**MODERN, **OLDER, **FRESH}
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
        """Count what was read of a page against the truth."""
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
        """The means, as a line of the table."""
        figures: list[Sequence[float]] = [
            self.titles,
            self.days,
            self.wrong_days,
            self.precision,
            self.recall,
            self.f1,
        ]
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
    head = f'<meta charset="utf-8"><title>{story.title} - {name.title()}</title>'
    told = f'<script type="application/ld+json">{json.dumps(truth)}</script>'
    body = f"<head>{head}{told}</head><body>{layout(story)}</body>"
    return f'<!doctype html><html lang="{story.language}">{body}</html>'


def overlap(found: str, truth: str) -> tuple[float, float, float]:
    """Precision, recall and F1 over words, each as often as it stands there."""
    ours, theirs = (Counter(_WORD.findall(text.lower())) for text in (found, truth))
    both = (ours & theirs).total()
    if not both:
        return 0.0, 0.0, 0.0
    precision, recall = both / ours.total(), both / theirs.total()
    return precision, recall, 2 * precision * recall / (precision + recall)


def measure(layouts: Iterable[str], stories: Sequence[Story]) -> Score:
    """Print a row for each layout, and return the score of all."""
    reader, total = WebReader(), Score()
    for name in layouts:
        score = Score()
        for number, story in enumerate(stories):
            html = page_of(name, story)
            truth = json.loads(_LD.findall(html)[0])
            url = f"https://{name.replace(' ', '-')}.example/news/{number}"
            page = reader.page(Fetched(url=url, body=_LD.sub("", html).encode()), NOW)
            for one in (score, total):
                one.add(page, truth)
        print(score.row(name))
    return total


def main() -> None:
    """Print the table."""
    head = "".join(f"{name:>11s}" for name in ("title", "day", "wrong day", "precision", "recall", "F1"))
    print(f"{'layout':18s}{head}")
    first = measure([*MODERN, *OLDER], STORIES)
    fresh = measure(FRESH, FRESH_STORIES)
    print(first.row("the first 24"))
    print(fresh.row("the last 10"))


if __name__ == "__main__":
    main()
