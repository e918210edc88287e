"""Deadlines of which a reader cannot have heard: everything that tells them came in since the last visit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.domain.briefing import Briefing
from bot.domain.catchup import Change, News
from bot.domain.channel import Topic
from bot.domain.ledger import Entry, EntryState, Report, Signal
from bot.ports import UnitOfWork
from summarizers.types import Section

EARLY = timedelta(days=1)
"""A local publication date may be one day ahead of the reader's."""


async def first_told(
    unit: UnitOfWork, entries: Sequence[Entry], after: int, today: date, topics: Sequence[Topic] = ()
) -> tuple[Entry, ...]:
    """Those still ahead whose articles all arrived after `after`, by date; with topics, those on one of them.

    A revision that tells of one which its article did not tell of before counts as what came in.
    """
    ahead = [entry for entry in entries if _is_ahead(entry, today)]
    if not ahead:
        return ()
    arrivals = await arrivals_of(unit, ahead)
    found = (
        entry
        for entry in await followed(unit, ahead, topics)
        if all(arrivals.get((one.article_id, one.revision), after) > after for one in entry.reports)
    )
    return tuple(sorted(found, key=lambda entry: (entry.deadline.date, entry.text)))


async def arrivals_of(unit: UnitOfWork, entries: Sequence[Entry]) -> dict[tuple[str, int], int]:
    """When each revision came in that tells of these entries."""
    if not entries:
        return {}
    ids = tuple(sorted({report.article_id for entry in entries for report in entry.reports}))
    history = await unit.articles.history(entries[0].tenant_id, ids)
    return {(one.id, one.revision): one.arrival or 0 for one in history}


async def followed(
    unit: UnitOfWork, entries: Sequence[Entry], topics: Sequence[Topic], told: Sequence[Briefing] = ()
) -> tuple[Entry, ...]:
    """Those of which an article on one of the topics tells, or one of these briefings; all without topics."""
    if not topics or not entries:
        return tuple(entries)
    ids = tuple(sorted({report.article_id for entry in entries for report in entry.reports}))
    wanted, shown = await unit.articles.on_topics(entries[0].tenant_id, ids, topics), _shown(told)
    return tuple(
        entry
        for entry in entries
        if _places(entry) & shown or any(report.article_id in wanted for report in entry.reports)
    )


def _is_ahead(entry: Entry, today: date) -> bool:
    first = min(report.published.local_date for report in entry.reports)
    return (
        entry.state is EntryState.UPCOMING
        and entry.deadline.last_open_day >= today
        and first <= today + EARLY
    )


def as_news(entries: Sequence[Entry], told: Sequence[Briefing]) -> Iterator[News]:
    """Each as news, but for those of which a briefing told."""
    shown = _shown(told)
    for entry in entries:
        report = _holding(entry)
        if report and not _places(entry) & shown:
            yield news_of(entry, report, Change.NEW)


def news_of(entry: Entry, report: Report, change: Change) -> News:
    """A deadline as news, proved by `report`."""
    return News(
        change=change,
        section=Section.DEADLINE,
        text=entry.text,
        citations=report.citations,
        sources=tuple(report.reference(1) for _ in report.citations),
        deadline=entry.deadline,
    )


def _shown(told: Sequence[Briefing]) -> set[tuple[str, date]]:
    """The dates of which these briefings told, each with the article that gave it."""
    return {
        (citation.article_id, item.bullet.deadline.date)
        for briefing in told
        for item in briefing.items
        if item.bullet.deadline
        for citation in item.bullet.citations
    }


def _places(entry: Entry) -> set[tuple[str, date]]:
    return {(one.article_id, one.deadline.date) for one in entry.reports if one.deadline}


def _holding(entry: Entry) -> Report | None:
    """The report that the entry's words and date are from, or one of its date."""
    dated = [one for one in entry.reports if one.deadline and one.deadline.date == entry.deadline.date]
    standing = [one for one in dated if one.until is None and one.signal is not Signal.DISPUTED] or dated
    return next((one for one in standing if one.text == entry.text), standing[0] if standing else None)
