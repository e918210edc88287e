"""The answer to what happened then: the first statement of each of the first stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from zoneinfo import ZoneInfo

from bot.ask.filters import Understood
from bot.ask.judged import QUOTES
from bot.ask.news import Stories
from bot.domain.article import Article, Citation
from bot.domain.briefing import SourceRef
from bot.domain.question import Answer, Outcome, Question, Quote
from bot.texts import say
from summarizers.sections.furniture import is_furniture
from summarizers.text.sentences import ranges

HEAD = 3_000
"""Characters of a body in which its first statement is looked for."""

FEWEST = 5
"""Words of a statement; fewer are a dateline or a cry."""


def told(question: Question, read: Understood, stories: Stories) -> Answer:
    """One quote a story, verbatim, with the other sources that tell of it; nothing without stories."""
    first = islice(filter(None, map(_cited, stories)), QUOTES)
    quotes = tuple(_quote(n, *cited) for n, cited in enumerate(first, start=1))
    day = question.asked.astimezone(ZoneInfo(question.asker.zone)).date()
    return Answer(
        question=question.text,
        understood=read.query.text,
        outcome=Outcome.ANSWER if quotes else Outcome.NOTHING,
        text=quotes[0].citation.quote if quotes else say("ask.nothing_then", day=day),
        quotes=quotes,
        score=float(bool(quotes)),
        as_of=question.asked,
        notes=(*read.notes, *((say("ask.most_told"),) if len(quotes) > 1 else ())),
    )


def _cited(story: Sequence[Article]) -> tuple[Citation, Article, Sequence[Article]] | None:
    """The first statement of a story's newest article that makes one."""
    found = ((citation, article) for article in story for citation in islice(_statements(article), 1))
    first = next(found, None)
    return first and (*first, story)


def _statements(article: Article) -> Iterator[Citation]:
    body = article.body[:HEAD]
    for start, end in ranges(body):
        if _states(body[start:end]):
            yield Citation.of(article, start, end)


def _states(sentence: str) -> bool:
    return len(sentence.split()) >= FEWEST and not sentence.endswith("?") and not is_furniture(sentence)


def _quote(n: int, citation: Citation, article: Article, story: Sequence[Article]) -> Quote:
    others = {one.source: SourceRef.of(n, one) for one in story if one.source != article.source}
    return Quote(n=n, citation=citation, source=SourceRef.of(n, article), also=tuple(others.values()))
