"""How well articles on one event are brought together: pairwise precision and recall over the demo articles.

    python benchmarks/stories.py [--extra ARTICLES.jsonl]

Prints a table over thresholds for the newest day alone and for all days. `--extra` mixes in other articles,
each taken to be an event of its own, so that joining any of them counts as an error.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path

from bot.brief import stories
from bot.domain.article import Article
from bot.ingest.decide import Decider
from bot.ingest.entries import parse
from bot.ingest.prepared import prepare

DEMO = Path(__file__).parent.parent / "config" / "demo" / "articles.jsonl"
STORIES = {
    "trade": ("port-selwyn", "cerrolite-licences", "memorandum"),
    "docks": ("dock", "quay"),
    "climate": ("climate",),
    "merger": ("orrery",),
    "ceasefire": ("truce", "ceasefire", "dravik", "prisoner"),
    "budget": ("budget",),
    "court": ("data-", "health-records"),
}


def load(paths: Sequence[Path]) -> list[Article]:
    """The newest revisions of all dated articles, in order of publication."""
    decider = Decider("local", datetime(2025, 11, 1, tzinfo=UTC), (), ())
    heads: dict[str, Article] = {}
    for path in paths:
        for line in path.read_bytes().splitlines():
            article = decider.decide(prepare(parse(line))).article
            if article and article.published:
                heads[article.id] = article
    return sorted(heads.values(), key=lambda a: (str(a.published), a.id))


def story_of(article: Article) -> str:
    """The demo story of an article, or its own id."""
    return next((s for s, parts in STORIES.items() if any(p in article.id for p in parts)), article.id)


def pairs(groups: Sequence[Sequence[Article]]) -> set[frozenset[str]]:
    """All pairs of articles that share a group."""
    return {frozenset((a.id, b.id)) for group in groups for a, b in combinations(group, 2)}


def row(name: str, articles: Sequence[Article], threshold: float) -> str:
    """One line of the table: precision and recall over pairs, and the number of groups."""
    stories.SAME_EVENT = threshold
    found = stories.group(articles)
    truth: dict[str, list[Article]] = {}
    for article in articles:
        truth.setdefault(story_of(article), []).append(article)
    have, want = pairs(found), pairs(list(truth.values()))
    precision = len(have & want) / len(have) if have else 1.0
    recall = len(have & want) / len(want) if want else 1.0
    return f"{name:<12} {threshold:>5.2f} {precision:>9.3f} {recall:>7.3f} {len(found):>6} {len(truth):>6}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--extra", type=Path)
    extra = parser.parse_args().extra
    articles = load([DEMO, extra] if extra else [DEMO])
    newest = [a for a in articles if a.published and a.published.local_date == date(2025, 10, 30)]
    print(f"{'articles':<12} {'at':>5} {'precision':>9} {'recall':>7} {'found':>6} {'truth':>6}")
    for threshold in (0.10, 0.15, 0.20, 0.25, 0.30, 0.35, 0.40):
        print(row("newest day", newest, threshold))
        print(row("all", articles, threshold))


if __name__ == "__main__":
    main()
