"""Days of a month by its name, or of the month that is meant."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.fields import Fields
from summarizers.dates.numbers import full_year, is_day, ordinal
from summarizers.dates.patterns import DAY, MONTH, ORDINAL_WORD, RANGE, YEAR
from summarizers.dates.rules.digits import LONGEST_MONTH, dated
from summarizers.dates.rules.months import NAMES, is_name, month_number
from summarizers.dates.rules.rule import Rule


def _month_day(m: re.Match[str], text: str) -> Fields | None:
    if m["mon"] in {"may", "march", "mar", "dec", "sep"} and not is_name(m, text):
        return None
    year = full_year(m["y"]) if m["y"] else None
    month, day = month_number(m["mon"]), ordinal(m["d"])
    if not is_day(month, day) and text[: m.start()].lower().endswith("in ", -3):
        return None  # `In February 30 homes burned`
    return dated(year, month, day)


def _first_of_a_list(m: re.Match[str], text: str) -> Fields | None:
    """`December 13` in `December 13, 16 and 20, 2026` has the year that stands behind the last day."""
    if m["comma"] and not _is_one_date(m, text[max(0, m.start() - 8) : m.start()]):
        return None
    fields = _month_day(m, text)
    return fields._replace(year=full_year(m["y2"])) if fields and m["y2"] else fields


def _is_one_date(m: re.Match[str], before: str) -> bool:
    """Whether a comma between month and day parts nothing: `on December, 23`, but `in December, 23 homes`."""
    return before.endswith((" on ", "day ", "day, ")) or (
        m["y"] is not None or _ENDS_A_SENTENCE.match(m.string, m.end()) is not None
    )


_ENDS_A_SENTENCE: Final = re.compile(r"[.;)]?\s*$|[.;)]\s")
_AN_ORDINAL: Final = re.compile(
    r"(?:^|[\n(:]|\b(?:on|until|till|from|before|after|since|through)|day,?) ?$", re.IGNORECASE
)
_OFTEN_AN_AMOUNT: Final = re.compile(r"\b(?:by|to|and|of|between) $", re.IGNORECASE)
_ENDS_A_DATE: Final = re.compile(
    r",? ?\d{4}|[,;:)]|\.?\s*$|\.\s|\s(?:at|in|for|and|or|because|when|while|if|unless|to|with|from)\b"
)
"""Behind `by 3. April`, which as often ends a sentence (`fell to 3. April was worse`)."""


def _is_ordinal(m: re.Match[str], before: str) -> bool:
    if _OFTEN_AN_AMOUNT.search(before) is not None:
        return _ENDS_A_DATE.match(m.string, m.end()) is not None
    return _AN_ORDINAL.search(before) is not None


def _day_month(m: re.Match[str], text: str) -> Fields | None:
    """`3. April` behind what a date follows; elsewhere the stop ends a sentence."""
    if m["dot"] and not _is_ordinal(m, text[max(0, m.start() - 9) : m.start()]):
        return None
    return _month_day(m, text)


def _month_day_other(m: re.Match[str], _: str) -> Fields | None:
    year = full_year(m["y"]) if m["y"] else None
    return dated(year, month_number(m["mon"]), ordinal(m["other"]))


_ON_THE: Final = re.compile(
    r"\b(?:on|by|until|till|before|from|through|to|after|than|for) the $"
    r"|\b(?:deadline|(?:closing|start|trial|final|last) (?:date|day))\b[^.;,]* is (?:noon on )?the $",
    re.IGNORECASE,
)
_LONGEST_HEAD: Final = 60


_PLAINLY_A_DAY: Final = re.compile(r"\b(?:on|by|until|till|from) the $", re.IGNORECASE)
"""Before a day behind which its clause goes on; `for the 2nd and last time` counts something."""


def _day_of_month(m: re.Match[str], text: str) -> Fields | None:
    before = text[max(0, m.start() - _LONGEST_HEAD) : m.start()]
    if (_PLAINLY_A_DAY if m["more"] else _ON_THE).search(before) is None:
        return None
    day = ordinal(m["d"])
    return Fields("day", day=day) if 1 <= day <= LONGEST_MONTH else None


_NOT_COUNTED: Final = r"(?!,\d{3}| (?:percent|per cent|years?|months|days|hours|people|million|billion)\b)"

_A_THING_EACH: Final = r"(?:(?<=\bon \d)|(?<=\bon \d\d)) and (?:an?|the|its|their) (?:[a-z’'-]+ ){1,3}on"
"""Between the days of two things, of which the second names the month of both."""

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="day, month and two digits",
        triggers=("0",),
        pattern=rf"(?P<d>{DAY})-(?P<mon>{MONTH})-(?P<y>\d\d)(?![\w/-])",
        read=_month_day,
        yes=(("Received 7-Nov-25 in Bath.", "7-Nov-25", "2025-11-07"),),
    ),
    Rule(
        name="days of one month",
        triggers=("0",),
        pattern=rf"(?P<d>{DAY})(?=(?:(?:, (?:the )?{DAY}){{0,8}},? (?:and|or|&)|{_A_THING_EACH}) (?:the "
        rf")?{DAY}"
        rf"(?: of)? (?P<mon>{MONTH})(?:,? (?P<y>{YEAR}))?(?!\w))",
        read=_month_day,
        yes=(
            ("Crews strike on 13, 16 and 20 December again.", "13", "2025-12-13"),
            ("Crews strike on 13, 16 and 20 December again.", "16", "2025-12-16"),
            ("They met on 3, 5, and 7 May 2024 in Oslo.", "5", "2024-05-05"),
            ("They elect a mayor on 3 and a council on 5 December.", "3", "2025-12-03"),
        ),
        no=("It sold 13, 16 and 20 of them.",),
    ),
    Rule(
        name="day and month",
        triggers=("0",),
        pattern=rf"(?:(?P<other>{DAY}){RANGE}(?:the )?)?(?P<d>{DAY})(?:[ -]of|(?P<dot>\.))?[ -]"
        rf"(?P<mon>{MONTH})(?:(?:,|-| of)? ?(?P<y>{YEAR}))?(?!\w)",
        read=_day_month,
        read_other=_month_day_other,
        yes=(
            ("Talks resume on 10 November in Geneva.", "10 November", "2025-11-10"),
            ("She was born on 3rd of May, 1961.", "3rd of May, 1961", "1961-05-03"),
            ("The fair runs 3-5 December in Lyon.", "5 December", "2025-12-05"),
            ("The fair opens on 3. December in Bonn.", "3. December", "2025-12-03"),
            ("They must register by 3. November.", "3. November", "2025-11-03"),
            ("The fair was moved to 3. December in Bonn.", "3. December", "2025-12-03"),
        ),
        no=("Only 10 may enter.", "It ends at 5 p.m. on Friday 31 June 2026."),
    ),
    Rule(
        name="month and day",
        triggers=NAMES,
        pattern=rf"(?P<mon>{MONTH})(?P<comma>,)? ?(?:the )?(?P<d>{DAY}|{ORDINAL_WORD}\b){_NOT_COUNTED}"
        rf"(?!-\d\d?-|\w)(?:,? ?(?P<y>{YEAR})|(?=(?:, (?:the )?{DAY}){{1,8}},? (?:and|or|&) "
        rf"(?:the )?{DAY},? (?P<y2>{YEAR})))?",
        read=_first_of_a_list,
        yes=(
            ("The truce expires on November 10 at the latest.", "November 10", "2025-11-10"),
            ("It opened Jan. 5, 1998, to applause.", "Jan. 5, 1998", "1998-01-05"),
            ("He will arrive March eighth by boat.", "March eighth", "2026-03-08"),
            ("They will meet on December, 23 in Oslo.", "December, 23", "2025-12-23"),
            ("They will meet by December, 23.", "December, 23", "2025-12-23"),
            ("By December, 23 homes had burned.", "December", "2025-12"),
            ("In February 30 homes burned.", "February", "2025-02"),
            ("They meet December 13, 16 and 20 in Oslo.", "16", "2025-12-16"),
            ("They met on May 3, 5 and 7, 2019 in Oslo.", "5", "2019-05-05"),
            ("They met on May 3, 5 and 7, 2019 in Oslo.", "7, 2019", "2019-05-07"),
        ),
        no=("You may 3 times refuse.", "They met on February 30, an odd date."),
    ),
    Rule(
        name="day of the month",
        triggers=("0",),
        pattern=r"(?P<d>\d\d?(?:st|nd|rd|th))(?=[,.;)]|$| (?:at|of)\b|(?P<more>) (?:(?:it|he|she|they|we|"
        r"i|the|its|his|"
        r"her|their|in|on|to|for|with|by|from|until|when|as|after|before|was|were|is|are|will|has|had)\b|"
        r"and|but) "
        r"(?!(?:the )?\d|final|last|the (?:final|last)|[a-z]+(?:[rn]d|st|th)\b))",
        read=_day_of_month,
        yes=(
            ("The rent is due on the 5th of next month.", "the 5th of next month", "2025-11-05"),
            ("The ship left on the 14th and is lost.", "the 14th", "2025-10-14"),
            ("The deadline for bids is the 30th.", "the 30th", "2025-10-30"),
        ),
        no=("She came 5th.", "They met for the 2nd and last time.", "It is on the 5th and 6th floors."),
    ),
)
