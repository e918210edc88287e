"""Reported deadlines on one event and date become one, whoever reports them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.condense.facts import Statement, same_fact
from bot.domain.article import Article, Citation
from bot.domain.briefing import SourceRef
from bot.domain.deadline import DatedEvent
from summarizers.types import Deadline, Point, Section, Summary


@dataclass(slots=True)
class _Report:
    """One event while its reports are gathered; the newest one words it."""

    deadline: Deadline
    point: Point
    reports: list[tuple[Article, Point]] = field(default_factory=list)


def upcoming(
    articles: Sequence[Article], summaries: Mapping[tuple[str, int], Summary], first: date, last: date
) -> tuple[DatedEvent, ...]:
    """The events whose last day is `first` or later and that begin by `last`, by date, then by words.

    Articles are given oldest first, so that the newest report of an event words it.
    """
    gathered: list[_Report] = []
    for article in reversed(articles):
        for point in summaries[article.id, article.revision].points:
            deadline = point.deadline
            if deadline and deadline.last_day >= first and deadline.date <= last:
                _gather(gathered, article, point, deadline)
    events = (_event(report) for report in gathered)
    return tuple(sorted(events, key=lambda event: (event.deadline.date, event.deadline.last_day, event.text)))


def _gather(gathered: list[_Report], article: Article, point: Point, deadline: Deadline) -> None:
    statement = _statement(point)
    for report in gathered:
        if same_fact(_statement(report.point), statement):
            report.reports.append((article, point))
            return
    gathered.append(_Report(deadline, point, [(article, point)]))


def _event(report: _Report) -> DatedEvent:
    cited = [
        (article, Citation.of(article, span.start, span.end))
        for article, point in report.reports
        for span in point.evidence
    ]
    articles = {(article.id, article.revision): article for article, _ in cited}
    return DatedEvent(
        deadline=report.deadline,
        text=report.point.text,
        citations=tuple(dict.fromkeys(citation for _, citation in cited)),
        sources=tuple(SourceRef.of(n, article) for n, article in enumerate(articles.values(), start=1)),
    )


def _statement(point: Point) -> Statement:
    return Statement(Section.DEADLINE, point.text, point.deadline)
