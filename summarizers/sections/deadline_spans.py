"""Two dates that are one event: `10 to 21 November`, `the October 31 deadline by two weeks`."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from summarizers.dates.bounds import bounds
from summarizers.dates.patterns import INSET
from summarizers.dates.types import Timex
from summarizers.sections import deadline_refusals as no
from summarizers.sections.deadline_put_off import is_put_off_by
from summarizers.sections.deadline_stretches import end_of_stretch

_RANGE: Final = re.compile(r" ?(?:-|–|—|to|through|thru|until|till) ?(?:the )?")
_PAIR: Final = re.compile(r" and (?:the )?")
_MOVING: Final = re.compile(
    r"\b(?:extend|prolong|postpon|delay|mov|push|shift|reschedul|defer|adjourn|slip|brought|bring|put|chang)"
)
_MOVED: Final = re.compile(
    r"\b(?:was|were|has been|have been|is|are|being|be) (?:[a-z]+ )?(?:extend|prolong|postpon|delay|mov|"
    r"push|shift|"
    r"reschedul|defer|put)"
)
_BY: Final = re.compile(
    r"^,?[^.;,]{0,40}?\b(?:back )?by(?: another| a further| an extra| up to| at least| a| an)? ?$"
)
_NEAR: Final = 120
"""Characters before a date in which a verb of moving may be its own."""
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


class Span:
    """A date of a sentence, with the last day of its range or the length by which it moves, if it has one.

    Where its words are a length that is counted from another date of the sentence, it is the end of that:
    `since` is the other date.
    """

    __slots__ = ("last", "length", "since", "timex")

    def __init__(
        self, timex: Timex, last: Timex | None = None, length: Timex | None = None, since: Timex | None = None
    ) -> None:
        self.timex: Final = timex
        self.last: Final = last
        self.length: Final = length
        self.since: Final = since

    @property
    def end(self) -> int:
        """Where its words end."""
        return (self.length or self.last or self.timex).end


def spans(timexes: list[Timex], lower: str, offset: int) -> list[Span]:
    """The dates of a sentence, `lower` in lower case from `offset` of the text, the two of a range as one."""
    found: list[Span] = []
    for one in timexes:
        timex = _as_term(one, lower, offset)
        before = found[-1] if found else None
        if before and _is_the_same(before.timex, timex, lower, offset):
            continue
        if before and (hour := _hour_of(before.timex, timex, lower, offset)):
            found[-1] = Span(timex._replace(type="TIME", value=f"{timex.value}{hour}", tz=before.timex.tz))
            continue
        if before and before.last is None and _says_which(before.timex, timex, lower, offset):
            found[-1] = Span(timex._replace(start=before.timex.start))
            continue
        if before and before.last is None and _is_last(before.timex, timex, lower, offset):
            found[-1] = Span(before.timex, timex, before.length, before.since)
        elif found and (length := _moved_by(found, timex, lower, offset)) is not None:
            moved = timex._replace(start=length.start, end=length.end)
            found[:] = [*(one for one in found if one.end < length.start), Span(moved, length=length)]
        elif before and _is_length(before, timex, lower, offset):
            found[-1] = Span(before.timex, before.last, timex, before.since)
        else:
            _append(found, timex, lower, offset)
    return found


def _append(found: list[Span], timex: Timex, lower: str, offset: int) -> None:
    """Add a date of its own, or a length with the day on which it ends, if the one before tells that."""
    before = found[-1] if found else None
    ends = None if before is None else end_of_stretch(before.timex, timex, lower, offset)
    if before is None or ends is None or before.last or before.length:
        if before is not None and _tells_how_far_off(before, timex, lower, offset):
            found.pop()
        found.append(Span(timex))
    elif timex.type == "DURATION":
        found.append(Span(ends, since=before.timex))
    else:
        found[-1:] = (
            [Span(ends, since=timex)]
            if _is_of_an_ultimatum(before.timex, timex, lower, offset)
            else [
                Span(ends, since=timex),
                Span(timex),
            ]
        )


def _is_of_an_ultimatum(length: Timex, since: Timex, lower: str, offset: int) -> bool:
    """Whether nothing begins on the day from which a length counts."""
    return "ultimatum" in lower[length.end - offset : since.start - offset]


def _says_which(first: Timex, second: Timex, lower: str, offset: int) -> bool:
    """Whether a day tells behind a colon when in a longer time it is: `next spring: 29 April`."""
    if lower[first.end - offset : second.start - offset] != ": " or _DAY.match(second.value) is None:
        return False
    longer, day = bounds(first.value) if first.type == "DATE" else None, bounds(second.value)
    return (
        longer is not None and day is not None and longer[0] < longer[1] and longer[0] <= day[0] <= longer[1]
    )


def _is_the_same(first: Timex, second: Timex, lower: str, offset: int) -> bool:
    """Whether an hour stands in brackets behind another, of which it tells the zone: `midday (1100 GMT)`."""
    if first.type != "TIME" or second.type != "TIME":
        return False
    return _ZONED.fullmatch(lower[first.end - offset : second.start - offset]) is not None


def _hour_of(first: Timex, second: Timex, lower: str, offset: int) -> str:
    """The hour of the day behind it, where only its deadline stands between: `a 5pm deadline on Friday`."""
    if first.type != "TIME" or second.type != "DATE" or len(second.value) != len("2026-10-12"):
        return ""
    if _OF_THE_DAY.fullmatch(lower[first.end - offset : second.start - offset]) is None:
        return ""
    hour = _BARE_HOUR.fullmatch(lower[first.start - offset : first.end - offset])
    return first.value[len("2026-10-12") :] if hour else ""


_OF_THE_DAY: Final = re.compile(r" (?:deadline|cut-?off|ultimatum|curfew|kick-?off|start)(?: on| of| for)? ")
_BARE_HOUR: Final = re.compile(
    r"(?:\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\.?)?|noon|midday|midnight)(?: [a-z]{2,5}(?: time)?)?"
)


_ZONED: Final = re.compile(r"(?: local(?: time)?)? \(")


_TERMS: Final = {
    "the next day": "P1D",
    "the next week": "P1W",
    "the next month": "P1M",
    "the next year": "P1Y",
}
_IN: Final = (" in ", " within ")


def _as_term(timex: Timex, lower: str, offset: int) -> Timex:
    """`within the next week` as so long from now, not as the week that the calendar has next."""
    value = _TERMS.get(lower[timex.start - offset : timex.end - offset])
    if value is None or not lower.endswith(_IN, 0, timex.start - offset):
        return timex
    return timex._replace(type="DURATION", value=value)


def _tells_how_far_off(before: Span, timex: Timex, lower: str, offset: int) -> bool:
    """Whether a length only tells how far off the day behind it is: `in a fortnight, on 29 November`."""
    if before.timex.type != "DURATION" or before.length is not None or timex.type not in {"DATE", "TIME"}:
        return False
    return _APPOSED.fullmatch(lower, before.end - offset, timex.start - offset) is not None


_APPOSED: Final = re.compile(r"(?:['’]s?)?(?: time)?, on (?:the )?")


_OR: Final = re.compile(r",? or (?:in |on |by |(?:at )?the )?")
_MOST_BETWEEN: Final = dt.timedelta(days=100)
_A_DAY: Final = dt.timedelta(days=1)


def _is_alternative(first: Timex, second: Timex, lower: str, offset: int) -> bool:
    """Whether it is then or a little later: `in late June or early July`, `on Monday or Tuesday`."""
    if _OR.fullmatch(lower, first.end - offset, second.start - offset) is None:
        return False
    one, other = bounds(first.value), bounds(second.value)
    if one is None or other is None or "T" in f"{first.value}{second.value}":
        return False
    both_days = one[0] == one[1] and other[0] == other[1]
    return one[0] < other[0] and other[0] - one[1] <= (_A_DAY if both_days else _MOST_BETWEEN)


def _is_last(first: Timex, second: Timex, lower: str, offset: int) -> bool:
    if _is_alternative(first, second, lower, offset):
        return True
    days = _DAY.match(first.value), _DAY.match(second.value)
    if days[0] is None or days[1] is None or days[1][0] < days[0][0]:
        return False
    start, gap = first.start - offset, lower[first.end - offset : second.start - offset]
    if days[1][0] == days[0][0]:
        return _are_hours(first, second) and (
            _RANGE.fullmatch(gap) is not None or (gap == " and " and lower.endswith("between ", 0, start))
        )
    if lower.endswith(("between ", "between the "), 0, start):
        linked = gap == " and "
    else:
        linked = _RANGE.fullmatch(gap) is not None or _is_pair(first, second, gap)
    return linked and _MOVING.search(INSET.sub("", lower[:start])[-_NEAR:]) is None


def _is_pair(first: Timex, second: Timex, gap: str) -> bool:
    """Whether it is one day and the next: `14 and 15 November`, not two dates that differ."""
    follows = first.value[:7] == second.value[:7] and int(second.value[8:10]) - int(first.value[8:10]) == 1
    bare = first.text.isdigit() or second.text.isdigit()
    return follows and bare and _PAIR.fullmatch(gap) is not None


def _are_hours(first: Timex, second: Timex) -> bool:
    """Whether two times of one day are hours of the clock, the second the later one."""
    return first.value < second.value and ":" in first.value and ":" in second.value


_EXTENDED: Final = re.compile(
    r"\b(?:extend|prolong|renew)[a-z]*(?: [^.;]{2,80}?)? (?:by|for)(?: another| a further| an extra)? $"
)
_HELD_UNTIL: Final = re.compile(
    r",? (?:[a-z-]+ ){0,4}?(?:before|as|when|which) (?:(?:it|they|the [a-z-]+) )?(?:was|were|is|are|had "
    r"been) "
    r"(?:due |set |scheduled |about |supposed )?to (?:have )?(?:expire|lapse|end|run out|close)d?(?: at| "
    r"on)?(?: the)? "
)


def _moved_by(found: list[Span], timex: Timex, lower: str, offset: int) -> Timex | None:
    """The length told before a date by which it moves: `prolonged by a week, hours before it was to end`."""
    start = timex.start - offset
    if timex.type == "DURATION" or not lower.endswith(_BEFORE_A_DAY, 0, start):
        return None
    for span in found[-2:]:
        length = span.timex
        if length.type != "DURATION" or not _HELD_UNTIL.fullmatch(lower, length.end - offset, start):
            continue
        at = length.start - offset
        return length if _EXTENDED.search(lower, max(0, at - _LONGEST_HEAD), at) else None
    return None


_BEFORE_A_DAY: Final = (" at ", " on ", " the ", "expire ", "lapse ", "end ", "out ", "close ")
_LONGEST_HEAD: Final = 120


_BEYOND: Final = re.compile(r"\b(?:extend|prolong|renew)[a-z]* [^.;]{2,80}? beyond (?:its|their|the) $")
_PAST_ITS_END: Final = re.compile(
    r" (?:deadline|expiry(?: date)?|end|cut-?off),? (?:by|for)(?: another| a further| an extra| a| an)? ?$"
)
"""Behind the day beyond which something is renewed: `beyond its June 30 deadline for another six months`."""


def _is_length(before: Span, timex: Timex, lower: str, offset: int) -> bool:
    """Whether a duration tells how far the date before it moves."""
    if timex.type != "DURATION" or before.timex.type == "DURATION":
        return False
    gap = lower[before.end - offset : timex.start - offset]
    at = before.timex.start - offset
    if _PAST_ITS_END.match(gap) and _BEYOND.search(lower, max(0, at - _LONGEST_HEAD), at):
        return True
    if "forward" in gap or "by" not in gap or _BY.match(gap) is None:
        return False
    told = lower[: before.timex.start - offset]
    return bool(no.MOVING.search(told) or _MOVED.search(gap)) or is_put_off_by(told, gap)
