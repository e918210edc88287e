"""One scheduled send and what became of it: every delivery ends sent, skipped-because or failed-because."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Self
from zoneinfo import ZoneInfo

from bot.domain.channel import Channel
from bot.domain.correction import Correction
from bot.domain.schedule import QuietHours, QuietPolicy, Run, Schedule
from bot.domain.style import USUAL, Style


class State(StrEnum):
    """Where a delivery, or one part of it, stands."""

    PENDING = "pending"
    """To be sent; certainly not there yet."""

    SENDING = "sending"
    """An attempt was begun and has no recorded end: it may be there. Reconcile before any resend."""

    SENT = "sent"
    SKIPPED = "skipped"
    FAILED = "failed"
    UNKNOWN = "unknown"
    """It may be there, and the platform cannot tell: shown to people, never sent again by itself."""


OPEN = frozenset({State.PENDING, State.SENDING})
MAYBE_THERE = frozenset({State.SENDING, State.SENT, State.UNKNOWN})


class Reason(StrEnum):
    """Why a delivery was skipped, failed or waits."""

    TOO_LATE = "too_late"
    QUIET_HOURS = "quiet_hours"
    PAUSED = "paused"
    NO_TOPIC = "no_topic"
    REFUSED = "refused"
    GAVE_UP = "gave_up"
    NO_ANSWER = "no_answer"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One message of a delivery: part 0 is the parent, later parts answer it in order.

    `since` is when its first attempt was begun, `at` when the platform took it (UTC).
    """

    state: State = State.PENDING
    message_id: str | None = None
    since: datetime | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One send of one schedule on one local day; `id` follows from these three and the channel.

    `due` is when it may go, `late` from when it may no longer begin; `next_try` is when to look at it again
    while it is open. `parts` is empty until its briefing is made. All instants are UTC.
    """

    id: str
    channel: Channel
    schedule_id: str
    local_date: date
    zone: str
    due: datetime
    late: datetime
    topics: tuple[str, ...] = ()
    quiet: QuietHours | None = None
    state: State = State.PENDING
    reason: Reason | None = None
    detail: str = ""
    attempts: int = 0
    next_try: datetime | None = None
    briefing_id: str | None = None
    parts: tuple[Part, ...] = ()
    in_doubt: bool = False
    """It may have gone out from a briefing that is not known here: its one part stands for all of it."""
    waits_since: datetime | None = None
    """When `next_try` was set after an attempt: later than now, it was set by a clock that was ahead."""
    following: datetime | None = None
    """When the channel's next digest was due when this one was made; None where that is not told."""
    corrections: tuple[Correction, ...] = ()
    """What the note says that this delivery is, in the thread of a digest; empty for every other kind."""
    style: Style = USUAL
    """What its channel had chosen when its briefing was made: a post must not change between its parts."""
    upto: int | None = None
    """The arrival up to which its briefing looked at the news; None where there is none, or none is known."""

    @classmethod
    def of(cls, schedule: Schedule, run: Run) -> Self:
        """The delivery of one run of a schedule."""
        return cls(
            id=identity(schedule.channel, run.local_date, schedule.id),
            channel=schedule.channel,
            schedule_id=schedule.id,
            local_date=run.local_date,
            zone=schedule.zone,
            due=run.at,
            late=run.at + schedule.skip_after,
            topics=schedule.topics,
            quiet=schedule.quiet,
            next_try=run.at,
        )

    @property
    def open(self) -> bool:
        """Whether something is still to be done."""
        return self.state in OPEN

    @property
    def own_parts(self) -> tuple[Part, ...]:
        """Its parts without the message of another delivery that a note answers."""
        return self.parts[1:] if self.corrections else self.parts

    @property
    def begun(self) -> bool:
        """Whether any part is on the platform, or may be."""
        return any(part.state in MAYBE_THERE for part in self.parts)

    def quieted(self, at: datetime) -> QuietHours | None:
        """The quiet hours that an instant falls into, None if it falls into none."""
        wall = at.astimezone(ZoneInfo(self.zone)).time()
        return self.quiet if self.quiet and self.quiet.covers(wall) else None

    def silent(self, at: datetime) -> bool:
        """Whether it must notify nobody when it goes at an instant."""
        quiet = self.quieted(at)
        return quiet is not None and quiet.policy is QuietPolicy.SILENT

    def closed(self, state: State, reason: Reason | None = None, detail: str = "") -> Delivery:
        """The same delivery at its end."""
        return replace(self, state=state, reason=reason, detail=detail, next_try=None)

    def with_part(self, number: int, part: Part) -> Delivery:
        """The same delivery with one part replaced."""
        return replace(self, parts=(*self.parts[:number], part, *self.parts[number + 1 :]))


def identity(channel: Channel, local_date: date, schedule_id: str) -> str:
    """The deterministic key of one send: 20 hexadecimal digits, short enough for every platform's nonce.

    Each name is told apart from the next, whatever characters it holds.
    """
    names = (channel.platform, channel.tenant_id, channel.channel_id, schedule_id, local_date.isoformat())
    basis = json.dumps(names)
    return hashlib.sha256(basis.encode()).hexdigest()[:20]
