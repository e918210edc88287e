"""What the publication itself dates: today, the day after tomorrow, the month, year-end."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.fields import Fields, Grain
from summarizers.dates.patterns import MONTH, WEEKDAY
from summarizers.dates.rules.rule import Rule

NAMED_DAYS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "yesterday's": -1}
"""Days that name their distance from the publication."""


_A_NAME_BEFORE: Final = re.compile(
    r"(?:^|[^\w.!?:;] ?|\b[a-z]+ )(?:[A-Z]{2,}|Russia|India|Pakistan|Psychology) $"
)
"""Before what is the end of a paper's or a station's name (`USA Today`)."""


def _named_day(m: re.Match[str], text: str) -> Fields | None:
    word = m["w"]
    if text[m.start()].isupper() and _A_NAME_BEFORE.search(text[max(0, m.start() - 24) : m.start()]):
        return None
    if word == "tonight":
        return Fields("time", unit="day", shift=0, clock="TNI", type="TIME")
    return Fields("day", unit="day", shift=NAMED_DAYS[word])


def _day_beyond(m: re.Match[str], _: str) -> Fields | None:
    return Fields("day", unit="day", shift=-2 if m["w"] == "yesterday" else 2)


def _unit_beyond(m: re.Match[str], _: str) -> Fields | None:
    named: Grain = m["u"]  # type: ignore[assignment]  # the pattern holds grains only
    return Fields(named, unit=named, shift=-2 if m["w"] == "before last" else 2)


def _unit_beside(m: re.Match[str], text: str) -> Fields | None:
    if not text[max(0, m.start() - 4) : m.start()].lower().endswith("the "):
        return None
    named: Grain = m["u"]  # type: ignore[assignment]  # the pattern holds grains only
    return Fields(named, unit=named, shift=-1 if m["w"] == "before" else 1, from_previous=True)


_ITS_NAME: Final = re.compile(r"(?: on|,)? (?:the \d|\d|[a-z]{3,6}day\b)|(?: on|,)? " + MONTH)


def _week_of_its_day(_m: re.Match[str], _text: str) -> Fields | None:
    return Fields("week", unit="week", shift=0)


def _the_unit(m: re.Match[str], text: str) -> Fields | None:
    grain = m["u"]
    if grain == "day" and _ITS_NAME.match(m.string, m.end()):
        return None
    before = text[max(0, m.start() - 14) : m.start()].lower()
    if not before.endswith("the ") or (_IS_NUMBERED.match(m.string, m.end()) and "of the" not in before):
        return None
    if grain == "weekend":
        return Fields("weekend", unit="weekend", shift=None, direction=None)
    if grain == "day" and not re.search(r"\b(?:end|rest|start|of|in) (?:of )?the $", before):
        return None
    if grain == "year" and m.string.startswith((" ended", " ending"), m.end()):
        return Fields("duration", type="DURATION", value="P1Y")
    if grain == "quarter":
        return Fields("quarter", from_previous=True)
    named: Grain = grain  # type: ignore[assignment]  # the pattern holds grains only
    return Fields(
        named, unit=named, shift=0, from_previous=grain in {"quarter", "day"}, fiscal=m["f"] is not None
    )


_IS_NUMBERED: Final = re.compile(r" \d+\b")
"""Behind a year that has few digits, unless the end of one is told before a number (`300 flats`)."""


def _year_end(m: re.Match[str], _: str) -> Fields | None:
    if m["f"] is None and m.group().startswith("fiscal"):
        return None
    if m["u"] != "year" and m.group().endswith(" end") and "'" not in m.group() and "’" not in m.group():
        return None
    named: Grain = m["u"]  # type: ignore[assignment]  # the pattern holds grains only
    return Fields(named, unit=named, shift=0, mod="END", fiscal=m["f"] is not None)


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="the day beyond",
        triggers=("day",),
        pattern=r"day (?:before (?P<w>yesterday)|after tomorrow)(?!\w)",
        read=_day_beyond,
        yes=(
            ("He left the day before yesterday by train.", "the day before yesterday", "2025-10-27"),
            ("He leaves the day after tomorrow by train.", "the day after tomorrow", "2025-10-31"),
        ),
    ),
    Rule(
        name="the unit beyond",
        triggers=("weekend", "week", "month", "quarter", "year"),
        pattern=r"(?P<u>weekend|week|month|quarter|year) (?P<w>after next|before last)(?!\w| [a-z]+day\b)",
        read=_unit_beyond,
        yes=(
            ("Ministers meet again the week after next in Oslo.", "the week after next", "2025-W46"),
            ("It shut the month before last in Oslo.", "the month before last", "2025-08"),
        ),
        no=("Week before week it rained.",),
    ),
    Rule(
        name="the unit beside",
        triggers=("day", "week (?:before|after)", "month (?:before|after)"),
        pattern=r"(?P<u>day|week|month) (?P<w>before|after)(?: that)?(?=\s*(?:[.,;:)\"”]|$))",
        read=_unit_beside,
        yes=(
            ("The sale is on 18 May, the next one the week after.", "the week after", "2026-W22"),
            ("They meet on Friday, and again in the week after that.", "the week after that", "2025-W45"),
            ("The sale is on 18 May. Bidding closes the day before.", "the day before", "2026-05-17"),
            ("It opens on 3 November and closes the day after.", "the day after", "2025-11-04"),
        ),
        no=("It rained day after day.",),
    ),
    Rule(
        name="named day",
        triggers=("today", "yesterday", "tomorrow", "tonight"),
        pattern=r"(?P<w>today|yesterday|tomorrow|tonight)(?!\w)",
        read=_named_day,
        yes=(
            ("Parliament votes tomorrow on it.", "tomorrow", "2025-10-30"),
            ("The race is tonight in Spa.", "tonight", "2025-10-29TNI"),
        ),
        no=("He told USA Today so.",),
    ),
    Rule(
        name="a week by its day",
        triggers=("week",),
        pattern=rf"week(?= (?:commencing|beginning|starting|ending) (?:on )?(?:\d|(?:the )?{MONTH} \d|"
        rf"{WEEKDAY},? \d))",
        read=_week_of_its_day,
        yes=(("Interviews: week commencing 9 November.", "week commencing 9 November", "2025-W45"),),
    ),
    Rule(
        name="the unit itself",
        triggers=(
            "weekend",
            "week",
            "month",
            "quarter",
            "year",
            "decade",
            "century",
            "day",
            "fiscal",
            "full",
        ),
        pattern=rf"(?:full )?(?:(?P<f>fiscal|financial) )?(?P<u>weekend|week|month|quarter|year|decade|"
        rf"century|day)(?!\w|-\w| (?:two thousand|nineteen|\d{{4}}|to (?:{MONTH}|\d)|before|after|"
        rf"ago|earlier|old|later|of(?! (?:the )?(?:{MONTH}|\d)))\b)",
        read=_the_unit,
        yes=(
            ("They want a deal by the end of the month at most.", "the end of the month", "2025-10"),
            ("Net fell in the quarter ended June 30.", "the quarter", "2025-Q2"),
            ("It will hold by the end of the year 300 flats.", "the end of the year", "2025"),
        ),
        no=("Rome fell in the year 476 or so.",),
    ),
    Rule(
        name="the end of a unit",
        triggers=("year", "fiscal", "yearend", "month", "quarter", "week"),
        pattern=r"(?:(?P<f>fiscal) )?(?P<u>year|month|quarter|week)(?:['’]s |[ -]|(?<=year))end(?!\w)",
        read=_year_end,
        yes=(
            ("They want a deal by year-end at most.", "year-end", "2025"),
            ("They want a deal at month's end at most.", "month's end", "2025-10"),
        ),
    ),
)
