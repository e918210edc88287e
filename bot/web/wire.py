"""Briefings and deadlines as JSON objects: fields may be added, none is renamed or removed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.article import Citation
from bot.domain.briefing import Briefing, Item, SourceRef, Story
from bot.domain.deadline import DatedEvent
from bot.domain.ledger import Event
from summarizers.wire import deadline_object

Json = dict[str, Any]


def briefing_object(briefing: Briefing) -> Json:
    """The whole briefing; every citation carries its article, offsets and quote."""
    window, coverage = briefing.window, briefing.coverage
    return {
        "id": briefing.id,
        "tenant": briefing.tenant_id,
        "zone": briefing.zone,
        "since": window.since.isoformat(),
        "as_of": window.until.isoformat(),
        "basis": window.basis.value,
        "topics": list(briefing.topics),
        "quiet": briefing.quiet,
        "coverage": {
            "articles": coverage.articles,
            "sources": coverage.outlets,
            "stories": coverage.stories,
            "undated": coverage.undated,
            "ahead": coverage.ahead,
            "failed_sources": coverage.failed_sources,
            "unread": coverage.unread,
        },
        "bullets": [_bullet(item) for item in briefing.items],
        "stories": [_story(story) for story in briefing.stories],
        "sources": [_source(ref) for ref in briefing.sources],
        "engine": briefing.engine,
        "previous": briefing.previous_id,
        "newest": briefing.newest.isoformat() if briefing.newest else None,
    }


def event_object(event: DatedEvent) -> Json:
    """One deadline with its proof."""
    return {
        **deadline_object(event.deadline),
        "text": event.text,
        "citations": _citations(event.citations),
        "sources": [_source(ref) for ref in event.sources],
        "id": event.id,
        "sequence": event.sequence,
        "state": event.state.value,
        "moved_from": event.moved_from.isoformat() if event.moved_from else None,
        "disputed": [deadline_object(deadline) for deadline in event.disputed],
        "history": [_happening(one) for one in event.history],
    }


def _happening(event: Event) -> Json:
    return {
        "kind": event.kind.value,
        "on": event.on.isoformat(),
        "article_id": event.article_id,
        "revision": event.revision,
        "before": event.before.isoformat() if event.before else None,
        "after": event.after.isoformat() if event.after else None,
    }


def _bullet(item: Item) -> Json:
    bullet = item.bullet
    return {
        "key": item.key,
        "section": bullet.section.value,
        "text": bullet.text,
        "status": bullet.status.value if bullet.status else None,
        "mark": item.mark.value,
        "story": item.story_id,
        "sources": item.sources,
        "citations": _citations(bullet.citations),
        "deadline": deadline_object(bullet.deadline) if bullet.deadline else None,
        "engine": bullet.engine,
    }


def _story(story: Story) -> Json:
    return {
        "id": story.id,
        "headline": story.headline,
        "gist": story.gist,
        "citations": _citations(story.gist_citations),
        "articles": list(story.article_ids),
        "outlets": list(story.outlets),
        "sources": story.sources,
    }


def _citations(citations: Sequence[Citation]) -> list[Mapping[str, Any]]:
    return [
        {
            "article_id": citation.article_id,
            "revision": citation.revision,
            "quote": citation.quote,
            "start": citation.start,
            "end": citation.end,
        }
        for citation in citations
    ]


def _source(ref: SourceRef) -> Json:
    return {
        "n": ref.n,
        "article_id": ref.article_id,
        "revision": ref.revision,
        "title": ref.title,
        "source": ref.source,
        "url": ref.url,
        "published": str(ref.published) if ref.published else None,
    }
