"""How a report bears on an entry and on its other reports: by dates, kinds, and what came first."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.ledger import Entry, Report
from bot.remind.likeness import same_story, shared_words, strongly_alike, tell_a_thing
from bot.remind.settle import agree, moment
from summarizers.types import Deadline

AFTERWARDS = timedelta(days=30)
"""News of an outcome comes within this time, or is of something else."""

ENOUGH_WORDS = 2
"""Words that two sentences must share to mean one thing: a single one may be anybody's."""

MOVED_SHARE = 0.4
"""Part of the shorter one's words that a move must share with the deadline whose date it does not name."""


def agreeing(one: Report, other: Report) -> bool:
    """Whether they give one date, or one day of a period for what is plainly one thing."""
    return other.deadline is not None and _agreeing(one, other, other.deadline)


def holds(entry: Entry, report: Report, known: Report) -> bool:
    """Whether the report's date is the one that holds, or a day of it for what `known` plainly tells of."""
    return _agreeing(report, known, entry.deadline)


def _agreeing(one: Report, other: Report, date_of_other: Deadline) -> bool:
    if one.deadline is None or not agree(one.deadline, date_of_other):
        return False
    same_day = one.deadline.date == date_of_other.date
    return same_day or same_kind(one, other) or strongly_alike(one, other)


def earlier(entry: Entry, report: Report) -> bool:
    """Whether the entry was known before the report came out."""
    return any(moment(known.published) <= moment(report.published) for known in entry.reports)


def same_kind(one: Report, other: Report) -> bool:
    """Whether both are dated, for things of one kind."""
    return bool(one.deadline and other.deadline and one.deadline.kind == other.deadline.kind)


def tells_of(report: Report, known: Report) -> bool:
    """Whether both are of one thing, where they agree on its date; short articles share few names."""
    if same_story(report, known):
        return shared_words(report, known)[0] > 0 and tell_a_thing(report, known)
    return strongly_alike(report, known)


def tells_another(entry: Entry, report: Report) -> bool:
    """Whether the report's own article already gave this entry another date: two dates are two deadlines."""
    return any(
        known.article_id == report.article_id
        and known.revision == report.revision
        and known.deadline
        and report.deadline
        and (known.deadline.date, known.deadline.last_day) != (report.deadline.date, report.deadline.last_day)
        for known in entry.reports
    )
