"""A length that is counted from a day beside it: `suspended on 20 November for 60 days` ends in January."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from summarizers.dates.bounds import bounds
from summarizers.dates.types import Timex
from summarizers.sections import deadline_cues as cues
from summarizers.sections import deadline_refusals as no
from summarizers.sections.deadline_dates import after_period

_LASTING: Final = re.compile(
    r"\b(?:suspend|ban(?=n)|barr|clos|shut|halt|ground|fro(?:ze|zen)|jail|remand|detain|impos|declar|grant|"
    r"appoint|lock|block|restrict|plac|put on|bann|allow|authori[sz]|began|begin|start|open|take|took|"
    r"c[ao]me into|introduc|quarantin|seal|struck off|expel|waiv|paus|stop|bar\b|run|last|in force|in place)"
    r"[a-z]*\b[^.;]*$"
)
"""Before the day: what goes on from then, where `met on 3 May for two days` only tells how long."""
_FOR: Final = re.compile(r",? for (?:an? )?(?:initial |further |total of |period of |up to |at least )*")
_CLOCK: Final = r"(?: at [a-z0-9.: ]{1,12})?"
_LASTS: Final = re.compile(
    rf"{_CLOCK},? (?:and |which |that |it )?(?:runs?|lasts?|"
    r"(?:will|would|should|can|(?:is|are|was|were) (?:due |expected |set )?to) "
    r"(?:run|last|continue|be in force|(?:stay|remain) in (?:force|place)))"
    r"(?: for)?(?: an?)?(?: initial| at least| up to)* "
)
"""Between the day and the length."""
_FROM: Final = re.compile(
    r",? (?:starting|beginning|commencing|effective|counted|counting|with effect)(?: (?:from|on))? (?:the )?"
    r"|,? from (?:the )?"
)
_THING: Final = (
    r"(?:truce|ceasefire|period|suspension|ban|consultation|window|lockdown|curfew|pause|moratorium|freeze|"
    r"closure|shutdown|deployment|countdown|notice|waiver|exemption|embargo|pilot|extension|order|mandate|lease|"
    r"ultimatum)"
)
"""What ends by its term, where a trial or a match only takes so long."""
_HAS_A_TERM: Final = re.compile(rf"\b{_THING}s?\b")
_STARTING: Final = r"(?:starting|beginning|commencing|effective|from)"
_BEGAN: Final = re.compile(
    rf" (?:[a-z’'-]+ ){{0,3}}{_THING}['’”\"]?(?: (?:on|of|for|in|at|between|with|from) [a-z’' -]{{2,40}}?)?"
    r",?(?: (?:which|that))? (?:(?:(?:will|is to) )?(?:beg[aiu]n|start(?:ed)?|open(?:ed)?|t(?:ook|ake) "
    rf"effect|c[ao]me into force)s?|takes effect|comes into force|{_STARTING})"
    rf"{_CLOCK}(?: on| in| from)?(?: the)? "
)
"""Between the length and the day, where the length stands first."""
_UNDONE: Final = re.compile(
    r"[^.;]*\b(?:lifted|overturned|quashed|cut short|ended early|rescinded|annulled|revoked|extended|"
    r"prolonged)\b"
)
"""Behind both: it does not end then."""
_LONGEST_GAP: Final = 80
_LONGEST_HEAD: Final = 200
"""Characters before both that may tell what goes on."""
_COUNTED: Final = re.compile(r"P\d+[DWM]")


def end_of_stretch(first: Timex, second: Timex, lower: str, offset: int) -> Timex | None:
    """The length of the two with the day on which it ends; None where neither is counted from the other.

    `first` stands before `second` in a sentence, which is `lower` in lower case from `offset` of the text.
    """
    if (first.type == "DURATION") == (second.type == "DURATION") or second.start - first.end > _LONGEST_GAP:
        return None
    length, since = (second, first) if second.type == "DURATION" else (first, second)
    if since.type not in {"DATE", "TIME"} or _COUNTED.fullmatch(length.value) is None:
        return None
    start, gap = first.start - offset, lower[first.end - offset : second.start - offset]
    counted = _is_counted_on if length is second else _is_counted_back
    told = counted(lower[max(0, start - _LONGEST_HEAD) : start], length.text, gap)
    days = bounds(since.value) if told else None
    if days is None or days[0] != days[1] or _UNDONE.match(lower, second.end - offset):
        return None
    head = lower[max(0, start - _LONGEST_HEAD) : start]
    ends = after_period(length.value, days[0])
    if ends is None:
        return None
    counts = _lasts_all_day(head, lower, second.end - offset) and _is_few(
        head if length is second else gap, length.value
    )
    last = ends.first - _A_DAY if counts else ends.first
    at = _told_at(first, second, length, gap)
    return length._replace(type="DATE", value=last.isoformat(), start=at[0], end=at[1])


def _lasts_all_day(head: str, lower: str, behind: int) -> bool:
    """Whether the day from which it counts is the first of its days: closed on 12 May for two days.

    A term to do something is not: who has ten days from 1 December to appeal may do so on the 11th.
    """
    if _TERM.search(head) or cues.GIVEN.search(head) or no.TO_DO.match(lower[behind : behind + _LONGEST_GAP]):
        return False
    return _ALL_DAY.search(head) is not None


def _is_few(before: str, length: str) -> bool:
    """Whether it is for some days. Terms run for weeks, and a long count of days is one too."""
    counted = _DAYS.fullmatch(length)
    most = _MOST_FROM if _FROM_A_DAY.search(before) else _MOST_ON
    return counted is not None and int(counted["n"]) <= most


_ALL_DAY: Final = re.compile(
    r"\b(?:clos(?:e[sd]?|ing)|shut(?:s|ting)?|strik(?:es?|ing)|walk(?:s|ed|ing)? out|stop(?:s|ped|ping)? "
    r"work|runs?|running|stag(?:es?|ed|ing))\b[^.;]*$"
)
"""Before both: what goes on through each of its days."""
_TERM: Final = re.compile(r"\b(?:periods?|window|offer|comments?|consultation|term|notice)\b")
"""What runs for so many days from one is over when they are."""
_A_DAY: Final = dt.timedelta(days=1)
_DAYS: Final = re.compile(r"P(?P<n>\d+)D")
_FROM_A_DAY: Final = re.compile(r"\b(?:from|starting|beginning|commencing)(?: on)?(?: the)? $")
_MOST_FROM: Final = 14
_MOST_ON: Final = 3


def _told_at(first: Timex, second: Timex, length: Timex, gap: str) -> tuple[int, int]:
    """Where the words for the end stand: both, where they are one expression, else what names no thing."""
    if _PLAIN.fullmatch(gap):
        return first.start, second.end
    told = second if length is first and _IS_STARTING.search(gap) else length
    return told.start, told.end


_PLAIN: Final = re.compile(f"{_FOR.pattern}|{_FROM.pattern}")
"""Between two that stand as one expression."""
_IS_STARTING: Final = re.compile(rf" {_STARTING}(?: on| in| from)?(?: the)? $")


def _is_counted_on(before: str, _length: str, gap: str) -> bool:
    """Whether a length goes on from the day before it."""
    if _LASTS.fullmatch(gap) is not None:
        return _HAS_A_TERM.search(before) is not None
    return _FOR.fullmatch(gap) is not None and _LASTING.search(before) is not None


def _is_counted_back(before: str, length: str, gap: str) -> bool:
    """Whether a length goes on from the day behind it, and is no rate (`120 dollars a month from Monday`)."""
    if _FROM.fullmatch(gap) is not None:
        return before.endswith(" for ") or (length[:2] != "a " and cues.GIVEN.search(before) is not None)
    return "-" in length and _BEGAN.fullmatch(gap) is not None
