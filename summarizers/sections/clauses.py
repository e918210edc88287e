"""Pieces of a sentence that can go as a whole, leaving a clause that stands alone.

Ways of shortening, from harmless to last resort; each removes complete pieces only. What sets a
condition (`unless`, `pending`, `subject to` …) is never removed, and a contrast (`but`, `although`) only in
the later ones.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, filterfalse
from typing import TYPE_CHECKING

from summarizers.sections.begun import has_begun
from summarizers.sections.inserts import without_inserts
from summarizers.sections.pieces import (
    ADJUNCT,
    BEHIND_QUOTE,
    BRACKETED,
    CIRCUMSTANCE,
    CONTRAST,
    DANGLING,
    DASH,
    DAY_OPENER,
    IN_EXCHANGE,
    INTRODUCED,
    LIST,
    LISTED_ON,
    OPENER,
    QUOTE,
    QUOTED_FIRST,
    REASON,
    SECOND_DEED,
    SPOKEN_AFTER,
    SUBJECT_CLAUSE,
    TAIL,
    TOLD_BY,
    TOLD_THAT,
    WHO_SAYS,
    may_tell_circumstance,
    sets_condition,
    without,
)
from summarizers.sections.whole import is_last, lacks_rest, lacks_speaker, quotes_whole, stands_alone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PLACES_KEPT = 4
"""The same of where tails begin."""

_LOOK_BEYOND = 40
"""Characters past the limit that a piece which begins within it may need to be told."""


def shortened(text: str, limit: int, keeps: Callable[[str], bool]) -> str | None:
    """`text` within `limit` characters by the mildest way that serves, each way cutting as little as it can.

    A result must satisfy `keeps`. None if no way serves.
    """
    bare = without(DAY_OPENER, text)
    if "(" in bare:
        bare = BRACKETED.sub("", bare)
    for way in _WAYS:
        for result in way(bare, limit):
            if len(result) <= limit and stands_alone(result) and quotes_whole(result, text) and keeps(result):
                return result
    return None


def _without_day(text: str, _limit: int) -> Iterator[str]:
    """As it stands: what it opened with, a day or a linking word, has gone already."""
    yield text


def _without_circumstance(text: str, limit: int) -> Iterator[str]:
    """Without where a thing was said (`in a statement …`), which the speaker makes clear enough."""
    if may_tell_circumstance(text):
        yield from _cut(text, CIRCUMSTANCE, limit, lambda tail: QUOTE.search(tail) is None)


def _without_speaker(text: str, _limit: int) -> Iterator[str]:
    """Without who told it, where nothing is quoted: whose news it is, the article's proof shows."""
    if QUOTE.search(text) is None:
        plain = TOLD_BY.sub("", text)
        if plain != text:
            yield plain
            yield without_inserts(plain)


def _without_tail(text: str, limit: int) -> Iterator[str]:
    """Without the last clauses, where neither a condition nor a contrast is lost."""
    yield from _cut(text, TAIL, limit, lambda tail: CONTRAST.search(tail) is None)


def _without_insert(text: str, limit: int) -> Iterator[str]:
    """Without what stands between commas or dashes, then also without the last clauses."""
    plain = without_inserts(text)
    if plain != text:
        yield from _bare(plain, limit)


def _bare(plain: str, limit: int) -> Iterator[str]:
    yield plain
    yield from _without_tail(plain, limit)


def _without_opener(text: str, limit: int) -> Iterator[str]:
    """Without the opening phrase, then also without inserts and last clauses."""
    plain = _without_first(text)
    if plain != text:
        yield plain
        yield from _bare(without_inserts(plain), limit)


def _without_first(text: str) -> str:
    """`text` without its opening phrase, unless what hung on that would be left dangling."""
    if IN_EXCHANGE.match(text) is not None:
        return without(IN_EXCHANGE, text)
    plain = without(OPENER, text)
    halved = text.removesuffix(plain).rstrip(" ,").endswith((" and", " but", " or"))
    return text if halved or DANGLING.match(plain) else plain


def _without_adjunct(text: str, limit: int) -> Iterator[str]:
    """Without closing adjuncts and relative clauses, or without a contrast."""
    yield from _loosely_cut(text, limit)
    plain = without_inserts(_without_first(text))
    if plain != text:
        yield from _loosely_cut(plain, limit)


def _loosely_cut(text: str, limit: int) -> Iterator[str]:
    yield from _cut(text, ADJUNCT, limit, lambda tail: CONTRAST.match(tail) is None)
    yield from _cut(text, TAIL, limit, lambda _tail: True)


def _without_subject_clause(text: str, _limit: int) -> Iterator[str]:
    """Without the clause that says which subject is meant, where the main verb follows after a comma."""
    match = SUBJECT_CLAUSE.match(text)
    if match is not None and TOLD_THAT.search(match[1]) is None:
        yield f"{match[1]} {match[2]}"


def _without_second_deed(text: str, limit: int) -> Iterator[str]:
    """Without the last of what one subject does; who tells of both stays."""
    says = WHO_SAYS.search(text)
    said = says[0] if says else ""
    told = text[: len(text) - len(said)]
    for head in _cut(told, SECOND_DEED, limit - len(said), lambda _tail: True):
        yield head + said


def _without_words(text: str, limit: int) -> Iterator[str]:
    """Without the quotation that bears out what stands before its colon."""
    return filterfalse(INTRODUCED.search, _cut(text, SPOKEN_AFTER, limit, lambda _tail: True))


def _behind_quotation(text: str, limit: int) -> Iterator[str]:
    """Without what follows a quotation of which the speaker stands in front."""
    if QUOTE.match(text) is None:
        yield from _cut(text, BEHIND_QUOTE, limit, lambda _tail: True)


def _without_list(text: str, limit: int) -> Iterator[str]:
    """Without what is told one by one behind a colon."""
    return filterfalse(INTRODUCED.search, _cut(text, LIST, limit, lambda _tail: True))


def _within_quotation(text: str, limit: int) -> Iterator[str]:
    """The last resort: the quotation up to the end of one of its clauses, closed there."""
    first = QUOTED_FIRST.match(text)
    said, speaker = (first[1], first[2]) if first else (text, "")
    comma = "," if first and not speaker.startswith(",") else ""
    for head in _clauses_of(said, limit):
        if not first and head.startswith(('"', "“")):
            continue  # the speaker comes last here, and who said it must stay
        if head.count('"') % 2:
            yield head + comma + '"' + speaker
        elif head.count("“") == head.count("”") + 1:
            yield head + comma + "”" + speaker


def _clauses_of(said: str, limit: int) -> Iterator[str]:
    """What stands in a quotation up to the end of one of its clauses, and then of one of its deeds."""
    yield from _cut(said, TAIL, limit, lambda _tail: True)
    deeds = _cut(said, SECOND_DEED, limit, lambda _tail: True)
    reasons = _cut(said, ADJUNCT, limit, lambda tail: REASON.match(tail) is not None)
    for head in chain(deeds, reasons):
        if stands_alone(QUOTE.sub("", head)):
            yield head


_WAYS: tuple[Callable[[str, int], Iterator[str]], ...] = (
    _without_day,
    _without_circumstance,
    _without_tail,
    _without_insert,
    _without_opener,
    _without_speaker,
    _without_adjunct,
    _without_subject_clause,
    _without_second_deed,
    _without_words,
    _without_list,
    _behind_quotation,
    _within_quotation,
)


def _cut(text: str, pattern: re.Pattern[str], limit: int, harmless: Callable[[str], bool]) -> Iterator[str]:
    """Beginnings of `text` before a match of `pattern`, the longest first, none over `limit`.

    What goes must be `harmless`, set no condition and end the sentence.
    """
    for start in _places(text, pattern, limit + _LOOK_BEYOND):
        if start > limit:
            continue
        tail = text[start:]
        if text.endswith("ing", 0, start) and LISTED_ON.match(tail):
            continue  # the next of several: helping, building, ...
        if DASH.match(tail) and len(DASH.findall(text[:start])) % 2:
            continue  # the second dash of two: what they enclose would lose its sentence
        goes = harmless(tail.lstrip(" ,;—–-")) and not sets_condition(tail) and is_last(tail)
        head = text[:start]
        if goes and not (lacks_rest(head, tail) or lacks_speaker(head, tail) or has_begun(head, tail)):
            yield head


@lru_cache(maxsize=_PLACES_KEPT)
def _places(text: str, pattern: re.Pattern[str], end: int) -> list[int]:
    """Where `pattern` matches in `text` before `end`, the last first."""
    found: list[int] = []
    for match in pattern.finditer(text):
        if match.start() >= end:
            break
        found.insert(0, match.start())
    return found
