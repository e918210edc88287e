"""Stories and their facts become one frozen briefing: ordered, marked, numbered, complete."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from bot.brief.freshness import mark
from bot.brief.merge import Merged, merge
from bot.brief.stories import independent_sources
from bot.condense.pipeline import UNREAD
from bot.domain.article import Article, Citation
from bot.domain.briefing import Briefing, Bullet, Coverage, Item, SourceRef, Story, Window
from summarizers.types import Budget, Section, Summary

STORY_BUDGET = Budget(points=9, per_section=4)
"""A story told by several articles may say a little more than one article (7), no section all of it."""

Summaries = Mapping[tuple[str, int], Summary]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Everything about a briefing but its news.

    `before` are those that its reader was shown before `previous`, the last one first.
    """

    tenant_id: str
    zone: str
    window: Window
    topics: tuple[str, ...]
    engine: str
    undated: int = 0
    ahead: int = 0
    failed_sources: int = 0
    newest: date | None = None
    previous: Briefing | None = None
    before: tuple[Briefing, ...] = ()

    @property
    def shown(self) -> tuple[Briefing, ...]:
        """What the reader was shown of late, the last briefing first."""
        return (self.previous, *self.before) if self.previous else ()

    @property
    def today(self) -> date:
        """The channel's local day at the end of the window."""
        return self.window.until.astimezone(ZoneInfo(self.zone)).date()


def compose(frame: Frame, groups: Sequence[Sequence[Article]], summaries: Summaries) -> Briefing:
    """The briefing on these stories. Each bullet's citations are verbatim in their articles."""
    day, zone = frame.today, frame.zone
    told = [(articles, merge(articles, summaries, day, zone, STORY_BUDGET)) for articles in groups]
    told.sort(key=lambda pair: (-_importance(pair[0]), pair[0][0].id))
    stories = tuple(_story(articles, summaries) for articles, _ in told)
    items = _ordered(
        item
        for story, (articles, facts) in zip(stories, told, strict=True)
        for item in _items(story, _importance(articles), facts, frame.shown)
    )
    articles = [article for group in groups for article in group]
    briefing = Briefing(
        id="",
        tenant_id=frame.tenant_id,
        zone=frame.zone,
        window=frame.window,
        topics=frame.topics,
        stories=stories,
        items=items,
        sources=_numbered(items, stories, articles),
        coverage=_coverage(frame, articles, len(groups), summaries),
        engine=frame.engine,
        previous_id=frame.previous.id if frame.previous else None,
        newest=frame.newest,
    )
    return replace(briefing, id=_identity(briefing, articles))


def _importance(articles: Sequence[Article]) -> float:
    """What more independent sources report matters more, by diminishing returns: 1 + log2(sources)."""
    return 1 + math.log2(independent_sources(articles))


def _story(articles: Sequence[Article], summaries: Summaries) -> Story:
    """The story as its newest article sums it up."""
    newest = articles[-1]
    gist = summaries[newest.id, newest.revision].gist
    spans = gist.evidence if gist else ()
    return Story(
        id=articles[0].group_id,
        headline=newest.title or (gist.text if gist else newest.id),
        gist=gist.text if gist else None,
        gist_citations=tuple(Citation.of(newest, span.start, span.end) for span in spans),
        article_ids=tuple(article.id for article in articles),
        outlets=tuple(dict.fromkeys(article.source for article in articles if article.source)),
        sources=independent_sources(articles),
    )


def _items(story: Story, importance: float, facts: Sequence[Merged], shown: Sequence[Briefing]) -> list[Item]:
    return [
        Item(
            key=_key(story, fact.bullet),
            story_id=story.id,
            bullet=fact.bullet,
            mark=mark(fact.bullet, shown),
            sources=fact.sources,
            weight=importance * fact.weight,
        )
        for fact in facts
    ]


def _ordered(items: Iterable[Item]) -> tuple[Item, ...]:
    """Section by section: agreements and tensions by weight, deadlines by date."""
    order = list(Section)

    def place(item: Item) -> tuple[int, str, float, str]:
        deadline = item.bullet.deadline
        day = deadline.date.isoformat() if deadline else ""
        return order.index(item.bullet.section), day, -item.weight, item.key

    return tuple(sorted(items, key=place))


def _key(story: Story, bullet: Bullet) -> str:
    """One sentence may set two dates, so a deadline's own date is part of its name."""
    day = bullet.deadline.date if bullet.deadline else ""
    basis = f"{bullet.section}\x1f{story.id}\x1f{bullet.citations[0].quote}\x1f{day}"
    return hashlib.sha256(basis.encode()).hexdigest()[:16]


def _numbered(
    items: Sequence[Item], stories: Sequence[Story], articles: Sequence[Article]
) -> tuple[SourceRef, ...]:
    """Every cited article under its number, in the order in which a reader meets them."""
    cited = [citation for item in items for citation in item.bullet.citations]
    cited += [citation for story in stories for citation in story.gist_citations]
    by_revision = {(article.id, article.revision): article for article in articles}
    order = dict.fromkeys((citation.article_id, citation.revision) for citation in cited)
    return tuple(SourceRef.of(n, by_revision[revision]) for n, revision in enumerate(order, start=1))


def _coverage(frame: Frame, articles: Sequence[Article], stories: int, summaries: Summaries) -> Coverage:
    return Coverage(
        articles=len(articles),
        outlets=len({article.source for article in articles}),
        stories=stories,
        undated=frame.undated,
        ahead=frame.ahead,
        failed_sources=frame.failed_sources,
        unread=sum(summaries[one.id, one.revision].engine == UNREAD for one in articles),
    )


def _identity(briefing: Briefing, articles: Sequence[Article]) -> str:
    """The same tenant, window, topics, articles, engine, predecessor and coverage give the same id.

    Nothing that is shown may differ under one id, since a briefing that is kept is never replaced.
    """
    revisions = sorted((article.id, article.revision) for article in articles)
    basis = (
        briefing.tenant_id,
        briefing.zone,
        briefing.window.since.isoformat(),
        briefing.window.until.isoformat(),
        briefing.window.basis,
        briefing.topics,
        revisions,
        briefing.engine,
        briefing.previous_id,
        briefing.coverage,
        briefing.newest,
    )
    return hashlib.sha256(repr(basis).encode()).hexdigest()[:20]
