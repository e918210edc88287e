"""Durations: how long, exact, vague or approximate."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.fields import Fields
from summarizers.dates.lexicon import SMALL_NUMBERS, TENS, unit_letter
from summarizers.dates.numbers import amount
from summarizers.dates.patterns import NUMBER, PLURAL_UNIT, UNIT, VAGUE
from summarizers.dates.rules.rule import Rule

_HALF: Final = 0.5
_HALVES: Final = {"Y": "6M", "TH": "30M", "TM": "30S", "D": "T12H"}


def period(count: float | None, letter: str) -> str:
    """The TIMEX3 value of `count` units (`P2W`, `PT36H`, `P2Y6M`, `P40Y` for four decades); X if vague."""
    if count is None:
        return ("PTX" + letter[1:]) if letter.startswith("T") else f"PX{letter}"
    if letter in {"DE", "CE", "ML"}:
        return f"P{int(count * {'DE': 10, 'CE': 100, 'ML': 1000}[letter])}Y"
    clock, name = ("T", letter[1:]) if letter.startswith("T") else ("", letter)
    if count == int(count):
        return f"P{clock}{int(count)}{name}"
    if count % 1 == _HALF and letter in _HALVES:
        whole = f"P{clock}{int(count)}{name}" if count > 1 else f"P{clock}"
        return whole + _HALVES[letter]
    return f"P{clock}{count:g}{name}"


def _lasting(value: str) -> Fields:
    return Fields("duration", type="DURATION", value=value)


def _couple(text: str) -> float | None:
    return 2 if "couple" in text else None


def _quantity(m: re.Match[str], text: str) -> Fields | None:
    if _OLD.match(m.string, m.end()):
        return None
    number = m["n"]
    count = _couple(number) if amount(number) is None else amount(number)
    if count is not None and m["half"]:
        count += 0.5
    if m["n"][0].isdigit() and text[m.start("u")].isupper():
        return None
    letter = unit_letter(m["u"])
    if letter == "Q" and _FRACTION.match(m.string, m.end()):
        return None
    if letter == "TS" and m["u"] == "second" and "-" not in m.group():
        return None
    if count is not None and m["u"].startswith("fortnight"):
        count *= 2
    if count == 1 and number in {"a", "an"} and _RATE.search(text[max(0, m.start() - 24) : m.start()]):
        return Fields("set", type="SET", value=period(1, letter))
    return _lasting(period(count, letter))


_SOME_DAY: Final = re.compile(r"(?:\b(?:will|would|could|may|might|can|should)|['’]ll) $")
_FRACTION: Final = re.compile(r"[ -](?:of\b|century\b|[a-z]*illion\b|percent|point|pound|mile)")
_OLD: Final = re.compile(r"[ -]olds?\b|[ -]of[ -]age|['’]? prison| in (?:prison|jail) old")
_RATE: Final = re.compile(
    r"(?:\b(?:once|twice|times|percent|hours|days|nights|months)|%|\d|illion|[$€£]\S+) $", re.IGNORECASE
)


def _some_day(m: re.Match[str], text: str) -> Fields | None:
    later = _SOME_DAY.search(text[max(0, m.start() - 10) : m.start()])
    return Fields("ref", value="FUTURE_REF") if later else None


def _half_unit(m: re.Match[str], _: str) -> Fields | None:
    return _lasting(period(_HALF, unit_letter(m["u"])))


def _quarters(m: re.Match[str], _: str) -> Fields | None:
    count = 3 if (m["n"] or "").startswith("three") else 1
    return _lasting(f"PT{15 * count}M" if m["u"] == "hour" else f"P{25 * count}Y")


def _and_a_half(m: re.Match[str], _: str) -> Fields | None:
    return _lasting(period(1.5, unit_letter(m["u"])))


def _another(m: re.Match[str], _: str) -> Fields | None:
    if _FRACTION.match(m.string, m.end()):
        return None
    return _lasting("P2W" if m["u"] == "fortnight" else period(1, unit_letter(m["u"])))


def _bare(m: re.Match[str], text: str) -> Fields | None:
    title = text[m.start()].isupper() and text[max(0, m.start() - 1) : m.start()] == " "
    if title or _OLD.match(m.string, m.end()) or _is_part_of_a_day(m):
        return None
    return _lasting(period(None, unit_letter(m["u"])))


def _is_part_of_a_day(m: re.Match[str]) -> bool:
    """`the early hours of Monday` are no length."""
    return m["u"] == "hours" and _SMALL_HOURS.search(m.string[max(0, m.start() - 8) : m.start()]) is not None


_SMALL_HOURS: Final = re.compile(r"\b(?:early|small|wee|late) $")


_TO_LAST: Final = re.compile(r"\b(?:to|will|would|could|can|should|may|might|must) $", re.IGNORECASE)
"""Before a verb: what is to last 30 days goes on for 30 days."""


def _stretch(m: re.Match[str], text: str) -> Fields | None:
    """`the past two weeks`, `the next few days`: a stretch beside the publication, as a duration."""
    if m["w"] == "last" and _TO_LAST.search(text[max(0, m.start() - 7) : m.start()]):
        return None
    number = m["n"]
    if number is None and m["w"] in {"first", "final", "remaining", "latest"}:
        return None
    if number is None and m["w"] in {"coming", "upcoming"}:
        return _lasting(period(None, unit_letter(m["plural"])))
    if number is None:
        future = m["w"] in {"next", "following"}
        return Fields("ref", value="FUTURE_REF" if future else "PAST_REF")
    count = _couple(number) if amount(number) is None else amount(number)
    return _lasting(period(count, unit_letter(m["u"])))


def _recent(m: re.Match[str], _: str) -> Fields | None:
    """`recent years` last some years, as `the past few years` do; `future years` begin and end nowhere."""
    if m["w"] in {"recent", "coming", "upcoming"} and m["u"] != "times":
        return _lasting(period(None, unit_letter(m["u"])))
    return Fields("ref", value="FUTURE_REF" if m["w"] in {"coming", "future", "upcoming"} else "PAST_REF")


def _long(m: re.Match[str], _: str) -> Fields | None:
    plural = m["u"].endswith("s") or m["u"] == "centuries"
    return _lasting(period(None if plural else 1, unit_letter(m["u"])))


_NUMBERS: Final = (
    "0",
    "a",
    *SMALL_NUMBERS,
    *TENS,
    "several",
    "few",
    "couple",
    "many",
    "some",
    "dozens",
    "multiple",
    "various",
)
_STEP: Final = (
    r"(?P<w>last|past|previous|next|coming|following|first|final|prior|preceding|upcoming|latest|"
    r"recent|remaining)"
)

BESIDE_NOW: Final[tuple[Rule, ...]] = (
    Rule(
        name="unit-long",
        triggers=(
            "day",
            "week",
            "month",
            "year",
            "decade",
            "century",
            "hour",
            "weeks",
            "months",
            "years",
            "decades",
            "centuries",
            "hours",
            "days",
            "yearlong",
            "daylong",
            "weeklong",
            "monthlong",
            "hourlong",
            "decadelong",
        ),
        pattern=r"(?P<u>hours?|days?|weeks?|months?|years?|decades?|century|centuries)-?long(?!\w)",
        read=_long,
        yes=(
            ("A month-long strike began.", "month-long", "P1M"),
            ("A decades-long feud ended.", "decades-long", "PXDE"),
        ),
    ),
    Rule(
        name="a stretch beside now",
        triggers=(
            "last",
            "past",
            "previous",
            "next",
            "coming",
            "following",
            "first",
            "final",
            "prior",
            "preceding",
            "upcoming",
            "latest",
            "remaining",
        ),
        pattern=rf"{_STEP} (?:(?P<n>{NUMBER}|{VAGUE})(?: (?:to|or) {NUMBER})?(?: more| full| trading| "
        rf"fiscal| business| calendar)?[ -](?P<u>{UNIT})|(?P<plural>{PLURAL_UNIT}))(?: or so)?(?!\w|-old)",
        read=_stretch,
        yes=(
            ("It rained for the past two weeks in Oslo.", "the past two weeks", "P2W"),
            ("It will rain over the next few days in Oslo.", "the next few days", "PXD"),
            ("The next 12 to 18 months decide it.", "The next 12 to 18 months", "P12M"),
            ("It will rain in the coming weeks in Oslo.", "the coming weeks", "PXW"),
            ("The pause is to last 30 days at most.", "30 days", "P30D"),
        ),
    ),
    Rule(
        name="recent or coming units",
        triggers=("recent", "coming", "future", "past", "upcoming"),
        pattern=rf"(?P<w>recent|coming|future|past|upcoming) (?P<u>{PLURAL_UNIT}|times)(?: (?:and|or) "
        rf"{PLURAL_UNIT})?(?!\w)",
        read=_recent,
        yes=(
            ("It grew in recent years in Oslo.", "recent years", "PXY"),
            ("It will grow in coming months in Oslo.", "coming months", "PXM"),
            ("It will change in future years in Oslo.", "future years", "FUTURE_REF"),
        ),
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="some day",
        triggers=("one",),
        pattern=r"one day(?!\w|-)",
        read=_some_day,
        yes=(("They will one day own it.", "one day", "FUTURE_REF"), ("It took one day.", "one day", "P1D")),
    ),
    Rule(
        name="half a unit",
        triggers=("half",),
        pattern=r"half(?: an? |[ -](?:an?[ -])?)(?P<u>hour|day|minute|month|year|decade|century)(?!\w)",
        read=_half_unit,
        yes=(("It lasted half an hour in Oslo.", "half an hour", "PT30M"),),
    ),
    Rule(
        name="quarters of a unit",
        triggers=("a", "three", "quarter"),
        pattern=r"(?P<n>an? |three[ -])?quarters? of an? (?P<u>hour|century)(?!\w)",
        read=_quarters,
        yes=(
            ("It lasted a quarter of an hour in Oslo.", "a quarter of an hour", "PT15M"),
            ("It lasted three quarters of an hour in Oslo.", "three quarters of an hour", "PT45M"),
            ("It lasted a quarter of a century in Oslo.", "a quarter of a century", "P25Y"),
        ),
    ),
    Rule(
        name="a unit and a half",
        triggers=("a", "one"),
        pattern=r"(?:an?|one) (?P<u>hour|day|minute|week|month|year|decade|century) and a half(?!\w)",
        read=_and_a_half,
        yes=(("It lasted a year and a half in Oslo.", "a year and a half", "P1Y6M"),),
    ),
    Rule(
        name="quantity of units",
        triggers=_NUMBERS,
        pattern=rf"(?!some (?:day|week|month|year|hour|minute)\b|2day\b)(?P<n>{NUMBER}|an?|{VAGUE})"
        rf"(?P<half> and a half)?(?:(?: ?(?:to|or|-|–) ?){NUMBER})?[ -]?"
        rf"(?: ?(?:more|additional|full|straight|consecutive|further|extra|"
        rf"trading|business|working|calendar|fiscal|whole|long|short|solid) "
        rf")?(?P<u>{UNIT})(?:['’](?!s))?(?: or (?:two|so|more)\b| or months)?(?!\w|-(?:old|ago|"
        rf"earlier|end|long))",
        read=_quantity,
        yes=(
            ("It lasted two weeks in Oslo.", "two weeks", "P2W"),
            ("It lasted 36 hours in Oslo.", "36 hours", "PT36H"),
            ("A 90-day pause began.", "90-day", "P90D"),
            ("It lasted 2 1/2 years in Oslo.", "2 1/2 years", "P2Y6M"),
            ("It lasted two decades in Oslo.", "two decades", "P20Y"),
            ("It lasted several months in Oslo.", "several months", "PXM"),
            ("It pays $5 million a year in Oslo.", "a year", "P1Y"),
        ),
        no=("A 44-year-old man fell.", "He is 12 years old.", "Some day it will.", "Vote 2day, he wrote."),
    ),
    Rule(
        name="another unit",
        triggers=("another (?:full )?(?:hour|day|week|fortnight|month|quarter|year|decade)\\b",),
        pattern=r"another (?:full )?(?P<u>hour|day|week|fortnight|month|quarter|year|decade)(?!\w|-)",
        read=_another,
        yes=(("It was extended for another year in Oslo.", "another year", "P1Y"),),
    ),
    Rule(
        name="bare plural units",
        triggers=("hours", "days", "weeks", "months", "years", "decades", "centuries", "minutes"),
        pattern=rf"(?P<u>{PLURAL_UNIT})(?: (?:or|and) {PLURAL_UNIT})?(?!\w|['’])",
        read=_bare,
        yes=(("It took weeks in Oslo.", "weeks", "PXW"),),
        no=("They came in the small hours.",),
    ),
)
