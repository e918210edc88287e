"""The ledger as a reader sees it at an instant: what was known by then, each deadline once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.article import Citation
from bot.domain.briefing import SourceRef
from bot.domain.deadline import DatedEvent
from bot.domain.independence import independent
from bot.domain.instant import in_zone
from bot.domain.ledger import Entry, EntryState, Event, Report, Signal
from bot.remind.settle import moment, settle
from summarizers.types import Publication

EARLY = timedelta(days=1)
"""A local publication date may be one day ahead of the reader's."""


def known_at(entry: Entry, now: datetime, zone: str) -> Entry | None:
    """The entry as it stood at `now` for a reader in `zone`; None if no article gives a date.

    A date that has passed on the reader's calendar without news has lapsed.
    """
    told = told_by(entry, now, zone)
    if told is None or not any(one.deadline and one.until is None for one in told.reports):
        return None
    return _passed(told) if _over(told, zone, local_day(now, zone)) else told


def told_by(entry: Entry, now: datetime, zone: str) -> Entry | None:
    """The same by what articles said alone: what has passed without news is as it was.

    What none of them says any more is called off.
    """
    today = local_day(now, zone)
    known = tuple(
        _as_of(report, now, today) for report in entry.reports if _out(report.published, now, today)
    )
    if not any(report.deadline for report in known):
        return None
    if known == entry.reports:
        return entry
    return replace(settle(entry.id, entry.tenant_id, known), sequence=entry.sequence)


def known_from(published: Publication) -> datetime:
    """From when on a reader in UTC takes an article as published."""
    midnight = datetime.combine(published.local_date, time.min, UTC)
    return published.at or midnight - EARLY


def _out(published: Publication, now: datetime, today: date) -> bool:
    """Whether it was published by then, as far as that is known."""
    return published.at <= now if published.at else published.local_date <= today + EARLY


def _as_of(report: Report, now: datetime, today: date) -> Report:
    if report.until is None or _out(report.until, now, today):
        return report
    return replace(report, until=None)


def local_day(now: datetime, zone: str) -> date:
    """The day that it is somewhere."""
    return now.astimezone(ZoneInfo(zone)).date()


def _over(entry: Entry, zone: str, today: date) -> bool:
    return entry.state is EntryState.UPCOMING and _last_open_day(entry, zone) < today


def _last_open_day(entry: Entry, zone: str) -> date:
    """The last day in `zone` on which it can be met, by whoever gives the latest date."""
    return max(in_zone(deadline, zone).last_open_day for deadline in (entry.deadline, *entry.disputed))


def _passed(entry: Entry) -> Entry:
    on = entry.deadline.last_open_day
    event = Event(kind=Signal.LAPSED, on=on, before=entry.deadline.date)
    return replace(entry, state=EntryState.LAPSED, history=(*entry.history, event))


def distinct(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Each deadline once, by date, then by words.

    One sentence that moved two entries to one date has shown them to be one: the better reported one speaks.
    """
    ranked = sorted(entries, key=lambda entry: (-len(entry.reports), entry.id))
    told: set[tuple[object, ...]] = set()
    kept = []
    for entry in ranked:
        places = {
            (report.article_id, report.revision, report.citations[0].start, entry.deadline.date)
            for report in entry.reports
            if report.signal is Signal.MOVED
        }
        if not places & told:
            kept.append(entry)
        told |= places
    return tuple(sorted(kept, key=lambda entry: (entry.deadline.date, entry.deadline.last_day, entry.text)))


def between(
    entries: Sequence[Entry],
    now: datetime,
    zone: str,
    last: date,
    articles: AbstractSet[str] | None = None,
) -> tuple[DatedEvent, ...]:
    """What falls due from the reader's day in `zone` to `last`, as known at `now`; called-off dates say so.

    With `articles`, only what these reported.
    """
    known = (known_at(entry, now, zone) for entry in entries)
    wanted = (
        entry
        for entry in known
        if entry
        and in_zone(entry.deadline, zone).date <= last
        and (articles is None or _told_by(entry, articles))
    )
    return tuple(event_of(entry) for entry in distinct(wanted) if _ahead(entry, zone, local_day(now, zone)))


def _told_by(entry: Entry, articles: AbstractSet[str]) -> bool:
    return any(report.article_id in articles for report in entry.reports)


def _ahead(entry: Entry, zone: str, today: date) -> bool:
    return entry.state is not EntryState.LAPSED and _last_open_day(entry, zone) >= today


def event_of(entry: Entry) -> DatedEvent:
    """The entry as it is shown: proof of what holds now first, sources numbered within it."""
    telling = sorted(
        (report for report in entry.reports if report.until is None), key=lambda r: r.text != entry.text
    ) or list(entry.reports)
    cited = dict.fromkeys(citation for report in telling for citation in report.citations)
    return DatedEvent(
        id=entry.id,
        deadline=entry.deadline,
        text=entry.text,
        citations=tuple(cited),
        sources=_sources(telling, cited),
        first_told=min(_tellings(entry)),
        last_told=max(_tellings(entry)),
        state=entry.state,
        disputed=entry.disputed,
        history=entry.history,
        moved_from=entry.moved_from,
        given=entry.given,
        sequence=entry.sequence,
        independent=independent(report.voice for report in telling),
    )


def _tellings(entry: Entry) -> Iterator[datetime]:
    """When something was said of it, or taken back."""
    for report in entry.reports:
        yield moment(report.published).astimezone(UTC)
        if report.until:
            yield moment(report.until).astimezone(UTC)


def _sources(reports: Sequence[Report], cited: Iterable[Citation]) -> tuple[SourceRef, ...]:
    by_revision = {(report.article_id, report.revision): report for report in reports}
    order = dict.fromkeys((citation.article_id, citation.revision) for citation in cited)
    return tuple(by_revision[revision].reference(n) for n, revision in enumerate(order, start=1))
