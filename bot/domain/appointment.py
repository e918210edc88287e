"""A deadline as an event in the calendar that a platform shows to a whole server, beside its channels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from bot.domain.channel import Channel, Platform
from bot.texts import Language

WITH_CALENDAR = frozenset({Platform.DISCORD})
"""Platforms that have such a calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPolicy:
    """A channel that wants deadlines as events: those on its `topics` (none: all), days meant in `zone`.

    They are worded in `language`, or else in the bot's own.
    """

    channel: Channel
    zone: str
    topics: tuple[str, ...] = ()
    language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A deadline from `start` up to `end` (UTC), a whole day or period where no time is known.

    `lines` is what it says, in plain text of strangers; `links` are safe addresses of its sources; `where` is
    who reports it. `sequence` is its ledger entry's.
    """

    entry_id: str
    sequence: int
    name: str
    lines: tuple[str, ...]
    links: tuple[str, ...]
    where: str
    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        """Refuse an event of no length."""
        if self.end <= self.start:
            raise ValueError("an appointment ends after it begins")

    @property
    def mark(self) -> str:
        """By which its event is known again on the platform: always the same for a ledger entry."""
        return blake2b(self.entry_id.encode(), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAppointment:
    """An appointment as the platform was last told it; `id` is the platform's name of the event.

    It is empty where the platform would not have this one; it is offered again when it says something new.
    """

    platform: Platform
    tenant_id: str
    id: str
    appointment: Appointment


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An event that stands in a calendar and is not over; `mark` is empty for one that is not ours."""

    id: str
    mark: str = ""
