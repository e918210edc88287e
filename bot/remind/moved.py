"""Which entries a move means: by the date that is left, by its words, or since nothing else is ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.domain.ledger import Entry, EntryState, Report, Signal
from bot.remind.bearing import AFTERWARDS, ENOUGH_WORDS, MOVED_SHARE, agreeing, earlier, same_kind, tells_of
from bot.remind.book import Book, dated
from bot.remind.cues import PUT_OFF
from bot.remind.lengths import THAN_PLANNED, given_to, than_planned_of
from bot.remind.likeness import (
    all_best,
    best,
    between_others,
    contrasted,
    counted_apart,
    same_story,
    share_a_thing,
    share_a_thing_as_told,
    shared_words,
    strongly_alike,
    tell_a_thing,
    told_apart,
)
from bot.remind.names import names_in
from bot.remind.one_day import same_event
from bot.remind.pacts import other_pact
from bot.remind.parties import told_itself
from bot.remind.postponed import head_of, is_told_of
from bot.remind.settle import is_set_anew
from summarizers.text.tokens import stem, words

_FROM_A_DAY = re.compile(
    r"\b(?<!in force )(?<!starting )(?<!counting )(?<!effective )(?:from|instead of)\s+"
    r"(?:[\w,]+\s+){0,2}?(?:\d{1,2}\s+)?"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
_IS_DUE = re.compile(r"\b(?:(?:is|are|was|were|falls?) due|deadline)\b", re.IGNORECASE)
"""Who tells so does not say what is to be done."""
_PROLONGED = re.compile(r"\b(?:exten(?:d|sion)|prolong|renew)", re.IGNORECASE)

SAME_DATE_SHARE = 0.5
"""Part of an entry's words in a sentence that moves its very date, from which it means this entry too."""


def moved_here(book: Book, report: Report) -> tuple[str, ...]:
    """The entry that another article moved to the same date from the same one."""
    return best(
        (shared_words(report, known), entry.id)
        for entry in book.on(report)
        for known in dated(entry)
        if known.signal is Signal.MOVED and agreeing(report, known) and same_story(report, known)
        and ({*report.named} & {*known.named} or same_event(report, known))
    )  # fmt: skip


def named(book: Book, report: Report) -> tuple[str, ...]:
    """The entry on a date that the sentence names: of this story, or in words that leave no doubt."""
    return all_best(
        (shared_words(report, known), entry.id)
        for entry in book.named(report)
        if entry.deadline.date in report.named and earlier(entry, report)
        for known in dated(entry)
        if tells_of(report, known) and not (told_apart(report, known) or counted_apart(report, known))
    )


def moved_elsewhere(book: Book, report: Report) -> tuple[str, ...]:
    """The entry that another article moved from the day which this one names, to another day than it."""
    return all_best(
        (shared_words(report, known), entry.id)
        for entry in book.of_story(report)
        for known in dated(entry)
        if known.signal is Signal.MOVED and {*report.named} & {*known.named}
        and known.article_id != report.article_id and same_kind(report, known)
        and tells_of(report, known) and not contrasted(report, known)
    )  # fmt: skip


def alike(book: Book, report: Report) -> tuple[str, ...]:
    """The entry of this story that a move must mean though it does not name the old date."""
    leaves = _leaves_a_day(book, report)
    return all_best(
        (shared_words(report, known), entry.id)
        for entry, known in _open(book, report)
        if _much(report, known) and (not leaves or entry.deadline.date in report.named)
    )


def only_one(book: Book, report: Report) -> tuple[str, ...]:
    """The only thing of this story that ends and is still ahead, where the move is of such a thing.

    Reporters rename what is prolonged ("trade arrangements", "the truce"), so two words do, or half; what is
    put off is no such thing unless it is named.
    """
    ends = {
        entry.id: any(_some(report, one) for one in dated(entry))
        for entry, known in _open(book, report)
        if known.deadline and known.deadline.kind == "expiry" and entry.id not in _told_of(book, report)
        and not _is_of_a_deed(report, known)
    }  # fmt: skip
    return tuple(ends) if len(ends) == 1 and all(ends.values()) else ()


def only_named(book: Book, report: Report) -> tuple[str, ...]:
    """The only thing of this story that ends on the date which the move names, whoever is named beside it.

    One article names the leaders who prolong a truce, another the countries: that tells no two truces apart.
    """
    found = {
        entry.id
        for entry in book.of_story(report)
        if entry.deadline.date in report.named and earlier(entry, report)
        for known in dated(entry)
        if known.deadline and known.deadline.kind == "expiry" and same_story(report, known)
        and same_kind(report, known) and not between_others(report, known)
        and share_a_thing_as_told(report, known)
    }  # fmt: skip
    return tuple(found) if len(found) == 1 else ()


def revived(book: Book, report: Report) -> tuple[str, ...]:
    """The entry of this story that was called off and for which the move sets a new date."""
    return all_best(
        (shared_words(report, known), entry.id)
        for entry in book.of_story(report)
        if entry.state is EntryState.CALLED_OFF and earlier(entry, report)
        and report.published.local_date - entry.last_day <= AFTERWARDS
        for known in dated(entry)
        if same_story(report, known) and not contrasted(report, known) and _much(report, known)
    )  # fmt: skip


def set_anew(book: Book, report: Report) -> tuple[str, ...]:
    """The same for a report that only says that there is a date again, and names nobody who is new to it."""
    if not is_set_anew(report):
        return ()
    acting = {name for name in names_in(told_itself(report.text)) if name in report.subjects}
    found = revived(book, report)
    return tuple(key for key in found if acting <= _named_in(book.entries[key]))


def _named_in(entry: Entry) -> set[str]:
    return {name for known in entry.reports for name in known.names}


def also_named(book: Book, report: Report) -> Iterator[str]:
    """Entries that the same sentence moves too: one deadline that nothing brought together so far."""
    if report.signal is not Signal.MOVED:
        return
    for entry in book.of_story(report):
        if entry.deadline.date in report.named and earlier(entry, report):
            likes = [
                shared_words(report, k)[1]
                for k in dated(entry)
                if same_story(report, k) and same_kind(report, k) and not between_others(report, k)
            ]
            if max(likes, default=0) >= SAME_DATE_SHARE:
                yield entry.id


def meant_by_length(book: Book, report: Report) -> tuple[str, ...]:
    """The entries that a move which says only how far may mean: first of all those on the day it names.

    What its own article dates otherwise is another, however many words they share, and so is what falls on
    another day than the one from which something moves.
    """
    told = _told_of(book, report)
    leaves = _leaves_a_day(book, report)
    planned, deed = than_planned_of(report.text), given_to(report.text)
    likely = [
        (entry, known)
        for entry, known in _open(book, report)
        if _shares(report, known, entry) and not (planned and _was_planned(entry, known, planned))
        and not (deed and _is_another_deed(known, deed))
    ]  # fmt: skip
    on_it = [(entry, known) for entry, known in likely if entry.deadline.date in report.named]
    others = [(entry, known) for entry, known in likely if entry.id not in told and not leaves]
    found = all_best((shared_words(report, known), entry.id) for entry, known in on_it or others)
    return found or (() if leaves or planned or deed else only_one(book, report))


def _is_another_deed(known: Report, deed: str) -> bool:
    """Whether time is given for anything else than what is due by a day: to study a bill before its vote."""
    told = " ".join(one.quote for one in known.citations)
    return not _IS_DUE.search(told) and deed not in {stem(word) for word in words(told)}


def _was_planned(entry: Entry, known: Report, planned: str) -> bool:
    """Whether what is later than `planned` is no such thing as the entry's, or that has moved already."""
    told = " ".join(one.quote for one in known.citations)
    if not is_told_of(head_of(planned), told) or _are_of_two_kinds(planned, told):
        return True
    standing = [one for one in dated(entry) if one.until is None]
    return any(one.signal is Signal.MOVED or THAN_PLANNED.search(one.text) for one in standing)


def _are_of_two_kinds(left: str, right: str) -> bool:
    """Whether one tells of local elections and the other one of general ones."""
    first, second = (_KINDS.intersection(words(one.lower())) for one in (left, right))
    return bool(first and second) and first.isdisjoint(second)


_KINDS = frozenset(
    {"local", "regional", "municipal", "general", "presidential", "parliamentary", "provincial", "federal"}
)


def _leaves_a_day(book: Book, report: Report) -> bool:
    """Whether a move names the day that is left: what is prolonged from a day may begin anew on it.

    `By ten days from 4 November` prolongs what ends on the third, so such a day must be that of an entry.
    """
    if not (report.named and _FROM_A_DAY.search(report.text)):
        return False
    on_it = any(entry.deadline.date in report.named for entry in book.of_story(report))
    return on_it or not _PROLONGED.search(report.text)


def meant_before(book: Book, report: Report) -> tuple[str, ...]:
    """The entries that a move may mean which were read only after it, and which it is not of yet."""
    held = {entry.id for entry in book.of_article(report.article_id) if report in entry.reports}
    if any(known.signal is not Signal.MOVED for key in held for known in dated(book.entries[key])):
        return ()
    steps = (named, alike, only_one, only_named)
    found = ([key for key in step(book, report) if key not in held] for step in steps)
    return next((tuple(keys) for keys in found if keys), ())


def _shares(report: Report, known: Report, entry: Entry) -> bool:
    shared, share = shared_words(report, known)
    if entry.deadline.date in report.named:
        return shared >= 1
    return shared >= ENOUGH_WORDS and share >= MOVED_SHARE and share_a_thing(report, known)


def _some(one: Report, other: Report) -> bool:
    shared, share = shared_words(one, other)
    enough = shared >= ENOUGH_WORDS or share >= SAME_DATE_SHARE
    return enough and (share_a_thing(one, other) or not PUT_OFF.search(one.text)) and tell_a_thing(one, other)


def _much(one: Report, other: Report) -> bool:
    shared, share = shared_words(one, other)
    alike = same_kind(one, other) or (strongly_alike(one, other) and not _is_of_a_deed(one, other))
    return shared >= ENOUGH_WORDS and share >= MOVED_SHARE and alike and tell_a_thing(one, other)


def _is_of_a_deed(move: Report, known: Report) -> bool:
    """Whether a vote or the like on something is put off, and not the end of that thing."""
    ends = known.deadline is not None and known.deadline.kind == "expiry"
    return ends and move.deadline is not None and move.deadline.kind in {"vote", "hearing", "meeting"}


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
        if ahead and earlier(entry, report):
            for known in dated(entry):
                if same_story(report, known) and not (contrasted(report, known) or other_pact(report, known)):
                    yield entry, known
