"""What a date counts from because of the one just before it: ranges, days of a month, what has no verb."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from summarizers.dates.bounds import bounds
from summarizers.dates.fields import Mention
from summarizers.dates.reckoning import ON_OR_AFTER, Anchor, Memory, Previous
from summarizers.dates.rows import heads_a_row
from summarizers.dates.story import is_one_sentence
from summarizers.dates.tense import direction, is_moved_to, is_of_a_mishap

_SECOND_OF_TWO: Final = re.compile(r" ?(?:to|through|thru|until|till|-|–|—) ?")


def after_the_first(lower: str, mention: Mention, memory: Memory) -> Anchor | None:
    """From the first of a range for its second: weekdays (`from Monday to Wednesday`) or hours; else None."""
    previous = memory.last
    if previous is None or not (previous.grain == "time" or lower.endswith("day", 0, previous.end)):
        return None
    days = bounds(previous.value)
    linked = _SECOND_OF_TWO.fullmatch(lower, previous.end, mention.start)
    return Anchor(days[0], ON_OR_AFTER if previous.grain == "time" else 1) if days and linked else None


def _in_the_range(lower: str, mention: Mention, memory: Memory) -> Anchor | None:
    """From the first day of a range for its last (`28 December to 3 January`, `until the 3rd`); else None.

    Behind the other half of a year it is no range, nor is an earlier day of the same month, nor what
    something is moved to.
    """
    previous, month = memory.last, mention.fields.month or 0
    if previous is None or previous.grain != "day" or mention.start - previous.end > _LONGEST_LINK:
        return None
    days = bounds(previous.value)
    if days is None or _SECOND_OF_TWO.fullmatch(lower, previous.end, mention.start) is None:
        return None
    if is_moved_to(lower, mention.start):
        return None
    earlier = month == days[0].month and 0 < (mention.fields.day or 0) < days[0].day
    within = not month or ((month - days[0].month) % 12 <= _HALF_A_YEAR and not earlier)
    return Anchor(days[0], ON_OR_AFTER) if within else None


_LONGEST_LINK: Final = 9
_HALF_A_YEAR: Final = 6


def after_a_day(lower: str, mention: Mention, memory: Memory) -> Anchor | None:
    """From the day named before, for the last of a range or a bare one of the same sentence; else None."""
    ranged = _in_the_range(lower, mention, memory)
    if ranged is not None or mention.fields.month is not None:
        return ranged
    return _later_that_month(lower, mention, memory)


_LONGEST_SENTENCE: Final = 150


def _later_that_month(lower: str, mention: Mention, memory: Memory) -> Anchor | None:
    """From a day that its sentence has named, for a bare one: `starts on 3 June and ends on the 30th`."""
    previous = memory.last
    if previous is None or previous.grain != "day" or mention.start - previous.end > _LONGEST_SENTENCE:
        return None
    days = bounds(previous.value)
    if days is None or not is_one_sentence(lower, previous.end, mention.start):
        return None
    back = (mention.fields.day or 0) < days[0].day
    ahead = not back or direction(lower, mention.start, mention.end) == 1
    return Anchor(days[0], ON_OR_AFTER) if ahead else None


_BESIDE: Final = re.compile(r",? and (?:(?:in|at|with|for) [^\W\d_]+(?: [^\W\d_]+)? )?(?:on )?")


def beside_one_ahead(
    lower: str, mention: Mention, published: dt.date, first: Previous | None
) -> Anchor | None:
    """From a day ahead for the weekday that shares its verb (`meets on 3 May and on Friday`); else None."""
    if first is None or mention.start - first.end > _LONGEST_BESIDE:
        return None
    days = bounds(first.value)
    ahead = days and days[0] > published and _BESIDE.fullmatch(lower, first.end, mention.start)
    return Anchor(days[0], 1) if days and ahead else None


_LONGEST_BESIDE: Final = 40
_AND_DOES: Final = re.compile(
    r",? (?:and|but|then|before) (?:(?:then|not|only) )?[a-z]+(?:ing)? (?:again )?(?:on |until )?"
)


def after_a_deed(lower: str, mention: Mention, published: dt.date, first: Previous | None) -> Anchor | None:
    """From a day ahead for the publication's weekday behind it: `close on Friday and reopen on Monday`."""
    if first is None or first.grain not in {"day", "time"} or mention.start - first.end > _LONGEST_BESIDE:
        return None
    days = bounds(first.value)
    ahead = days and days[0] > published and _AND_DOES.fullmatch(lower, first.end, mention.start)
    return Anchor(days[0], 1) if days and ahead else None


_AND_THEN: Final = re.compile(
    r",? (?:and )?(?:(?:the )?[^\W\d_]+(?: [^\W\d_]+){0,2} )??(?:on |in )?"
    r"|,? (?:and|then) (?:then )?(?:by|to) [^.;:!?\n]{2,30} (?:from|on|in) "
)
"""Between two dates of which only the first has a verb: `Easter is on 28 March, Whit Monday on 17 May`."""


def goes_on(lower: str, mention: Mention, published: dt.date, memory: Memory) -> bool:
    """Whether a date goes on from one that is ahead, with no verb of its own, or heads a row behind it."""
    first = memory.last
    days = None if first is None else bounds(first.value)
    if first is None or days is None or days[0] <= published:
        return False
    if mention.start - first.end <= _LONGEST_BESIDE and _AND_THEN.fullmatch(lower, first.end, mention.start):
        return not is_of_a_mishap(lower, mention.end)
    return heads_a_row(lower, mention) and direction(lower, mention.start, mention.end) != -1


_LONGER: Final = frozenset({"year", "half", "season", "quarter", "month"})
_WHICH: Final = re.compile(r"(?:['’]s (?:[a-z-]+ ){0,2}[a-z-]+)?(?:: (?:from |on )?| \()")
_LONGEST_NAME: Final = 40


def in_the_time_ahead(lower: str, mention: Mention, published: dt.date, memory: Memory) -> Anchor | None:
    """The year of a longer time ahead that the words before a colon name; else None.

    `It returns next spring: 29 April to 1 May`.
    """
    longer = memory.last
    if longer is None or longer.grain not in _LONGER or mention.start - longer.end > _LONGEST_NAME:
        return None
    days, fields = bounds(longer.value), mention.fields
    if days is None or days[1] <= published or fields.grain != "day" or fields.month is None:
        return None
    within = days[0].year < days[1].year or days[0].month <= fields.month <= days[1].month
    told = _WHICH.fullmatch(lower, longer.end, mention.start) if within else None
    return Anchor(days[0], ON_OR_AFTER) if told else None


_PARTS: Final = frozenset({"month", "quarter", "half", "season"})
_GOES_ON: Final = re.compile(r",? (?:and|with|before|then|but)\b[^.;!?\n]*")
_LONGEST_CLAUSE: Final = 120


def in_the_year_ahead(lower: str, mention: Mention, published: dt.date, memory: Memory) -> Anchor | None:
    """The year ahead that its sentence has just named, for a part of it; else None.

    `It opens next year, with the road to follow in the third quarter`: of that year.
    """
    year = memory.last
    if year is None or year.grain != "year" or mention.fields.grain not in _PARTS:
        return None
    days = bounds(year.value)
    if days is None or days[0] <= published or mention.start - year.end > _LONGEST_CLAUSE:
        return None
    told = _GOES_ON.fullmatch(lower, year.end, mention.start)
    return Anchor(days[0]) if told and direction(lower, mention.start, mention.end) != -1 else None
