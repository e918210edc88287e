"""Deadlines as an iCalendar feed (RFC 5545): the same deadlines always give the same text.

An entry keeps its UID, its SEQUENCE rises with every change of date, state or words, and LAST-MODIFIED is
when it was last reported. A date is an all-day event over its whole period, so a month stays a month; a time
stands in its zone, in UTC where only an offset is known, and floats where nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone

from bot.deliver.when import date_in_words, given_date, short_date, short_day
from bot.domain.deadline import DatedEvent
from bot.domain.ledger import EntryState
from bot.domain.reminder import LADDER
from bot.domain.shown import shown, web_link
from bot.remind.observances import observances
from bot.texts import say
from summarizers.types import Deadline

MORNING = time(8)
"""The wall time of alarms where nothing else is asked for."""

ZONED = range(1970, 2100)
"""Years for which zones are known; a time of another year is an all-day event."""

_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_OFFSET = re.compile(r"([+-])([01]\d|2[0-3]):?([0-5]\d)")


def feed(events: Sequence[DatedEvent], ladder: Sequence[int] = LADDER, at: time = MORNING) -> str:
    """The calendar of these deadlines in their order; lines end in CRLF.

    Alarms ring on the ladder's days at the wall time `at`.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Communique//Deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", say("calendar.name", app=say("app")))
    starts = [start_of(event.deadline) for event in events]
    for component in _zones(starts):
        calendar.add_component(component)
    for event, start in zip(events, starts, strict=True):
        calendar.add_component(_event(event, start, ladder, at))
    text: str = calendar.to_ical().decode()
    return text


def start_of(deadline: Deadline) -> date | datetime:
    """The day, or the time of a single day: in its zone, in UTC for an offset, without zone if unknown."""
    clock = _CLOCK.fullmatch(deadline.time or "")
    if clock is None or deadline.end is not None or deadline.date.year not in ZONED:
        return deadline.date
    wall = datetime.combine(deadline.date, time(int(clock[1]), int(clock[2])))
    offset = _OFFSET.fullmatch(deadline.tz or "")
    if offset:
        ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        fixed = timezone(-ahead if offset[1] == "-" else ahead)
        return wall.replace(tzinfo=fixed).astimezone(UTC)
    return wall.replace(tzinfo=_zone(deadline.tz))


def _zone(name: str | None) -> ZoneInfo | timezone | None:
    if name in {"Z", "UTC"}:
        return UTC
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, OSError, LookupError):
        return None


def _zones(starts: Sequence[date | datetime]) -> Iterator[Timezone]:
    """One VTIMEZONE for each zone that is named, for the years in which it is."""
    years: dict[str, set[int]] = {}
    for start in starts:
        if isinstance(start, datetime) and isinstance(start.tzinfo, ZoneInfo):
            years.setdefault(start.tzinfo.key, set()).add(start.year)
    for key in sorted(years):
        yield observances(ZoneInfo(key), min(years[key]), max(years[key]))


def _event(event: DatedEvent, start: date | datetime, ladder: Sequence[int], at: time) -> Event:
    component = Event()
    component.add("uid", f"{event.id}@communique")
    component.add("sequence", event.sequence)
    component.add("dtstamp", event.last_told)
    component.add("last-modified", event.last_told)
    component.add("created", event.first_told)
    _place(component, event.deadline, start)
    component.add("summary", summary(event))
    component.add("description", _description(event))
    component.add("status", _status(event))
    component.add("categories", [event.deadline.kind])
    links = (web_link(source.url) for source in event.sources)
    if link := next(filter(None, links), None):
        component.add("url", link)
    if event.state is EntryState.UPCOMING:
        for days in dict.fromkeys(triggers(event.deadline, start, ladder, at)):
            component.add_component(_alarm(days, summary(event)))
    return component


def _place(component: Event, deadline: Deadline, start: date | datetime) -> None:
    component.add("dtstart", start)
    if isinstance(start, datetime):
        return
    component.add("transp", "TRANSPARENT")
    last = start if deadline.boundary == "before" else deadline.last_day
    if last < date.max:
        component.add("dtend", last + timedelta(days=1))


def triggers(
    deadline: Deadline, start: date | datetime, ladder: Sequence[int], at: time = MORNING
) -> tuple[timedelta, ...]:
    """When alarms go off, from the start: at `at` on the ladder's days, once on the first of a coarse period.

    A day on which the deadline is over by then has none.
    """
    morning = timedelta(hours=at.hour, minutes=at.minute)
    clock = timedelta(hours=start.hour, minutes=start.minute) if isinstance(start, datetime) else None
    coarse = deadline.end is not None and deadline.boundary != "before"
    found = (morning - (clock or timedelta()) - timedelta(days=days) for days in ((0,) if coarse else ladder))
    latest = timedelta() if clock is not None or deadline.boundary == "before" else morning
    return tuple(trigger for trigger in found if trigger <= latest)


def _alarm(trigger: timedelta, words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", trigger)
    return alarm


def _status(event: DatedEvent) -> str:
    if event.state is EntryState.CALLED_OFF:
        return "CANCELLED"
    return "CONFIRMED" if event.deadline.certainty == "fixed" and not event.disputed else "TENTATIVE"


def summary(event: DatedEvent) -> str:
    """What falls due, and what must be known besides the date, on one line."""
    notes = [say(f"state.{event.state}"), say(f"certainty.{event.deadline.certainty}")]
    if event.deadline.boundary == "before":
        notes.append(date_in_words(event.deadline))
    notes += changes(event)
    said = ", ".join(note for note in notes if note)
    return shown(f"{event.deadline.about} ({said})" if said else event.deadline.about)


def changes(event: DatedEvent) -> Iterator[str]:
    """Where it was before, and what others say, as far as there is either."""
    if event.moved_from:
        yield say("agenda.moved", day=given_date(event.moved_from, event.given))
    if event.disputed:
        yield say("agenda.disputed", days=", ".join(short_date(one) for one in event.disputed))


def _description(event: DatedEvent) -> str:
    """The bullet, its date in words, and each quote, verbatim, with where it stands."""
    lines = [shown(event.text), date_in_words(event.deadline), *changes(event)]
    sources = {(source.article_id, source.revision): source for source in event.sources}
    for citation in event.citations:
        source = sources[citation.article_id, citation.revision]
        day = short_day(source.published.local_date) if source.published else ""
        where = [shown(source.source), shown(source.title), day, web_link(source.url) or ""]
        lines += ["", say("calendar.quote", quote=_printable(citation.quote)), ", ".join(filter(None, where))]
    return "\n".join(lines)


def _printable(quote: str) -> str:
    """The quote without what RFC 5545 allows in no text: control characters; line ends as one character."""
    lines = quote.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one for one in lines if one in "\n\t" or (one >= " " and one != "\x7f"))
