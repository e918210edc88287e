"""What is to be said of which deadline now: each thing once in a channel, nothing of a date that is gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.delivery import MAYBE_THERE, Reason, State
from bot.domain.ledger import Entry, EntryState, Signal
from bot.domain.reminder import Policy, Promise, Reminder, Step, Wish, WishKind
from bot.remind.ladder import Rung, allowed_at, end_of, rungs
from bot.remind.settle import agree, moment

FRESH = timedelta(days=7)
"""For how long news of a deadline is still news to a channel."""

BACK = timedelta(days=14)
"""Steps that were missed longer ago are not written down: nobody asks for them any more."""

NOT_FOR_GOOD = frozenset({Reason.TOO_LATE, Reason.WITHDRAWN})
"""A reminder that was skipped for these may go after all: a clock was wrong, or the date holds again."""

_EVER = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """One channel at one instant: its policy, since when it is reminded, its wishes, its promises so far."""

    policy: Policy
    since: datetime
    now: datetime
    wishes: Sequence[Wish] = ()
    past: Sequence[Promise] = ()

    @property
    def today(self) -> date:
        """The channel's local day."""
        return self.now.astimezone(ZoneInfo(self.policy.zone)).date()

    @property
    def reach(self) -> timedelta:
        """How far ahead the ladder looks."""
        return timedelta(days=max(self.policy.ladder))


def due(entries: Sequence[Entry], at: Situation) -> tuple[Reminder, ...]:
    """All that is to be said now, or was missed and is to be written down; by instant, then entry.

    Entries are as known at `now`. A reminder whose `late` is before `now` was missed. A step is missed only
    if its channel and its date were known when it fell; the last step before a deadline is said as long as
    it is not late, whenever the date became known.
    """
    wishes, past = _by_entry(at.wishes), _promises(at.past)
    found = [
        one
        for entry in entries
        for one in _of(entry, at, wishes.get(entry.id, ()), past.get(entry.id, ()))
        if _is_open(one, past.get(entry.id, ()), at.now)
    ]
    return tuple(sorted(found, key=lambda one: (one.at, one.entry_id, one.step, one.reader)))


def planned(
    entries: Sequence[Entry], policy: Policy, wishes: Sequence[Wish], first: date, last: date
) -> tuple[Reminder, ...]:
    """The channel's steps of these local days as the entries stand, whether said or not; by instant.

    What single readers asked for is among them.
    """
    muted = {wish.entry_id for wish in wishes if wish.kind is WishKind.MUTE}
    until = {wish.entry_id: wish.until for wish in wishes if wish.kind is WishKind.SNOOZE}
    found = [
        _reminder(entry, policy, rung, min(rung.at + policy.late, end_of(entry.deadline, policy.zone)))
        for entry in entries
        if entry.state is EntryState.UPCOMING and entry.id not in muted
        for rung in _snoozed(rungs(entry.deadline, policy), policy, until.get(entry.id))
        if first <= rung.day <= last
    ]
    by_id = {entry.id: entry for entry in entries if entry.state is EntryState.UPCOMING}
    for wish in wishes:
        if wish.reader and wish.entry_id in by_id:
            asked = _asked(by_id[wish.entry_id], policy, wish)
            found += [one for one in asked if first <= one.day <= last]
    return tuple(sorted(found, key=lambda one: (one.at, one.deadline, one.entry_id, one.reader)))


def _asked(entry: Entry, policy: Policy, wish: Wish) -> Iterator[Reminder]:
    """What one person asked to be reminded of, as the entry stands."""
    over = end_of(entry.deadline, policy.zone)
    steps = rungs(entry.deadline, policy) if wish.until is None else (_at_instant(wish.until, policy),)
    for rung in steps:
        if rung.at < over:
            late = min(rung.at + policy.late, over) if wish.until is None else over
            yield replace(_reminder(entry, policy, rung, late), reader=wish.reader)


def _at_instant(at: datetime, policy: Policy) -> Rung:
    """The step at an instant that somebody named."""
    step = f"{Step.SNOOZED} {at.astimezone(UTC):%Y-%m-%dT%H:%M}"
    return Rung(step=step, day=at.astimezone(ZoneInfo(policy.zone)).date(), at=at)


def still_true(entry: Entry, reminder: Reminder, zone: str, now: datetime) -> bool:
    """Whether what was planned may be said of an entry as it is known now."""
    if reminder.news is Step.CALLED_OFF:
        return entry.state is EntryState.CALLED_OFF
    if reminder.news is Step.CLOSED:
        return entry.state in {EntryState.MET, EntryState.LAPSED}
    holds = entry.state is EntryState.UPCOMING and entry.deadline.date == reminder.deadline
    return holds and now < end_of(entry.deadline, zone)


def _by_entry(wishes: Sequence[Wish]) -> Mapping[str, tuple[Wish, ...]]:
    found: dict[str, tuple[Wish, ...]] = {}
    for wish in wishes:
        found[wish.entry_id] = (*found.get(wish.entry_id, ()), wish)
    return found


def _promises(past: Sequence[Promise]) -> Mapping[str, tuple[Promise, ...]]:
    found: dict[str, tuple[Promise, ...]] = {}
    for one in past:
        found[one.reminder.entry_id] = (*found.get(one.reminder.entry_id, ()), one)
    return found


def _is_open(reminder: Reminder, past: Sequence[Promise], now: datetime) -> bool:
    """Whether nobody took it over yet, or it was skipped for a reason that is gone."""
    for one in past:
        if _name(one.reminder) == _name(reminder):
            skipped = one.state is State.SKIPPED and one.reason in NOT_FOR_GOOD
            return skipped and reminder.at <= now <= reminder.late
    return True


def _name(one: Reminder) -> tuple[object, ...]:
    return one.entry_id, one.deadline, one.step, one.reader


def _of(entry: Entry, at: Situation, wishes: Sequence[Wish], past: Sequence[Promise]) -> Iterator[Reminder]:
    for wish in wishes:
        if wish.reader:
            yield from _personal(entry, at, wish)
    own = {wish.kind: wish for wish in wishes if not wish.reader}
    if WishKind.MUTE in own:
        return
    told = [one for one in past if not one.reminder.reader and _is_told(one)]
    if _went_back(entry, at.now, told):
        return
    news = tuple(_news(entry, at, told))
    yield from news
    if not news:
        snooze = own.get(WishKind.SNOOZE)
        yield from _steps(entry, at, _covered(entry, told), snooze.until if snooze else None)


def _went_back(entry: Entry, now: datetime, told: Sequence[Promise]) -> bool:
    """Whether the channel knows of a later date than what is known at an instant: the clock went back."""
    later = (one.reminder for one in told if one.reminder.at > now)
    return any(one.deadline != entry.deadline.date for one in later)


def _is_told(one: Promise) -> bool:
    return one.state in MAYBE_THERE or (one.state is State.PENDING and one.reminder.news is not None)


def _covered(entry: Entry, told: Sequence[Promise]) -> datetime:
    """Up to when news of the date that holds has said what a step would say."""
    of_date = (one.reminder for one in told if one.reminder.deadline == entry.deadline.date)
    return max((one.at for one in of_date if one.news), default=_EVER)


def _steps(
    entry: Entry, at: Situation, covered: datetime = _EVER, snoozed: datetime | None = None
) -> Iterator[Reminder]:
    """Every step that has fallen, each until it is late, the next one falls, or the deadline is over."""
    if not _is_without_news(entry):
        return
    over, known = end_of(entry.deadline, at.policy.zone), _known(entry)
    steps = _snoozed(rungs(entry.deadline, at.policy), at.policy, snoozed)
    for number, rung in enumerate(steps, start=1):
        then = steps[number].at if number < len(steps) else over
        late = min(rung.at + at.policy.late, then, over)
        in_time = then == over and at.now < late
        promised = rung.at >= max(at.since, known) and rung.at >= at.now - BACK
        if covered < rung.at <= at.now < over + BACK and (promised or in_time):
            yield _reminder(entry, at.policy, rung, late)


def _is_without_news(entry: Entry) -> bool:
    """Whether it is ahead, or has passed and nobody told how it ended."""
    if entry.state is EntryState.UPCOMING:
        return True
    ends = [one for one in entry.history if one.kind is Signal.LAPSED]
    return entry.state is EntryState.LAPSED and bool(ends) and ends[-1].article_id is None


def _snoozed(ladder: tuple[Rung, ...], policy: Policy, until: datetime | None) -> tuple[Rung, ...]:
    """The ladder, its steps up to the end of a snooze replaced by one at that end."""
    allowed = allowed_at(until, policy) if until else None
    if until is None or allowed is None or not ladder:
        return ladder
    day = until.astimezone(ZoneInfo(policy.zone)).date()
    step = f"{Step.SNOOZED} {until.astimezone(UTC):%Y-%m-%dT%H:%M}"
    return (Rung(step=step, day=day, at=allowed), *(rung for rung in ladder if rung.at > allowed))


def _known(entry: Entry) -> datetime:
    """When the date that holds was first reported."""
    reported = [
        moment(report.published)
        for report in entry.reports
        if report.deadline and report.until is None and agree(report.deadline, entry.deadline)
    ]
    return min(reported, default=moment(entry.reports[0].published))


def _reminder(entry: Entry, policy: Policy, rung: Rung, late: datetime) -> Reminder:
    return Reminder(
        channel=policy.channel,
        entry_id=entry.id,
        deadline=entry.deadline.date,
        step=rung.step,
        day=rung.day,
        at=rung.at,
        late=late,
    )


def _personal(entry: Entry, at: Situation, wish: Wish) -> Iterator[Reminder]:
    """What one person asked for: at an instant, or each step of the channel's ladder."""
    if wish.until is None:
        yield from (replace(one, reader=wish.reader) for one in _steps(entry, at))
    elif wish.until <= at.now and entry.state is EntryState.UPCOMING:
        over = end_of(entry.deadline, at.policy.zone)
        if at.now < over:
            rung = _at_instant(wish.until, at.policy)
            yield replace(_reminder(entry, at.policy, rung, over), reader=wish.reader)


def _news(entry: Entry, at: Situation, told: Sequence[Promise]) -> Iterator[Reminder]:
    """That what the channel was told, or would soon have been, is not so any more; never in quiet hours."""
    last = max((one.reminder for one in told), key=lambda one: one.at, default=None)
    step = before = None
    if entry.state is EntryState.CALLED_OFF:
        told_else = last.news is not Step.CALLED_OFF if last else _ended_lately(entry, at)
        step = f"{Step.CALLED_OFF} {entry.sequence}" if told_else else None
    elif entry.state is EntryState.UPCOMING:
        before = last.deadline if last else _moved_lately(entry, at)
        if before and _is_elsewhere(entry, before, at):
            step = f"{Step.MOVED} {entry.sequence}"
        elif last and last.news is Step.CALLED_OFF and _is_ahead(entry, at):
            step = f"{Step.BACK_ON} {entry.sequence}"
    elif last and last.news is not Step.CLOSED and _has_outcome(entry, at):
        step = str(Step.CLOSED)
    if step and allowed_at(at.now, at.policy) == at.now:
        rung = Rung(step=step, day=at.today, at=at.now)
        yield replace(_reminder(entry, at.policy, rung, at.now + FRESH), before=before)


def _is_elsewhere(entry: Entry, before: date, at: Situation) -> bool:
    """Whether the deadline is still ahead, on another date than one that only was less exact."""
    if not _is_ahead(entry, at) or before == entry.deadline.date:
        return False
    dated = (report.deadline for report in entry.reports if report.deadline)
    return not any(one.date == before and agree(one, entry.deadline) for one in dated)


def _is_ahead(entry: Entry, at: Situation) -> bool:
    return at.now < end_of(entry.deadline, at.policy.zone)


def _moved_lately(entry: Entry, at: Situation) -> date | None:
    """The first date that a fresh move ended and of which the channel would be reminded by now or soon."""
    moves = (one for one in entry.history if one.kind is Signal.MOVED and _is_fresh(one.on, at))
    soon = (one.before for one in moves if one.before and at.today <= one.before <= at.today + at.reach)
    return next(soon, None)


def _ended_lately(entry: Entry, at: Situation) -> bool:
    ends = [one for one in entry.history if one.kind is Signal.CALLED_OFF]
    soon = at.today <= entry.deadline.date <= at.today + at.reach
    return bool(ends) and soon and _is_fresh(ends[-1].on, at)


def _has_outcome(entry: Entry, at: Situation) -> bool:
    ends = [one for one in entry.history if one.kind.value == entry.state.value and one.article_id]
    return bool(ends) and _is_fresh(ends[-1].on, at)


def _is_fresh(day: date, at: Situation) -> bool:
    return abs(at.today - day) <= FRESH and day >= at.since.date() - timedelta(days=1)
