"""What the articles of one story say together: bullets on one fact become one that cites them all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.brief.stories import independent_sources
from bot.condense.facts import Statement, gives_other_day, same_fact
from bot.domain.article import Article, Citation
from bot.domain.briefing import Bullet
from bot.domain.instant import in_zone
from summarizers.engines.differing import Telling, noted
from summarizers.types import Budget, Point, Section, Summary

NOT_ALONE = 0.5
"""What is left of the weight of a statement that begins with a word pointing to the sentence before it."""

_SEVERAL = 2
"""Independent sources that can differ."""

_LEANING = re.compile(
    r"(?:They|He|She|It|This|That|These|Those|Both|Neither|The others?|His|Her|Its|Their)\b"
)


@dataclass(slots=True)
class Merged:
    """One fact of a story: its best wording, everything that tells it, and its weight in the story."""

    point: Point
    weight: float
    articles: list[Article] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    tellings: list[tuple[Article, Point]] = field(default_factory=list)

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
        self.tellings.append((article, point))
        for span in point.evidence:
            citation = Citation.of(article, span.start, span.end)
            if citation not in self.citations:
                self.citations.append(citation)

    @property
    def bullet(self) -> Bullet:
        """The bullet: the words of the best point, who differs on what, and the proof of all."""
        return Bullet(
            section=self.point.section,
            text=self._text,
            citations=tuple(self.citations),
            engine=self.point.engine,
            status=self.point.status,
            deadline=self.point.deadline,
        )

    @property
    def _text(self) -> str:
        """The words of the best point, and where outlets differ what each says."""
        if self.sources < _SEVERAL:
            return self.point.text
        told = sorted(self.tellings, key=lambda one: _age(one[0]))
        return noted(self.point.text, [_telling(article, point) for article, point in told])

    def may_be_told_by(self, article: Article) -> bool:
        """Whether `article` is another outlet's, in its own words."""
        return all(article.source != one.source and article.group_id != one.group_id for one in self.articles)


def merge(
    articles: Sequence[Article],
    summaries: Mapping[tuple[str, int], Summary],
    today: date,
    zone: str,
    budget: Budget,
) -> tuple[Merged, ...]:
    """The story's facts within the budget, by weight; deadlines over on `today` in `zone` are left out.

    A fact weighs what the engine gave its best wording, and as much again for each further independent source
    that tells it. A sentence that states an agreement is not shown among the tensions as well.
    """
    facts: list[Merged] = []
    for weight, article, point in _ranked(articles, summaries):
        if point.deadline is None or in_zone(point.deadline, zone).last_open_day >= today:
            _take_in(facts, weight, article, point)
    facts.sort(key=lambda fact: (-fact.weight, fact.point.text))
    return tuple(_within(_once(facts), budget))


def _ranked(
    articles: Sequence[Article], summaries: Mapping[tuple[str, int], Summary]
) -> list[tuple[float, Article, Point]]:
    """All points, the weightiest first; among equals the newest article words the fact."""
    ranked = [
        (_weight(point), age, article, point)
        for age, article in enumerate(reversed(articles))
        for point in summaries[article.id, article.revision].points
    ]
    ranked.sort(key=lambda entry: (-entry[0], entry[1]))
    return [(weight, article, point) for weight, _, article, point in ranked]


def _weight(point: Point) -> float:
    """The engine's weight; less for words that do not read alone, so that another outlet's may stand in."""
    return point.weight * (NOT_ALONE if _LEANING.match(point.text) else 1)


def _once(facts: Sequence[Merged]) -> list[Merged]:
    """The facts without tensions whose proof is that of an agreement: agreements are rarer and tell more."""
    agreed = {fact.citations[0] for fact in facts if fact.point.section is Section.AGREEMENT}
    return [
        fact for fact in facts if fact.point.section is not Section.TENSION or fact.citations[0] not in agreed
    ]


def _take_in(facts: list[Merged], weight: float, article: Article, point: Point) -> None:
    for fact in facts:
        said = _statement(point)
        other_day = fact.may_be_told_by(article) and gives_other_day(fact.statement, said)
        if other_day or same_fact(fact.statement, said, one_story=True):
            before = fact.sources
            fact.add(article, point)
            fact.weight += weight * (fact.sources - before)
            return
    fact = Merged(point, weight)
    fact.add(article, point)
    facts.append(fact)


def _age(article: Article) -> tuple[date, datetime]:
    """Sort key of articles, the oldest first."""
    told = article.published
    return (told.local_date, told.at or article.seen) if told else (date.min, article.seen)


def _telling(article: Article, point: Point) -> Telling:
    """What the article says in its own sentence."""
    first = point.evidence[0]
    return Telling(
        outlet=article.source,
        text=article.body[first.start : first.end],
        body=article.body,
        published=article.published,
        day=point.deadline.date if point.deadline and not point.deadline.end else None,
    )


def _within(facts: Iterable[Merged], budget: Budget) -> Iterable[Merged]:
    taken: dict[Section, int] = {}
    for fact in facts:
        section = fact.point.section
        if sum(taken.values()) < budget.points and taken.get(section, 0) < budget.per_section:
            taken[section] = taken.get(section, 0) + 1
            yield fact


def _statement(point: Point) -> Statement:
    return Statement(point.section, point.text, point.deadline)
