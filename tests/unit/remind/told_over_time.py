"""A channel that looks at instants and is told what is due: the plan without store and platform."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.domain.article import Citation
from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.delivery import Reason, State
from bot.domain.ledger import Entry, Report, Signal
from bot.domain.reminder import Policy, Promise, Reminder, Wish
from bot.remind.plan import Situation, due
from bot.remind.settle import settle
from bot.remind.view import known_at
from summarizers.types import Boundary, Deadline, Granularity, Publication


def report(
    day: dt.date,
    told: dt.datetime,
    signal: Signal = Signal.REPORTED,
    *,
    end: dt.date | None = None,
    granularity: Granularity = "day",
    boundary: Boundary = "on",
) -> Report:
    """What an article of an instant says of a day; `day` is left out where the signal brings none."""
    deadline = Deadline(
        date=day, end=end, granularity=granularity, boundary=boundary, about="the levy lapses"
    )
    number = f"{told:%m%dT%H%M}{signal}"
    return Report(
        article_id=number,
        revision=1,
        source="Sarrow Post",
        title="Levy",
        url=None,
        published=Publication(local_date=told.date(), at=told),
        signal=signal,
        text=f"The levy could lapse on {day}.",
        deadline=deadline if signal in {Signal.REPORTED, Signal.MOVED, Signal.DISPUTED} else None,
        citations=(Citation(article_id=number, revision=1, start=0, end=4, quote="Levy"),),
    )


def entry(*reports: Report) -> Entry:
    return settle("e", "local", reports)


@dataclass(slots=True)
class Channel:
    """What a channel was told, and when; all that is in time is sent at once."""

    policy: Policy
    since: dt.datetime
    entries: Sequence[Entry]
    wishes: Sequence[Wish] = ()
    past: dict[tuple[object, ...], Promise] = field(default_factory=dict)
    told: list[tuple[dt.datetime, Reminder]] = field(default_factory=list)

    def look(self, now: dt.datetime) -> list[Reminder]:
        """What is told at an instant."""
        at = Situation(
            policy=self.policy,
            since=min(self.since, now),
            now=now,
            wishes=self.wishes,
            past=tuple(sorted(self.past.values(), key=lambda one: one.reminder.at)),
        )
        known = [one for one in (known_at(e, now, self.policy.zone) for e in self.entries) if one]
        fresh = []
        for one in due(known, at):
            in_time = now <= one.late
            self.past[one.entry_id, one.deadline, one.step, one.reader] = Promise(
                reminder=one,
                delivery_id="d",
                state=State.SENT if in_time else State.SKIPPED,
                reason=None if in_time else Reason.TOO_LATE,
            )
            fresh += [one] if in_time else []
        self.told += [(now, one) for one in fresh]
        return fresh


ROOM = Policy(channel=LOCAL_CHANNEL, zone="UTC")
