"""Feasts and holidays that have one day a year, by rule or by table of computus."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.fields import Fields, Grain
from summarizers.dates.lexicon import MONTHS, WEEKDAYS
from summarizers.dates.patterns import MONTH, YEAR
from summarizers.dates.rules.rule import Rule

NAMES: Final = {
    r"new year['’]s day": "01-01",
    r"new year['’]s eve": "12-31",
    r"new year['’]s": "01-01",
    r"epiphany": "01-06",
    r"martin luther king(?:,? jr\.?)? day": "01-W3-1",
    r"mlk day": "01-W3-1",
    r"inauguration day": "01-20",
    r"groundhog day": "02-02",
    r"valentine['’]s day": "02-14",
    r"presidents?['’]?s?['’]? day": "02-W3-1",
    r"st\.? patrick['’]s day": "03-17",
    r"april fools?['’]?s?['’]? day": "04-01",
    r"earth day": "04-22",
    r"anzac day": "04-25",
    r"may day": "05-01",
    r"mother['’]s day": "05-W2-7",
    r"memorial day": "05-L-1",
    r"juneteenth": "06-19",
    r"father['’]s day": "06-W3-7",
    r"canada day": "07-01",
    r"independence day": "07-04",
    r"(?:the )?fourth of july": "07-04",
    r"july fourth": "07-04",
    r"bastille day": "07-14",
    r"labou?r day": "09-W1-1",
    r"columbus day": "10-W2-1",
    r"halloween": "10-31",
    r"all saints['’] day": "11-01",
    r"guy fawkes (?:night|day)": "11-05",
    r"veterans['’]? day": "11-11",
    r"armistice day": "11-11",
    r"remembrance day": "11-11",
    r"election day": "11-E",
    r"thanksgiving(?: day)?": "11-W4-4",
    r"black friday": "11-W4-4+1",
    r"(?:the )?turn of the year": "01-01",
    r"orthodox christmas(?: day)?": "01-07",
    r"christmas eve": "12-24",
    r"christmas day": "12-25",
    r"christmas": "12-25",
    r"boxing day": "12-26",
    r"orthodox easter(?: sunday)?": "pascha+0",
    r"ash wednesday": "easter-46",
    r"palm sunday": "easter-7",
    r"maundy thursday": "easter-3",
    r"good friday": "easter-2",
    r"easter sunday": "easter+0",
    r"easter monday": "easter+1",
    r"easter": "easter+0",
    r"ascension day": "easter+39",
    r"whit sunday": "easter+49",
    r"whit monday": "easter+50",
    r"pentecost": "easter+49",
}
"""Name → `MM-DD`, `MM-Wn-d` (nth weekday), `MM-L-d` (last weekday), `MM-Z` (last day), `MM-K` (last
working day), `MM-Kn` (nth one), `11-E` (Tuesday after the first Monday of November, 2 U.S.C. 7), each with
`+n` days, or days from Easter Sunday, the Western one (`easter`) or the Orthodox one (`pascha`). Moveable
observance of fixed days that fall on a weekend is not counted."""

_PLAIN: Final = tuple(
    name.removeprefix("(?:the )?") for name in NAMES if not name.startswith(("labou?r", "presidents?"))
)
"""The names whose first word has one spelling."""

_COMPILED: Final = tuple((re.compile(name + r"(?!\w)"), code) for name, code in NAMES.items())


_DIRECTIONS: Final = {"last": -1, "next": 1, "this": 0, "this past": -1, "this coming": 2}


def _holiday(m: re.Match[str], _: str) -> Fields | None:
    name = m["name"]
    code = next(code for pattern, code in _COMPILED if pattern.fullmatch(name))
    week = m["span"] == "week"
    return Fields(
        "week" if week else "day",
        holiday=code,
        year=int(m["y"]) if m["y"] else None,
        direction=_DIRECTIONS.get(m["step"] or ""),
    )


_ORDER: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


_THURSDAY: Final = 4
_SATURDAY: Final = 6
_WEEKS: Final[dict[str, tuple[Grain, int]]] = {"week": ("week", _THURSDAY), "weekend": ("weekend", _SATURDAY)}
"""Units of a month, each with the day of it that tells its month: a week is the month's that has most of it,
as in ISO 8601."""


_A_TERM: Final = re.compile(
    r"\b(?:(?:until|till|by|before|no later than)(?: [\w.:]+){0,2}?(?: on)?|"
    r"(?:starts?|begins?|expires?|lapses?|ends?|due) on|will [\w ]{2,24} on) the $",
    re.IGNORECASE,
)
"""Before a day of `the month` that is this one's; else it may be every month's."""


def _nth_of_a_month(m: re.Match[str], text: str) -> Fields | None:
    """`the first Monday in April`, `the last week of next month`; of `the month` mostly only that is said."""
    if (
        m["mon"] is None
        and m["step"] is None
        and not _A_TERM.search(text[max(0, m.start() - 40) : m.start()])
    ):
        return Fields("month", unit="month", shift=0)
    grain, code = _of_the_month(m["o"], m["what"])
    if m["mon"] is None:
        shift = {"next": 1, "this": 0, "last": -1, None: 0}[m["step"]]
        return Fields(grain, holiday=f"00-{code}", unit="month", shift=shift)
    month = MONTHS[m["mon"].rstrip(".")]
    return Fields(grain, holiday=f"{month:02d}-{code}", year=int(m["y"]) if m["y"] else None)


def _of_the_month(order: str, what: str) -> tuple[Grain, str]:
    """The grain of the nth such unit of a month, and its code without the month."""
    nth = _ORDER.get(order)
    if what == "day":
        return "day", f"{nth:02d}" if nth else "Z"
    if what == "working day":
        return "day", f"K{nth}" if nth else "K"
    grain, weekday = _WEEKS[what] if what in _WEEKS else ("day", WEEKDAYS[what])
    return grain, f"W{nth}-{weekday}" if nth else f"L-{weekday}"


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="nth day or week of a month",
        triggers=("first", "second", "third", "fourth", "last", "final", "0"),
        pattern=rf"(?P<o>first|second|third|fourth|last|final|1st|2nd|3rd|4th) (?:full )?"
        rf"(?P<what>(?:mon|tues|wednes|thurs|fri|satur|sun)day|week(?:end)?|(?:working )?day) "
        rf"(?:of|in) "
        rf"(?:(?P<mon>{MONTH})(?:,? (?:of )?(?P<y>{YEAR}))?|(?:the|(?P<step>this|next|last)) month)"
        r"(?!\w)",
        read=_nth_of_a_month,
        yes=(
            ("They meet on the first Monday in December.", "the first Monday in December", "2025-12-01"),
            ("They meet on the last Friday of March 2026.", "the last Friday of March 2026", "2026-03-27"),
            ("They meet on the last Friday of next month.", "the last Friday of next month", "2025-11-28"),
            (
                "They may object until noon on the last Friday of the month.",
                "noon on the last Friday of the month",
                "2025-10-31T12:00",
            ),
            ("They meet in the first week of March 2026.", "the first week of March 2026", "2026-W10"),
            ("They meet on the last weekend of May.", "the last weekend of May", "2026-W22-WE"),
            ("The permit ends on the last day of February.", "the last day of February", "2026-02-28"),
            ("It is due on the last working day of May.", "the last working day of May", "2026-05-29"),
            ("It is due on the first working day of May.", "the first working day of May", "2026-05-01"),
            ("It is due on the second working day of May.", "the second working day of May", "2026-05-04"),
        ),
    ),
    Rule(
        name="holiday",
        triggers=(
            *_PLAIN,
            "last",
            "next",
            "this",
            "labor day",
            "labour day",
            "president['’]?s?['’]? day",
            "presidents['’]?s?['’]? day",
        ),
        pattern=r"(?:(?P<step>last|next|this(?: past| coming)?) )?"
        rf"(?P<name>{'|'.join(NAMES)})(?!\w)(?: (?P<span>week)\b)?(?:,? (?:of )?(?P<y>{YEAR}))?",
        read=_holiday,
        yes=(
            ("Shops will shut on Christmas Day across the land.", "Christmas Day", "2025-12-25"),
            ("It reopens after Easter 2026 with a new roof.", "Easter 2026", "2026-04-05"),
            ("He will vote on Election Day.", "Election Day", "2025-11-04"),
            ("They gathered there last Thanksgiving.", "last Thanksgiving", "2024-11-28"),
            ("It opens next Easter in Oslo.", "next Easter", "2026-04-05"),
            ("They gather this Christmas in Oslo.", "this Christmas", "2025-12-25"),
            ("They gather on Thanksgiving.", "Thanksgiving", "2025-11-27"),
            ("They gather before Orthodox Easter 2026.", "Orthodox Easter 2026", "2026-04-12"),
            ("They gather on Orthodox Christmas.", "Orthodox Christmas", "2026-01-07"),
            ("The ban begins at the turn of the year.", "the turn of the year", "2026-01-01"),
        ),
    ),
)
