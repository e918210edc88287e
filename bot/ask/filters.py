"""The filters in a question: when it was published and by whom, each said back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.ask.query import Query, understand
from bot.texts import say
from summarizers.dates import bounds, find
from summarizers.types import Publication

_SINCE = re.compile(r"\b(?:since|after|from)\s+$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|until|till|up to)\s+$", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:in|on|during|this|over|within|of|for)\s+(?:the\s+)?$", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:expires?|due|deadline|will|going to|begins?|starts?|opens?|ends?|take effect|scheduled|planned)\b",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\b(?:according to|as reported by|reported by|in)\s+(?:the\s+)?", re.IGNORECASE)
_NAMED = re.compile(r"\baccording to (?:the )?((?:[A-Z][\w’'-]*\s?){1,5})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A query with its filters, and what is to be said back about them."""

    query: Query
    notes: tuple[str, ...] = ()


def understood(
    text: str, now: datetime, stored: tuple[date, date] | None, sources: Sequence[str]
) -> Understood:
    """Read a question asked at `now` (in the asker's zone); `stored` are the first and last day of the store.

    A date is a filter only where articles of those days can be stored: "in 1066" is what is asked about.
    """
    outlet = _outlet(text, sources)
    days = _days(text, now, stored) if stored else None
    ranges = tuple(one[0] for one in (outlet, days) if one)
    query = understand(text, ranges)
    notes = []
    if days:
        query = replace(query, first=days[1], last=days[2])
        notes.append(say("ask.dates", first=days[1], last=days[2]))
    if outlet:
        query = replace(query, sources=(outlet[1],))
        notes.append(say("ask.source", sources=outlet[1]))
    elif missing := _NAMED.search(text):
        notes += [say("ask.no_source", source=missing[1].strip())] if sources else []
    return Understood(query=query, notes=tuple(notes))


def _outlet(text: str, sources: Sequence[str]) -> tuple[tuple[int, int], str] | None:
    """The longest stored source that the question names after "according to" and the like."""
    for source in sorted(sources, key=len, reverse=True):
        name = re.escape(re.sub(r"^the\s+", "", source, flags=re.IGNORECASE))
        found = re.search(rf"{_ACCORDING.pattern}{name}(?!\w)", text, re.IGNORECASE)
        found = found or re.search(
            rf"(?:what|how) (?:does|did|do) (?:the )?{name} (?:say|report|write)", text, re.IGNORECASE
        )
        if found:
            return found.span(), source
    return None


def _days(text: str, now: datetime, stored: tuple[date, date]) -> tuple[tuple[int, int], date, date] | None:
    for timex in find(text, Publication(local_date=now.date())):
        covered = bounds(timex.value) if timex.type in {"DATE", "TIME"} else None
        if covered is None or _AHEAD.search(text):
            continue
        lead, (first, last) = text[: timex.start], covered
        start = timex.start
        if since := _SINCE.search(lead):
            last, start = now.date(), since.start()
        elif before := _BEFORE.search(lead):
            first, last, start = stored[0], first, before.start()
        elif within := _WITHIN.search(lead):
            start = within.start()
        if first <= min(stored[1], now.date()) and last >= stored[0]:
            return (start, timex.end), first, min(last, now.date())
    return None
