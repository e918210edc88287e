"""What the articles of one story say together: bullets on one fact become one that cites them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.brief.stories import independent_sources
from bot.condense.facts import Statement, same_fact
from bot.domain.article import Article, Citation
from bot.domain.briefing import Bullet
from summarizers.types import Budget, Point, Section, Summary


@dataclass(slots=True)
class Merged:
    """One fact of a story: its best wording, everything that tells it, and its weight in the story."""

    point: Point
    weight: float
    articles: list[Article] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)

    @property
    def statement(self) -> Statement:
        """What counts of it for comparing."""
        return _statement(self.point)

    @property
    def sources(self) -> int:
        """How many independent sources tell it."""
        return independent_sources(self.articles)

    def add(self, article: Article, point: Point) -> None:
        """Take in one article's proof."""
        self.articles.append(article)
        for span in point.evidence:
            citation = Citation.of(article, span.start, span.end)
            if citation not in self.citations:
                self.citations.append(citation)

    @property
    def bullet(self) -> Bullet:
        """The bullet: the words of the best point, the proof of all."""
        return Bullet(
            section=self.point.section,
            text=self.point.text,
            citations=tuple(self.citations),
            engine=self.point.engine,
            status=self.point.status,
            deadline=self.point.deadline,
        )


def merge(
    articles: Sequence[Article],
    summaries: Mapping[tuple[str, int], Summary],
    today: date,
    budget: Budget,
) -> tuple[Merged, ...]:
    """The story's facts within the budget, by weight; deadlines that are over on `today` are left out.

    A fact weighs 1 / (1 + its place among its section's facts in its article), summed over independent
    articles that tell it, so that what several outlets put first comes first.
    """
    facts: list[Merged] = []
    for weight, article, point in _ranked(articles, summaries):
        if point.deadline is None or point.deadline.last_day >= today:
            _take_in(facts, weight, article, point)
    facts.sort(key=lambda fact: (-fact.weight, fact.point.text))
    return tuple(_within(facts, budget))


def _ranked(
    articles: Sequence[Article], summaries: Mapping[tuple[str, int], Summary]
) -> list[tuple[float, Article, Point]]:
    """All points, the weightiest first; among equals the newest article words the fact."""
    ranked = []
    for age, article in enumerate(reversed(articles)):
        summary = summaries[article.id, article.revision]
        for section in Section:
            points = [point for point in summary.points if point.section is section]
            points.sort(key=lambda point: -point.weight)
            ranked += [(1 / (1 + place), age, article, point) for place, point in enumerate(points)]
    ranked.sort(key=lambda entry: (-entry[0], entry[1]))
    return [(weight, article, point) for weight, _, article, point in ranked]


def _take_in(facts: list[Merged], weight: float, article: Article, point: Point) -> None:
    for fact in facts:
        if same_fact(fact.statement, _statement(point)):
            before = fact.sources
            fact.add(article, point)
            fact.weight += weight * (fact.sources - before)
            return
    fact = Merged(point, weight)
    fact.add(article, point)
    facts.append(fact)


def _within(facts: Iterable[Merged], budget: Budget) -> Iterable[Merged]:
    taken: dict[Section, int] = {}
    for fact in facts:
        section = fact.point.section
        if sum(taken.values()) < budget.points and taken.get(section, 0) < budget.per_section:
            taken[section] = taken.get(section, 0) + 1
            yield fact


def _statement(point: Point) -> Statement:
    return Statement(point.section, point.text, point.deadline)
