"""What happened then: the stories of some days or sources, for a question that names nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from bot.ask.intents import section_of
from bot.ask.kinds import Kind
from bot.ask.query import Query
from bot.domain.article import Article
from bot.ports import UnitOfWork

Stories = tuple[tuple[Article, ...], ...]
"""The most told first, by outlets, then the newest; in each its newest article first."""

Grouping = Callable[[Sequence[Article]], Sequence[Sequence[Article]]]
"""Articles in order of publication as stories, of one event each."""

LIMIT = 200
"""So many articles are told apart into stories: it bounds what a month of news costs."""

_GENERAL_WORDS = """
report reported reports reporting story stories headline headlines top main major big biggest important
published publish publishes written write wrote printed appeared article articles papers brief mattered
update updates updated going missed miss summary summarize summarise recap overview changed
"""
_GENERAL = frozenset(_GENERAL_WORDS.split())
"""Words that ask for the news as a whole."""


def asks_for_news(query: Query) -> bool:
    """Whether a question names days or sources and no matter: no word, no phrase, no section, nobody.

    A day alone asks nothing; a source alone asks what is new there.
    """
    if query.kind is not Kind.WHAT or query.phrases or section_of(query.text):
        return False
    if query.is_bare and not query.sources:
        return False
    return bool(query.first or query.sources) and _GENERAL.issuperset(query.words)


async def told_then(unit: UnitOfWork, tenant_id: str, query: Query, until: datetime) -> tuple[Article, ...]:
    """At most `LIMIT` articles under a query's filters, none published after `until`, the most told first."""
    last = query.last or until.date() + timedelta(days=1)  # it is tomorrow already elsewhere
    found = await unit.articles.most_told(tenant_id, query.first, last, query.sources, LIMIT)
    return tuple(one for one in found if not _later(one, until))


def stories_of(articles: Sequence[Article], grouping: Grouping) -> Stories:
    """Articles as stories, in their order."""
    grouped = grouping(sorted(articles, key=_newness))
    stories = [tuple(sorted(story, key=_newness, reverse=True)) for story in grouped]
    return tuple(sorted(stories, key=_weight, reverse=True))


def _weight(story: Sequence[Article]) -> tuple[int, tuple[date, datetime, str]]:
    return len({article.source for article in story}), _newness(story[0])


def _newness(article: Article) -> tuple[date, datetime, str]:
    published = article.published
    return (published.local_date if published else date.min, article.seen, article.id)


def _later(article: Article, until: datetime) -> bool:
    published = article.published
    if published is None:
        return False
    return published.at > until if published.at else published.local_date > until.date()
