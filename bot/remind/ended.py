"""Whether a sentence that ends something, or tells how it came out, ends an entry of the ledger."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.domain.ledger import OUTCOMES, Entry, Report, Signal
from bot.remind.bearing import AFTERWARDS, ENOUGH_WORDS, MOVED_SHARE, earlier
from bot.remind.book import dated
from bot.remind.called_off import Off, off
from bot.remind.cues import CALLED_OFF, IN_PART
from bot.remind.likeness import (
    as_told,
    contrasted,
    same_story,
    share_a_thing,
    share_a_thing_as_told,
    shared_words,
    strongly_alike,
    topic_words,
)
from bot.remind.postponed import delayed_head, is_told_of
from bot.remind.sorts import sorts_of
from bot.remind.stops import BAN, CLOSED, REOPENED, UNBANNED
from summarizers.text.tokens import stem, words

_ANOTHER_ONE = re.compile(
    r"^\W*(?:an?|another)\b[^.;]*\b(?:was|were|is|are|been)(?: \w+)? "
    r"(?:delayed|deferred|postponed|adjourned)\b"
    r"|\banother\b[^.;]*\b(?:delayed|deferred|postponed|adjourned)\b"
    r"|['’]s (?:aide|wife|husband|brother|sister|son|daughter|deputy|lawyer|ally|rival)\b",
    re.IGNORECASE,
)
"""How what is delayed is told to be another one, or somebody else's."""


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
    if not binds or IN_PART.search(report.text) or not earlier(entry, report):
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
        found = off(report.text)
        if found and found.deed:
            return _is_denied(found, report, known, entry)
        if found is None and _is_delayed_elsewhere(report, known):
            return False
        if _is_of_another_kind(report, known) or (found and _is_another_thing(found, known)):
            return False
        return shared >= ENOUGH_WORDS or (shared >= 1 and (entry.deadline.date in report.named or whole))
    others = [day for day in report.named if abs(day - entry.deadline.date) > timedelta(days=1)]
    return (
        shared >= ENOUGH_WORDS
        and share >= MOVED_SHARE
        and not (others and entry.deadline.date not in report.named)
    )


def _is_delayed_elsewhere(report: Report, known: Report) -> bool:
    """Whether what is delayed is not the event itself: a payment for the launch, a hearing on the bill.

    Nor is it `a committee vote`, `another launch` or `the trial of the mayor's wife`.
    """
    head = delayed_head(report.text)
    if head and _ANOTHER_ONE.search(report.text):
        return True
    return bool(head) and not any(is_told_of(head, one.quote) for one in known.citations)


def _is_denied(found: Off, report: Report, known: Report, entry: Entry) -> bool:
    """Whether the deed that is denied is the one the entry tells of, of nobody else and on no other day."""
    told = {stem(word) for one in known.citations for word in words(one.quote)}
    of_it = entry.deadline.date in report.named or (found.surely and not report.named)
    return (
        of_it
        and found.deed in told
        and not any(_denies(one.quote, found.deed) for one in known.citations)
        and {*topic_words(found.denied)} <= _known(known)
        and {*map(stem, report.subjects)} <= {*map(stem, known.names), *told}
        and shared_words(report, known)[0] >= ENOUGH_WORDS
        and share_a_thing_as_told(report, known)
    )


def _denies(sentence: str, deed: str) -> bool:
    """Whether a sentence denies a deed itself: who tells so once more (`no longer accept`) ends nothing."""
    found = off(sentence)
    return found is not None and found.deed == deed


def _known(report: Report) -> set[str]:
    """All words by which a report is known, names and title too."""
    return {*as_told(report), *topic_words(report.title), *map(stem, report.names)}


def _is_another_thing(found: Off, known: Report) -> bool:
    """Whether what is off does not stand where the deadline is told of.

    `Dropped a suit over it`, `walked away from pay talks` before a strike over pay, `scrapped the tax on
    meat`, `plans to save the plant`.
    """
    told, planned = as_told(known), found.planned
    if any(_stands_beside(one.quote, found) for one in known.citations):
        return True
    if found.things and (found.things.isdisjoint(told) or found.head not in {"", *told}):
        return True
    if any(one.partition(":")[2] not in _known(known) for one in sorts_of(found.phrase_on)):
        return True
    quotes = " ".join(one.quote for one in known.citations)
    closes = CLOSED.search(found.thing) and CLOSED.search(quotes)
    return bool(planned) and not closes and planned not in {stem(word) for word in words(quotes)}


def _stands_beside(sentence: str, found: Off) -> bool:
    """Whether who tells of a deadline says in one breath that this is off, and the deadline therefore not."""
    said = off(sentence)
    return said is not None and not said.things.isdisjoint(found.things)


def _is_of_another_kind(report: Report, known: Report) -> bool:
    """Whether what is called off is no thing such as the deadline is of.

    A ban that is lifted is not what it forbade, a court stops what has yet to begin and what it was said to
    stop (the press law of a state is not its tax law), and only what is closed reopens.
    """
    deed, thing = report.text, known.text
    if REOPENED.search(deed):
        return not CLOSED.search(thing)
    if not CALLED_OFF.search(deed):
        begun = known.deadline is not None and known.deadline.kind == "expiry"
        return begun or not (_is_told_of(report, known) or _shared_things(report, known) >= ENOUGH_WORDS)
    return bool(UNBANNED.search(deed)) and not BAN.search(thing)


def _is_told_of(report: Report, known: Report) -> bool:
    """Whether every word for what is off stands where the deadline is told of."""
    found = off(report.text)
    return found is not None and bool(found.things) and found.things <= as_told(known)


def _shared_things(report: Report, known: Report) -> int:
    """How many words that are no names both have; as many as are enough where all of the report's are."""
    shared = {*report.words} & {*known.words}
    if len(shared) == len(report.words):
        return ENOUGH_WORDS
    return len(shared.difference(topic_words(" ".join(report.subjects))))
