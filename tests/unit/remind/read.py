"""Articles as the ledger reads them: from the text by way of the engine."""

from __future__ import annotations

import datetime as dt

from bot.domain.article import Article
from bot.domain.ledger import Entry
from bot.remind.ledger import Told, absorb
from bot.remind.signals import reports_of
from summarizers.engines.extractive import Extractive
from summarizers.types import Budget, Document, Publication

SEEN = dt.datetime(2031, 10, 1, tzinfo=dt.UTC)


def read(number: int, day: str, title: str, body: str, source: str = "") -> Told:
    """The article of a day with all that it says of deadlines; each has an outlet of its own unless told."""
    published = Publication.parse(day)
    article = Article(
        tenant_id="local",
        id=f"a{number}",
        revision=1,
        title=title,
        source=source or f"Outlet {number}",
        body=body,
        clean=body,
        group_id=f"a{number}",
        first_seen=SEEN,
        seen=SEEN,
        published=published,
    )
    document = Document(id=article.id, title=title, body=body, published=published)
    return Told(article=article, reports=reports_of(article, Extractive().summarize((document,), Budget())))


def entries_of(*articles: tuple[str, ...]) -> tuple[Entry, ...]:
    """The entries that these make, each of an article's day, title and text, and perhaps its outlet."""
    return absorb((), [read(number, *one) for number, one in enumerate(articles, 1)])
