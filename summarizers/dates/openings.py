"""Where an expression may begin: one pattern over all trigger words and numbers of the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from summarizers.dates.lexicon import MONTHS, ORDINALS, SCALES, SMALL_NUMBERS, TENS, UNITS, WEEKDAYS, ZONES
from summarizers.dates.patterns import branches, shared_prefixes

_SYMBOLS: Final = frozenset({"0", "a", "q", "h", "fy"})
"""Triggers that are no whole words."""

_FIRST_WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)*|0")
_WORD_ENDS: Final = r"(?![a-z])"


def first_word(trigger: str) -> str:
    """The word that `trigger` begins with: `new` of `new year['’]s eve`."""
    word = _FIRST_WORD.match(trigger)
    return trigger if word is None else word[0]


def opening(triggers: Iterable[str]) -> re.Pattern[str]:
    """What to search for in lower-case text: the mark before and the first word, or the number.

    The mark is part of it because most marks are found at once, and what is not behind one is not looked at.
    It leaves out where no rule can read anything: trigger words without what has to stand behind them, and
    numbers that count no times. All alternatives are of one level and begin with a letter or a digit, so that
    a mark before another one costs least.
    """
    rests: dict[str, list[str]] = {}
    for trigger in dict.fromkeys(triggers):
        word = first_word(trigger)
        rests.setdefault(word, []).append(trigger[len(word) :])
    words = {word: _follows(word, found) for word, found in rests.items() if word not in _SYMBOLS}
    others = (f"an?{_AFTER_ARTICLE}", r"[qh][1-4](?:(?!\w)|(?=fy))", r"fy ?['’]?\d", _NUMBER)
    return re.compile(f"[^a-z0-9_@](?:{'|'.join((*branches(words), *others))})")


def _follows(word: str, rests: list[str]) -> str:
    """What has to stand behind a trigger word, by its triggers or because it counts."""
    if all(rests):
        return f"{_WORD_ENDS}(?={'|'.join(rests)})"
    return f"{_WORD_ENDS}{_AFTER_NUMBER_WORD}" if word in _NUMBER_WORDS else _WORD_ENDS


def trigger_of(hit: re.Match[str]) -> str:
    """The first word of the triggers that a hit of an `opening` stands for, or `BEFORE_A_MONTH`."""
    found = hit[0][1:]
    if not found[-1].isdigit():
        return "a" if found == "an" else found
    if found.isdigit():
        end = hit.end()
        return BEFORE_A_MONTH if hit.string[end : end + 4] in _BEGINS_A_MONTH else "0"
    first = found[0]
    return "0" if first.isdigit() else "fy" if first == "f" else first


BEFORE_A_MONTH: Final = "0 month"
"""Digits before a space and a word like a month: what reads hours, weeks and years need not be asked."""
_BEGINS_A_MONTH: Final = frozenset(f" {name[:3]}" for name in MONTHS)


_AFTER_ARTICLE: Final = (
    r"(?= (?:few|couple|good|full|additional|further|extra|hundred|thousand|dozen|half|second|"
    r"minute|hour|day|week|fortnight|month|quarter|year|"
    r"decade|century)\b)"
)
_WORDS_AFTER: Final = (*MONTHS, *ZONES, "am", "pm", "h", "of", "bc", "bce", "b.c", "ad", "a.d", "ce", "c.e")
_STEMS_AFTER: Final = (
    *UNITS, "local", "noon", "mid", "a.", "p.", "o'", "o’", "in the", "to", "and", "or", "through", "until",
    "more", "additional", "full", "straight", "consecutive", "further", "extra", "trading", "business",
    "working", "calendar", "fiscal", "whole", "long", "short", "solid",
    *(name for name in WEEKDAYS if name.endswith("day")),
)  # fmt: skip
"""What may follow a number that counts or tells times, whole words and beginnings of words."""

_AFTER_NUMBER: Final = shared_prefixes(
    dict.fromkeys(_STEMS_AFTER, "") | dict.fromkeys(_WORDS_AFTER, _WORD_ENDS)
)
_NUMBER_WORDS: Final = frozenset({*SMALL_NUMBERS, *TENS, "several", "many", "some"})
_AFTER_NUMBER_WORD: Final = (
    r"(?=:| ?[-–]? ?(?:\d|"
    + shared_prefixes(dict.fromkeys((*_STEMS_AFTER, *SMALL_NUMBERS, *TENS, *ORDINALS, *SCALES, "oh"), ""))
    + "))"
)
"""Behind `two`: what it may count or go on with, beginnings of words; most count no times."""

_NO_LIST: Final = r",(?! ?\d| (?:the|and|or|&))"
"""A comma behind which no further day of a list stands."""

_MONTH_BEGINS: Final = r"(?:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)"
"""Behind the stop of an ordinal (`3. April`)."""

_BEFORE_A_CLOCK: Final = (r"\b(?:at|by|to)", r"\b(?:from|till|than)", r"\b(?:until|after)", r"\bbefore")
_STOPPED: Final = (
    r"(?:(?<=[0-2])\d)?\.[0-5]\d(?![\d%])(?:"
    + "|".join(rf"(?<={word} {hour}\.\d\d)" for word in _BEFORE_A_CLOCK for hour in (r"\d", r"\d\d"))
    + ")"
)
"""The rest of a time with a stop, behind a word that times have before them (`by 18.30 on Thursday`)."""

_NUMBER: Final = (
    r"\d(?:\d{3}(?!\d)|\d*+(?:(?<=['’‘]\d\d)|(?!(?:,\d{3})*+(?:\.\d+)?+"
    rf"(?:%|[.;)](?!\d| {_MONTH_BEGINS})"
    rf"|(?<!\d\d\d){_NO_LIST}| (?!{_AFTER_NUMBER})[a-z])))|{_STOPPED})"
)
"""Digits: four may be a year, two behind an apostrophe too; others must have behind them what times have.

Shares, sums, ages, scores and all that is counted in people or miles are most numbers in news.
"""
