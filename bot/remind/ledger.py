"""The ledger takes in what articles report: each report joins the deadline it means, or founds a new entry.

Adding never loses: a newer revision supersedes what its earlier ones said, and everything stays as history.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.domain.article import Article
from bot.domain.ledger import ENDS, Entry, Report, Signal
from bot.remind.book import Book
from bot.remind.called_off import off
from bot.remind.ended import ends
from bot.remind.lengths import dated_by
from bot.remind.likeness import SHARED, shared_words
from bot.remind.meant import are_one, meant
from bot.remind.moved import also_named, meant_before, meant_by_length
from bot.remind.settle import moment, numbered, order, settle
from summarizers.faults import FAULTS
from summarizers.types import Publication

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One revision of one article and everything that it says of deadlines."""

    article: Article
    reports: tuple[Report, ...]

    @property
    def published(self) -> Publication:
        """When it came out; raise ValueError for an undated article, which the ledger never sees."""
        if self.article.published is None:
            raise ValueError(f"article {self.article.id!r} has no date")
        return self.article.published


def absorb(entries: Iterable[Entry], told: Sequence[Told]) -> tuple[Entry, ...]:
    """The entries that these articles found or change, each once, by id; an article told again changes none.

    Entries must hold all that the articles may be about: those with a date from a month before them on.
    """
    before = {entry.id: entry for entry in entries}
    book = Book(before.values())
    for one in sorted(told, key=lambda t: (moment(t.published), t.article.id, t.article.revision)):
        book = _with(book, one)
    changed = [book.entries[key] for key in sorted(book.changed)]
    return tuple(numbered(one, before[one.id]) if one.id in before else one for one in changed)


def _with(book: Book, told: Told) -> Book:
    """The book with what an article told; if that breaks, as it was: the log tells, and no other is lost.

    Half of it would strike out what its revision before said, and put nothing in its place.
    """
    entries, changed = dict(book.entries), set(book.changed)
    try:
        _supersede(book, told)
        for report in sorted(told.reports, key=lambda report: (report.length != "", order(report))):
            _take(book, report, told.article.tenant_id)
    except FAULTS:
        told_of = {"action": "article_unread", "article": told.article.id}
        log.exception("an article broke the ledger: its deadlines are left out", extra=told_of)
        book = Book(entries.values())
        book.changed = changed
    return book


def _supersede(book: Book, told: Told) -> None:
    """What earlier revisions said and this one does not say in the same words no longer stands."""
    article = told.article
    requoted = {citation.quote for report in told.reports for citation in report.citations}
    for entry in book.of_article(article.id):
        reports = tuple(
            replace(one, until=told.published) if _is_gone(one, article, requoted) else one
            for one in entry.reports
        )
        if reports != entry.reports:
            book.put(settle(entry.id, entry.tenant_id, reports, entry))


def _is_gone(report: Report, article: Article, requoted: set[str]) -> bool:
    if report.article_id != article.id or report.revision >= article.revision or report.until is not None:
        return False
    quotes = [citation.quote for citation in report.citations]
    return any(quote in requoted or quote not in article.body for quote in quotes)


def _take(book: Book, report: Report, tenant_id: str) -> None:
    if _is_known(book, report):
        _take_again(book, report)
        return
    if report.length:
        _take_length(book, report, tenant_id)
    elif report.signal in ENDS:
        for entry in [entry for entry in book.of_story(report) if ends(report, entry)]:
            _join(book, entry, report)
    elif not _has_struck_out(book, report):
        _take_dated(book, report, tenant_id)


def _has_struck_out(book: Book, report: Report) -> bool:
    """Whether its own sentence says that what an entry of its day tells will not be done from then on."""
    if report.deadline is None:
        return False
    told = (report.article_id, report.revision, report.citations[0])
    return any(
        one.signal is Signal.CALLED_OFF and (one.article_id, one.revision, one.citations[0]) == told
        for entry in book.of_article(report.article_id)
        if entry.deadline.date == report.deadline.date
        for one in entry.reports
        if (found := off(one.text)) and found.deed
    )


def _take_again(book: Book, report: Report) -> None:
    """A move that was read before the deadline which it moves finds it once that is there."""
    if report.signal is Signal.MOVED and report.deadline:
        found = meant_before(book, report)
        if len(found) == 1 or (found and are_one(book, found)):
            for key in found:
                _join(book, book.entries[key], report)


def _is_known(book: Book, report: Report) -> bool:
    """Whether it was taken in before, as it is or in doubt."""
    entries, name = book.of_article(report.article_id), report.article_id
    known = [one for entry in entries for one in entry.reports if one.article_id == name]
    if any(_same(report, one) for one in known):
        return True
    return report.deadline is not None and any(_same(_in_doubt(report), one) for one in known)


def _in_doubt(report: Report) -> Report:
    """The same of an entry that may not be the one it means: another date, which nobody can rule out."""
    return replace(report, signal=Signal.DISPUTED, named=())


def _take_dated(book: Book, report: Report, tenant_id: str) -> None:
    found = meant(book, report)
    if not found:
        _found(book, report, tenant_id)
    elif len(found) == 1 or are_one(book, found):
        for key in sorted({*found, *also_named(book, report)}):
            _join(book, book.entries[key], report)
    else:
        for key in found:
            _join(book, book.entries[key], _in_doubt(report))


def _found(book: Book, report: Report, tenant_id: str) -> None:
    founded = settle(_identity(tenant_id, report), tenant_id, (report,))
    known = book.entries.get(founded.id)
    book.put(founded) if known is None else _join(book, known, report)


def _take_length(book: Book, report: Report, tenant_id: str) -> None:
    """A move that says only how far, of the entry of this story that it must mean.

    Of none it is dropped; but time given more counts from the news as long as nothing else is known.
    """
    guess = _counted_from_news(book, report)
    for entry in book.of_article(report.article_id):
        said = any(_said_so(report, known) or _gives_its_date(report, known) for known in entry.reports)
        if said and entry is not guess:
            return
    found = _moved_by(book, report, guess)
    if found and guess:
        gone = tuple(replace(one, until=report.published) for one in guess.reports)
        book.put(settle(guess.id, guess.tenant_id, gone, guess))
    elif report.deadline and not (found or guess):
        _found(book, replace(report, signal=Signal.REPORTED), tenant_id)


def _moved_by(book: Book, report: Report, guess: Entry | None) -> list[str]:
    """The entries, other than its own `guess`, that a length may mean, moved by it."""
    meant = meant_by_length(book, replace(report, deadline=None))
    found = [key for key in meant if guess is None or key != guess.id]
    sure = len(found) == 1 or (len(found) > 1 and are_one(book, found))
    for key in found:
        dated = dated_by(report, book.entries[key])
        if dated:
            _join(book, book.entries[key], dated if sure else _in_doubt(dated))
    return found


def _counted_from_news(book: Book, report: Report) -> Entry | None:
    """The entry that was founded on a length because none was known that it could move."""
    own = (entry for entry in book.of_article(report.article_id) if len(entry.reports) == 1)
    return next((one for one in own if _founds(one.reports[0], report)), None)


def _founds(founding: Report, report: Report) -> bool:
    return founding.signal is Signal.REPORTED and _said_so(report, founding)


def _gives_its_date(report: Report, known: Report) -> bool:
    """Whether the same article also gives the date to which this length moves something."""
    one = (report.article_id, report.revision) == (known.article_id, known.revision)
    dated = known.signal is Signal.MOVED and known.deadline is not None and not known.length
    return one and dated and shared_words(report, known)[0] >= SHARED


def _said_so(report: Report, known: Report) -> bool:
    same = (report.article_id, report.revision, report.citations, report.length)
    return same == (known.article_id, known.revision, known.citations, known.length)


def _join(book: Book, entry: Entry, report: Report) -> None:
    book.put(settle(entry.id, entry.tenant_id, (*entry.reports, report), entry))


def _same(one: Report, other: Report) -> bool:
    """Whether it is the same report, standing or superseded, also one kept before sorts were."""
    if one.signal is not other.signal or one.citations != other.citations:  # most are told apart by these
        return False
    return replace(one, until=None, sorts=()) == replace(other, until=None, sorts=())


def _identity(tenant_id: str, report: Report) -> str:
    """The id of the entry that a report founds: stable, and good as the UID of a calendar event."""
    first, deadline = report.citations[0], report.deadline
    basis = (tenant_id, report.article_id, first.start, str(deadline and deadline.date), report.text)
    return hashlib.sha256("\x1f".join(map(str, basis)).encode()).hexdigest()[:16]
