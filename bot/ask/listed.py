"""The answer to what falls due: a sentence for each of the nearest dates."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.ask.agenda import Agenda
from bot.ask.due import Due
from bot.ask.filters import Understood
from bot.ask.judged import QUOTES
from bot.deliver.when import date_in_words, short_date
from bot.domain.question import Answer, Outcome, Question, Quote
from bot.texts import say


def listed(question: Question, read: Understood, agenda: Agenda) -> Answer:
    """One quote a deadline, verbatim, with the day of each; nothing where nothing falls due then."""
    shown = agenda.found[:QUOTES]
    quotes = tuple(_quote(n, due) for n, due in enumerate(shown, start=1))
    return Answer(
        question=question.text,
        understood=read.query.text,
        outcome=Outcome.ANSWER if quotes else Outcome.NOTHING,
        text=quotes[0].citation.quote if quotes else _nothing(question, agenda),
        quotes=quotes,
        score=float(bool(quotes)),
        as_of=question.asked,
        notes=(*read.notes, *_notes(agenda, shown)),
    )


def _nothing(question: Question, agenda: Agenda) -> str:
    day = question.asked.astimezone(ZoneInfo(question.asker.zone)).date()
    if agenda.last is None:
        return say("ask.nothing_due", day=day)
    return say("ask.nothing_due_then", first=agenda.first, last=agenda.last, day=day)


def _notes(agenda: Agenda, shown: Sequence[Due]) -> tuple[str, ...]:
    """The day of each quote, and how many more there are."""
    if not shown:
        return ()
    days = "; ".join(f"[{n}] {_day(due)}" for n, due in enumerate(shown, start=1))
    more = len(agenda.found) - len(shown)
    return (say("ask.dues", when=days), *((say("ask.more_due", more=more),) if more else ()))


def _day(due: Due) -> str:
    others = ", ".join(short_date(one) for one in due.entry.disputed)
    told = [date_in_words(due.entry.deadline), say(f"certainty.{due.entry.deadline.certainty}")]
    return ", ".join(filter(None, [*told, others and say("agenda.disputed", days=others)]))


def _quote(n: int, due: Due) -> Quote:
    cited = due.proofs[0]
    report = next(one for one in due.entry.reports if cited in one.citations)
    return Quote(n=n, citation=cited, source=report.reference(n))
