"""Whether a text tells of other years than its own: then a date without a year counts from the one before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from summarizers.dates.fields import Fields, Grain, Mention
from summarizers.dates.nearest import middle
from summarizers.dates.tense import direction

_LONG_AGO: Final = 5
_DATED: Final = frozenset({"day", "time", "week", "month", "season"})
_OF_THE_TEXT: Final = re.compile(r"(?:[a-z]+ of )?the |(?:end|start|beginning)[ -]of[ -]")
"""`the next day` and `the end of the month` count from what is told; `next day`, `this month` do not."""


def is_story(lower: str, mentions: Sequence[Mention], published: dt.date | None) -> bool:
    """Whether a text tells a story of years long before its publication, as an encyclopedia or a memoir does.

    It begins in such a year, names a day, month or season of one, and nothing that only a reader of its own
    day could place: no bare weekday, `yesterday`, `last month` or `two years ago`, nothing that it promises
    in the present tense without a year, and few years of its time. An undated text has no time of its own.
    """
    years = dated = recent = 0
    for mention in mentions:
        fields = mention.fields
        if fields.year is None:
            if _is_of_the_day(lower, mention) or not (years or fields.month is None):
                return False
        else:
            years += 1
            long_ago = published is None or published.year - fields.year >= _LONG_AGO
            recent += not long_ago
            dated += long_ago and fields.grain in _DATED
    if not dated or 2 * recent >= years:
        return False
    if published is None:
        return True
    pairs = pairwise(mentions)
    if any(one.fields.year is None and ends_an_aside(lower, last.end, one.start) for last, one in pairs):
        return False
    return not any(_is_promised(lower, mention) for mention in mentions)


def _is_of_the_day(lower: str, mention: Mention) -> bool:
    """Whether only the day of the publication places it."""
    fields = mention.fields
    if fields.from_previous or fields.echo:
        return False
    if fields.shift is not None:
        return _OF_THE_TEXT.match(lower, mention.start, mention.end) is None
    return _is_bare_weekday(fields)


def _is_bare_weekday(fields: Fields) -> bool:
    return fields.weekday is not None and fields.month is None and fields.day is None


def counted_from(
    lower: str, mention: Mention, told: tuple[dt.date, dt.date], grain: Grain
) -> tuple[dt.date, int] | None:
    """The day that `mention` counts from in a story, and which way (see `Anchor`); None: from none of `told`.

    `told` are the first and last day of the time named before, of `grain`. What has no year has that one's,
    or the next where the story would go back by more than half a year (`In November … In February …`).
    """
    fields, (first, last) = mention.fields, told
    if fields.year is not None or fields.from_previous or grain in _TOO_LONG or _is_ahead(lower, mention):
        return None
    if fields.shift is not None:
        return first, 0
    if fields.direction is not None:
        return (last if fields.direction > 0 else first), fields.direction
    month = _month(fields)
    if month is None:
        return (first, 0) if fields.grain in _DATED and fields.clock is None else None
    goes_on = grain in _DATED and month - first.month < -_HALF_A_YEAR
    return (last, 1) if goes_on else (first, 0)


_TOO_LONG: Final = frozenset({"decade", "century"})
_HALF_A_YEAR: Final = 6
_PARTS: Final = frozenset({"season", "quarter", "half"})
_FINITE: Final = re.compile(
    r"\b(?:(?P<now>will|must|is|are|has|have|expires|lapses|ends|closes|opens|reopens|starts|begins|resumes|"
    r"runs|takes|votes|meets|decides)|would|was|were|had)\b"
)
_UNTIL: Final = re.compile(r"\b(?:until|till)\b[^.!?]*$")
_WINDOW: Final = 120


def _month(fields: Fields) -> int | None:
    """About which month of the year a part of one is in; None if it does not say."""
    if fields.holiday is not None:
        return int(fields.holiday[:2]) if fields.holiday[:2].isdigit() else 4
    return middle(fields)[0] if fields.grain in _PARTS else fields.month


def _is_ahead(lower: str, mention: Mention) -> bool:
    """Whether the words promise it: `the permits of 1 July 2019 expire in March`."""
    if direction(lower, mention.start, mention.end) != 1:
        return False
    verb = _last_verb(lower, mention.start)
    if verb is None:
        return _UNTIL.search(lower, max(0, mention.start - _WINDOW), mention.start) is None
    return verb["now"] is not None


def _last_verb(lower: str, start: int) -> re.Match[str] | None:
    """The last verb before `start` in its sentence that shows a tense, of those that dates often go with."""
    begin = max(lower.rfind(stop, max(0, start - _WINDOW), start) for stop in _STOPS)
    last = None
    for verb in _FINITE.finditer(lower, max(begin, start - _WINDOW, 0), start):
        last = verb
    return last


_STOPS: Final = (".", "!", "?")


def _is_promised(lower: str, mention: Mention) -> bool:
    """Whether a verb of the present promises what has no year: `The service will be held on 3 May`."""
    fields = mention.fields
    if fields.year is not None or fields.month is None or fields.from_previous or fields.echo:
        return False
    if (heads := _HEADS.match(lower, mention.end)) is not None:
        return heads["now"] is not None
    verb = _last_verb(lower, mention.start)
    return verb is not None and verb["now"] is not None and _is_ahead(lower, mention)


_HEADS: Final = re.compile(
    r"(?: [–—-]|:) (?:(?!\b(?:was|were|had|would)\b)[^.!?;\n:]){1,80}?\b"
    r"(?P<now>will|must|(?:is|are) (?:to|due|set|expected|scheduled)\b)"
)
"""Behind a day that heads an entry of a timeline: what is promised for it."""


_OPENS_A_YEAR: Final = re.compile(r"(?:^|[.!?;\n][\"'”’)]* *)(?:but |and )?in (?:early |late |mid-)?\d{4}$")
_LONGEST_OPENING: Final = 24
_WITHIN_A_SENTENCE: Final = re.compile(r"(?:(?![.!?;\n]\s).)*", re.DOTALL)
_SAYS: Final = r"(?:said|says|told|announced|reported|added)\b"
_SAID: Final = re.compile(rf"\b{_SAYS}[^,;]{{0,24}}$")
_SAID_THEN: Final = re.compile(rf",? (?:[a-z'’]+ ){{0,3}}{_SAYS}")


def is_of_its_year(lower: str, end: int, at: int) -> bool:
    """Whether a sentence opens with the year that ends at `end` and reaches `at`: `In 1453 … on 6 April`."""
    opened = _OPENS_A_YEAR.search(lower, max(0, end - _LONGEST_OPENING), end)
    if opened is None:
        return False
    return is_one_sentence(lower, end, at) and _SAID.search(lower, end, at) is None


def is_one_sentence(lower: str, start: int, end: int) -> bool:
    """Whether no sentence ends between two places."""
    return _WITHIN_A_SENTENCE.fullmatch(lower, start, end) is not None


def is_said_then(lower: str, mention: Mention) -> bool:
    """Whether somebody spoke at that time (`In March it said`), as the people in the news of the day do."""
    return _SAID_THEN.match(lower, mention.end) is not None


_ASIDE: Final = re.compile(r", (?:who|whose|which|where|born|built|an?|the|[a-z]+ed)\b[^.;!?\n]*")
_LONGEST_ASIDE: Final = 300
_MAIN_VERB: Final = re.compile(r",(?! and\b)[^,.;:!?\n]*")


def ends_an_aside(lower: str, end: int, at: int) -> bool:
    """Whether old years end an aside, before what is told at `at`: `Ray, born in 1930, … 1971, died on`."""
    if _MAIN_VERB.fullmatch(lower, end, at) is None:
        return False
    begin = max(0, end - _LONGEST_ASIDE)
    begin = max(begin, *(lower.rfind(stop, begin, end) + 1 for stop in (". ", "\n")))
    return _ASIDE.fullmatch(lower, max(lower.find(", ", begin, end), begin), end) is not None
