"""Which entry of the ledger a report means: by its date, its words, its story, or what it corrects."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from bot.domain.ledger import OUTCOMES, Entry, EntryState, Report, Signal
from bot.remind.book import Book, dated
from bot.remind.cues import IN_PART, PUT_OFF
from bot.remind.elections import same_election
from bot.remind.likeness import (
    all_best,
    best,
    between_others,
    contrasted,
    same_event,
    same_story,
    share_a_thing,
    share_a_thing_as_told,
    shared_words,
    strongly_alike,
    tell_a_thing,
)
from bot.remind.settle import APART, AT_ONE_TIME, agree, moment

AFTERWARDS = timedelta(days=30)
"""News of an outcome comes within this time, or is of something else."""

MOVED_SHARE = 0.4
"""Part of the shorter one's words that a move must share with the deadline whose date it does not name."""

SAME_DATE_SHARE = 0.5
"""Part of an entry's words in a sentence that moves its very date, from which it means this entry too."""


def meant(book: Book, report: Report) -> tuple[str, ...]:
    """The id of the entry that a dated report is about; several where a move may mean any, none for news."""
    steps: list[Callable[[Book, Report], tuple[str, ...]]] = [_on_its_date]
    if report.signal is Signal.MOVED:
        steps = [_moved_here, _on_its_date, _named, _alike, _only_one, _only_named, _revived]
    elif report.signal is Signal.DISPUTED:
        steps = [_on_its_date, _named]
    else:
        steps = [_on_its_date, _moved_away, _corrected, _disagreeing, _the_election]
    return next((found for step in steps for found in [step(book, report)] if found), ())


def meant_by_length(book: Book, report: Report) -> tuple[str, ...]:
    """The entries that a move which says only how far may mean."""
    return all_best(
        (shared_words(report, known), entry.id)
        for entry, known in _open(book, report)
        if _shares(report, known, entry)
    ) or _only_one(book, report)


def are_one(book: Book, ids: Sequence[str]) -> bool:
    """Whether these entries tell of one thing that nothing brought together so far."""
    first, *others = (next(dated(book.entries[key])) for key in ids)
    same_day = len({book.entries[key].deadline.date for key in ids}) == 1
    return same_day and all(strongly_alike(first, other) for other in others)


def _shares(report: Report, known: Report, entry: Entry) -> bool:
    shared, share = shared_words(report, known)
    if entry.deadline.date in report.named:
        return shared >= 1
    return shared >= 2 and share >= MOVED_SHARE and share_a_thing(report, known)  # noqa: PLR2004


def meant_before(book: Book, report: Report) -> tuple[str, ...]:
    """The entries that a move may mean which were read only after it, and which it is not of yet."""
    held = {entry.id for entry in book.of_article(report.article_id) if report in entry.reports}
    if any(known.signal is not Signal.MOVED for key in held for known in dated(book.entries[key])):
        return ()
    steps = (_named, _alike, _only_one, _only_named)
    found = ([key for key in step(book, report) if key not in held] for step in steps)
    return next((tuple(keys) for keys in found if keys), ())


def _on_its_date(book: Book, report: Report) -> tuple[str, ...]:
    """The entry whose event is the same and falls on the same date."""
    return best(
        (shared_words(report, known), entry.id)
        for entry in book.on(report)
        for known in dated(entry)
        if not _tells_another(entry, report)
        and (_agree(report, known) or _holds(entry, report))
        and same_event(report, known)
    )


def _the_election(book: Book, report: Report) -> tuple[str, ...]:
    """The only election whose period holds the report's day, or the other way round; one names nobody."""
    if report.deadline is None or report.deadline.kind != "election":
        return ()
    found = {
        entry.id
        for entry in book.around(report)
        if not _tells_another(entry, report) and (agree(entry.deadline, report.deadline))
        and any(same_election(report, known) for known in dated(entry))
    }  # fmt: skip
    return tuple(found) if len(found) == 1 else ()


def _moved_here(book: Book, report: Report) -> tuple[str, ...]:
    """The entry that another article moved to the same date from the same one."""
    return best(
        (shared_words(report, known), entry.id)
        for entry in book.on(report)
        for known in dated(entry)
        if known.signal is Signal.MOVED and _agree(report, known) and same_story(report, known)
        and ({*report.named} & {*known.named} or same_event(report, known))
    )  # fmt: skip


def _moved_away(book: Book, report: Report) -> tuple[str, ...]:
    """The entry that a later article, read before this one, moved away from the report's date."""
    return all_best(
        (shared_words(report, known), entry.id)
        for entry in book.left(report)
        for known in dated(entry)
        if known.signal is Signal.MOVED and report.deadline and report.deadline.date in known.named
        and moment(known.published) >= moment(report.published) and _tells_of(report, known)
        and not contrasted(report, known)
    )  # fmt: skip


def _named(book: Book, report: Report) -> tuple[str, ...]:
    """The entry on a date that the sentence names: of this story, or in words that leave no doubt."""
    return all_best(
        (shared_words(report, known), entry.id)
        for entry in book.named(report)
        if entry.deadline.date in report.named and _earlier(entry, report)
        for known in dated(entry)
        if _tells_of(report, known) and not contrasted(report, known)
    )


def _tells_of(report: Report, known: Report) -> bool:
    """Whether both are of one thing, where they agree on its date; short articles share few names."""
    if same_story(report, known):
        return shared_words(report, known)[0] > 0 and tell_a_thing(report, known)
    return strongly_alike(report, known)


def also_named(book: Book, report: Report) -> Iterator[str]:
    """Entries that the same sentence moves too: one deadline that nothing brought together so far."""
    if report.signal is not Signal.MOVED:
        return
    for entry in book.of_story(report):
        if entry.deadline.date in report.named and _earlier(entry, report):
            likes = [
                shared_words(report, k)[1]
                for k in dated(entry)
                if same_story(report, k) and _same_kind(report, k) and not between_others(report, k)
            ]
            if max(likes, default=0) >= SAME_DATE_SHARE:
                yield entry.id


def _alike(book: Book, report: Report) -> tuple[str, ...]:
    """The entry of this story that a move must mean though it does not name the old date."""
    return all_best(
        (shared_words(report, known), entry.id)
        for entry, known in _open(book, report)
        if _much(report, known)
    )


def _only_one(book: Book, report: Report) -> tuple[str, ...]:
    """The only thing of this story that ends and is still ahead, where the move is of such a thing.

    Reporters rename what is prolonged ("trade arrangements", "the truce"), so two words do, or half; what is
    put off is no such thing unless it is named.
    """
    ends = {
        entry.id: any(_some(report, one) for one in dated(entry))
        for entry, known in _open(book, report)
        if known.deadline and known.deadline.kind == "expiry" and entry.id not in _told_of(book, report)
    }
    return tuple(ends) if len(ends) == 1 and all(ends.values()) else ()


def _only_named(book: Book, report: Report) -> tuple[str, ...]:
    """The only thing of this story that ends on the date which the move names, whoever is named beside it.

    One article names the leaders who prolong a truce, another the countries: that tells no two truces apart.
    """
    found = {
        entry.id
        for entry in book.of_story(report)
        if entry.deadline.date in report.named and _earlier(entry, report)
        for known in dated(entry)
        if known.deadline and known.deadline.kind == "expiry" and same_story(report, known)
        and _same_kind(report, known) and not between_others(report, known)
        and share_a_thing_as_told(report, known)
    }  # fmt: skip
    return tuple(found) if len(found) == 1 else ()


def _revived(book: Book, report: Report) -> tuple[str, ...]:
    """The entry of this story that was called off and for which the move sets a new date."""
    return all_best(
        (shared_words(report, known), entry.id)
        for entry in book.of_story(report)
        if entry.state is EntryState.CALLED_OFF and _earlier(entry, report)
        and report.published.local_date - entry.last_day <= AFTERWARDS
        for known in dated(entry)
        if same_story(report, known) and not contrasted(report, known) and _much(report, known)
    )  # fmt: skip


def _some(one: Report, other: Report) -> bool:
    shared, share = shared_words(one, other)
    enough = shared >= 2 or share >= SAME_DATE_SHARE  # noqa: PLR2004
    return enough and (share_a_thing(one, other) or not PUT_OFF.search(one.text)) and tell_a_thing(one, other)


def _told_of(book: Book, report: Report) -> set[str]:
    """The entries that this very revision dates itself: what it moves is another."""
    return {
        entry.id
        for entry in book.of_article(report.article_id)
        for known in dated(entry)
        if (known.article_id, known.revision) == (report.article_id, report.revision)
        and known.signal is Signal.REPORTED
    }


def _open(book: Book, report: Report) -> Iterator[tuple[Entry, Report]]:
    """The deadlines of this story that were known and ahead when it came out, with what dates them."""
    for entry in book.of_story(report):
        if report in entry.reports:
            continue
        ahead = entry.state is EntryState.UPCOMING and entry.last_day >= report.published.local_date
        if ahead and _earlier(entry, report):
            for known in dated(entry):
                if same_story(report, known) and not contrasted(report, known):
                    yield entry, known


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
        for known in dated(entry)
        if not _tells_another(entry, report)
        and known.source != report.source and same_story(report, known) and strongly_alike(report, known)
        and _same_kind(report, known) and _at_one_time(report, known)
    )  # fmt: skip


def ends(report: Report, entry: Entry) -> bool:
    """Whether a sentence that ends something ends this deadline."""
    day, told = entry.deadline.date, report.published.local_date
    over = told >= day and told - entry.last_day <= AFTERWARDS
    if report.signal in OUTCOMES and not over:
        return report.signal is Signal.MET and _is_met_early(report, entry)
    if report.signal is Signal.CALLED_OFF and told > entry.last_day:
        return False
    return any(
        _is_about(report, known, entry) for known in dated(entry) if known.article_id != report.article_id
    )


def _is_met_early(report: Report, entry: Entry) -> bool:
    """Whether what must be done by a day is said to be done before it: the whole of it, and by nobody else.

    A vote or a hearing has its day, and what comes before it is something else.
    """
    binds = entry.deadline.kind == "due" and entry.deadline.boundary in {"by", "before", "within"}
    if not binds or IN_PART.search(report.text) or not _earlier(entry, report):
        return False
    return any(
        same_story(report, known) and strongly_alike(report, known)
        for known in dated(entry)
        if known.article_id != report.article_id and {*report.subjects} <= {*known.subjects}
    )


def _is_about(report: Report, known: Report, entry: Entry) -> bool:
    if not same_story(report, known) or contrasted(report, known):
        return False
    shared, share = shared_words(report, known)
    whole = bool(report.words) and shared == len(report.words)
    if not whole and not share_a_thing(report, known):
        return False
    if report.signal is Signal.CALLED_OFF:
        return shared >= 2 or (shared >= 1 and (entry.deadline.date in report.named or whole))  # noqa: PLR2004
    others = [day for day in report.named if abs(day - entry.deadline.date) > timedelta(days=1)]
    return shared >= 2 and share >= MOVED_SHARE and not (others and entry.deadline.date not in report.named)  # noqa: PLR2004


def _agree(one: Report, other: Report) -> bool:
    if one.deadline is None or other.deadline is None or not agree(one.deadline, other.deadline):
        return False
    same_day = one.deadline.date == other.deadline.date
    return same_day or _same_kind(one, other) or strongly_alike(one, other)


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
    alike = _same_kind(one, other) or strongly_alike(one, other)
    return shared >= 2 and share >= MOVED_SHARE and alike and tell_a_thing(one, other)  # noqa: PLR2004


def _same_kind(one: Report, other: Report) -> bool:
    return bool(one.deadline and other.deadline and one.deadline.kind == other.deadline.kind)


def _at_one_time(one: Report, other: Report) -> bool:
    if one.deadline is None or other.deadline is None:
        return False
    told = abs(one.published.local_date - other.published.local_date)
    return told <= AT_ONE_TIME and abs(one.deadline.date - other.deadline.date) <= APART
