"""Whether to believe a publication date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.feeds.reading.written import written
from bot.texts import say
from summarizers.types import Publication

AHEAD = timedelta(minutes=15)
"""How far a server's clock may be ahead."""

ZONE_SLIP = timedelta(hours=15)
"""How far local time that is marked as UTC can lie ahead, and a little more."""

NO_DATE_BEYOND = timedelta(days=366)
"""How far ahead a date may lie: a clock that is behind by more reads no feed, for no certificate holds."""

OLDEST = 1990
"""The web is not older."""

_SHOWN = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """`problem` says why the text was not believed, or not wholly; "" if it was."""

    publication: Publication | None = None
    problem: str = ""


NO_DATE = Dated()


def dated(text: str, now: datetime) -> Dated:
    """The date that a text gives, and the time only if it names its zone; never raises.

    Midnight is what a program writes that knows only the day. A time that lies ahead by some hours is local
    time under a wrong zone: its day is right, and it stays as it is, or it would seem to change once it is
    past. What lies further ahead is a mistake, or our clock is behind: who tells the news waits for it. More
    than a year ahead, or before the web, is no date.
    """
    if not text.strip():
        return NO_DATE
    found = written(text)
    if found is None:
        return Dated(problem=say("reading.date.odd", text=" ".join(text.split())[:_SHOWN]))
    if found.at is None or abs(found.at.utcoffset() or timedelta(0)) > ZONE_SLIP:
        return _day(found.day, now, say("reading.date.zone") if found.has_time else "")
    if found.at.timetz().replace(tzinfo=None) == time(0):
        return _day(found.day, now, say("reading.date.midnight"))
    return _instant(found.at, now)


def _instant(at: datetime, now: datetime) -> Dated:
    if at.year < OLDEST or at.year == date.max.year:
        return _day(at.date(), now, "")
    if at - now > ZONE_SLIP:
        return _ahead(Publication(local_date=at.date(), at=at), now)
    problem = say("reading.date.slipped") if at - now > AHEAD else ""
    return Dated(publication=Publication(local_date=at.date(), at=at), problem=problem)


def _day(day: date, now: datetime, problem: str) -> Dated:
    if day > (now + ZONE_SLIP).date():
        return _ahead(Publication(local_date=day), now)
    if day.year < OLDEST:
        return Dated(problem=say("reading.date.old", day=day.isoformat()))
    return Dated(publication=Publication(local_date=day), problem=problem)


def _ahead(found: Publication, now: datetime) -> Dated:
    kept = found if found.local_date <= (now + NO_DATE_BEYOND).date() else None
    return Dated(publication=kept, problem=say("reading.date.ahead", day=found.local_date.isoformat()))
