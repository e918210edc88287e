"""The days of publication that a question names, if it names any."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.ask.kinds import Kind, kind_of
from bot.ask.monthdays import month_days
from summarizers.dates import Timex, bounds, find
from summarizers.types import Publication

_SINCE = re.compile(r"\b(?:ever\s+)?since\s+(?:the\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r"\bafter\s+(?:the\s+)?$", re.IGNORECASE)
_BEFORE = re.compile(r"\bbefore\s+(?:the\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|up to|as of|as at)\s+(?:the\s+)?$", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:by|before|until|till|up to)\s+(?:the\s+)?$", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:in|on|during|over|within|of|for|from|at)\s+(?:the\s+)?$", re.IGNORECASE)
_SPAN = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_LINK = re.compile(r"^\s*(?:and|to|till|until|through|-|–|—)\s*(?:the\s+)?$", re.IGNORECASE)
_PAST_SPAN = re.compile(r"\b(?:past|last|previous)\b", re.IGNORECASE)
_LENGTH = re.compile(r"P(?:T(?P<hours>\d+)H|(?P<number>\d+)(?P<unit>[DWMY]))")
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_OF_A_DAY = re.compile(r"\d|\b(?:this|last|today|yesterday|tonight)\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:expires?|due|deadlines?|will|going to|begins?|starts?|opens?|ends?|takes? effect|scheduled|planned"
    r"|falls?|lapses?)\b",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"\b(?:said|say|says|told|tell|report\w*|wrote|written|write|publish\w*|news|announc\w*|according)\b",
    re.IGNORECASE,
)
_FROM_NOW = re.compile(r"\b(?:today|tonight|yesterday|since|this|last|past|previous)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_IS_SO = re.compile(r"\W*(?:is|are)(?:n[’']?t)?\b(?!\s+there\b)", re.IGNORECASE)
_OWNED = re.compile(r"[’']s?(?!\w)")
_THIRDS = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}
_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Publication from `first` to `last`, both included, named in `text[start:end]`."""

    start: int
    end: int
    first: date
    last: date


def days_of(text: str, now: datetime, stored: tuple[date, date]) -> Days | None:
    """The first days named of which articles can be stored; `now` in the asker's zone.

    A day that the question itself asks about is none: one still to come, one of long ago, one by which
    something falls due ("what is due this week"), unless the question asks when, and a weekday on which
    something is so or not ("is the bridge closed on Saturday"). Days that are counted from
    the asking ("today", "since Monday") are meant even where nothing of them is stored.
    """
    named = _named(text, now)
    for n, timex in enumerate(named):
        found = _days(text, named[n:], now, stored)
        lead = text[: found.start] if found else ""
        if found is None or (timex.type != "DURATION" and (_asked_about(lead) or _is_so(text, timex, lead))):
            continue
        newest = now.date() if _FROM_NOW.search(text[found.start : found.end]) else stored[1]
        if found.first <= min(newest, now.date()) and found.last >= stored[0]:
            return Days(start=found.start, end=found.end, first=found.first, last=min(found.last, now.date()))
    return None


def due_days(text: str, today: date) -> tuple[date, date] | None:
    """The days within which a question asks what falls due ("next week", "by Friday"); None if it names none.

    Days that are over are none: they tell which deadline is meant, not when it falls.
    """
    for timex in find(text, Publication(local_date=today)):
        covered, lead = _covered(timex, text, today), text[: timex.start]
        if covered and covered[1] >= today and _asked_about(lead):
            return (today, covered[1]) if _UP_TO.search(lead) else covered
    return None


def _named(text: str, now: datetime) -> tuple[Timex, ...]:
    """The dates of a text, none within another; a part of a day counts only if it names the day."""
    every = find(text, Publication(local_date=now.date()))
    more = month_days(text, now.date())
    every = (
        *every,
        *(one for one in more if not any(o.start < one.end and one.start < o.end for o in every)),
    )
    named = (
        one
        for one in every
        if not any(o is not one and o.start <= one.start and one.end <= o.end for o in every)
        and (one.type != "TIME" or _OF_A_DAY.search(text[one.start : one.end]))
    )
    return tuple(sorted(named, key=lambda one: one.start))


def _days(text: str, named: Sequence[Timex], now: datetime, stored: tuple[date, date]) -> Days | None:
    timex, lead, today = named[0], text[: named[0].start], now.date()
    covered = _covered(timex, text, today)
    if covered is None:
        return None
    first, last = covered
    start, end = timex.start, timex.end
    if (span := _SPAN.search(lead)) and (other := _other_end(text, named, today)):
        start, end = span.start(), named[1].end
        first, last = _spanned(text, timex, covered, other)
    elif since := _SINCE.search(lead):
        start, last = since.start(), today
    elif after := _AFTER.search(lead):
        start, first, last = after.start(), _moved(last, 1), today
    elif before := _BEFORE.search(lead):
        start, first, last = before.start(), stored[0], _moved(first, -1)
    elif until := _UNTIL.search(lead):
        start, first, last = until.start(), stored[0], first
    elif within := _WITHIN.search(lead):
        start = within.start()
        end, last = _with_next(text, named, last, today)
    return Days(start=start, end=_owned(text, end), first=first, last=last) if first <= last else None


def _owned(text: str, end: int) -> int:
    """Where a day ends that has something: `Wednesday's` news."""
    owned = _OWNED.match(text, end)
    return owned.end() if owned else end


def _covered(timex: Timex, text: str, today: date) -> tuple[date, date] | None:
    """The days of a timex: a third of an early, mid or late month or year; of a past length, up to today."""
    if timex.type == "DURATION":
        length = _LENGTH.fullmatch(timex.value)
        past = _PAST_SPAN.search(text[: timex.end], max(0, timex.start - 10))
        return (_moved(today, -_days_in(length)), today) if length and past else None
    covered = bounds(timex.value) if timex.type in {"DATE", "TIME"} else None
    if covered and timex.mod in _THIRDS and _MONTH_OR_YEAR.fullmatch(timex.value):
        (first, last), (low, high) = covered, _THIRDS[timex.mod]
        length_ = (last - first).days + 1
        return first + timedelta(days=length_ * low // 3), first + timedelta(days=length_ * high // 3 - 1)
    return covered


def _days_in(length: re.Match[str]) -> int:
    """The days of a length; hours that begin another day count as one."""
    if length["hours"]:
        return -(-int(length["hours"]) // 24)
    return int(length["number"]) * _DAYS[length["unit"]]


def _moved(day: date, by: int) -> date:
    """So many days later, or the calendar's first or last day if it ends before that."""
    return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))


def _other_end(text: str, named: Sequence[Timex], today: date) -> tuple[date, date] | None:
    if len(named) == 1 or not _LINK.match(text[named[0].end : named[1].start]):
        return None
    return _covered(named[1], text, today)


def _with_next(text: str, named: Sequence[Timex], last: date, today: date) -> tuple[int, date]:
    """Where a date ends in the text and in time, with the one that adjoins: "on Monday and Tuesday"."""
    other = _other_end(text, named, today)
    if other and other[0] - last == timedelta(days=1):
        return named[1].end, other[1]
    return named[0].end, last


def _spanned(text: str, timex: Timex, one: tuple[date, date], other: tuple[date, date]) -> tuple[date, date]:
    """From the one to the other; of "Monday and Wednesday last week" the Monday is that week's too."""
    if one[0] <= other[1]:
        return one[0], other[1]
    before = one[0] - timedelta(days=7)
    if _WEEKDAY.match(text, timex.start) and before <= other[1]:
        return before, other[1]
    return other[0], one[1]


def _is_so(text: str, timex: Timex, lead: str) -> bool:
    """Whether a question asks if something is so on a weekday, of which a paper told before or will yet."""
    named = (
        _IS_SO.match(lead) and _WEEKDAY.match(text, timex.start) and not _SINCE.search(text[: timex.start])
    )
    return bool(named) and not _TELLING.search(lead)


def _asked_about(lead: str) -> bool:
    """Whether the words before a date make it the date of an event to come, not of a report."""
    if kind_of(lead) is Kind.WHEN:
        return False
    ahead = list(_AHEAD.finditer(lead))
    return bool(ahead) and not _TELLING.search(lead, ahead[-1].end())
