"""Articles on one event become one story, its independent sources counted.

Single-pass clustering in order of publication, as in topic detection and tracking (Allan et al., 1998): an
article joins the most similar story so far if their tf-idf vectors are close enough, else it opens a new one.
Near-duplicates, linked when they came in, always share a story.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.article import Article
from summarizers.text.tokens import content, words

SAME_EVENT = 0.18
"""Cosine of title-and-lead vectors from which two texts tell of one event; see benchmarks/stories.py."""

SPAN = timedelta(days=7)
"""Articles further apart than this belong to different events even if they sound alike."""

LEAD_WORDS = 150
TITLE_WEIGHT = 3
NAME_WEIGHT = 2
"""Names tell events apart better than common words do."""

Vector = Mapping[str, float]


@dataclass(slots=True)
class _Cluster:
    articles: list[Article]
    total: dict[str, float] = field(default_factory=dict)

    def add(self, article: Article, vector: Vector) -> None:
        self.articles.append(article)
        for term, weight in vector.items():
            self.total[term] = self.total.get(term, 0.0) + weight

    def similarity(self, vector: Vector) -> float:
        """Cosine with the centroid; the article's own vector has length 1."""
        length = math.sqrt(sum(weight * weight for weight in self.total.values()))
        return sum(weight * self.total.get(term, 0.0) for term, weight in vector.items()) / (length or 1.0)


def group(articles: Sequence[Article]) -> tuple[tuple[Article, ...], ...]:
    """Stories in order of their first article; every article is in exactly one."""
    vectors = _vectors(articles)
    clusters: list[_Cluster] = []
    of_group: dict[str, _Cluster] = {}
    index: dict[str, dict[int, _Cluster]] = {}
    for article, vector in zip(articles, vectors, strict=True):
        cluster = of_group.get(article.group_id) or _closest(article, vector, index)
        if cluster is None:
            cluster = _Cluster([])
            clusters.append(cluster)
        cluster.add(article, vector)
        of_group[article.group_id] = cluster
        for term in vector:
            index.setdefault(term, {})[id(cluster)] = cluster
    return tuple(tuple(cluster.articles) for cluster in clusters)


def independent_sources(articles: Sequence[Article]) -> int:
    """How many sources tell it in their own words: a wire copy in five papers is one source."""
    groups: dict[str, set[str]] = {}
    for article in articles:
        groups.setdefault(article.group_id, set()).add(article.source)
    outlets = {min(sources) for sources in groups.values()}
    return len(outlets)


def _closest(
    article: Article, vector: Vector, index: Mapping[str, Mapping[int, _Cluster]]
) -> _Cluster | None:
    best, at_least = None, SAME_EVENT
    seen: dict[int, _Cluster] = {}
    for term in vector:
        seen.update(index.get(term, {}))
    for cluster in seen.values():
        if _near(article, cluster.articles[-1]):
            found = cluster.similarity(vector)
            if found > at_least:
                best, at_least = cluster, found
    return best


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
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}
