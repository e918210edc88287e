"""Builders of articles and of what an engine says about them."""

from __future__ import annotations

import datetime as dt

from bot.brief.compose import Frame
from bot.brief.select import window
from bot.domain.article import Article
from summarizers.types import (
    Certainty,
    Deadline,
    Gist,
    Point,
    Publication,
    Section,
    Span,
    Status,
    Summary,
)

NOON = dt.datetime(2025, 11, 3, 12, tzinfo=dt.UTC)
TODAY = NOON.date()
ENGINE = "by-hand-1"


def article(
    id_: str, *sentences: str, source: str = "The Lantern", group: str = "", hours: int = 0
) -> Article:
    """An article of these sentences, published so many hours before noon."""
    body = " ".join(sentences)
    at = NOON - dt.timedelta(hours=hours)
    return Article(
        tenant_id="local",
        id=id_,
        revision=1,
        title=f"Title of {id_}",
        source=source,
        body=body,
        clean=body,
        group_id=group or id_,
        first_seen=NOON,
        seen=NOON,
        url=f"https://{id_}.example/",
        published=Publication(local_date=at.date(), at=at),
    )


def span(of: Article, sentence: str) -> Span:
    """Where a sentence stands in an article."""
    start = of.body.index(sentence)
    return Span(of.id, start, start + len(sentence))


def point(
    of: Article, sentence: str, section: Section = Section.TENSION, *, weight: float = 1.0, text: str = ""
) -> Point:
    """A bullet on one sentence of an article."""
    status = Status.AGREED if section is Section.AGREEMENT else None
    shown = text or sentence
    return Point(
        section=section,
        text=shown,
        evidence=(span(of, sentence),),
        engine=ENGINE,
        status=status,
        weight=weight,
    )


def due(
    of: Article, sentence: str, day: dt.date, *, end: dt.date | None = None, certainty: Certainty = "fixed"
) -> Point:
    """A deadline on one sentence of an article."""
    return Point(
        section=Section.DEADLINE,
        text=sentence,
        evidence=(span(of, sentence),),
        engine=ENGINE,
        deadline=Deadline(date=day, end=end, about=sentence, certainty=certainty),
        weight=1.0,
    )


def summary(*points: Point, gist: Gist | None = None) -> Summary:
    """What the engine made of one article."""
    return Summary(gist=gist, points=points, engine=ENGINE)


def frame(**changes: object) -> Frame:
    """A frame of the 24 hours before noon in UTC, with these changes."""
    given: dict[str, object] = {
        "tenant_id": "local",
        "zone": "UTC",
        "window": window(NOON, 24),
        "topics": (),
        "engine": ENGINE,
    }
    return Frame(**{**given, **changes})  # type: ignore[arg-type] # the caller names fields of a frame
