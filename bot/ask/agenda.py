"""What falls due: the nearest dates of the ledger, for a question that names days, or none, and no matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.ask.days import due_days
from bot.ask.due import Due, known
from bot.ask.intents import section_of
from bot.ask.query import Query, content_words
from bot.domain.article import Citation
from bot.domain.ledger import Entry, EntryState
from summarizers.dates import find
from summarizers.types import Publication, Section

_GENERAL_WORDS = """
deadline deadlines due date dates expire expires expiring fall falls falling lapse lapses end ends ending run
runs out effect take takes come comes coming up ahead upcoming soon next list calendar agenda reminders
"""
_GENERAL = frozenset(_GENERAL_WORDS.split())
"""Words that ask for deadlines as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What falls due from `first` on (to `last`, if the question names an end), the nearest first."""

    first: date
    last: date | None
    found: tuple[Due, ...]


def asks_for_deadlines(query: Query, today: date) -> bool:
    """Whether a question is after deadlines and names no matter, no phrase and nobody's report."""
    if query.phrases or query.sources or query.first or section_of(query.text) is not Section.DEADLINE:
        return False
    text = query.text
    for timex in reversed(find(text, Publication(local_date=today))):
        text = f"{text[: timex.start]} {text[timex.end :]}"
    return _GENERAL.issuperset(content_words(text)) and not query.context


def days_asked(text: str, today: date) -> tuple[date, date | None]:
    """From which day on, and up to which if the question names one."""
    named = due_days(text, today)
    return (max(named[0], today), named[1]) if named else (today, None)


def falling_due(entries: Iterable[Entry], first: date, last: date | None, today: date) -> Agenda:
    """The entries that are open and have a date within these days, as known today; each sentence once."""
    told: dict[tuple[Citation, ...], Due] = {}
    for due in known(tuple(entries), today):
        deadline = due.entry.deadline
        within = deadline.last_day >= first and (last is None or deadline.date <= last)
        if within and due.proofs and due.entry.state is EntryState.UPCOMING:
            told.setdefault(due.proofs, due)
    ordered = sorted(told.values(), key=lambda due: (due.entry.deadline.date, due.entry.text))
    return Agenda(first=first, last=last, found=tuple(ordered))
