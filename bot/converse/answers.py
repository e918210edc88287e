"""Answers, changes and outlets in the words of a chat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.converse.cases import local
from bot.deliver.references import shown_reference
from bot.deliver.when import ago, short_day
from bot.domain.article import Article, Outlet
from bot.domain.briefing import SourceRef
from bot.domain.catchup import CaughtUp, News
from bot.domain.post import Reference
from bot.domain.question import Answer, Outcome
from bot.domain.reply import Reply
from bot.texts import count, say

SHOWN = 25
"""Outlets or changes in one reply; the rest is counted."""


def told(answer: Answer) -> Reply:
    """An answer: how it was understood, what to beware of, its quotes, or what there is instead."""
    lines = [say("ask.rewritten", question=answer.understood)] if answer.rewritten else []
    lines += answer.notes
    if answer.abstained:
        lines.append(answer.text)
        if answer.nearest:
            near = answer.nearest
            lines.append(say("ask.nearest", title=near.title, source=near.source))
    elif answer.outcome is Outcome.CLOSEST:
        lines.append(say("ask.closest"))
    elif answer.engine:
        lines.append(answer.text)
    lines += [
        say("chat.also", n=quote.n, sources=", ".join(other.source for other in quote.also))
        for quote in answer.quotes
        if quote.also
    ]
    quotes = tuple(shown_reference(quote.source, quote.n, quote.citation.quote) for quote in answer.quotes)
    return Reply(title=answer.question, paragraphs=tuple(lines), quotes=quotes)


def caught_up(caught: CaughtUp, zone: str) -> Reply:
    """What changed, the first so many with their proof."""
    since = say("catchup.since", since=f"{local(caught.since, zone):%Y-%m-%d %H:%M} {zone}")
    if not caught.news:
        return Reply(title=since, paragraphs=(say("catchup.nothing"),))
    lines = tuple(_news_line(n, one) for n, one in enumerate(caught.news[:SHOWN], start=1))
    quotes = tuple(_news_quote(n, one) for n, one in enumerate(caught.news[:SHOWN], start=1))
    return Reply(title=since, paragraphs=(*lines, *rest(len(caught.news))), quotes=quotes)


def _news_line(n: int, one: News) -> str:
    what = " · ".join([say(f"section.{one.section}"), say(f"change.{one.change}")])
    return say("chat.change", what=what, text=one.text, n=n)


def _news_quote(n: int, one: News) -> Reference:
    return shown_reference(one.sources[0], n, one.citations[0].quote)


def outlets(found: Sequence[Outlet], now: datetime) -> tuple[str, ...]:
    """Which outlets the stored articles come from, and how fresh each is, one line each."""
    if not found:
        return (say("chat.sources.none"),)
    return (*(_outlet_line(one, now) for one in found[:SHOWN]), *rest(len(found)))


def outlet(one: Outlet, newest: Sequence[Article], now: datetime) -> Reply:
    """One outlet with its newest articles."""
    refs = [SourceRef.of(n, article) for n, article in enumerate(newest, start=1)]
    quotes = tuple(shown_reference(ref, ref.n, "") for ref in refs)
    return Reply(title=one.name, paragraphs=(_outlet_line(one, now),), quotes=quotes)


def _outlet_line(one: Outlet, now: datetime) -> str:
    return say(
        "chat.outlet",
        name=one.name,
        articles=count("article", one.articles),
        newest=short_day(one.newest) if one.newest else say("chat.undated"),
        ago=ago(now - one.seen),
    )


def rest(number: int) -> tuple[str, ...]:
    """How many of so many are not shown, if any."""
    return (say("chat.more", number=number - SHOWN),) if number > SHOWN else ()
