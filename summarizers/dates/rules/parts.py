"""Parts of the year: quarters, halves, seasons, and what companies call the same period a year before."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.fields import Fields
from summarizers.dates.lexicon import MONTHS, SEASONS
from summarizers.dates.numbers import full_year, ordinal
from summarizers.dates.patterns import SEASON, YEAR
from summarizers.dates.rules.rule import Rule

_PART: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "opening": 1}


_QUARTERS: Final = 4
_LAST_MONTHS: Final = ("march", "june", "september", "december")
_HALVES: Final = 2


def _quarter(m: re.Match[str], _: str) -> Fields | None:
    word = m["o"]
    number = _PART.get(word) or ordinal(word)
    return Fields("quarter", part=number, fiscal=bool(m["f"] or m["f2"])) if number <= _QUARTERS else None


def _half(m: re.Match[str], text: str) -> Fields | None:
    number = {"first": 1, "1st": 1, "opening": 1, "second": 2, "2nd": 2, "latter": 2, "last": 2, "back": 2}[
        m["o"]
    ]
    return Fields("half", part=number, fiscal=bool(m["f"])) if _half_of_a_year(m, text) else None


def _half_of_a_year(m: re.Match[str], text: str) -> bool:
    """`the first half` is as often a match's: a year, a fiscal word or a result must stand beside it."""
    return m["f"] is not None or _YEARLY.match(text, m.end()) is not None


_YEARLY: Final = re.compile(
    rf"[ -](?:of (?:the |this |next |last |fiscal )*(?:{YEAR}|year)|of (?:next|last|this) |{YEAR}"
    r"|(?:results?|profits?|earnings|revenues?|sales|loss|losses|net|this|last|next|figures|data|report)\b)",
    re.IGNORECASE,
)


def _short_quarter(m: re.Match[str], _: str) -> Fields | None:
    digits = m["y"] or m["y2"]
    year = full_year(digits.lstrip(" -/'’")) if digits else None
    number, fiscal = int(m["n"] or m["n2"]), m["f"] is not None
    if (m["u"] or m["u2"]) == "q":
        return Fields("quarter", part=number, year=year, fiscal=fiscal)
    return Fields("half", part=number, year=year, fiscal=fiscal) if number <= _HALVES else None


def _quarter_to(m: re.Match[str], _: str) -> Fields | None:
    return Fields("quarter", part=MONTHS[m["mon"]] // 3, year=int(m["y"]) if m["y"] else None)


def _season(m: re.Match[str], text: str) -> Fields | None:
    name = m["s"].removesuffix("time")
    supported = _SEASON_BEFORE.search(text[max(0, m.start() - 14) : m.start()]) is not None
    year = m["y"]
    if year is None and not supported:
        return None
    if year is None and name in {"fall", "spring"} and _VERBAL.match(text, m.end()) is not None:
        return None
    return Fields("season", part=SEASONS[name], year=int(year) if year else None)


_SEASON_BEFORE: Final = re.compile(
    r"\b(?:in|during|by|until|till|since|over|before|after|through|early|late|mid|each|every|"
    r"for|from|between)"
    r"[ -](?:the |early |late |mid-?)*$|\b(?:the|early|late|of) $|\b(?:mid|late|early)-$",
    re.IGNORECASE,
)
_VERBAL: Final = re.compile(
    r"\s+(?:of (?!(?:1\d|20)\d\d|(?:the )?(?:next|last|this|that|same|following|previous) )|in |to |from |"
    r"back|short|behind|apart|through|water)",
    re.IGNORECASE,
)


def _year_ago_part(m: re.Match[str], _: str) -> Fields | None:
    if m["part"] == "period" or m["part"] is None:
        return Fields("year", unit="year", shift=-1, from_previous=True, echo=True)
    if m["part"] == "half":
        return Fields(
            "half",
            unit="year",
            shift=-1,
            part=_PART[m["o"]] if m["o"] else None,
            from_previous=True,
            echo=True,
        )
    return Fields(
        "quarter",
        unit="year",
        shift=-1,
        part=_PART[m["o"]] if m["o"] else None,
        from_previous=True,
        echo=True,
    )


def _latest_part(m: re.Match[str], _: str) -> Fields | None:
    return Fields("quarter", from_previous=True, direction=None if m.group().startswith("same") else -1)


def _year_part(m: re.Match[str], _: str) -> Fields | None:
    return Fields("quarter", year=int(m["y"]), from_previous=True, echo=True)


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="quarter",
        triggers=("first", "second", "third", "fourth", "final", "fiscal", "0"),
        pattern=r"(?:(?P<f>fiscal)[ -])?(?P<o>first|second|third|fourth|final|1st|2nd|3rd|4th)[ "
        r"-](?P<f2>fiscal[ -])?quarter(?!\w)",
        read=_quarter,
        yes=(
            ("Profit rose in the third quarter to a record.", "the third quarter", "2025-Q3"),
            ("The fiscal second-quarter loss widened.", "The fiscal second-quarter", "2025-Q2"),
            ("Sales fell in the fourth quarter of 1998.", "the fourth quarter of 1998", "1998-Q4"),
        ),
    ),
    Rule(
        name="half",
        triggers=("first", "second", "latter", "last", "back[ -]half", "fiscal", "0"),
        pattern=r"(?:(?P<f>fiscal)[ -])?(?P<o>first|second|latter|last|back|1st|2nd)[ -]half(?!\w)",
        read=_half,
        yes=(
            ("Growth slowed in the first half of 2024 as rates rose.", "the first half of 2024", "2024-H1"),
        ),
        no=("They scored in the second half.",),
    ),
    Rule(
        name="quarter in short",
        triggers=("q", "h", "0"),
        pattern=rf"(?:(?P<u>[qh])(?P<n>[1-4])|(?P<n2>[1-4])(?P<u2>[qh]))(?: ?(?P<f>fy) ?)?"
        rf"(?:(?:[ -/]?|,? of )(?P<y>{YEAR})|(?P<y2>(?<=\d[qh])\d\d|(?<=fy)\d\d|[-/ ]?['’]\d\d|[-/]\d\d)"
        r"(?!\d|[.,]\d))?(?!\w)",
        read=_short_quarter,
        yes=(
            ("Output grew in Q2 2024 by a tenth.", "Q2 2024", "2024-Q2"),
            ("Orders fell in H1 at the unit.", "H1", "2025-H1"),
            ("Net was 4m in 2Q24 at the unit.", "2Q24", "2024-Q2"),
            ("Net was 4m in Q4'25 at the unit.", "Q4'25", "2025-Q4"),
            ("Net was 4m in Q4/24 at the unit.", "Q4/24", "2024-Q4"),
            ("Net was 4m in 1H26, it said.", "1H26", "2026-H1"),
            ("Net was 4m in 3QFY26, it said.", "3QFY26", "2026-Q3"),
            ("Net was 4m in Q3 FY2026, it said.", "Q3 FY2026", "2026-Q3"),
            ("Net was in Q3 25 million.", "Q3", "2025-Q3"),
        ),
        no=("The road Q7 is shut.", "The H1N1 virus is back."),
    ),
    Rule(
        name="quarter by its last month",
        triggers=tuple(f"{name}(?=[ -]quarter)" for name in _LAST_MONTHS),
        pattern=rf"(?P<mon>{'|'.join(_LAST_MONTHS)})[ -]quarter(?:,? (?:of )?(?P<y>{YEAR}))?(?!\w)",
        read=_quarter_to,
        yes=(
            ("Sales fell in the September quarter in Perth.", "the September quarter", "2025-Q3"),
            ("Sales fell in the June quarter of 2024.", "the June quarter of 2024", "2024-Q2"),
        ),
    ),
    Rule(
        name="season",
        triggers=(*SEASONS, "springtime", "summertime", "wintertime"),
        pattern=rf"(?P<s>{SEASON})(?:,? (?:of )?(?P<y>{YEAR}))?(?!\w)",
        read=_season,
        yes=(
            ("The bridge opens in the spring of 2027 at last.", "the spring of 2027", "2027-SP"),
            ("They met in the summer on a lake.", "the summer", "2025-SU"),
        ),
        no=("Prices fall in Rome.", "Leaks spring up."),
    ),
    Rule(
        name="a year before that part",
        triggers=("year", "comparable", "corresponding"),
        pattern=r"(?:(?:comparable|corresponding) )?year[ -](?:ago|earlier)"
        r"(?:[ -](?:(?P<o>first|second|third|fourth)[ -])?(?P<part>quarter|period|half))?"
        r"(?!\w|[ -](?:three|six|nine|12|twelve)[ -])",
        read=_year_ago_part,
        yes=(
            (
                "In the third quarter it made more than in the year-ago period.",
                "the year-ago period",
                "2024-Q3",
            ),
        ),
    ),
    Rule(
        name="the latest part",
        triggers=("latest", "same", "corresponding", "comparable"),
        pattern=r"(?:latest|same|corresponding|comparable) (?:fiscal )?(?:quarter|period)(?!\w)",
        read=_latest_part,
        yes=(
            (
                "In the second quarter it grew; in the latest quarter it shrank.",
                "the latest quarter",
                "2025-Q2",
            ),
        ),
    ),
    Rule(
        name="the part of that year",
        triggers=("0",),
        pattern=rf"(?P<y>{YEAR}) (?:quarter|period)(?!\w)",
        read=_year_part,
        yes=(("In the third quarter it beat the 2023 quarter again.", "the 2023 quarter", "2023-Q3"),),
    ),
)
