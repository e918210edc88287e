"""Fragments of which the rules' patterns are made. All match lower-case text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from summarizers.dates.lexicon import CITY_ZONES, ORDINALS, SMALL_NUMBERS, TENS, ZONES


def one_of(words: list[str] | tuple[str, ...]) -> str:
    """An alternation, longest first, so that no word hides a longer one."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def shared_prefixes(words: Mapping[str, str]) -> str:
    """One pattern for many words in which equal beginnings are tried once; much faster than a flat one.

    Each word stands with what has to follow it.
    """
    tails = branches(words)
    return tails[0] if len(tails) == 1 else f"(?:{'|'.join(tails)})"


def branches(words: Mapping[str, str]) -> list[str]:
    """The alternatives of `shared_prefixes`, one for each first letter, the shortest word last."""
    by_letter: dict[str, dict[str, str]] = {}
    for word, follows in words.items():
        by_letter.setdefault(word[:1], {})[word[1:]] = follows
    own = by_letter.pop("", None)
    tails = [re.escape(letter) + shared_prefixes(rest) for letter, rest in by_letter.items()]
    return tails + ([] if own is None else [*own.values()])


MONTH: Final = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)"
)
WEEKDAY: Final = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|(?:mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat|sun)\b\.?)"
)
YEAR: Final = r"(?:1[0-9]|20)\d\d(?![\d%]|[.,:]\d)"
SEASON: Final = r"(?:spring|summer|autumn|fall|winter)(?:time)?"
ORDINAL_WORD: Final = one_of([*ORDINALS, *(word.replace("-", " ") for word in ORDINALS if "-" in word)])
DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
UNIT: Final = (
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weekends?|weeks?|fortnights?|months?|quarters?|"
    r"years?|yrs?|decades?|century|centuries|millennium|millennia)\b"
)
PLURAL_UNIT: Final = (
    r"(?:minutes|hours|days|weekends|weeks|fortnights|months|quarters|years|decades|centuries|millennia)\b"
)
_SMALL: Final = one_of([*SMALL_NUMBERS])
_TENS: Final = one_of([*TENS])
WORD_NUMBER: Final = (
    rf"(?:(?:{_TENS}(?:[ -]{_SMALL})?|{_SMALL}|an?|several|a few)(?: (?:hundred|thousand|dozen|million))"
    rf"(?: (?:and )?{_TENS}(?:[ -]{_SMALL})?| (?:and )?{_SMALL})?"
    rf"|{_TENS}(?:[ -]{_SMALL})?|{_SMALL})"
)
DIGITS: Final = r"(?>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?: ?(?:1/2|½))?)"
"""Whole, so that what follows is not tried again behind each part of a number."""

VAGUE: Final = (
    r"(?:a few(?: more)?|(?:a good )?many|several|(?:a )?couple(?: of)?|few|some|a number of|"
    r"various|countless|(?:dozens|scores|hundreds|thousands) of|multiple|numerous)"
)
NUMBER: Final = rf"(?:{DIGITS}|(?!\d){WORD_NUMBER})"
ZONE: Final = (
    r"(?:\(?(?:"
    + one_of([zone for zone in ZONES if zone not in {"eastern", "central", "mountain", "pacific"}])
    + r"\b|(?:eastern|central|mountain|pacific)(?: (?:standard|daylight))? time"
    + rf"|{one_of([*CITY_ZONES])}(?: summer)? time)\)?|local time)"
)
DAY_PART: Final = r"(?:morning|afternoon|evening|night|midnight|noon|midday)"
RANGE: Final = r"\s?(?:-|–|—|to|and|or|&|through|until)\s?"

INSET: Final = re.compile(
    r", (?:which|who|whose|where)\b(?:[^,;:()“”\"]|(?<=\d),(?=\d)){2,110},"
    r"(?= (?:from|to|until|by|on|is|are|was|were|has|have|had|will|would|must|shall|may|might|can|could|"
    r"should|put|set|cut|[a-z]+(?:ed|s))\b)"
)
"""A relative clause in lower case with a comma at each end, behind which its main clause goes on."""
