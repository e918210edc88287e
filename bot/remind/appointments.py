"""Which deadlines stand in a calendar, and what has to change in it. Decided without I/O or clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.deliver.when import date_in_words
from bot.domain.appointment import Appointment, KeptAppointment
from bot.domain.deadline import DatedEvent
from bot.domain.ledger import EntryState
from bot.domain.schedule import instant
from bot.domain.shown import shown, web_link
from bot.remind.calendar import changes, start_of, summary
from bot.texts import say

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
"""How long a deadline with a time of day stands: a platform wants an end."""

LINKS_MOST = 3
"""Addresses of sources: the first ones prove what holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What has to be done: appointments to create or change, events to cancel or only to forget.

    `left_out` counts those ahead for which there is no room.
    """

    create: tuple[Appointment, ...] = ()
    change: tuple[tuple[str, Appointment], ...] = ()
    cancel: tuple[KeptAppointment, ...] = ()
    forget: tuple[str, ...] = ()
    left_out: int = 0

    @property
    def any(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.create or self.change or self.cancel or self.forget)


def appointment(event: DatedEvent, zone: str) -> Appointment:
    """A deadline as an event; a day is that of `zone`, midnight to midnight, a time without zone as well."""
    start, end = _span(event, ZoneInfo(zone))
    links = tuple(dict.fromkeys(link for one in event.sources if (link := web_link(one.url))))
    return Appointment(
        entry_id=event.id,
        sequence=event.sequence,
        name=summary(event),
        lines=(shown(event.text), date_in_words(event.deadline), *changes(event)),
        links=links[:LINKS_MOST],
        where=", ".join(dict.fromkeys(shown(one.source) for one in event.sources)) or say("app"),
        start=start,
        end=end,
    )


def _span(event: DatedEvent, zone: ZoneInfo) -> tuple[datetime, datetime]:
    deadline = event.deadline
    start = start_of(deadline)
    if isinstance(start, datetime):
        wall = start if start.tzinfo else start.replace(tzinfo=zone)
        at = wall.astimezone(UTC)
        return at, at + HOUR
    last = start if deadline.boundary == "before" else deadline.last_day
    after = min(last, date.max - DAY) + DAY
    return instant(start, time(0), zone), instant(after, time(0), zone)


def ahead(events: Iterable[DatedEvent], zone: str, now: datetime) -> tuple[Appointment, ...]:
    """Those that are still open and not over, as appointments, the nearest first."""
    made = (appointment(one, zone) for one in events if one.state is EntryState.UPCOMING)
    return tuple(sorted((one for one in made if one.end > now), key=_nearest))


def merged(wanted: Iterable[Sequence[Appointment]]) -> tuple[Appointment, ...]:
    """What several channels of one server want, each deadline once, as the first one says it."""
    found: dict[str, Appointment] = {}
    for one in (one for each in wanted for one in each):
        found.setdefault(one.entry_id, one)
    return tuple(sorted(found.values(), key=_nearest))


def steps(wanted: Sequence[Appointment], kept: Sequence[KeptAppointment], now: datetime, room: int) -> Steps:
    """How what is kept becomes what is wanted, the nearest `room` of it.

    What has begun is never changed, for no platform takes another start for it, and none is created that
    has: it would be in the past.
    """
    nearest = {one.entry_id: one for one in wanted[:room]}
    open_ = {one.appointment.entry_id: one for one in kept if one.appointment.end > now}
    stays = {key for key, one in open_.items() if _stays(one.appointment, nearest.get(key), now)}
    return Steps(
        create=tuple(one for key, one in nearest.items() if one.start > now and key not in stays),
        change=tuple(
            (open_[key].id, one)
            for key, one in nearest.items()
            if key in stays and one.start > now and one != open_[key].appointment
        ),
        cancel=tuple(one for key, one in open_.items() if key not in stays),
        forget=tuple(one.appointment.entry_id for one in kept if one.appointment.end <= now),
        left_out=sum(one.start > now for one in wanted[room:]),
    )


def _stays(there: Appointment, wanted: Appointment | None, now: datetime) -> bool:
    """Whether an event may stay, as it is or changed."""
    if wanted is None:
        return False
    return wanted.start == there.start if there.start <= now else wanted.start > now


def _nearest(one: Appointment) -> tuple[datetime, datetime, str]:
    return one.start, one.end, one.entry_id
