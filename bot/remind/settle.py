"""What all reports on one deadline add up to: told from the first to the last, in order of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, timezone

from bot.domain.independence import independent
from bot.domain.ledger import ENDS, Entry, EntryState, Event, Report, Signal
from bot.remind.called_off import off
from bot.remind.lengths import goes_on, is_guess
from bot.remind.likeness import topic_words
from bot.remind.stops import ANEW, WAS_DUE
from summarizers.types import Deadline, Publication

AT_ONE_TIME = timedelta(days=3)
"""Outlets that report another date within this time disagree; later, it is another event or a move."""

APART = timedelta(days=31)
"""Dates further apart are not one date misread."""

_ONCE_MORE = re.compile(r"\b(?:again|once more|(?:second|third|fourth) time|further)\b", re.IGNORECASE)

_POINTS_BACK = re.compile(r"\W*(?:it|they|he|she|this|that|these|those|both)\b", re.IGNORECASE)

_WEST = timezone(-timedelta(hours=12))
"""A publication without a time counts as the end of its day: a timed report of that day comes first."""


def moment(published: Publication) -> datetime:
    """The instant that orders a publication among others."""
    return published.at or datetime.combine(published.local_date, time(12), _WEST)


def order(report: Report) -> tuple[datetime, str, int, int, str]:
    """The place of a report among those on one deadline."""
    first = report.citations[0]
    return moment(report.published), report.article_id, report.revision, first.start, report.signal


def agree(one: Deadline, other: Deadline) -> bool:
    """Whether two dates can be one: the same first day, or a day within a coarser period."""
    if one.date == other.date:
        return True
    coarse, fine = sorted((one, other), key=lambda d: d.date - d.last_day)
    return coarse.end is not None and coarse.date <= fine.date and fine.last_day <= coarse.last_day


def is_set_anew(report: Report) -> bool:
    """Whether a report says that what was off has a date again, in its title or where it is told."""
    return any(ANEW.search(text) for text in (report.title, *(one.quote for one in report.citations)))


def settle(entry_id: str, tenant_id: str, reports: Sequence[Report], before: Entry | None = None) -> Entry:
    """The entry that these reports make; the same reports in any order make the same one.

    `sequence` is that of `before`, raised by one if anything that a calendar shows has changed. At least one
    report must bring a date.
    """
    ordered = tuple(sorted(reports, key=order))
    told = _Telling()
    for report in ordered:
        told.take(report)
    told.close(ordered)
    wording, deadline, disputed = told.outcome(ordered)
    entry = Entry(
        id=entry_id,
        tenant_id=tenant_id,
        text=wording.text,
        deadline=deadline,
        state=told.state,
        disputed=disputed,
        reports=ordered,
        history=tuple(told.history),
    )
    return entry if before is None else numbered(entry, before)


def numbered(entry: Entry, before: Entry) -> Entry:
    """The entry with the sequence after `before`: another one only if a calendar shows a difference."""
    return replace(entry, sequence=before.sequence + (_shown(entry) != _shown(before)))


def _shown(entry: Entry) -> tuple[object, ...]:
    return entry.text, entry.deadline, entry.state, entry.disputed


@dataclass(slots=True)
class _Telling:
    """Where the story of one deadline has come to."""

    current: Deadline | None = None
    gone: set[date] = field(default_factory=set)
    rivals: dict[date, Deadline] = field(default_factory=dict)
    state: EntryState = EntryState.UPCOMING
    ended: date = date.min
    mover: Report | None = None
    """The report by which the date that holds was set as a new one."""
    history: dict[Event, None] = field(default_factory=dict)
    """In order, each event once."""

    def take(self, report: Report) -> None:
        """Go on by one report."""
        if report.signal in ENDS:
            self._end(report)
        elif report.deadline and (self.current is None or report.until is None):
            self._date(report, report.deadline)

    def _end(self, report: Report) -> None:
        state = EntryState(report.signal.value)
        if self.current is None or report.until is not None or self.state is state:
            return
        self.state, self.ended = state, report.published.local_date
        self._note(report, report.signal, before=self.current.date)

    def _date(self, report: Report, deadline: Deadline) -> None:
        if self.current is None:
            self._first(report, deadline)
        elif agree(self.current, deadline):
            self._again(report, deadline)
        elif deadline.date in self.gone and not self._returns(report, deadline):
            self._note(report, Signal.REPORTED, after=deadline.date)
        elif self._retells(report, deadline):
            self._rival(report, deadline)
        elif report.signal is Signal.MOVED or self._corrects(report) or self._is_on_again(report):
            self._move(report, self.current.date, deadline)
        else:
            self._rival(report, deadline)

    def _returns(self, report: Report, deadline: Deadline) -> bool:
        """Whether a date that was left is set again, and not only told of by somebody who is late.

        A move to a date to which none led so far is news; of another the report must name the date it leaves.
        """
        if report.signal is not Signal.MOVED or self.current is None:
            return False
        led_there = any(one.kind is Signal.MOVED and one.after == deadline.date for one in self.history)
        return not led_there or self.current.date in report.named

    def _retells(self, report: Report, deadline: Deadline) -> bool:
        """Whether another outlet tells of the move that was just told, and gives it another end."""
        told, current = self.mover, self.current
        if told is None or current is None or report.signal is not Signal.MOVED:
            return False
        if told.source == report.source or current.date in report.named or _ONCE_MORE.search(report.text):
            return False
        if goes_on(report.text, current.date) == deadline.date:
            return False
        between = report.published.local_date - told.published.local_date
        soon = between <= AT_ONE_TIME or deadline.date in self.rivals
        return soon and abs(deadline.date - current.date) <= APART

    def _first(self, report: Report, deadline: Deadline) -> None:
        self.current = deadline
        self.mover = report if report.signal is Signal.MOVED else None
        if report.signal is Signal.MOVED and report.named:
            self.gone.update(report.named)
            self._note(report, Signal.MOVED, before=report.named[0], after=deadline.date)
        else:
            self._note(report, Signal.REPORTED, after=deadline.date)
        self._alternatives(report, deadline)

    def _again(self, report: Report, deadline: Deadline) -> None:
        """Another report on the date that holds; on a later day it takes back what was called off.

        What only recalls that something was to be then, or says that it will not be, takes nothing back.
        """
        self.current = _finer(self.current or deadline, deadline)
        is_off = self.state is EntryState.CALLED_OFF and report.published.local_date > self.ended
        if is_off and not any(WAS_DUE.search(one.quote) or off(one.quote) for one in report.citations):
            self.state = EntryState.UPCOMING
        self._note(report, Signal.REPORTED, after=deadline.date)
        self._alternatives(report, deadline)

    def _alternatives(self, report: Report, deadline: Deadline) -> None:
        if report.signal is Signal.DISPUTED:
            for day in report.named:
                self._rival(report, replace(deadline, date=day, end=None))

    def _move(self, report: Report, old: date, deadline: Deadline) -> None:
        self.gone |= {old, *self.rivals}
        self.gone.discard(deadline.date)
        self.rivals.clear()
        self.current, self.state = deadline, EntryState.UPCOMING
        self.mover = report if report.signal is Signal.MOVED else None
        self._note(report, Signal.MOVED, before=old, after=deadline.date)

    def _rival(self, report: Report, deadline: Deadline) -> None:
        if self.current is None or self.current.date == deadline.date:
            return
        if deadline.date not in self.rivals:
            self.rivals[deadline.date] = deadline
            self._note(report, Signal.DISPUTED, before=self.current.date, after=deadline.date)

    def _is_on_again(self, report: Report) -> bool:
        """Whether what was called off has another date since."""
        was_off = self.state is EntryState.CALLED_OFF and report.published.local_date >= self.ended
        return was_off and is_set_anew(report)

    def _corrects(self, report: Report) -> bool:
        """Whether a newer revision says otherwise what its article said before."""
        return any(
            event.article_id == report.article_id and event.revision != report.revision
            for event in self.history
        )

    def _note(
        self, report: Report, kind: Signal, before: date | None = None, after: date | None = None
    ) -> None:
        event = Event(
            kind=kind,
            on=report.published.local_date,
            article_id=report.article_id,
            revision=report.revision,
            before=before,
            after=after,
        )
        self.history.setdefault(event)

    def close(self, reports: Sequence[Report]) -> None:
        """A deadline that no article states any more is off; the last correction says so."""
        dated = [report for report in reports if report.deadline]
        if any(report.until is None for report in dated) or self.state is not EntryState.UPCOMING:
            return
        last = max(dated, key=lambda report: moment(report.until or report.published))
        self.state = EntryState.CALLED_OFF
        event = Event(
            kind=Signal.CALLED_OFF,
            on=(last.until or last.published).local_date,
            article_id=last.article_id,
            before=last.deadline.date if last.deadline else None,
        )
        self.history.setdefault(event)

    def outcome(self, reports: Sequence[Report]) -> tuple[Report, Deadline, tuple[Deadline, ...]]:
        """Who words the entry, the date that holds, and the others.

        Among disputed dates the one with most outlets holds, the earliest among equals: a reminder that comes
        a day early does no harm. A date that every outlet has left for another one is not disputed any more.
        """
        assert self.current is not None  # noqa: S101  # settle's contract: a report brings a date
        choices = {self.current.date: self.current, **self.rivals}
        backing = {day: _outlets(reports, deadline) for day, deadline in choices.items()}
        held = choices[min(choices, key=lambda day: (-backing[day], day))]
        wording, told = _wording(reports, held)
        deadline = told if told and agree(told, held) else held
        others = (day for day in sorted(choices) if backing[day] or not backing[held.date])
        disputed = tuple(choices[day] for day in others if day != held.date)
        deadline = deadline if deadline.date == held.date else held
        about = wording.deadline.about if wording.deadline else deadline.about
        return wording, replace(deadline, about=about), disputed


def _finer(one: Deadline, other: Deadline) -> Deadline:
    """The one with the shorter period; the later told among equals."""
    return one if one.last_day - one.date < other.last_day - other.date else other


def _outlets(reports: Sequence[Report], deadline: Deadline) -> int:
    """How many outlets give this date, each by the last that it says; none gives what is only counted."""
    said = [report for report in reports if report.until is None and not is_guess(report)]
    giving = [report for report in said if _gives(report, deadline)]
    last = {report.source: report for report in reports if report.until is None and report.deadline}
    return independent(
        report.voice for report in giving if not report.source or _gives(last[report.source], deadline)
    )


def _gives(report: Report, deadline: Deadline) -> bool:
    """Whether a report gives this date, as the one or as one of those that it says are disputed."""
    if report.signal is Signal.DISPUTED and deadline.date in report.named:
        return True
    return report.deadline is not None and agree(report.deadline, deadline)


def _wording(reports: Sequence[Report], held: Deadline) -> tuple[Report, Deadline | None]:
    """Who words the entry, and the date that the newest teller of it gives.

    Of the standing reports on the date that holds the newest that can be read alone, or else the newest;
    without any the newest that brings a date.
    """
    dated = [report for report in reports if report.deadline]
    standing = [report for report in dated if report.until is None]
    exact = [report for report in standing if report.deadline and report.deadline.date == held.date]
    told = exact or standing or dated
    alone = (report for report in reversed(told) if _reads_alone(report.text))
    return next(alone, told[-1]), told[-1].deadline


def _reads_alone(text: str) -> bool:
    """Whether it tells of more than one bare thing, and begins with none of which another sentence tells."""
    return len(topic_words(text)) > 1 and _POINTS_BACK.match(text) is None
