"""When and where a deadline is spoken of: a channel's ladder, and what its readers want of single entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.domain.channel import Channel
from bot.domain.schedule import QuietHours

LADDER = (7, 1, 0)
"""Days before a deadline on which a channel is reminded: a week, the eve, the morning of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How one channel is reminded: at `morning`, wall time in `zone`, so many days before.

    `topics` are names; none means everything. A step that is later than `late` is not sent any more.
    """

    channel: Channel
    zone: str
    ladder: tuple[int, ...] = LADDER
    morning: time = time(8)
    quiet: QuietHours | None = None
    topics: tuple[str, ...] = ()
    late: timedelta = timedelta(hours=12)

    def __post_init__(self) -> None:
        """Refuse a ladder that says nothing or looks back, and a morning that is not a wall time."""
        if not self.ladder or min(self.ladder) < 0:
            raise ValueError("a ladder needs at least one step of 0 days or more")
        if self.morning.tzinfo is not None:
            raise ValueError("a morning is a wall time, never an offset")
        if self.late <= timedelta(0):
            raise ValueError("a reminder must be allowed to be at least a little late")


class WishKind(StrEnum):
    """What is wanted of an entry's reminders."""

    MUTE = "mute"
    """None any more in this channel."""

    SNOOZE = "snooze"
    """None until an instant; then the nearest step once, if the deadline is still ahead."""

    REMIND = "remind"
    """One person is to be reminded as well, at an instant or (without one) with the channel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One wish. `reader` is the platform's id of a person, empty when it is the whole channel's."""

    channel: Channel
    entry_id: str
    kind: WishKind
    reader: str = ""
    until: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse a snooze without end and a reminder for nobody."""
        if self.kind is WishKind.SNOOZE and self.until is None:
            raise ValueError("a snooze needs an end")
        if (self.kind is WishKind.REMIND) != bool(self.reader):
            raise ValueError("a personal reminder, and only that, is for one reader")
        if self.until is not None and self.until.utcoffset() is None:
            raise ValueError("an instant needs a UTC offset")
