"""When and where a deadline is spoken of: a channel's ladder, and what its readers want of single entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.channel import Channel
from bot.domain.delivery import Reason, State
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


class Step(StrEnum):
    """What a reminder is, besides the steps of the ladder, which are numbers of days."""

    PERIOD = "period"
    """The one note on a month or a longer period, on its first day."""

    SNOOZED = "snoozed"
    """What was put off, or asked for at an instant; the instant follows."""

    MOVED = "moved"
    """The date is another one than the channel was told; the entry's version follows."""

    CALLED_OFF = "called_off"
    """It will not take place; the entry's version follows."""

    BACK_ON = "back_on"
    """What the channel was told to be called off takes place after all; the entry's version follows."""

    CLOSED = "closed"
    """How it ended, as a later article tells."""


NEWS = frozenset({Step.MOVED, Step.CALLED_OFF, Step.BACK_ON, Step.CLOSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One thing to say of one entry in one channel, between the instants `at` and `late` (UTC).

    Channel, entry, `deadline`, `step` and `reader` name it: each is said once. `deadline` is the first day
    that it means, so that what is said of another date is another reminder; `step` is a number of days or
    begins with a `Step`. `day` is the local day that it belongs to, whatever quiet hours do to `at`. `reader`
    is set for one person's. `before` is the first day that the channel believed in, for news of a move.
    """

    channel: Channel
    entry_id: str
    deadline: date
    step: str
    day: date
    at: datetime
    late: datetime
    reader: str = ""
    before: date | None = None

    @property
    def news(self) -> Step | None:
        """What kind of news it is; None for a step of the ladder, which is nothing new."""
        word = self.step.partition(" ")[0]
        return Step(word) if word in NEWS else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A reminder that a delivery took over, and what became of that: where it stands, and why."""

    reminder: Reminder
    delivery_id: str
    state: State = State.PENDING
    reason: Reason | None = None
