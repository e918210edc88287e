"""Figures with their units, bounds and calendar days: each one in a bullet must stand in its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from summarizers.dates.lexicon import SMALL_NUMBERS, TENS
from summarizers.dates.numbers import amount
from summarizers.dates.patterns import shared_prefixes
from summarizers.grounding.lexicon import (
    APPROXIMATE,
    AT_LEAST,
    AT_MOST,
    CALENDAR,
    NEAR_DAYS,
    PERIODS,
)
from summarizers.grounding.reading import TEXTS_KEPT, letters

_SCALES: Final = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12} | {
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "hundred": 1e2, "dozen": 12,
}  # fmt: skip
_CURRENCY: Final = {
    "$": "dollar", "us$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee", "₩": "won",
}  # fmt: skip
_UNITS: Final = {
    "%": "percent", "percent": "percent", "per cent": "percent", "pct": "percent",
    "percentage point": "point", "percentage points": "point", "basis points": "basis",
    "kilometers": "kilometre", "kilometer": "kilometre", "km": "kilometre",
    "tons": "ton", "tonne": "ton", "tonnes": "ton", "metres": "metre", "meters": "metre",
} | {f"{name}{plural}": name for name in (
    "day", "week", "month", "year", "hour", "minute", "decade", "euro", "dollar", "pound", "yen", "rupee",
    "yuan", "kilometre", "mile", "ton", "barrel", "acre", "hectare", "metre", "degree", "seat", "vote", "job",
) for plural in ("", "s")}  # fmt: skip
_ENDS: Final = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_COUNT: Final = "|".join(
    sorted((set(SMALL_NUMBERS) | set(TENS)) - {"a", "an", "one", "zero"}, key=len, reverse=True)
)
_COUNTS: Final = frozenset(
    (*_COUNT.split("|"), "half", "dozen", "dozens", "hundreds", "thousands", "millions", "billions")
)
_DIGIT: Final = re.compile(r"\d")
_BOUND: Final = "|".join(sorted(APPROXIMATE | AT_LEAST | AT_MOST, key=len, reverse=True))
_OPENS: Final = shared_prefixes(
    dict.fromkeys(
        (
            *_COUNT.split("|"),
            *_BOUND.split("|"),
            "half",
            "dozen",
            "hundreds",
            "thousands",
            "millions",
            "billions",
        ),
        "",
    )
)
_AMOUNT: Final = re.compile(
    rf"(?=[\d$€£¥₹₩]|\b(?:us\$|{_OPENS})|\s(?:\d|{_OPENS}))"
    rf"(?:\b(?P<bound>{_BOUND})\s+)?(?P<currency>us\$|[$€£¥₹₩])?\s?"
    rf"(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?|\b(?:{_COUNT})(?:-(?:{_COUNT}))?\b|\b(?:half|dozens?|hundreds|thousands|"
    r"millions|billions)\b)(?:st|nd|rd|th)?"
    r"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|dozen|bn|tn|mn|[mk])\b)?"
    rf"(?P<range>\s?(?:to|and|or|-|–)\s?(?=[$€£¥]?\d))?"
    rf"(?:[\s-]?(?P<unit>{_ENDS})(?![\w]))?"
)
_MONTHS: Final = "|".join(
    sorted((name for name in CALENDAR if not CALENDAR[name].endswith("day")), key=len, reverse=True)
)
_DAY: Final = re.compile(
    rf"\b(?:(?P<month>{_MONTHS})\.?\s+(?P<day>\d{{1,2}})(?!\d|,\d{{3}})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_MONTHS}))\b"
)
_SHIFTS: Final = frozenset({"next", "last", "this", "previous", "coming"})
_SHIFTED: Final = re.compile(
    rf"\b({'|'.join(sorted(_SHIFTS))})\s+({'|'.join(PERIODS)}|{'|'.join(CALENDAR)})s?\b"
)


class Amount(NamedTuple):
    """A figure: its value, its unit, and whether it is `about`, `at least` or `at most` that."""

    value: float | str
    unit: str
    bound: str

    @property
    def told(self) -> str:
        """The value in figures, or the words that give none."""
        return self.value if isinstance(self.value, str) else f"{self.value:.15g}"


@lru_cache(maxsize=TEXTS_KEPT)
def amounts(text: str) -> frozenset[Amount]:
    """The figures of `text`; in `5 to 7 percent` both are percentages."""
    return frozenset(_amounts(text.lower()))


def _amounts(text: str) -> Iterator[Amount]:
    if _COUNTS.isdisjoint(letters(text)) and not _DIGIT.search(text):
        return
    waiting: list[Amount] = []
    for match in _AMOUNT.finditer(text):
        one = Amount(_value(match), _unit(match), _bound(match["bound"]))
        if match["range"] and not one.unit:
            waiting.append(one)
            continue
        yield from (Amount(left.value, one.unit, left.bound) for left in waiting)
        waiting.clear()
        yield one
    yield from waiting


def _value(match: re.Match[str]) -> float | str:
    number = amount(match["number"])
    return match["number"] if number is None else number * _SCALES.get(match["scale"] or "", 1)


def _unit(match: re.Match[str]) -> str:
    return _CURRENCY.get(match["currency"] or "", "") or _UNITS.get(match["unit"] or "", "")


def _bound(word: str | None) -> str:
    if word is None:
        return ""
    return "about" if word in APPROXIMATE else "least" if word in AT_LEAST else "most"


@lru_cache(maxsize=TEXTS_KEPT)
def days(text: str) -> frozenset[tuple[str, int]]:
    """The calendar days of `text` as (month, day)."""
    found = () if letters(text).isdisjoint(CALENDAR) else _DAY.finditer(text.lower())
    return frozenset((CALENDAR[m["month"] or m["month2"]], int(m["day"] or m["day2"])) for m in found)


@lru_cache(maxsize=TEXTS_KEPT)
def calendar_words(text: str) -> frozenset[str]:
    """Months, weekdays, `tomorrow` and its like, and `next week` and its like.

    `may` and `march` count only where they are written as names.
    """
    words = letters(text)
    named = () if words.isdisjoint(CALENDAR) else letters(_without_verbs(text)).intersection(CALENDAR)
    shifted = () if words.isdisjoint(_SHIFTS) else _SHIFTED.findall(text.lower())
    return frozenset(
        (
            *(CALENDAR[word] for word in named),
            *(words & NEAR_DAYS),
            *(f"{a} {CALENDAR.get(b, b)}" for a, b in shifted),
        )
    )


_VERBS: Final = re.compile(r"\b(?:may|march|sat|sun|mar|wed|mon)\b|^(?:May|March)\b")


def _without_verbs(text: str) -> str:
    """`text` without words that are months or weekdays only when capitalised."""
    return _VERBS.sub("", text)
