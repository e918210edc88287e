"""The ledger takes in what articles report: each report joins the deadline it means, or founds a new entry.

Adding never loses: a newer revision supersedes what its earlier ones said, and everything stays as history.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bot.domain.article import Article
from bot.domain.ledger import ENDS, OUTCOMES, Entry, EntryState, Report, Signal
from bot.remind.lengths import dated_by
from bot.remind.likeness import best, contrasted, same_event, same_story, shared_words, strongly_alike
from bot.remind.settle import agree, moment, order, settle
from summarizers.types import Publication

AT_ONE_TIME = timedelta(days=3)
"""Outlets that report another date within this time disagree; later, it is another event or a move."""

APART = timedelta(days=31)
"""Dates further apart are not one date misread."""

AFTERWARDS = timedelta(days=30)
"""News of an outcome comes within this time, or is of something else."""

MOVED_SHARE = 0.4
"""Part of the shorter one's words that a move must share with the deadline whose date it does not name."""

SAME_DATE_SHARE = 0.5
"""Part of an entry's words in a sentence that moves its very date, from which it means this entry too."""


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
    book = _Book(entries)
    for one in sorted(told, key=lambda t: (moment(t.published), t.article.id, t.article.revision)):
        _supersede(book, one)
        for report in sorted(one.reports, key=lambda report: (report.length != "", order(report))):
            _take(book, report, one.article.tenant_id)
    return tuple(book.entries[key] for key in sorted(book.changed))


@dataclass(slots=True)
class _Book:
    """The entries with what they are found by."""

    entries: dict[str, Entry] = field(default_factory=dict)
    by_name: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_day: defaultdict[date, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_article: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    changed: set[str] = field(default_factory=set)

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries, self.changed = {}, set()
        self.by_name, self.by_day = defaultdict(set), defaultdict(set)
        self.by_article = defaultdict(set)
        for entry in entries:
            self._index(entry)

    def _index(self, entry: Entry) -> None:
        self.entries[entry.id] = entry
        for report in entry.reports:
            self.by_article[report.article_id].add(entry.id)
            for name in report.names:
                self.by_name[name].add(entry.id)
            if report.deadline:
                self.by_day[report.deadline.date].add(entry.id)
                if report.deadline.end:
                    self.by_day[report.deadline.end].add(entry.id)

    def put(self, entry: Entry) -> None:
        """Keep an entry that is new or has changed."""
        if self.entries.get(entry.id) != entry:
            self._index(entry)
            self.changed.add(entry.id)

    def of_article(self, article_id: str) -> list[Entry]:
        """The entries that this article speaks of."""
        return [self.entries[key] for key in sorted(self.by_article[article_id])]

    def of_story(self, report: Report) -> list[Entry]:
        """The entries whose articles share a name with the report's, or are the same article."""
        keys = set().union(*(self.by_name[name] for name in report.names))
        keys |= self.by_article[report.article_id]
        return [self.entries[key] for key in sorted(keys)]

    def named(self, report: Report) -> list[Entry]:
        """The entries of the report's story, and those on a date that its sentence names."""
        keys = set().union(*(self.by_day[day] for day in report.named))
        story = self.of_story(report)
        return story + [self.entries[key] for key in sorted(keys - {one.id for one in story})]

    def on(self, report: Report) -> list[Entry]:
        """The entries that may fall on the report's date."""
        if report.deadline is None:
            return []
        keys = self.by_day[report.deadline.date] | self.by_day[report.deadline.last_day]
        found = [self.entries[key] for key in sorted(keys)]
        if report.deadline.granularity in {"day", "minute"}:
            return found + [one for one in self.of_story(report) if one.id not in keys and _coarse(one)]
        return found + [one for one in self.of_story(report) if one.id not in keys]


def _coarse(entry: Entry) -> bool:
    return entry.deadline.end is not None


def _supersede(book: _Book, told: Told) -> None:
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


def _take(book: _Book, report: Report, tenant_id: str) -> None:
    if any(_same(report, known) for entry in book.of_article(report.article_id) for known in entry.reports):
        return
    if report.length:
        _take_length(book, report)
        return
    if report.signal in ENDS:
        for entry in [entry for entry in book.of_story(report) if _ends(report, entry)]:
            _join(book, entry, report)
        return
    entry_id = _meant(book, report)
    if entry_id is None and report.deadline:
        founded = settle(_identity(tenant_id, report), tenant_id, (report,))
        known = book.entries.get(founded.id)
        book.put(founded) if known is None else _join(book, known, report)
    elif entry_id is not None:
        for key in {entry_id, *_also_named(book, report)}:
            _join(book, book.entries[key], report)


def _take_length(book: _Book, report: Report) -> None:
    """A move that says only how far, of the entry of this story that it must mean; of none it is dropped."""
    for entry in book.of_article(report.article_id):
        if any(_said_so(report, known) for known in entry.reports):
            return
    meant = best(
        (shared_words(report, known), entry.id)
        for entry, known in _open(book, report)
        if _shares(report, known, entry)
    ) or _only_one(book, report)
    dated = dated_by(report, book.entries[meant]) if meant else None
    if meant and dated:
        _join(book, book.entries[meant], dated)


def _said_so(report: Report, known: Report) -> bool:
    same = (report.article_id, report.revision, report.citations, report.length)
    return same == (known.article_id, known.revision, known.citations, known.length)


def _shares(report: Report, known: Report, entry: Entry) -> bool:
    shared, share = shared_words(report, known)
    if entry.deadline.date in report.named:
        return shared >= 1
    return shared >= 2 and share >= MOVED_SHARE  # noqa: PLR2004


def _join(book: _Book, entry: Entry, report: Report) -> None:
    book.put(settle(entry.id, entry.tenant_id, (*entry.reports, report), entry))


def _same(one: Report, other: Report) -> bool:
    """Whether it is the same report, standing or superseded."""
    return replace(one, until=None) == replace(other, until=None)


def _meant(book: _Book, report: Report) -> str | None:
    """The id of the entry that a dated report is about, None if it is the first on its deadline."""
    steps = [_on_its_date]
    if report.signal is Signal.MOVED:
        steps = [_moved_here, _on_its_date, _named, _alike, _only_one]
    elif report.signal is Signal.DISPUTED:
        steps = [_on_its_date, _named]
    else:
        steps = [_on_its_date, _corrected, _disagreeing]
    return next((found for step in steps for found in [step(book, report)] if found), None)


def _on_its_date(book: _Book, report: Report) -> str | None:
    """The entry whose event is the same and falls on the same date."""
    return best(
        (shared_words(report, known), entry.id)
        for entry in book.on(report)
        for known in _dated(entry)
        if not _tells_another(entry, report)
        and (_agree(report, known) or _holds(entry, report))
        and same_event(report, known)
    )


def _moved_here(book: _Book, report: Report) -> str | None:
    """The entry that another article moved to the same date from the same one."""
    return best(
        (shared_words(report, known), entry.id)
        for entry in book.on(report)
        for known in _dated(entry)
        if known.signal is Signal.MOVED and _agree(report, known) and same_story(report, known)
        and ({*report.named} & {*known.named} or same_event(report, known))
    )  # fmt: skip


def _named(book: _Book, report: Report) -> str | None:
    """The entry on a date that the sentence names: of this story, or in words that leave no doubt."""
    return best(
        (shared_words(report, known), entry.id)
        for entry in book.named(report)
        if entry.deadline.date in report.named and _earlier(entry, report)
        for known in _dated(entry)
        if _tells_of(report, known) and not contrasted(report, known)
    )


def _tells_of(report: Report, known: Report) -> bool:
    """Whether both are of one thing, where they agree on its date; short articles share few names."""
    if same_story(report, known):
        return shared_words(report, known)[0] > 0
    return strongly_alike(report, known)


def _also_named(book: _Book, report: Report) -> Iterator[str]:
    """Entries that the same sentence moves too: one deadline that nothing brought together so far."""
    if report.signal is not Signal.MOVED:
        return
    for entry in book.of_story(report):
        if entry.deadline.date in report.named and _earlier(entry, report):
            likes = [
                shared_words(report, k)[1]
                for k in _dated(entry)
                if same_story(report, k) and _same_kind(report, k)
            ]
            if max(likes, default=0) >= SAME_DATE_SHARE:
                yield entry.id


def _alike(book: _Book, report: Report) -> str | None:
    """The entry of this story that a move must mean though it does not name the old date."""
    return best(
        (shared_words(report, known), entry.id)
        for entry, known in _open(book, report)
        if _much(report, known)
    )


def _only_one(book: _Book, report: Report) -> str | None:
    """The only thing of this story that ends and is still ahead, where the move is of such a thing.

    Reporters rename what is prolonged ("trade arrangements", "the truce"), so two words do, or half.
    """
    ends = {
        entry.id: any(_some(report, one) for one in _dated(entry))
        for entry, known in _open(book, report)
        if known.deadline and known.deadline.kind == "expiry" and entry.id not in _told_of(book, report)
    }
    return next(iter(ends)) if len(ends) == 1 and all(ends.values()) else None


def _some(one: Report, other: Report) -> bool:
    shared, share = shared_words(one, other)
    return shared >= 2 or share >= SAME_DATE_SHARE  # noqa: PLR2004


def _told_of(book: _Book, report: Report) -> set[str]:
    """The entries that this very revision dates itself: what it moves is another."""
    return {
        entry.id
        for entry in book.of_article(report.article_id)
        for known in _dated(entry)
        if (known.article_id, known.revision) == (report.article_id, report.revision)
        and known.signal is Signal.REPORTED
    }


def _open(book: _Book, report: Report) -> Iterator[tuple[Entry, Report]]:
    """The deadlines of this story that were known and ahead when it came out, with what dates them."""
    for entry in book.of_story(report):
        ahead = entry.state is EntryState.UPCOMING and entry.last_day >= report.published.local_date
        if ahead and _earlier(entry, report):
            for known in _dated(entry):
                if same_story(report, known) and not contrasted(report, known):
                    yield entry, known


def _corrected(book: _Book, report: Report) -> str | None:
    """The entry that an earlier revision of the same article gave another date."""
    return best(
        (shared_words(report, known), entry.id)
        for entry in book.of_article(report.article_id)
        for known in _dated(entry)
        if known.article_id == report.article_id and known.revision < report.revision
        and known.until is not None and strongly_alike(report, known)
    )  # fmt: skip


def _disagreeing(book: _Book, report: Report) -> str | None:
    """The entry of this story for which another outlet gives another date at about the same time."""
    return best(
        (shared_words(report, known), entry.id)
        for entry in book.of_story(report)
        for known in _dated(entry)
        if not _tells_another(entry, report)
        and known.source != report.source and same_story(report, known) and strongly_alike(report, known)
        and _same_kind(report, known) and _at_one_time(report, known)
    )  # fmt: skip


def _ends(report: Report, entry: Entry) -> bool:
    """Whether a sentence that ends something ends this deadline."""
    day, told = entry.deadline.date, report.published.local_date
    over = told >= day and told - entry.last_day <= AFTERWARDS
    if report.signal in OUTCOMES and not over:
        return False
    if report.signal is Signal.CALLED_OFF and told > entry.last_day:
        return False
    return any(
        _is_about(report, known, entry) for known in _dated(entry) if known.article_id != report.article_id
    )


def _is_about(report: Report, known: Report, entry: Entry) -> bool:
    if not same_story(report, known) or contrasted(report, known):
        return False
    shared, share = shared_words(report, known)
    if report.signal is Signal.CALLED_OFF:
        whole = bool(report.words) and shared == len(report.words)
        return shared >= 2 or (shared >= 1 and (entry.deadline.date in report.named or whole))  # noqa: PLR2004
    others = [day for day in report.named if abs(day - entry.deadline.date) > timedelta(days=1)]
    return shared >= 2 and share >= MOVED_SHARE and not (others and entry.deadline.date not in report.named)  # noqa: PLR2004


def _dated(entry: Entry) -> Iterator[Report]:
    return (report for report in entry.reports if report.deadline)


def _agree(one: Report, other: Report) -> bool:
    if one.deadline is None or other.deadline is None or not agree(one.deadline, other.deadline):
        return False
    return one.deadline.date == other.deadline.date or _same_kind(one, other)


def _tells_another(entry: Entry, report: Report) -> bool:
    """Whether the report's own article already gave this entry another date: two dates are two deadlines."""
    return any(
        known.article_id == report.article_id
        and known.revision == report.revision
        and known.deadline
        and report.deadline
        and (known.deadline.date, known.deadline.last_day) != (report.deadline.date, report.deadline.last_day)
        for known in entry.reports
    )


def _holds(entry: Entry, report: Report) -> bool:
    """Whether the report's date is the one that holds."""
    return report.deadline is not None and agree(entry.deadline, report.deadline)


def _earlier(entry: Entry, report: Report) -> bool:
    """Whether the entry was known before the report came out."""
    return any(moment(known.published) <= moment(report.published) for known in entry.reports)


def _much(one: Report, other: Report) -> bool:
    shared, share = shared_words(one, other)
    return shared >= 2 and share >= MOVED_SHARE and (_same_kind(one, other) or strongly_alike(one, other))  # noqa: PLR2004


def _same_kind(one: Report, other: Report) -> bool:
    return bool(one.deadline and other.deadline and one.deadline.kind == other.deadline.kind)


def _at_one_time(one: Report, other: Report) -> bool:
    if one.deadline is None or other.deadline is None:
        return False
    told = abs(one.published.local_date - other.published.local_date)
    return told <= AT_ONE_TIME and abs(one.deadline.date - other.deadline.date) <= APART


def _identity(tenant_id: str, report: Report) -> str:
    """The id of the entry that a report founds: stable, and good as the UID of a calendar event."""
    first, deadline = report.citations[0], report.deadline
    basis = (tenant_id, report.article_id, first.start, str(deadline and deadline.date), report.text)
    return hashlib.sha256("\x1f".join(map(str, basis)).encode()).hexdigest()[:16]
