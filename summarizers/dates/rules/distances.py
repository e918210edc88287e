"""So many units back or on from the publication or the expression before: two weeks ago, a week on Friday."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.fields import Fields, Grain
from summarizers.dates.lexicon import (
    GRAINS,
    SMALL_NUMBERS,
    TENS,
    WEEKDAYS,
    unit_letter,
)
from summarizers.dates.numbers import amount
from summarizers.dates.patterns import NUMBER, UNIT, VAGUE, one_of
from summarizers.dates.rules.deictic import NAMED_DAYS
from summarizers.dates.rules.rule import Rule

_BACK: Final = frozenset({"ago", "earlier", "before", "previously", "prior", "beforehand", "back", "past"})

_HALF: Final = 0.5


def _away(m: re.Match[str], text: str) -> Fields | None:
    """`two weeks ago`: whole units from the publication; later and earlier, from the time before."""
    letter, word = unit_letter(m["u"]), m["away"]
    sign = -1 if word in _BACK else 1
    count = _units(m)
    if word in _ONLY_AT_AN_END and not _ENDS.match(text, m.end()):
        return None
    if count is None or letter not in GRAINS:
        return _vaguely_away(letter, count, sign)
    if count != int(count):
        return _half_away(letter, count, sign)
    if letter in _YEARS:
        letter, count = "Y", count * _YEARS[letter]
    grain: Grain = GRAINS[letter]  # type: ignore[assignment]  # the table holds grains only
    from_now = word in _FROM_NOW
    echo = letter == "Y" and (count == 1 or not from_now)
    return Fields(grain, unit=grain, shift=sign * int(count), from_previous=not from_now, echo=echo)


_YEARS: Final = {"DE": 10, "CE": 100}

_FROM_NOW: Final = frozenset({"ago", "from now", "from today", "hence", "back"})

_ONLY_AT_AN_END: Final = frozenset({"before", "after", "prior", "on", "back", "previously"})


def _units(m: re.Match[str]) -> float | None:
    """How many units, two weeks to the fortnight; None if the words do not say."""
    count = amount(m["n"]) if m["n"] else None
    if count is None:
        return None
    if "half" in m.re.groupindex:
        count += _HALF
    return count * 2 if m["u"].startswith("fortnight") else count


_ENDS: Final = re.compile(r"\s*(?:[.,;:)\"”]|$)")


def _vaguely_away(letter: str, count: float | None, sign: int) -> Fields:
    if letter.startswith("T") and count is not None:
        return Fields("duration", type="DURATION", value=f"PT{count:g}{letter[1:]}")
    return Fields("ref", value="PAST_REF" if sign < 0 else "FUTURE_REF")


def _half_away(letter: str, count: float, sign: int) -> Fields:
    if letter == "Y":
        return Fields("month", unit="month", shift=sign * int(12 * count))
    if letter == "M":
        return Fields("week", unit="week", shift=sign * int(count * 30.4 / 7))
    return Fields("day", unit="day", shift=sign * int(count * (7 if letter == "W" else 1)))


def _away_or_in_time(m: re.Match[str], text: str) -> Fields | None:
    """`in ten days' time` is a day; `ten days' time to object` a length."""
    if m["time"] is None:
        return _away(m, text)
    if not _IN.search(text[max(0, m.start() - 12) : m.start()]):
        return None
    letter, count = unit_letter(m["u"]), _units(m)
    if count is None or letter not in GRAINS:
        return _vaguely_away(letter, count, 1)
    if count != int(count):
        return _half_away(letter, count, 1)
    if letter in _YEARS:
        letter, count = "Y", count * _YEARS[letter]
    grain: Grain = GRAINS[letter]  # type: ignore[assignment]  # the table holds grains only
    return Fields(grain, unit=grain, shift=int(count))


_IN: Final = re.compile(r"\bin (?:about |around |just )?$", re.IGNORECASE)


def _weekday_ago(m: re.Match[str], _: str) -> Fields | None:
    """`a week ago Friday` is before the last Friday, `a week from Friday` after the next; today is both."""
    way = -1 if m["away"] == "ago" else 1
    days = 7 * way * int(amount(m["n"]) or 1)
    return Fields("day", weekday=WEEKDAYS[m["wd"]], direction=2 * way, plus=days)


def _weekdays_ago(m: re.Match[str], _: str) -> Fields | None:
    number = amount(m["n"])
    if number is None or number != int(number):
        return None
    return Fields("day", weekday=WEEKDAYS[m["wd"]], direction=-1, plus=7 - 7 * int(number))


def _weekday_beyond(m: re.Match[str], _: str) -> Fields | None:
    way = -1 if m["w"] == "before last" else 1
    return Fields("day", weekday=WEEKDAYS[m["wd"]], direction=way, plus=7 * way)


def _weeks_from(name: str, weeks: int) -> Fields:
    """So many weeks after the next such day, which today is not."""
    if name in NAMED_DAYS:
        return Fields("day", unit="day", shift=NAMED_DAYS[name] + 7 * weeks)
    return Fields("day", weekday=WEEKDAYS[name], direction=1, plus=7 * weeks)


_WEEKDAY_NAME: Final = one_of([name for name in WEEKDAYS if name.endswith("day")])
_A_STRETCH: Final = re.compile(
    r"\b(?:than|in|once|twice|times|within|for|over|of|only|just|every|last|next|this|per)(?: a)? $",
    re.IGNORECASE,
)
"""Before weeks that are counted, not named (`for the second time in a week on Saturday`)."""
_MOVED_BY: Final = re.compile(
    r"\b(?:extend|prolong|delay|postpon|defer|adjourn|push|put|mov|short|cut|brought|bring)[a-z]*\b"
    r"[^.;]{0,40}? by(?: a)? $",
    re.IGNORECASE,
)
"""The same of how far something moved on that day (`was extended by two weeks on Monday`)."""


def _week_on(m: re.Match[str], text: str) -> Fields | None:
    before = text[max(0, m.start() - 60) : m.start()]
    if _A_STRETCH.search(before[-12:]) or _MOVED_BY.search(before):
        return None
    if m["n"] is None and text[max(0, m.start() - 2) : m.start()].strip().lower() != "a":
        return None
    if " on " not in m.group() and m["wd"] not in NAMED_DAYS:
        return None
    return _weeks_from(m["wd"], int(amount(m["n"] or "a") or 1))


def _weekday_week(m: re.Match[str], _: str) -> Fields | None:
    return _weeks_from(m["wd"], 2 if m["span"] == "fortnight" else 1)


_WHOLE_WEEKDAYS: Final = tuple(name for name in WEEKDAYS if name.endswith("day"))

_WHOLE_WEEKDAY: Final = "|".join(_WHOLE_WEEKDAYS)

_NUMBER_TRIGGERS: Final = (
    "0",
    "a",
    *SMALL_NUMBERS,
    *TENS,
    "several",
    "few",
    "couple",
    "half",
    "many",
    "some",
)

_AWAY: Final = (
    r"(?P<away>ago|earlier|before|later|after|afterwards?|from (?:now|today)|"
    r"hence|previously|prior|beforehand|back|on)"
)

WEEKS_ON: Final[tuple[Rule, ...]] = (
    Rule(
        name="a week on a weekday",
        triggers=("a", *SMALL_NUMBERS, "week"),
        pattern=rf"(?:(?P<n>an?|one|two|three|four) )?weeks? (?:on )?(?P<wd>{_WHOLE_WEEKDAY}|today|tomorrow)"
        rf"(?!\w)",
        read=_week_on,
        yes=(
            ("The vote is a week on Friday in Oslo.", "a week on Friday", "2025-11-07"),
            ("The vote is two weeks today in Oslo.", "two weeks today", "2025-11-12"),
        ),
    ),
    Rule(
        name="a weekday week",
        triggers=(*_WHOLE_WEEKDAYS, "today", "tomorrow"),
        pattern=rf"(?P<wd>{_WHOLE_WEEKDAY}|today|tomorrow) (?P<span>week|fortnight)"
        r"(?=[.,;:)]|$| (?:at|in|to|and)\b)",
        read=_weekday_week,
        yes=(
            ("The vote is on Friday week in Oslo.", "Friday week", "2025-11-07"),
            ("The vote is tomorrow week, he said.", "tomorrow week", "2025-11-06"),
        ),
    ),
    Rule(
        name="a week from a weekday",
        triggers=("a", *SMALL_NUMBERS),
        pattern=r"(?P<n>an?|one|two|three|four) weeks? (?P<away>ago|from)(?: on)? (?P<wd>monday|tuesday|"
        r"wednesday|thursday|friday|saturday|sunday)(?!\w)",
        read=_weekday_ago,
        yes=(
            ("The trial opens a week from Monday in Oslo.", "a week from Monday", "2025-11-10"),
            ("The trial opens a week from Wednesday in Oslo.", "a week from Wednesday", "2025-11-05"),
            ("The trial opened a week ago Monday in Oslo.", "a week ago Monday", "2025-10-20"),
            ("A week ago on Saturday it burst.", "A week ago on Saturday", "2025-10-18"),
            ("The trial opened a week ago Friday in Oslo.", "a week ago Friday", "2025-10-17"),
            ("The trial opened a week ago Wednesday in Oslo.", "a week ago Wednesday", "2025-10-22"),
        ),
    ),
    Rule(
        name="weekdays ago",
        triggers=_NUMBER_TRIGGERS,
        pattern=rf"(?P<n>{NUMBER}) (?P<wd>{_WEEKDAY_NAME})s ago(?!\w)",
        read=_weekdays_ago,
        yes=(
            ("It shut three Fridays ago in Oslo.", "three Fridays ago", "2025-10-10"),
            ("It shut two Wednesdays ago in Oslo.", "two Wednesdays ago", "2025-10-15"),
        ),
    ),
    Rule(
        name="the weekday beyond",
        triggers=tuple(f"{name}(?= (?:before last|after next))" for name in WEEKDAYS if name.endswith("day")),
        pattern=rf"(?P<wd>{_WEEKDAY_NAME}) (?P<w>before last|after next)(?!\w)",
        read=_weekday_beyond,
        yes=(
            ("It shut the Tuesday before last in Oslo.", "the Tuesday before last", "2025-10-21"),
            ("It opens the Tuesday after next in Oslo.", "the Tuesday after next", "2025-11-11"),
        ),
    ),
)
"""Before the rules of single days, whose words they begin or end with."""

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="units ago, earlier, later",
        triggers=_NUMBER_TRIGGERS,
        pattern=rf"(?P<n>{NUMBER}|an?|{VAGUE}) ?-?(?:and a half )?(?:full |calendar |whole |short "
        rf")?(?P<u>{UNIT})(?:(?: or (?:so|more|two))? {_AWAY}(?!\w)|(?P<time>['’]?s? time)(?![\w-]))",
        read=_away_or_in_time,
        yes=(
            ("It closed two weeks ago in Oslo.", "two weeks ago", "2025-W42"),
            ("It closed 10 days ago in Oslo.", "10 days ago", "2025-10-19"),
            ("It opened in March 1998 and closed two years later.", "two years later", "2000-03"),
            ("It closed a few years ago.", "a few years ago", "PAST_REF"),
            ("It opens in ten days' time in Oslo.", "ten days' time", "2025-11-08"),
            ("It opens in a week's time in Oslo.", "a week's time", "2025-W45"),
            ("It opens in six months time.", "six months time", "2026-04"),
            ("It opens in 48 hours' time.", "48 hours' time", "PT48H"),
            ("It opens in a few weeks' time.", "a few weeks' time", "FUTURE_REF"),
            ("They have ten days' time to object.", "ten days'", "P10D"),
        ),
    ),
    Rule(
        name="units ago without number",
        triggers=("years", "months", "weeks", "days", "decades", "centuries", "hours", "minutes", "moments"),
        pattern=rf"(?P<n>)(?P<u>{UNIT}) {_AWAY}(?!\w)",
        read=_away,
        yes=(("It closed years ago.", "years ago", "PAST_REF"),),
    ),
    Rule(
        name="a unit and a half ago",
        triggers=("a", "one"),
        pattern=r"(?P<n>an?|one) (?P<u>hour|week|month|year|decade)(?P<half> and a half) "
        r"(?P<away>ago|later|earlier)(?!\w)",
        read=_away,
        yes=(("It closed a year and a half ago in Oslo.", "a year and a half ago", "2024-04"),),
    ),
)
