"""Anchoring: what an expression counts from, and whether it lies ahead or back. Decides, never calculates."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from summarizers.dates.beside import (
    after_a_day,
    after_a_deed,
    after_the_first,
    beside_one_ahead,
    goes_on,
    in_the_time_ahead,
    in_the_year_ahead,
)
from summarizers.dates.bounds import bounds
from summarizers.dates.clock_days import day_of_clock
from summarizers.dates.fields import Mention
from summarizers.dates.lexicon import MONTHS
from summarizers.dates.nearest import nearest
from summarizers.dates.patterns import DAY, MONTH
from summarizers.dates.reckoning import ON_OR_AFTER, PERIODS, Anchor, Memory, Previous
from summarizers.dates.rows import in_its_row
from summarizers.dates.story import counted_from, ends_an_aside, is_of_its_year, is_said_then
from summarizers.dates.tense import direction as tense_direction
from summarizers.dates.tense import is_moved_from, was_to_be

_NEAR: Final = 300
_SAME_SENTENCE: Final = 150
_PERIOD_REACH: Final = 800
_ADOPTED: Final = frozenset({"day", "month", "quarter", "half", "season"})
_A_STORY: Final = 3


def anchor(lower: str, mention: Mention, published: dt.date | None, memory: Memory) -> Anchor:
    """The anchor of `mention`; `lower` is the text in lower case, `memory` what was named before it."""
    told = _in_story(lower, mention, memory) if memory.story else None
    if told is None and published is not None:
        told = _in_news(lower, mention, published, memory)
    return told or Anchor(None)


def _in_news(lower: str, mention: Mention, published: dt.date, memory: Memory) -> Anchor:
    """The anchor in a text that tells of its own days."""
    fields = mention.fields
    if fields.from_previous or fields.echo:
        return _from_previous(lower, mention, published, memory)
    if fields.unit is not None and fields.shift is not None:
        return Anchor(published)
    if fields.grain == "time" and fields.month is None and fields.weekday is None:
        return Anchor(day_of_clock(lower, mention, published, memory.last))
    if fields.year is not None:
        return Anchor(published)
    if fields.direction is not None:
        return Anchor(_not_tomorrow(mention, published), fields.direction)
    row = None if memory.row is None else in_its_row(lower, mention, published, memory.row)
    return _undirected(lower, mention, published, memory) if row is None else row


def _not_tomorrow(mention: Mention, published: dt.date) -> dt.date:
    """From when `next Thursday` is looked for: who writes on a Wednesday calls the next day tomorrow."""
    fields = mention.fields
    named = fields.direction == 1 and not fields.plus and fields.weekday == published.isoweekday() % 7 + 1
    return published + dt.timedelta(days=1) if named and published < dt.date.max else published


def _in_story(lower: str, mention: Mention, memory: Memory) -> Anchor | None:
    """The time named before, for what counts from it because the whole text tells of other years."""
    if mention.fields.from_previous or mention.fields.echo:
        return _after(lower, mention, memory)
    previous = memory.last
    days = bounds(previous.value) if previous is not None else None
    if previous is None or days is None:
        return None
    told = counted_from(lower, mention, days, previous.grain)
    return Anchor(*told) if told else None


def _from_previous(lower: str, mention: Mention, published: dt.date, memory: Memory) -> Anchor:
    after = _after(lower, mention, memory)
    if after is not None:
        return after
    if mention.fields.grain == "quarter":
        return _ended_quarter(lower, mention, published) or Anchor(
            published, _unnamed_quarter(lower, mention, published)
        )
    return Anchor(published, mention.fields.direction or 0)


def _after(lower: str, mention: Mention, memory: Memory) -> Anchor | None:
    """The time named before, for what says that it counts from it; None where there is none."""
    fields = mention.fields
    previous = _relevant(mention, memory)
    days = bounds(previous.value) if previous else None
    if previous is None or days is None:
        return None
    if fields.grain == "week" and _counts_on(lower, mention, previous):
        return Anchor(days[0], grain="day")
    if not fields.from_previous:
        return Anchor(days[0], grain=previous.grain) if previous.grain in PERIODS else None
    if fields.grain == "year" and fields.unit == "year" and fields.echo and previous.grain in _ADOPTED:
        return Anchor(days[0], grain=previous.grain)
    direction = 0 if fields.grain in PERIODS else fields.direction or 0
    beyond = direction > 0 and previous.grain in _WEEKS
    return Anchor(days[1] if beyond else days[0], direction, part=_part(previous.value))


_WEEKS: Final = frozenset({"week", "weekend"})
"""What `the following Tuesday` is behind the whole of."""


def _counts_on(lower: str, mention: Mention, previous: Previous) -> bool:
    """Whether weeks are counted on from a day just named: `opens on 3 May and closes a week later`."""
    near = previous.grain in {"day", "time"} and mention.start - previous.end < _SAME_SENTENCE
    if not near or lower.startswith(("week ", "the week "), mention.start):
        return False
    return lower.endswith(("later", "after", "afterwards"), mention.start, mention.end)


def _relevant(mention: Mention, memory: Memory) -> Previous | None:
    """The quarter named not long ago for what speaks of quarters or years before, else the time before."""
    fields, period = mention.fields, memory.period
    near = period is not None and mention.start - period.end < _PERIOD_REACH
    if near and (fields.grain in PERIODS or fields.echo):
        return period
    return None if fields.grain in PERIODS else memory.last


_ENDED: Final = re.compile(rf" ended (?P<mon>{MONTH}) {DAY}")


def _ended_quarter(lower: str, mention: Mention, published: dt.date) -> Anchor | None:
    """`the quarter ended June 30` is the one with June; None where no such day follows."""
    ended = _ENDED.match(lower, mention.end)
    return Anchor(published, -1, part=(MONTHS[ended["mon"].rstrip(".")] + 2) // 3) if ended else None


def _unnamed_quarter(lower: str, mention: Mention, published: dt.date) -> int:
    """`the latest quarter`, or `the quarter` just after one has ended, is the publication's last one."""
    if mention.fields.direction is not None or mention.fields.shift is not None:
        return mention.fields.direction or 0
    into = 31 * ((published.month - 1) % 3) + published.day
    just_ended = into <= _JUST_ENDED
    return -1 if just_ended and tense_direction(lower, mention.start, mention.end) != 1 else 0


_JUST_ENDED: Final = 46


def _part(value: str) -> int | None:
    return int(value[6]) if len(value) == len("1999-Q1") and value[5] in "QH" else None


def _undirected(lower: str, mention: Mention, published: dt.date, memory: Memory) -> Anchor:
    fields = mention.fields
    if fields.weekday is not None and fields.month is None and fields.day is None:
        return after_the_first(lower, mention, memory) or _weekday(lower, mention, published, memory)
    if (fields.month or fields.day) and (first := after_a_day(lower, mention, memory)) is not None:
        return first
    of_its_year = (
        _of_its_year(lower, mention, memory)
        or in_the_year_ahead(lower, mention, published, memory)
        or in_the_time_ahead(lower, mention, published, memory)
    )
    if of_its_year is not None:
        return of_its_year
    if fields.fiscal:
        return Anchor(published, 0)
    if lower.endswith(" ended ", 0, mention.start):
        return Anchor(published, -1)
    years_back = None if fields.grain in {"quarter", "half", "weekend"} else _historic(lower, mention, memory)
    if years_back is not None and tense_direction(lower, mention.start, mention.end) != 1:
        return Anchor(years_back, 0)
    return _of_some_year(lower, mention, published, memory)


def _of_some_year(lower: str, mention: Mention, published: dt.date, memory: Memory) -> Anchor:
    """The nearest one; behind a day ahead, with no verb of its own, the next one after that."""
    fields, beside = mention.fields, goes_on(lower, mention, published, memory)
    first = _day_of(memory.last) if beside and fields.grain == "day" else None
    if first is not None and (first.month, first.day) <= (fields.month or 0, fields.day or 0):
        return Anchor(first, ON_OR_AFTER)
    return Anchor(published, nearest(lower, mention, published, beside=beside))


def _day_of(previous: Previous | None) -> dt.date | None:
    """The day named before, if it was one."""
    days = bounds(previous.value) if previous is not None and previous.grain == "day" else None
    return days and days[0]


_DATED: Final = frozenset({"day", "month", "season"})


def _weekday(lower: str, mention: Mention, published: dt.date, memory: Memory) -> Anchor:
    """The publication's own weekday is that day; any other is past unless a word near it looks ahead.

    Or where no verb is near an hour of it, or what is announced for a day (`results Tuesday`).
    So is the second of two days of one verb, where the first is ahead. What was to be on a day that is just
    over is not for the next one.
    """
    if mention.fields.weekday == published.isoweekday():
        return after_a_deed(lower, mention, published, memory.last) or Anchor(published, ON_OR_AFTER)
    lean = tense_direction(lower, mention.start, mention.end)
    if lean == 1 and _is_just_over(mention, published) and was_to_be(lower, mention.start):
        return Anchor(published, -1)
    if is_moved_from(lower, mention.start):
        return Anchor(published, -1 if _is_just_over(mention, published) else 1)
    beside = beside_one_ahead(lower, mention, published, memory.last) if lean is None else None
    return beside or Anchor(published, lean or (1 if _is_announced(lower, mention) else -1))


def _is_announced(lower: str, mention: Mention) -> bool:
    """Whether a weekday without a verb stands in an announcement."""
    start, fields = mention.start, mention.fields
    has_hour = fields.grain == "time" and ":" in (fields.clock or "")
    if has_hour and not lower.endswith(_TOLD_OF, 0, start):
        return _DONE.search(lower, max(0, start - _REACH), start) is None
    announced = _ANNOUNCED.search(lower, max(0, start - _REACH), start)
    return announced is not None and _TOLD.match(lower, mention.end, mention.end + _NEAR_BEHIND) is None


_ANNOUNCED: Final = re.compile(
    r"\b(?:results?|earnings|figures|data|minutes|sale|presale|vote|hearing|draw|final|kick-?off|deadline)"
    r"(?: on| at)? $|\b(?:consumer|producer|house|home|import|export|wholesale) prices $"
)
_TOLD: Final = re.compile(
    r":|(?: (?:from|of|by|with|at|for|between) [^.;,]{2,40}?)? (?:(?:show|leave|point|suggest|put|indicate"
    r"|mean|confirm|reveal|keep|make|signal|underline|underscore|highlight)s?|left)\b"
)
"""Behind a day on which something was told: `minutes Wednesday show`, `Results Tuesday: Steel up`."""
_NEAR_BEHIND: Final = 60
_DONE: Final = re.compile(r"\b(?:[a-z]{2,}ed|taken|found|shot|seen|hit|left|dead|born|drawn|stolen) $")
"""Before an hour, what was done at it: `the photo, taken 10am Saturday`."""
_TOLD_OF: Final = (" at ", " on ", " by ", " about ", " around ", " before ", " after ")
"""Before an hour of which a sentence tells: an announcement names it without."""
_REACH: Final = 16


def _is_just_over(mention: Mention, published: dt.date) -> bool:
    """Whether the last such weekday was one or two days ago."""
    return (published.isoweekday() - (mention.fields.weekday or 0)) % 7 <= _A_FEW_DAYS


_A_FEW_DAYS: Final = 2


def _of_its_year(lower: str, mention: Mention, memory: Memory) -> Anchor | None:
    """The year that the sentence opens with: `In 1453 the siege began on 6 April`; None without one."""
    previous = memory.last
    if previous is None or previous.grain != "year" or mention.fields.grain not in _DATED:
        return None
    days = bounds(previous.value)
    return Anchor(days[0]) if days and is_of_its_year(lower, previous.end, mention.start) else None


def _historic(lower: str, mention: Mention, memory: Memory) -> dt.date | None:
    """The time before, where a story told in an earlier year goes on (`In 1912 … By March …`).

    One old date does not make a story: news recalls 1988 and goes on with last April. Nor do bare years,
    where somebody then said something (`merged in 1926 and failed in 1982. In March it said …`).
    """
    previous = memory.last
    if previous is None or memory.in_the_past < _A_STORY or mention.start - previous.end > _NEAR:
        return None
    if previous.grain == "year" and is_said_then(lower, mention):
        return None
    if ends_an_aside(lower, previous.end, mention.start):
        return None
    days = bounds(previous.value)
    return None if days is None or previous.grain in {"decade", "century"} else days[0]
