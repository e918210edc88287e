"""Moves that name no date but how far: "extended by a year" counts from the date that held."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.ledger import Entry, Report, Signal
from bot.remind.cues import GIVEN, MOVED, sure
from bot.remind.ladder import COARSE
from summarizers.dates import Timex
from summarizers.dates.lexicon import SMALL_NUMBERS
from summarizers.text.tokens import stem

ONE_MOVE = timedelta(days=14)
"""Outlets that tell within this time that a date moved just as far mean one move, not two."""

_LENGTH = re.compile(r"(-?)P(\d{1,3})([YMWD])")
_BEFORE = re.compile(
    r"\b(?:by|for)\W+(?:(?:another|an?|further|additional|extra|up|to|at|least)\W+)*$", re.IGNORECASE
)
_AFTER = re.compile(r"^\W+(?:extension|prolongation|postponement|delay|deferral|reprieve)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:by|for) (?:another|a further|one more) (year|month|week|day)\b", re.IGNORECASE)
_SAME_DATE = re.compile(
    r"\bto the same (?:date|day) (?:(?:in|of) )?(?:the )?(?:next|following) (year|month)\b", re.IGNORECASE
)
_TARGET = re.compile(
    r"\b(?:to|until|till|through|into)\W+(?:(?:the|end|of|early|late|mid|noon|midnight|on)\W+)*$"
    r"|\bnow\s+\w+\s+(?:on|at|in)\W+$",
    re.IGNORECASE,
)
_NEARER = re.compile(r"\b(?:forward|up)\b", re.IGNORECASE)
_NEARER_BY = re.compile(
    r"\b(?:forward|up|earlier|ahead|closer|nearer)\W+by\W+(?:\w+\W+){0,3}$", re.IGNORECASE
)
_BESIDE = 200
"""Characters beside an expression in which its preposition stands: a sentence of dates has no end."""
_ELSEWHERE = re.compile(
    r"\W+(?:more )?(?:in(?! (?:which|order)\b)|of|off|at|behind|inside|under)\b", re.IGNORECASE
)
"""Behind a length that is no time for what must be done: `two months in prison`, `three days off`."""
_TO_DO = re.compile(r"[^.;,]{0,60}?\bto (?!(?:the|an?|its|their|his|her|him|them|it)\b)([a-z]+)\b")
_MORE = re.compile(r"\b(?:more|another|further|extra|additional)\b", re.IGNORECASE)
"""Beside a length, or in it: somebody is given so much more time."""
THAN_PLANNED = re.compile(
    r"\b(?P<n>an?|\w+) (?P<unit>day|week|month|year)s? (?P<way>later|earlier) than (?:first |originally "
    r"|previously |initially )?(?:planned|scheduled|announced|expected|due|set|hoped|billed)\b",
    re.IGNORECASE,
)
_TO_BE = re.compile(
    r"\b(?:(?:will|is to|are to) (?:now )?be(?: held| opened| launched)?"
    r"|(?:has|have) been (?:set|scheduled|moved))\W+(?:for )?$",
    re.IGNORECASE,
)
_A_DAY = 24


def length_in(body: str, start: int, end: int, cue: str, timexes: Sequence[Timex]) -> str:
    """How far body[start:end], which tells of a move by this cue, moves a date, such as P1Y or -P2W.

    Empty where it names the new date itself, or no length in years, months, weeks or days.
    """
    same = _SAME_DATE.search(body, start, end)
    if same:
        return f"P1{same[1][0].upper()}"
    inside = [one for one in timexes if start <= one.start and one.end <= end]
    than_planned = THAN_PLANNED.search(body, start, end)
    if than_planned:
        begins, ends = than_planned.span()
        elsewhere = [one for one in inside if one.end <= begins or ends <= one.start]
        says_when = any(one.type in {"DATE", "TIME"} for one in elsewhere)
        is_to_be = than_planned_of(body[start:end])
        return _so_far_off(than_planned) if is_to_be and not says_when else ""
    if any(_TARGET.search(_before(body, start, one)) for one in inside if one.type == "DATE"):
        return ""
    far = [one for one in inside if one.type == "DURATION" and _is_how_far(body, start, end, cue, one)]
    lengths = [_in_days(one.value) for one in far]
    another = _ANOTHER.search(body, start, end)
    if another:
        lengths.append(f"P1{another[1][0].upper()}")
    usable = [one for one in lengths if _LENGTH.fullmatch(one)]
    nearer = _NEARER.search(cue) or any(_NEARER_BY.search(_before(body, start, one)) for one in far)
    return ("-" if nearer else "") + usable[0] if usable else ""


def than_planned_of(sentence: str) -> str:
    """What a sentence says will be so much later or earlier than planned; empty if it says it of nothing.

    What began or came so late is over, or is one step of what it tells of.
    """
    found = THAN_PLANNED.search(sentence)
    to_be = _TO_BE.search(sentence, 0, found.start()) if found else None
    return sentence[: to_be.start()] if to_be else ""


def _is_how_far(body: str, start: int, end: int, cue: str, timex: Timex) -> bool:
    behind = body[timex.end : min(end, timex.end + _BESIDE)]
    beside = f"{body[max(start, timex.start - _SO_NEAR) : timex.end]}{behind[: len(' more')]}"
    if GIVEN.match(cue) and _MORE.search(beside):
        return not _ELSEWHERE.match(behind)
    return bool(_BEFORE.search(_before(body, start, timex)) or _AFTER.match(behind))


def given_to(sentence: str) -> str:
    """The stem of the verb for which a sentence gives somebody more time; empty where it says of none."""
    cue = sure(MOVED, sentence)
    if cue is None or not GIVEN.match(cue[0]):
        return ""
    to_do = _TO_DO.match(sentence, cue.end())
    return stem(to_do[1]) if to_do else ""


def _before(body: str, start: int, timex: Timex) -> str:
    return body[max(start, timex.start - _BESIDE) : timex.start]


_SO_NEAR = len(" an additional ")


def _in_days(value: str) -> str:
    """`PT48H` as two days; any other length as it is."""
    hours = re.fullmatch(r"PT(\d{1,3})H", value)
    return f"P{int(hours[1]) // _A_DAY}D" if hours and int(hours[1]) % _A_DAY == 0 else value


def _so_far_off(told: re.Match[str]) -> str:
    """`a week later than planned` as a length; empty where its number is none."""
    word = told["n"].lower()
    number = int(word) if word.isdigit() else {"a": 1, "an": 1}.get(word) or SMALL_NUMBERS.get(word, 0)
    sign = "-" if told["way"].lower() == "earlier" else ""
    return f"{sign}P{number}{told['unit'][0].upper()}" if number else ""


def dated_by(report: Report, entry: Entry) -> Report | None:
    """A report that only says how far an entry's date moved, with the date that this comes to.

    A second outlet that tells of the same move within `ONE_MOVE` means the date that already holds, also
    where its months come to some days more or less. None where the calendar ends, and for weeks or days added
    to a date that is known to its month or longer only.
    """
    told = report.published.local_date
    for event in entry.history:
        lately = event.kind is Signal.MOVED and abs(told - event.on) <= ONE_MOVE
        held = event.before if lately else None
        if held and _comes_near(further(held, report.length), entry.deadline.date, report.length):
            return replace(report, deadline=entry.deadline, named=(held,))
    if any(_counted_as_far(known, report) for known in entry.reports):
        return replace(report, deadline=entry.deadline, named=())
    old = entry.deadline
    if old.granularity in COARSE and not _is_long(report.length):
        return None
    day, end = further(old.date, report.length), further(old.end, report.length) if old.end else None
    if day is None or (old.end and end is None):
        return None
    return replace(report, deadline=replace(old, date=day, end=end), named=(old.date,))


def _counted_as_far(known: Report, report: Report) -> bool:
    """Whether the date was itself counted from the news by just that length, which is now told once more.

    Half of that time later it is more likely given again.
    """
    far = further(_ANY_DAY, known.length)
    most = ONE_MOVE if far is None else min(ONE_MOVE, abs(far - _ANY_DAY) / 2)
    lately = abs(report.published.local_date - known.published.local_date) <= most
    return lately and is_guess(known) and known.length == report.length


def is_guess(report: Report) -> bool:
    """Whether its date is only counted from the news by the time that somebody was given."""
    return report.signal is Signal.REPORTED and bool(report.length)


def _comes_near(day: date | None, other: date, length: str) -> bool:
    """Whether two days are one: months are also counted as so many days, or from the signing."""
    slack = _SLACK if _is_long(length) else timedelta()
    return day is not None and abs(day - other) <= slack


def _is_long(length: str) -> bool:
    """Whether it is about a month or longer."""
    far = further(_ANY_DAY, length)
    return far is not None and abs(far - _ANY_DAY) >= _MONTH


_SLACK, _MONTH, _ANY_DAY = timedelta(days=3), timedelta(days=28), date(2001, 1, 1)


def further(day: date, length: str) -> date | None:
    """The day so far from another; the last of its month where that month is shorter, None past the end."""
    match = _LENGTH.fullmatch(length)
    if match is None:
        return None
    number = int(match[2]) * (-1 if match[1] else 1)
    try:
        if match[3] in "WD":
            return day + timedelta(days=number * (7 if match[3] == "W" else 1))
        months = day.year * 12 + day.month - 1 + number * (12 if match[3] == "Y" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError, IndexError):
        return None


def goes_on(text: str, day: date) -> date | None:
    """The day to which `another week` in a text leads from this one; None where it tells of no such thing."""
    another = _ANOTHER.search(text)
    return further(day, f"P1{another[1][0].upper()}") if another else None
