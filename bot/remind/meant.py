"""Which entry of the ledger a report means: by its date, its words, its story, or what it corrects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.domain.ledger import Report, Signal
from bot.remind.bearing import agreeing, holds, same_kind, tells_another, tells_of
from bot.remind.book import Book, dated
from bot.remind.elections import same_election
from bot.remind.likeness import (
    all_best,
    best,
    contrasted,
    same_story,
    shared_words,
    strongly_alike,
)
from bot.remind.moved import (
    alike,
    moved_elsewhere,
    moved_here,
    named,
    only_named,
    only_one,
    revived,
    set_anew,
)
from bot.remind.one_day import same_event
from bot.remind.settle import APART, AT_ONE_TIME, agree, moment


def meant(book: Book, report: Report) -> tuple[str, ...]:
    """The id of the entry that a dated report is about; several where a move may mean any, none for news."""
    steps: list[Callable[[Book, Report], tuple[str, ...]]] = [_on_its_date]
    if report.signal is Signal.MOVED:
        steps = [moved_here, _on_its_date, named, moved_elsewhere, alike, only_one, only_named, revived]
    elif report.signal is Signal.DISPUTED:
        steps = [_on_its_date, named]
    else:
        steps = [_on_its_date, _moved_away, _corrected, set_anew, _disagreeing, _the_election]
    return next((found for step in steps for found in [step(book, report)] if found), ())


def are_one(book: Book, ids: Sequence[str]) -> bool:
    """Whether these entries tell of one thing that nothing brought together so far."""
    first, *others = (next(dated(book.entries[key])) for key in ids)
    same_day = len({book.entries[key].deadline.date for key in ids}) == 1
    return same_day and all(strongly_alike(first, other) for other in others)


def _on_its_date(book: Book, report: Report) -> tuple[str, ...]:
    """The entry whose event is the same and falls on the same date."""
    return best(
        (shared_words(report, known), entry.id)
        for entry in book.on(report)
        if not tells_another(entry, report)
        for known in dated(entry)
        if (agreeing(report, known) or holds(entry, report, known)) and same_event(report, known)
    )


def _the_election(book: Book, report: Report) -> tuple[str, ...]:
    """The only election whose period holds the report's day, or the other way round; one names nobody."""
    if report.deadline is None or report.deadline.kind != "election":
        return ()
    found = {
        entry.id
        for entry in book.around(report)
        if not tells_another(entry, report) and (agree(entry.deadline, report.deadline))
        and any(same_election(report, known) for known in dated(entry))
    }  # fmt: skip
    return tuple(found) if len(found) == 1 else ()


def _moved_away(book: Book, report: Report) -> tuple[str, ...]:
    """The entry that a later article, read before this one, moved away from the report's date."""
    return all_best(
        (shared_words(report, known), entry.id)
        for entry in book.left(report)
        for known in dated(entry)
        if known.signal is Signal.MOVED and report.deadline and report.deadline.date in known.named
        and moment(known.published) >= moment(report.published) and tells_of(report, known)
        and not contrasted(report, known)
    )  # fmt: skip


def _corrected(book: Book, report: Report) -> tuple[str, ...]:
    """The entry that an earlier revision of the same article gave another date."""
    return best(
        (shared_words(report, known), entry.id)
        for entry in book.of_article(report.article_id)
        for known in dated(entry)
        if known.article_id == report.article_id and known.revision < report.revision
        and known.until is not None and strongly_alike(report, known)
    )  # fmt: skip


def _disagreeing(book: Book, report: Report) -> tuple[str, ...]:
    """The entry of this story for which another outlet gives another date at about the same time."""
    return best(
        (shared_words(report, known), entry.id)
        for entry in book.of_story(report)
        if not tells_another(entry, report)
        for known in dated(entry)
        if known.source != report.source and same_story(report, known) and strongly_alike(report, known)
        and same_kind(report, known) and _at_one_time(report, known)
    )  # fmt: skip


def _at_one_time(one: Report, other: Report) -> bool:
    if one.deadline is None or other.deadline is None:
        return False
    told = abs(one.published.local_date - other.published.local_date)
    return told <= AT_ONE_TIME and timedelta(0) < abs(one.deadline.date - other.deadline.date) <= APART
