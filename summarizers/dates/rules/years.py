"""Years, fiscal years, decades and centuries."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.fields import Fields
from summarizers.dates.lexicon import ORDINALS, SMALL_NUMBERS, TENS
from summarizers.dates.numbers import full_year, ordinal
from summarizers.dates.patterns import ORDINAL_WORD, YEAR, one_of
from summarizers.dates.rules.rule import Rule

_COUNTED: Final = (
    r"(?![ -](?:people|persons?|men|women|children|troops|soldiers|police|miles?|km|"
    r"kilomet\w+|met(?:er|re)s?|feet|foot|"
    r"jobs|workers|employees|dollars|euros|pounds|yen|yuan|percent|per cent|shares|points|times|tons?|tonnes|"
    r"votes|voters|deaths|cases|homes|houses|others|units|pages|words|acres|hectares|kg|lbs?|square|million|"
    r"billion|trillion|hours|hrs|gmt|utc|years|days|dead|passengers|students|residents|"
    r"refugees|members|copies)\b)"
)
_BEFORE_YEAR: Final = re.compile(
    r"(?:\b(?:in|since|by|of|from|to|until|till|during|before|after|between|and|or|for|"
    r"through|early|late|mid|year|"
    r"the|than|around|about|circa|fiscal|on|as|back|their|its|his|her|our|ended|ending)[ \n-]|[(,'’–-] ?)$",
    re.IGNORECASE,
)
_NOT_BEFORE_YEAR: Final = re.compile(
    r"(?:[$€£¥#%/:.+]|\d[,. ]?|no\. ?|number |nearly |almost |least |over |only |some )$", re.IGNORECASE
)


_PLAIN_YEARS: Final = (1900, 2069)
"""Four digits between them are a year wherever they stand; others need a word before them."""
_MOST_CENTURIES: Final = 30


def _year(m: re.Match[str], text: str) -> Fields | None:
    year = int(m["y"])
    before = text[max(0, m.start() - 8) : m.start()]
    if _NOT_BEFORE_YEAR.search(before):
        return None
    if not _PLAIN_YEARS[0] <= year <= _PLAIN_YEARS[1] and _BEFORE_YEAR.search(before) is None:
        return None
    return Fields("year", year=year)


def _year_other(m: re.Match[str], _: str) -> Fields | None:
    first, other = m["y"], m["other"]
    year = int(first[: 4 - len(other)] + other)
    return Fields("year", year=year) if year > int(first) else None


def _decade(m: re.Match[str], text: str) -> Fields | None:
    digits = m["dec"]
    if len(digits) == len("1990"):
        return Fields("decade", part=int(digits[:3]))
    apostrophe = text[m.start() - 1 : m.start()] in {"'", "’", "‘", "`"}
    if not apostrophe and text[max(0, m.start() - 4) : m.start()].lower() not in {"the ", "mid-"}:
        return None
    return Fields("decade", part=int("19" + digits[0]))


_DECADES: Final = {
    "twenties": 192,
    "thirties": 193,
    "forties": 194,
    "fifties": 195,
    "sixties": 196,
    "seventies": 197,
    "eighties": 198,
    "nineties": 199,
}
_AN_AGE: Final = re.compile(r"\b(?:his|her|their|my|our|your)(?: (?:early|late|mid)[ -]?)?\s*$")


def _decade_word(m: re.Match[str], _: str) -> Fields | None:
    if _AN_AGE.search(m.string[max(0, m.start() - 16) : m.start()]):
        return None
    return Fields("decade", part=_DECADES[m["word"]])


def _century(m: re.Match[str], _: str) -> Fields | None:
    number = ordinal(m["o"])
    if not 1 <= number <= _MOST_CENTURIES:
        return None
    before = f"BC{number - 1:02d}" if (m["era"] or "")[:1] == "b" else None
    return Fields("century", part=number - 1, value=before)


_BEFORE_ERA: Final = re.compile(
    r"(?:\b(?:in|since|by|of|from|to|until|till|during|before|after|between|and|or|around|about|circa|c\.|"
    r"the|year|early|late)|[(,–—-]) ?$",
    re.IGNORECASE,
)


def _year_of_era(m: re.Match[str], text: str) -> Fields | None:
    """`44 BC` is TIMEX3's `BC0044`, `AD 14` its `0014`. In small letters they are other words."""
    era = text[m.start("era") : m.end("era")].replace(".", "")
    if not era.isupper() or _BEFORE_ERA.search(text[max(0, m.start() - 8) : m.start()]) is None:
        return None
    year = int(m["y"])
    return Fields("year", value=f"BC{year:04d}") if era[0] == "B" else Fields("year", year=year)


def _words(text: str) -> int:
    """The sum of small number words: `ninety-six` is 96, `oh five` is 5."""
    return sum(TENS.get(word, SMALL_NUMBERS.get(word, 0)) for word in text.replace("-", " ").split())


def _spelled_year(m: re.Match[str], _: str) -> Fields | None:
    return Fields("year", year=100 * (SMALL_NUMBERS | TENS)[m["c"]] + _words(m["rest"]))


def _year_two_thousand(m: re.Match[str], text: str) -> Fields | None:
    if not text[: m.start()].lower().endswith("year "):
        return None
    return Fields("year", year=2000 + _words(m["rest"] or ""))


def _fiscal_year(m: re.Match[str], _: str) -> Fields | None:
    return Fields("year", year=full_year(m["y"]), fiscal=True)


def _apostrophe_year(m: re.Match[str], text: str) -> Fields | None:
    before = text[max(0, m.start() - 2) : m.start() - 1]
    if before.isalnum() or before in {"'", "‘", "’"}:
        return None
    return Fields("year", year=full_year(m["y"]))


_ERA: Final = r"(?:bce?|b\.c\.(?:e\.)?|ad|a\.d\.|ce|c\.e\.)"
_ONE_TO_NINE: Final = one_of(tuple(SMALL_NUMBERS)[:9])
_TEENS: Final = one_of(tuple(SMALL_NUMBERS)[9:])
_TENS: Final = one_of(tuple(TENS))
_COUNTS_ON: Final = (
    rf"(?!\w|[ -](?:{one_of(tuple(SMALL_NUMBERS))}|hundred|thousand|million|billion|percent|people|"
    rf"years|days|hours))"
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="decade in digits",
        triggers=("0",),
        pattern=r"(?P<dec>(?:1[0-9]|20)\d0|[2-9]0)['’]?s(?!\w)",
        read=_decade,
        yes=(
            ("It was built in the 1960s by hand.", "the 1960s", "196"),
            ("It was built in the '70s by hand.", "the '70s", "197"),
            ("It fell in the first half of the 1990s.", "the first half of the 1990s", "199"),
        ),
        no=("He is in his 60s.", "It was 30s late."),
    ),
    Rule(
        name="decade in words",
        triggers=tuple(_DECADES),
        pattern=rf"(?P<word>{one_of(tuple(_DECADES))})(?!\w)",
        read=_decade_word,
        yes=(("The firm grew in the nineties under her.", "the nineties", "199"),),
        no=("She is in her seventies.",),
    ),
    Rule(
        name="century",
        triggers=("0", *(word for word in ORDINALS if "-" not in word), "twenty"),
        pattern=rf"(?P<o>\d\d?(?:st|nd|rd|th)|{ORDINAL_WORD})[ -]century(?: (?P<era>{_ERA}))?(?!\w)",
        read=_century,
        yes=(
            ("A castle of the 11th century stands there.", "the 11th century", "10"),
            ("In the twenty-first century this is odd.", "the twenty-first century", "20"),
            (
                "It fell in the final quarter of the 19th century.",
                "the final quarter of the 19th century",
                "18",
            ),
            ("The walls are of the 4th century BC.", "the 4th century BC", "BC03"),
            ("The walls are of the late 4th century AD.", "the late 4th century AD", "03"),
        ),
    ),
    Rule(
        name="year of an era",
        triggers=("0",),
        pattern=rf"(?P<y>\d{{1,4}}) ?(?P<era>{_ERA})(?!\w)",
        read=_year_of_era,
        yes=(
            ("The city was sacked in 146 BC.", "146 BC", "BC0146"),
            ("Caesar died in 44 B.C. in Rome.", "44 B.C.", "BC0044"),
            ("It was built around 1200 BCE by hand.", "1200 BCE", "BC1200"),
            ("He ruled until 68 CE in Rome.", "68 CE", "0068"),
        ),
        no=("They hired 300 BC nurses.", "It sold 40 ad pages."),
    ),
    Rule(
        name="year of the era before it",
        triggers=("ad", "a.d."),
        pattern=r"(?P<era>ad|a\.d\.) (?P<y>\d{1,4})(?![\d%]|[.,:]\d|\w)",
        read=_year_of_era,
        yes=(("He ruled until AD 14 in Rome.", "AD 14", "0014"),),
        no=("She placed an ad 14 times.",),
    ),
    Rule(
        name="fiscal year",
        triggers=("fiscal", "fy", "financial"),
        pattern=rf"(?:(?:fiscal|financial)(?:[ -]year)?|fy) ?['’]?(?P<y>{YEAR}|\d\d(?!\d))",
        read=_fiscal_year,
        yes=(
            ("Costs fell in fiscal 2024 by a third.", "fiscal 2024", "2024"),
            ("The plan covers FY2027 only.", "FY2027", "2027"),
        ),
    ),
    Rule(
        name="year",
        triggers=("0",),
        pattern=rf"(?P<y>{YEAR})(?:[-–/](?P<other>\d{{4}}|\d\d)(?![\d-]))?(?![a-z]|-?year){_COUNTED}",
        read=_year,
        read_other=_year_other,
        yes=(
            ("The pact of 1994 still stands.", "1994", "1994"),
            ("It lapsed in 1776 at last.", "1776", "1776"),
            ("The season 2019-20 was cut short.", "20", "2020"),
        ),
        no=("Some 1999 people came.", "It cost $2000.", "Only 1,950 remained."),
    ),
    Rule(
        name="year with apostrophe",
        triggers=("0",),
        pattern=r"(?<=['’‘])(?P<y>\d\d)(?![\d%]|[,.]\d|\w)",
        read=_apostrophe_year,
        yes=(("They left in the summer of '98 for good.", "the summer of '98", "1998-SU"),),
        no=("He scored 98 points.",),
    ),
    Rule(
        name="year in words",
        triggers=("eighteen", "nineteen", "twenty"),
        pattern=rf"(?P<c>eighteen|nineteen|twenty)[ -](?P<rest>hundred|oh[ -]{_ONE_TO_NINE}"
        rf"|{_TENS}(?:[ -]{_ONE_TO_NINE})?|{_TEENS}){_COUNTS_ON}",
        read=_spelled_year,
        yes=(("It began in nineteen ninety-six with a letter.", "nineteen ninety-six", "1996"),),
        no=("Twenty people came.",),
    ),
    Rule(
        name="the year two thousand",
        triggers=("two",),
        pattern=rf"two thousand(?: (?:and )?(?P<rest>{one_of(tuple(SMALL_NUMBERS))}))?(?!\w)",
        read=_year_two_thousand,
        yes=(("He feared the year two thousand.", "the year two thousand", "2000"),),
        no=("They sold two thousand.",),
    ),
)
