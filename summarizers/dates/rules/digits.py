"""Days and weeks in digits."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.fields import Fields
from summarizers.dates.numbers import full_year
from summarizers.dates.order import order_of
from summarizers.dates.rules.rule import Rule

_MONTHS: Final = 12
LONGEST_MONTH: Final = 31
_MOST_WEEKS: Final = 53


def dated(year: int | None, month: int, day: int) -> Fields | None:
    """That day, or a day that no calendar has, by a writer's slip (`31 June`): its words are a date's too."""
    is_of_a_calendar = 1 <= month <= _MONTHS and 1 <= day <= LONGEST_MONTH
    return Fields("day", year=year, month=month, day=day) if is_of_a_calendar else None


def _iso(m: re.Match[str], _: str) -> Fields | None:
    date = dated(int(m["y"]), int(m["m"]), int(m["d"]))
    if date is None or m["clock"] is None or m["clock"] >= "24:00":
        return date
    return date._replace(
        grain="time", type="TIME", clock=f"T{m['clock']}", tz=(m["tz"] or "").upper() or None
    )


def _year_first(m: re.Match[str], _: str) -> Fields | None:
    return dated(int(m["y"]), int(m["m"]), int(m["d"]))


def _iso_week(m: re.Match[str], _: str) -> Fields | None:
    if not 1 <= int(m["w"]) <= _MOST_WEEKS:
        return None
    return Fields("week", year=int(m["y"]), part=int(m["w"]))


_NUMBERED: Final = re.compile(r"\b(?:version|build|section|paragraph|clause|rule) $", re.IGNORECASE)
"""Before three numbers with stops that are no date."""
_LONGEST_NAME: Final = len(" paragraph ")


def _slashed(m: re.Match[str], text: str) -> Fields | None:
    """Month first, as in the United States, unless the numbers or other dates in the text say otherwise."""
    if m["sep"] == "." and _NUMBERED.search(text[max(0, m.start() - _LONGEST_NAME) : m.start()]):
        return None
    first, second, year = int(m["a"]), int(m["b"]), full_year(m["y"])
    day_first = m["sep"] == "." or first > _MONTHS or (second <= _MONTHS and order_of(text) == "day")
    return dated(year, second, first) if day_first else dated(year, first, second)


RULES: Final[tuple[Rule, ...]] = (
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
            ("Signed on 4 March, it lapses on 4/5/2026.", "4/5/2026", "2026-05-04"),
            ("Signed on March 4, it lapses on 4/5/2026.", "4/5/2026", "2026-04-05"),
            ("From 13-3-2026 to 4/5/2026 it is shut.", "4/5/2026", "2026-05-04"),
        ),
        no=("Version 45.77.12 is out.", "Version 10.11.12 is out."),
    ),
    Rule(
        name="year first",
        triggers=("0",),
        pattern=r"(?P<y>\d{4})/(?P<m>\d\d?)/(?P<d>\d\d?)(?![\d/])",
        read=_year_first,
        yes=(("Issued 2025/11/03 in Osaka.", "2025/11/03", "2025-11-03"),),
        no=("The path is 9999/13/40.",),
    ),
)
