"""The filters in a question: when it was published and by whom, each said back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.ask.days import days_of
from bot.ask.intents import frames_of
from bot.ask.outlets import Outlet, other_outlet, stored_outlet
from bot.ask.query import Query, understand
from bot.texts import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A query with its filters, and what is to be said back about them.

    `unknown` is who the question cites without being a stored source: an outlet, or perhaps a person.
    """

    query: Query
    notes: tuple[str, ...] = ()
    unknown: Outlet | None = None


def understood(
    text: str,
    now: datetime,
    stored: tuple[date, date] | None,
    sources: Sequence[str],
    context: tuple[str, ...] = (),
) -> Understood:
    """Read a question asked at `now` (in the asker's zone); `stored` are the first and last day of the store.

    `context` are words of an earlier question that this one leans on.
    """
    outlet = stored_outlet(text, sources)
    unknown = other_outlet(text) if sources and not outlet else None
    missing = unknown if unknown and unknown.surely else None
    days = days_of(text, now, stored) if stored else None
    frames = frames_of(text)
    ranges = (*frames, *((one.start, one.end) for one in (outlet, missing, days) if one))
    query = understand(text, ranges, context)
    query = replace(query, is_bare=query.is_bare and not frames)  # `the latest` of a day asks for its news
    notes = []
    if days:
        query = replace(query, first=days.first, last=days.last)
        one = days.first == days.last
        said = say("ask.date", day=days.first) if one else say("ask.dates", first=days.first, last=days.last)
        notes.append(said)
    if outlet:
        query = replace(query, sources=outlet.names)
        notes.append(say("ask.source", sources=outlet.name))
    return Understood(query=query, notes=tuple(notes), unknown=unknown)
