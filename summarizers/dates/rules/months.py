"""Months, with their year and alone."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.fields import Fields
from summarizers.dates.lexicon import MONTHS
from summarizers.dates.numbers import full_year
from summarizers.dates.patterns import MONTH, YEAR
from summarizers.dates.rules.rule import Rule


def month_number(name: str) -> int:
    """1 to 12 from a month's name or abbreviation, with or without a full stop."""
    return MONTHS[name.rstrip(".")]


def is_name(m: re.Match[str], text: str) -> bool:
    """Whether a word that is also a verb (may, march) is written as a name."""
    return text[m.start("mon")].isupper()


def _month_year(m: re.Match[str], text: str) -> Fields | None:
    if m["mon"] in {"may", "march"} and not is_name(m, text):
        return None
    return Fields("month", year=full_year(m["y"].lstrip("'’")), month=month_number(m["mon"]))


_AMBIGUOUS: Final = frozenset(
    {"may", "march", "mar", "jan", "sept", "sep", "dec", "jun", "jul", "apr", "april", "june", "august"}
)
_BEFORE_MONTH: Final = re.compile(
    r"(?:\b(?:in|since|until|till|by|last|next|this|early|late|mid|end|of|from|to|through|thru|"
    r"before|after|during|for|"
    r"between|each|every|around|about|and|or|on|past|coming|following|earlier|later|previous|"
    r"both)[ \n-]|(?:early|late|soon|ntly) as |[(,:–—/] ?|^|\n)$",
    re.IGNORECASE,
)
_OF_AN_EVENT: Final = re.compile(
    r" (?!(?:on|to|in|of|at|for|from|with|by|and|or|was|is|has|had|that)\b)[a-z]{3,}"
)


def _names_an_event(m: re.Match[str], before: str) -> bool:
    """`The March summit`, but not `the March on Rome`."""
    return before.lower().endswith("the ") and _OF_AN_EVENT.match(m.string, m.end()) is not None


_IN_A_MONTH: Final = re.compile(
    r"\b(?:in|since|until|till|by|last|next|this|early|late|mid|during|from|through|before|after)[ -]$",
    re.IGNORECASE,
)
"""Before a month that is also a first name (`In June Congress rose`; `April Jones and June Brown`)."""
_AFTER_NAME: Final = re.compile(r"\s+(?:be|have|not|also|well|\w+ed|says|said)\b|['’]s [a-z]+ said")


def _month(m: re.Match[str], text: str) -> Fields | None:
    name = m["mon"].rstrip(".")
    if len(name) == len("jan") and name != "may" and not m["mon"].endswith("."):
        return None
    if name in _AMBIGUOUS and not _is_a_month(m, text):
        return None
    if _QUARTER.match(m.string, m.end()) and MONTHS[name] % 3 == 0:
        return None  # the quarter that it ends
    return Fields("month", month=MONTHS[name])


_QUARTER: Final = re.compile(r"[ -]quarter\b")


def _is_a_month(m: re.Match[str], text: str) -> bool:
    if not is_name(m, text) or (m["mon"] in {"may", "march"} and _AFTER_NAME.match(m.string, m.end())):
        return False
    if m["mon"] in {"may", "march"} and m.string.endswith(" on ", 0, m.start()):
        return False  # nothing happens on a month: a court rules on May
    before = text[max(0, m.start() - 10) : m.start()]
    if m["mon"] not in {"april", "june", "august"}:
        return _BEFORE_MONTH.search(before) is not None or _names_an_event(m, before)
    return _IN_A_MONTH.search(before) is not None or not text[m.end() : m.end() + 2].strip()[:1].isupper()


NAMES: Final = tuple(MONTHS)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="month and year",
        triggers=NAMES,
        pattern=rf"(?P<mon>{MONTH})(?:,| of|,? of the year|-)? ?(?P<y>{YEAR}|['’]\d\d(?!\d))(?!\w)",
        read=_month_year,
        yes=(("Prices rose in August 1988 again.", "August 1988", "1988-08"),),
    ),
    Rule(
        name="month",
        triggers=NAMES,
        pattern=rf"(?P<mon>{MONTH})(?!\w|-[a-z]{{1,3}}-)",
        read=_month,
        yes=(
            ("A vote is expected in December at the earliest.", "December", "2025-12"),
            ("He resigned in May after a row.", "May", "2025-05"),
            ("In June Congress rose.", "June", "2025-06"),
            ("The March summit failed.", "March", "2025-03"),
        ),
        no=(
            "It may rain.",
            "They march on.",
            "Theresa May left.",
            "The court will rule on May.",
            "April Jones and June Brown left.",
            "The March on Oslo failed.",
        ),
    ),
)
