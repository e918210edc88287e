"""Pieces of a sentence that can go as a whole, leaving a clause that stands alone.

Ten ways of shortening, from harmless to last resort; each removes complete pieces only. What sets a
condition (`unless`, `pending`, `subject to` …) is never removed, and a contrast (`but`, `although`) only in
the last five.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizers.sections.pieces import (
    ADJUNCT,
    APPOSED,
    BETWEEN,
    CIRCUMSTANCE,
    CONDITION,
    CONTRAST,
    COORDINATE,
    DANGLING,
    DAY_OPENER,
    DESCRIBED,
    ENDS_ON_VERB,
    FINITE,
    GOES_ON_BESIDE,
    INSERT,
    INTERRUPTED,
    INTRODUCED,
    LAST_PART,
    LISTED_ON,
    NARROWED,
    OPENER,
    QUOTE,
    QUOTED_FIRST,
    RELATIVE,
    SAID,
    SAID_LAST,
    SAID_WHAT,
    SECOND_DEED,
    SPOKEN_AFTER,
    SUBJECT_CLAUSE,
    SUBORDINATE,
    TAIL,
    WHO_SAYS,
    hangs,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FEWEST_WORDS = 6
_DASHES = ("—", "–", "--")
_DASH = re.compile(r"\s+(?:[—–]|--)\s")
_KEPT = 8
"""Texts of which is remembered what they are without inserts: several ways begin with that."""

_LOOK_BEYOND = 40
"""Characters past the limit that a piece which begins within it may need to be told."""


def shortened(text: str, limit: int, keeps: Callable[[str], bool]) -> str | None:
    """`text` within `limit` characters by the mildest way that serves, each way cutting as little as it can.

    A result must satisfy `keeps`. None if no way serves.
    """
    bare = without(DAY_OPENER, text)
    results = (result for way in _WAYS for result in way(bare, limit) if len(result) <= limit)
    fit = (result for result in results if _stands_alone(result) and _quotes_whole(result, text))
    return next((result for result in fit if keeps(result)), None)


def _without_day(text: str, _limit: int) -> Iterator[str]:
    """As it stands: what it opened with, a day or a linking word, has gone already."""
    yield text


def _without_circumstance(text: str, limit: int) -> Iterator[str]:
    """Without where a thing was said (`in a statement …`), which the speaker makes clear enough."""
    yield from _cut(text, CIRCUMSTANCE, limit, lambda tail: QUOTE.search(tail) is None)


def _without_tail(text: str, limit: int) -> Iterator[str]:
    """Without the last clauses, where neither a condition nor a contrast is lost."""
    yield from _cut(text, TAIL, limit, lambda tail: CONTRAST.search(tail) is None)


def _without_insert(text: str, limit: int) -> Iterator[str]:
    """Without what stands between commas or dashes, then also without the last clauses."""
    plain = _without_inserts(text)
    if plain != text:
        yield from _bare(plain, limit)


def _bare(plain: str, limit: int) -> Iterator[str]:
    yield plain
    yield from _without_tail(plain, limit)


@lru_cache(maxsize=_KEPT)
def _without_inserts(text: str) -> str:
    """`text` without what stands between commas or dashes; a name before its description stays.

    A comma is left before who says it.
    """
    may_hold = text.count(",") > 1 or any(map(text.__contains__, _DASHES))
    return INSERT.sub(_beside_insert, text) if may_hold else text


def _beside_insert(insert: re.Match[str]) -> str:
    comma = "," if insert[0].endswith(",") and SAID_LAST.match(insert.string, insert.end()) else ""
    return (insert[1] or insert[2] or "") + comma


def _without_opener(text: str, limit: int) -> Iterator[str]:
    """Without the opening phrase, then also without inserts and last clauses."""
    plain = _without_first(text)
    if plain != text:
        yield plain
        yield from _bare(_without_inserts(plain), limit)


def _without_first(text: str) -> str:
    """`text` without its opening phrase, unless what hung on that would be left dangling."""
    plain = without(OPENER, text)
    return text if DANGLING.match(plain) else plain


def _without_adjunct(text: str, limit: int) -> Iterator[str]:
    """Without closing adjuncts and relative clauses, or without a contrast."""
    yield from _loosely_cut(text, limit)
    plain = _without_inserts(_without_first(text))
    if plain != text:
        yield from _loosely_cut(plain, limit)


def _loosely_cut(text: str, limit: int) -> Iterator[str]:
    yield from _cut(text, ADJUNCT, limit, lambda tail: CONTRAST.match(tail) is None)
    yield from _cut(text, TAIL, limit, lambda _tail: True)


def _without_subject_clause(text: str, _limit: int) -> Iterator[str]:
    """Without the clause that says which subject is meant, where the main verb follows after a comma."""
    match = SUBJECT_CLAUSE.match(text)
    if match is not None:
        yield f"{match[1]} {match[2]}"


def _without_second_deed(text: str, limit: int) -> Iterator[str]:
    """Without the last of what one subject does; who tells of both stays."""
    says = WHO_SAYS.search(text)
    said = says[0] if says else ""
    told = text[: len(text) - len(said)]
    yield from (head + said for head in _cut(told, SECOND_DEED, limit - len(said), lambda _tail: True))


def _without_words(text: str, limit: int) -> Iterator[str]:
    """Without the quotation that bears out what stands before its colon."""
    heads = _cut(text, SPOKEN_AFTER, limit, lambda _tail: True)
    yield from (head for head in heads if INTRODUCED.search(head) is None)


def _within_quotation(text: str, limit: int) -> Iterator[str]:
    """The last resort: the quotation up to the end of one of its clauses, closed there."""
    first = QUOTED_FIRST.match(text)
    said, speaker = (first[1], first[2]) if first else (text, "")
    comma = "," if first and not speaker.startswith(",") else ""
    for head in _cut(said, TAIL, limit, lambda _tail: True):
        if not first and head.startswith(('"', "“")):
            continue  # the speaker comes last here, and who said it must stay
        if head.count('"') % 2:
            yield head + comma + '"' + speaker
        elif head.count("“") == head.count("”") + 1:
            yield head + comma + "”" + speaker


_WAYS: tuple[Callable[[str, int], Iterator[str]], ...] = (
    _without_day,
    _without_circumstance,
    _without_tail,
    _without_insert,
    _without_opener,
    _without_adjunct,
    _without_subject_clause,
    _without_second_deed,
    _without_words,
    _within_quotation,
)


def _cut(text: str, pattern: re.Pattern[str], limit: int, harmless: Callable[[str], bool]) -> Iterator[str]:
    """Beginnings of `text` before a match of `pattern`, the longest first, none over `limit`.

    What goes must be `harmless`, set no condition and end the sentence.
    """
    places = [match.start() for match in pattern.finditer(text, 0, limit + _LOOK_BEYOND)]
    for start in reversed(places):
        if start > limit:
            continue
        tail = text[start:]
        if text.endswith("ing", 0, start) and LISTED_ON.match(tail):
            continue  # the next of several: helping, building, ...
        if _DASH.match(tail) and len(_DASH.findall(text[:start])) % 2:
            continue  # the second dash of two: what they enclose would lose its sentence
        goes = harmless(tail.lstrip(" ,;—–-")) and CONDITION.search(tail) is None and _is_last(tail)
        if goes and not _lacks_rest(text[:start], tail):
            yield text[:start]


def _lacks_rest(head: str, tail: str) -> bool:
    """Whether the last part of `head` waits for a verb, or its verb for an object, that stands in `tail`."""
    if tail.lstrip(" ,").startswith(("who ", "which ", "that ", "whose ")) and DESCRIBED.search(head):
        return True
    if APPOSED.match(tail) and INTERRUPTED.search(head):
        return True
    if BETWEEN.match(tail) and ENDS_ON_VERB.search(head):
        return True
    last = LAST_PART.search(head)
    return last is not None and FINITE.search(last[1]) is None


def _is_last(tail: str) -> bool:
    """Whether `tail` is a clause that ends the sentence.

    After `and` there must be a clause of its own, not the last part of a list; after a relative clause the
    main clause must not go on.
    """
    relative = RELATIVE.match(tail)
    if relative is not None and GOES_ON_BESIDE.match(relative[1]) is None:
        return False
    coordinate = COORDINATE.match(tail)
    return coordinate is None or FINITE.search(coordinate[1]) is not None


def _stands_alone(text: str) -> bool:
    """Whether `text` reads as a sentence: words enough, a verb in its main clause, all marks closed."""
    opener = OPENER.match(text)
    main = text[opener.end() :] if opener else text
    return (
        len(main.split()) >= _FEWEST_WORDS
        and _has_verb(main)
        and (opener is not None or not _begins_open(text))
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and text.count("(") == text.count(")")
        and not hangs(text)
        and SAID_WHAT.match(text) is None
    )


def _has_verb(main: str) -> bool:
    """Whether a finite verb stands in `main` before a relative clause narrows its subject."""
    verb = FINITE.search(main)
    return verb is not None and NARROWED.search(main, 0, verb.start()) is None


def _quotes_whole(result: str, text: str) -> bool:
    """Whether nothing is cut out of the middle of what `result` quotes: it stands so in `text`."""
    return all((one[1] or one[2]).rstrip(" ,.") in text for one in SAID.finditer(result))


def _begins_open(text: str) -> bool:
    """Whether `text` opens with a subordinate clause and never reaches its main clause."""
    return SUBORDINATE.match(text) is not None and "," not in text
