"""Publication dates as feeds and pages write them, and whether to believe them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo

from bot.texts import say
from summarizers.types import Publication

AHEAD = timedelta(minutes=15)
"""How far a server's clock may be ahead."""

ZONE_SLIP = timedelta(hours=15)
"""How far local time that is marked as UTC can lie ahead, and a little more."""

OLDEST = 1990
"""The web is not older."""

_LONGEST = 80
_WHOLE_DAY = 24 * 60 * 60
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?![\d-])")
_TWO_WAYS = re.compile(r"\W*(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}")
_BY_POINTS = re.compile(r"\W*\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}")
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}|\d\s*[ap]\.?m\b", re.IGNORECASE)
_EDGES = (datetime(2001, 1, 1), datetime(2004, 2, 2))  # noqa: DTZ001 - they only tell what a text leaves open

_HOURS = {
    **dict.fromkeys(("z", "ut", "utc", "gmt", "wet"), 0),
    **dict.fromkeys(("west", "bst", "cet", "mez"), 1),
    **dict.fromkeys(("cest", "mesz", "eet"), 2),
    **dict.fromkeys(("eest", "msk"), 3),
    **dict.fromkeys(("hkt", "sgt", "awst"), 8),
    **dict.fromkeys(("jst", "kst"), 9),
    "aest": 10,
    "aedt": 11,
    "nzst": 12,
    "nzdt": 13,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
    "akst": -9,
    "akdt": -8,
    "hst": -10,
}
"""Zones that mean one thing in dates of the web (RFC 822, 5.1, and common use); `ist` means three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """`problem` says why the text was not believed, or not wholly; "" if it was."""

    publication: Publication | None = None
    problem: str = ""


NO_DATE = Dated()


def dated(text: str, now: datetime) -> Dated:
    """The date that a text gives, and the time only if it names its zone and can be true; never raises.

    Midnight is what a program writes that knows only the day. A time that lies ahead by some hours is local
    time under a wrong zone: its day is kept. What lies further ahead, or before the web, is no date.
    """
    text = " ".join(text.split())
    if not text:
        return NO_DATE
    read = _read(text[:_LONGEST])
    if read is None:
        return Dated(problem=say("reading.date.odd", text=text[:_LONGEST]))
    at, has_time = read
    try:
        return _believed(at, now, has_time=has_time)
    except (ValueError, OverflowError):  # a zone that no place can have, or the ends of the calendar
        return _day(at.date(), now, say("reading.date.zone"))


def _believed(at: datetime, now: datetime, *, has_time: bool) -> Dated:
    if not has_time:
        return _day(at.date(), now, "")
    if at.timetz().replace(tzinfo=None) == time(0):
        return _day(at.date(), now, say("reading.date.midnight"))
    offset = at.utcoffset()
    if offset is None or abs(offset) > ZONE_SLIP:
        return _day(at.date(), now, say("reading.date.zone"))
    if at - now > AHEAD:
        slipped = at - now <= ZONE_SLIP
        return _day(at.date(), now, say("reading.date.slipped")) if slipped else _ahead(at.date())
    if at.year < OLDEST:
        return _day(at.date(), now, "")
    return Dated(publication=Publication(local_date=at.date(), at=at))


def _day(day: date, now: datetime, problem: str) -> Dated:
    if day > (now + ZONE_SLIP).date():
        return _ahead(day)
    if day.year < OLDEST:
        return Dated(problem=say("reading.date.old", day=day.isoformat()))
    return Dated(publication=Publication(local_date=day), problem=problem)


def _ahead(day: date) -> Dated:
    return Dated(problem=say("reading.date.ahead", day=day.isoformat()))


def _read(text: str) -> tuple[datetime, bool] | None:
    """The moment, and whether the text gives a time; None if it gives no whole day, or may mean two."""
    from dateutil import parser

    two = _TWO_WAYS.match(text)
    if two and int(two[1]) <= 12 and int(two[2]) <= 12 and two[1] != two[2]:  # noqa: PLR2004 - months
        return None
    by_points = bool(_BY_POINTS.match(text))
    try:
        first, second = (
            parser.parse(text, default=edge, tzinfos=_zone, dayfirst=by_points) for edge in _EDGES
        )
    except (ValueError, OverflowError, TypeError, AttributeError, LookupError, ArithmeticError):
        return _only_day(text)
    if first.date() != second.date():
        return None
    return first, bool(_TIME.search(text))


def _only_day(text: str) -> tuple[datetime, bool] | None:
    match = _DAY.search(text)
    try:
        day = date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
    return (datetime.combine(day, time(0)), False) if day else None


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    """For dateutil: the zone of a name, or of an offset in seconds."""
    if offset is not None and (name is None or name.lower() in {"utc", "gmt", "z"}):
        return timezone(timedelta(seconds=offset)) if abs(offset) < _WHOLE_DAY else None
    hours = _HOURS.get((name or "").lower())
    return None if hours is None else timezone(timedelta(hours=hours))
