"""Articles on one event become one story, its independent sources counted.

Single-pass clustering in order of publication, as in topic detection and tracking (Allan et al., 1998): an
article joins the most similar story so far if their tf-idf vectors are close enough, else it opens a new one.
Near-duplicates, linked when they came in, always share a story.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from bot.brief.cosine import Centroids, Vector
from bot.domain.article import Article
from bot.domain.independence import independent
from summarizers.text.tokens import content, words

SAME_EVENT = 0.18
"""Cosine of title-and-lead vectors from which two texts tell of one event; see benchmarks/stories.py."""

SPAN = timedelta(days=7)
"""Articles further apart than this belong to different events even if they sound alike."""

TERMS = 80
"""The heaviest terms of an article that tell its event; more of them cost time and change nothing that
benchmarks/stories.py shows."""

LEAD_WORDS = 150
TITLE_WEIGHT = 3
NAME_WEIGHT = 2
"""Names tell events apart better than common words do."""


def group(articles: Sequence[Article]) -> tuple[tuple[Article, ...], ...]:
    """Stories in order of their first article; every article is in exactly one."""
    stories: list[list[Article]] = []
    centroids = Centroids()
    of_group: dict[str, int] = {}
    for article, vector in zip(articles, _vectors(articles), strict=True):
        number = of_group.get(article.group_id)
        if number is None:
            number = _closest(article, vector, centroids, stories)
        if number == len(stories):
            stories.append([])
        stories[number].append(article)
        centroids.add(number, vector)
        of_group[article.group_id] = number
    return tuple(map(tuple, stories))


def independent_sources(articles: Sequence[Article]) -> int:
    """How many sources tell it in their own words."""
    return independent((article.group_id, article.source) for article in articles)


def _closest(
    article: Article, vector: Vector, centroids: Centroids, stories: Sequence[Sequence[Article]]
) -> int:
    """The number of the most similar story that is near in time, else that of a new one."""
    close = centroids.close(vector, SAME_EVENT)
    return next((number for _, number in close if _near(article, stories[number][-1])), len(stories))


def _near(one: Article, other: Article) -> bool:
    if one.published is None or other.published is None:
        return False
    return abs(one.published.local_date - other.published.local_date) <= SPAN


def _vectors(articles: Sequence[Article]) -> list[Vector]:
    counts = [_terms(article) for article in articles]
    spread = Counter(term for one in counts for term in one)
    return [_unit(one, spread, len(articles)) for one in counts]


def _terms(article: Article) -> Counter[str]:
    lead = " ".join(article.body.split()[:LEAD_WORDS])
    counts = Counter(content(words(lead)))
    for term in content(words(article.title)):
        counts[term] += TITLE_WEIGHT
    for name in _names(lead):
        counts[name] += NAME_WEIGHT
    return counts


def _names(text: str) -> list[str]:
    capitalised = [word for word in text.split() if word[:1].isupper()]
    return content(words(" ".join(capitalised)))


def _unit(counts: Counter[str], spread: Counter[str], total: int) -> Vector:
    """Weights (1 + log tf) * log(1 + N / df), scaled to length 1; words of one article alone cannot match."""
    weights = {term: (1 + math.log(n)) * math.log(1 + total / spread[term]) for term, n in counts.items()}
    heaviest = sorted(weights.items(), key=lambda entry: (-entry[1], entry[0]))[:TERMS]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    return {term: weight / length for term, weight in heaviest}
