"""Days, weekdays and months of the calendar, in digits and in words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from summarizers.dates.fields import Fields
from summarizers.dates.lexicon import MONTHS, WEEKDAYS
from summarizers.dates.numbers import full_year, is_day, ordinal
from summarizers.dates.patterns import DAY, MONTH, ORDINAL_WORD, RANGE, WEEKDAY, YEAR
from summarizers.dates.rules.rule import Rule

_MONTHS: Final = 12
_LONGEST_MONTH: Final = 31
_MOST_WEEKS: Final = 53


def month_number(name: str) -> int:
    """1 to 12 from a month's name or abbreviation, with or without a full stop."""
    return MONTHS[name.rstrip(".")]


def _day(year: int | None, month: int, day: int) -> Fields | None:
    """That day, or a day that no calendar has, by a writer's slip (`31 June`): its words are a date's too."""
    is_of_a_calendar = 1 <= month <= _MONTHS and 1 <= day <= _LONGEST_MONTH
    return Fields("day", year=year, month=month, day=day) if is_of_a_calendar else None


def _iso(m: re.Match[str], _: str) -> Fields | None:
    date = _day(int(m["y"]), int(m["m"]), int(m["d"]))
    if date is None or m["clock"] is None or m["clock"] >= "24:00":
        return date
    return date._replace(
        grain="time", type="TIME", clock=f"T{m['clock']}", tz=(m["tz"] or "").upper() or None
    )


def _year_first(m: re.Match[str], _: str) -> Fields | None:
    return _day(int(m["y"]), int(m["m"]), int(m["d"]))


def _iso_week(m: re.Match[str], _: str) -> Fields | None:
    if not 1 <= int(m["w"]) <= _MOST_WEEKS:
        return None
    return Fields("week", year=int(m["y"]), part=int(m["w"]))


_DAY_FIRST: Final = re.compile(r"(?<![\d/])(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/\d{2,4}(?!\d)")


@lru_cache(maxsize=4)
def _has_days_first(text: str) -> bool:
    """Whether a date of the text can only be read so; asked once for all its dates."""
    return _DAY_FIRST.search(text) is not None


def _slashed(m: re.Match[str], text: str) -> Fields | None:
    """Month first, as in the United States, unless the numbers or another date in the text say otherwise."""
    first, second, year = int(m["a"]), int(m["b"]), full_year(m["y"])
    day_first = m["sep"] == "." or first > _MONTHS or (second <= _MONTHS and _has_days_first(text))
    return _day(year, second, first) if day_first else _day(year, first, second)


def _is_name(m: re.Match[str], text: str) -> bool:
    """Whether a word that is also a verb (may, march) is written as a name."""
    return text[m.start("mon")].isupper()


def _month_day(m: re.Match[str], text: str) -> Fields | None:
    if m["mon"] in {"may", "march", "mar", "dec", "sep"} and not _is_name(m, text):
        return None
    year = full_year(m["y"]) if m["y"] else None
    month, day = month_number(m["mon"]), ordinal(m["d"])
    if not is_day(month, day) and text[: m.start()].lower().endswith("in ", -3):
        return None  # `In February 30 homes burned`
    return _day(year, month, day)


def _first_of_a_list(m: re.Match[str], text: str) -> Fields | None:
    """`December 13` in `December 13, 16 and 20, 2026` has the year that stands behind the last day."""
    fields = _month_day(m, text)
    return fields._replace(year=full_year(m["y2"])) if fields and m["y2"] else fields


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
    return _day(year, month_number(m["mon"]), ordinal(m["other"]))


def _month_year(m: re.Match[str], text: str) -> Fields | None:
    if m["mon"] in {"may", "march"} and not _is_name(m, text):
        return None
    return Fields("month", year=full_year(m["y"].lstrip("'’")), month=month_number(m["mon"]))


_AMBIGUOUS: Final = frozenset(
    {"may", "march", "mar", "jan", "sept", "sep", "dec", "jun", "jul", "apr", "april", "june", "august"}
)
_BEFORE_MONTH: Final = re.compile(
    r"(?:\b(?:in|since|until|till|by|last|next|this|early|late|mid|end|of|from|to|through|thru|"
    r"before|after|during|for|"
    r"between|each|every|around|about|and|or|on|past|coming|following|earlier|later|previous|"
    r"both)[ \n-]|[(,:–—/] ?|^|\n)$",
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
    if not _is_name(m, text) or (m["mon"] in {"may", "march"} and _AFTER_NAME.match(m.string, m.end())):
        return False
    if m["mon"] in {"may", "march"} and m.string.endswith(" on ", 0, m.start()):
        return False  # nothing happens on a month: a court rules on May
    before = text[max(0, m.start() - 10) : m.start()]
    if m["mon"] not in {"april", "june", "august"}:
        return _BEFORE_MONTH.search(before) is not None or _names_an_event(m, before)
    return _IN_A_MONTH.search(before) is not None or not text[m.end() : m.end() + 2].strip()[:1].isupper()


_FOLLOWS_ABBREVIATION: Final = re.compile(r",? (?:\d{1,2}(?:st|nd|rd|th)?\b|[A-Z][a-z]{2,8}\.? \d)|\)|$")


def _weekday(m: re.Match[str], text: str) -> Fields | None:
    name = m["wd"].rstrip(".")
    if not name.endswith("day") and not _is_abbreviated_weekday(m, text):
        return None
    if m["plural"]:
        return Fields("set", type="SET", value=f"XXXX-WXX-{WEEKDAYS[name]}")
    return Fields("day", weekday=WEEKDAYS[name])


def _is_abbreviated_weekday(m: re.Match[str], text: str) -> bool:
    """Sun, sat and wed are words as well: written as a name and followed by a date, a comma or nothing."""
    if not text[m.start()].isupper():
        return False
    stop = m["wd"].endswith(".") and m["wd"] not in {"sun.", "sat."}
    return stop or _FOLLOWS_ABBREVIATION.match(text, m.end()) is not None


_ON_THE: Final = re.compile(
    r"\b(?:on|by|until|till|before|from|through|to|after|than|for) the $", re.IGNORECASE
)


_PLAINLY_A_DAY: Final = re.compile(r"\b(?:on|by|until|till|from) the $", re.IGNORECASE)
"""Before a day behind which its clause goes on; `for the 2nd and last time` counts something."""


def _day_of_month(m: re.Match[str], text: str) -> Fields | None:
    before = text[max(0, m.start() - 12) : m.start()]
    if (_PLAINLY_A_DAY if m["more"] else _ON_THE).search(before) is None:
        return None
    day = ordinal(m["d"])
    return Fields("day", day=day) if 1 <= day <= _LONGEST_MONTH else None


_MONTH_NAMES: Final = tuple(MONTHS)
_WEEKDAY_NAMES: Final = tuple(WEEKDAYS)
_NOT_COUNTED: Final = r"(?!,\d{3}| (?:percent|per cent|years?|months|days|hours|people|million|billion)\b)"

RULES: Final = (
    Rule(
        name="iso date",
        triggers=("0",),
        pattern=r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"
        r"(?:[t ](?P<clock>\d\d:[0-5]\d)(?::\d\d(?:\.\d+)?)?(?P<tz>z|[+-]\d\d:?\d\d)?(?![\d:]))?",
        read=_iso,
        yes=(
            ("The form is due 2026-02-28 at the office.", "2026-02-28", "2026-02-28"),
            ("A log of 2025-10-29T08:15Z follows.", "2025-10-29T08:15Z", "2025-10-29T08:15"),
        ),
        no=("The part number is 9026-13-40.", "The form is due 2026-06-31 at noon."),
    ),
    Rule(
        name="iso week",
        triggers=("0",),
        pattern=r"(?P<y>\d{4})-?w(?P<w>\d\d)(?!\w)",
        read=_iso_week,
        yes=(("The sprint is planned for 2026-W07 again.", "2026-W07", "2026-W07"),),
    ),
    Rule(
        name="slashed date",
        triggers=("0",),
        pattern=r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?![\d/]|\.\d)",
        read=_slashed,
        yes=(
            ("Signed on 11/10/2025 in Rome.", "11/10/2025", "2025-11-10"),
            ("Signed on 25/12/2025 in Rome.", "25/12/2025", "2025-12-25"),
            ("Signed on 10.11.2025 in Bonn.", "10.11.2025", "2025-11-10"),
            ("Signed on 3/4/98 in Boston.", "3/4/98", "1998-03-04"),
            ("From 13/3/2026 to 4/5/2026 it is shut.", "4/5/2026", "2026-05-04"),
        ),
        no=("Version 45.77.12 is out.",),
    ),
    Rule(
        name="year first",
        triggers=("0",),
        pattern=r"(?P<y>\d{4})/(?P<m>\d\d?)/(?P<d>\d\d?)(?![\d/])",
        read=_year_first,
        yes=(("Issued 2025/11/03 in Osaka.", "2025/11/03", "2025-11-03"),),
        no=("The path is 9999/13/40.",),
    ),
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
        pattern=rf"(?P<d>{DAY})(?=(?:, (?:the )?{DAY}){{0,8}},? (?:and|or|&) (?:the )?{DAY}"
        rf"(?: of)? (?P<mon>{MONTH})(?:,? (?P<y>{YEAR}))?(?!\w))",
        read=_month_day,
        yes=(
            ("Crews strike on 13, 16 and 20 December again.", "13", "2025-12-13"),
            ("Crews strike on 13, 16 and 20 December again.", "16", "2025-12-16"),
            ("They met on 3, 5, and 7 May 2024 in Oslo.", "5", "2024-05-05"),
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
        triggers=_MONTH_NAMES,
        pattern=rf"(?P<mon>{MONTH}) ?(?:the )?(?P<d>{DAY}|{ORDINAL_WORD}\b){_NOT_COUNTED}(?!-\d\d?-|\w)"
        rf"(?:,? ?(?P<y>{YEAR})|(?=(?:, (?:the )?{DAY}){{1,8}},? (?:and|or|&) "
        rf"(?:the )?{DAY},? (?P<y2>{YEAR})))?",
        read=_first_of_a_list,
        yes=(
            ("The truce expires on November 10 at the latest.", "November 10", "2025-11-10"),
            ("It opened Jan. 5, 1998, to applause.", "Jan. 5, 1998", "1998-01-05"),
            ("He will arrive March eighth by boat.", "March eighth", "2026-03-08"),
            ("In February 30 homes burned.", "February", "2025-02"),
            ("They meet December 13, 16 and 20 in Oslo.", "16", "2025-12-16"),
            ("They met on May 3, 5 and 7, 2019 in Oslo.", "5", "2019-05-05"),
            ("They met on May 3, 5 and 7, 2019 in Oslo.", "7, 2019", "2019-05-07"),
        ),
        no=("You may 3 times refuse.", "They met on February 30, an odd date."),
    ),
    Rule(
        name="month and year",
        triggers=_MONTH_NAMES,
        pattern=rf"(?P<mon>{MONTH})(?:,| of|,? of the year|-)? ?(?P<y>{YEAR}|['’]\d\d(?!\d))(?!\w)",
        read=_month_year,
        yes=(("Prices rose in August 1988 again.", "August 1988", "1988-08"),),
    ),
    Rule(
        name="month",
        triggers=_MONTH_NAMES,
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
    Rule(
        name="weekday",
        triggers=(*_WEEKDAY_NAMES, *(f"{name}s" for name in _WEEKDAY_NAMES if name.endswith("day"))),
        pattern=rf"(?P<wd>{WEEKDAY}(?=s\b|(?!\w)))(?P<plural>s)?(?!\w)",
        read=_weekday,
        yes=(
            ("The board met Monday in Oslo.", "Monday", "2025-10-27"),
            ("The board will meet Monday in Oslo.", "Monday", "2025-11-03"),
            ("Shops close on Sundays here.", "Sundays", "XXXX-WXX-7"),
        ),
        no=("The sun sat low.",),
    ),
    Rule(
        name="day of the month",
        triggers=("0",),
        pattern=r"(?P<d>\d\d?(?:st|nd|rd|th))(?=[,.;)]|$| (?:at|of)\b|(?P<more>) (?:and|but) "
        r"(?!(?:the )?\d|final|last|the (?:final|last)|[a-z]+(?:[rn]d|st|th)\b))",
        read=_day_of_month,
        yes=(
            ("The rent is due on the 5th of next month.", "the 5th of next month", "2025-11-05"),
            ("The ship left on the 14th and is lost.", "the 14th", "2025-10-14"),
        ),
        no=("She came 5th.", "They met for the 2nd and last time.", "It is on the 5th and 6th floors."),
    ),
)
