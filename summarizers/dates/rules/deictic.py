"""What is counted from the publication or the expression before: last week, two years ago, that day."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.fields import Fields, Grain
from summarizers.dates.lexicon import DAY_PARTS, GRAINS, MONTHS, SEASONS, SMALL_NUMBERS, TENS, UNITS, WEEKDAYS
from summarizers.dates.numbers import amount, is_day, ordinal
from summarizers.dates.patterns import DAY, DAY_PART, MONTH, NUMBER, SEASON, UNIT, VAGUE
from summarizers.dates.rules.rule import Rule

_DAYS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "yesterday's": -1}


def _named_day(m: re.Match[str], _: str) -> Fields | None:
    word = m["w"]
    if word == "tonight":
        return Fields("time", unit="day", shift=0, clock="TNI", type="TIME")
    return Fields("day", unit="day", shift=_DAYS[word])


def _day_beyond(m: re.Match[str], _: str) -> Fields | None:
    return Fields("day", unit="day", shift=-2 if m["w"] == "yesterday" else 2)


_STEPS: Final = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "prior": -1,
    "preceding": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
    "subsequent": 1,
    "this": 0,
    "current": 0,
    "same": 0,
    "that": 0,
    "latest": -1,
    "present": 0,
}
_FROM_PREVIOUS: Final = frozenset(
    {"previous", "prior", "preceding", "following", "subsequent", "same", "that"}
)
_STEP: Final = (
    r"(?:this |that |the very |these |those )?(?:very )?(?P<w>last|past|previous|prior|preceding|"
    r"next|coming|upcoming|following|subsequent|this|current|same|that|latest|present)"
)
_STEP_TRIGGERS: Final = (*_STEPS, "these", "those")


def _step(m: re.Match[str], text: str) -> tuple[int, bool]:
    word = m["w"]
    the_next = word == "next" and text[max(0, m.start() - 4) : m.start()].lower() == "the "
    return _STEPS[word], word in _FROM_PREVIOUS or (the_next and m["u"] == "day")


def unit_letter(word: str) -> str:
    """The TIMEX3 letter of a unit in singular or plural."""
    return UNITS.get(word) or UNITS[word.removesuffix("s")]


def _step_unit(m: re.Match[str], text: str) -> Fields | None:
    letter = unit_letter(m["u"])
    if letter not in GRAINS:
        return None
    shift, from_previous = _step(m, text)
    if m["w"] == "past" and letter in {"DE", "CE"}:
        return Fields("duration", type="DURATION", value="P10Y" if letter == "DE" else "P100Y")
    grain: Grain = GRAINS[letter]  # type: ignore[assignment]  # the table holds grains only
    return Fields(grain, unit=grain, shift=shift, from_previous=from_previous, fiscal=m["f"] is not None)


def _step_fortnight(m: re.Match[str], text: str) -> Fields | None:
    return _step_unit(m, text) if m["u"] != "fortnight" else Fields("duration", type="DURATION", value="P2W")


def _step_weekday(m: re.Match[str], _: str) -> Fields | None:
    word = m["w"]
    weekday = WEEKDAYS[m["wd"]]
    previous = word in _FROM_PREVIOUS
    direction = {"this": 2, "coming": 2, "upcoming": 2, "current": 2, "same": 0, "that": 0}.get(
        word, _STEPS[word]
    )
    return Fields("day", weekday=weekday, direction=direction, from_previous=previous)


def _step_month(m: re.Match[str], text: str) -> Fields | None:
    word = m["w"]
    direction = 2 if word in {"coming", "upcoming"} else _STEPS[word]
    if m["mon"] in {"may", "march"} and not text[m.start("mon")].isupper():
        return None
    month, previous = MONTHS[m["mon"].rstrip(".")], word in _FROM_PREVIOUS
    if m["d"] is None:
        return Fields("month", month=month, direction=direction, from_previous=previous)
    day = ordinal(m["d"])
    if not is_day(month, day):
        return None
    return Fields("day", month=month, day=day, direction=direction, from_previous=previous)


def _step_season(m: re.Match[str], _: str) -> Fields | None:
    word = m["w"]
    return Fields("season", part=SEASONS[m["s"].removesuffix("time")], direction=_STEPS[word])


def _step_day_part(m: re.Match[str], _: str) -> Fields | None:
    word = m["w"]
    if word in {"next", "following"}:
        return Fields(
            "time", unit="day", shift=1, from_previous=True, clock=DAY_PARTS[m["part"]], type="TIME"
        )
    return Fields(
        "time",
        unit="day",
        shift=_STEPS[word],
        from_previous=word in _FROM_PREVIOUS,
        clock=DAY_PARTS[m["part"]],
        type="TIME",
    )


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
_FROM_NOW: Final = frozenset({"ago", "from now", "hence", "back"})
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


def _weekday_ago(m: re.Match[str], _: str) -> Fields | None:
    back = m["away"] == "ago"
    weeks = int(amount(m["n"]) or 1)
    return Fields("day", weekday=WEEKDAYS[m["wd"]], unit="week", shift=-weeks if back else weeks)


def _weeks_from(name: str, weeks: int) -> Fields:
    """So many weeks after the next such day, which today is not."""
    if name in _DAYS:
        return Fields("day", unit="day", shift=_DAYS[name] + 7 * weeks)
    return Fields("day", weekday=WEEKDAYS[name], direction=1, plus=7 * weeks)


_A_STRETCH: Final = re.compile(
    r"\b(?:than|in|once|twice|times|within|for|over|of|only|just|every|last|next|this|per)(?: a)? $",
    re.IGNORECASE,
)
"""Before weeks that are counted, not named (`for the second time in a week on Saturday`)."""


def _week_on(m: re.Match[str], text: str) -> Fields | None:
    if _A_STRETCH.search(text[max(0, m.start() - 12) : m.start()]):
        return None
    if m["n"] is None and text[max(0, m.start() - 2) : m.start()].strip().lower() != "a":
        return None
    if " on " not in m.group() and m["wd"] not in _DAYS:
        return None
    return _weeks_from(m["wd"], int(amount(m["n"] or "a") or 1))


def _weekday_week(m: re.Match[str], _: str) -> Fields | None:
    return _weeks_from(m["wd"], 2 if m["span"] == "fortnight" else 1)


def _the_unit(m: re.Match[str], text: str) -> Fields | None:
    grain = m["u"]
    before = text[max(0, m.start() - 14) : m.start()].lower()
    if not before.endswith("the "):
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


def _year_end(m: re.Match[str], _: str) -> Fields | None:
    if m["f"] is None and m.group().startswith("fiscal"):
        return None
    if m["u"] != "year" and m.group().endswith(" end") and "'" not in m.group() and "’" not in m.group():
        return None
    named: Grain = m["u"]  # type: ignore[assignment]  # the pattern holds grains only
    return Fields(named, unit=named, shift=0, mod="END", fiscal=m["f"] is not None)


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
    r"(?P<away>ago|earlier|before|later|after|afterwards?|from now|hence|previously|prior|beforehand|back|on)"
)

WEEKS_ON: Final = (
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
)
"""Before the rules of single days, whose words they begin or end with."""

RULES: Final = (
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
        name="named day",
        triggers=("today", "yesterday", "tomorrow", "tonight"),
        pattern=r"(?P<w>today|yesterday|tomorrow|tonight)(?!\w)",
        read=_named_day,
        yes=(
            ("Parliament votes tomorrow on it.", "tomorrow", "2025-10-30"),
            ("The race is tonight in Spa.", "tonight", "2025-10-29TNI"),
        ),
    ),
    Rule(
        name="last, this or next unit",
        triggers=_STEP_TRIGGERS,
        pattern=rf"{_STEP} (?:full )?(?:(?P<f>fiscal|financial) |calendar |business |trading |school |"
        rf"academic )?(?P<u>day|weekend|week|fortnight|month|quarter|year|decade|century)(?!\w|"
        rf"-(?:old|long|ago|earlier))",
        read=_step_fortnight,
        yes=(
            ("Rates rose last week in Oslo.", "last week", "2025-W43"),
            ("The cut takes effect next month in Oslo.", "next month", "2025-11"),
            ("Rates fell this year in Oslo.", "this year", "2025"),
            ("In 1998 it grew; the following year it failed.", "the following year", "1999"),
        ),
        no=("At last we rest.",),
    ),
    Rule(
        name="last, this or next weekday",
        triggers=_STEP_TRIGGERS,
        pattern=rf"{_STEP} (?P<wd>monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?!\w)",
        read=_step_weekday,
        yes=(
            ("They met last Friday in Oslo.", "last Friday", "2025-10-24"),
            ("They meet next Friday in Oslo.", "next Friday", "2025-10-31"),
            ("They meet this coming Sunday in Oslo.", "this coming Sunday", "2025-11-02"),
        ),
    ),
    Rule(
        name="last, this or next month by name",
        triggers=_STEP_TRIGGERS,
        pattern=rf"{_STEP} (?P<mon>{MONTH})(?: (?P<d>{DAY}))?(?!\w|\.? \d)",
        read=_step_month,
        yes=(
            ("They met last June in Oslo.", "last June", "2025-06"),
            ("They meet next June in Oslo.", "next June", "2026-06"),
        ),
    ),
    Rule(
        name="last, this or next season",
        triggers=_STEP_TRIGGERS,
        pattern=rf"{_STEP} (?P<s>{SEASON})(?!\w)",
        read=_step_season,
        yes=(
            ("They met last spring in Oslo.", "last spring", "2025-SP"),
            ("They meet next summer in Oslo.", "next summer", "2026-SU"),
        ),
    ),
    Rule(
        name="last, this or next part of a day",
        triggers=_STEP_TRIGGERS,
        pattern=rf"{_STEP} (?P<part>{DAY_PART})(?!\w)",
        read=_step_day_part,
        yes=(
            ("It rained last night in Oslo.", "last night", "2025-10-28TNI"),
            ("It rained this morning in Oslo.", "this morning", "2025-10-29TMO"),
        ),
    ),
    Rule(
        name="units ago, earlier, later",
        triggers=_NUMBER_TRIGGERS,
        pattern=rf"(?P<n>{NUMBER}|an?|{VAGUE}) ?-?(?:and a half )?(?:full |calendar |whole |short "
        rf")?(?P<u>{UNIT})(?: or (?:so|more|two))? {_AWAY}(?!\w)",
        read=_away,
        yes=(
            ("It closed two weeks ago in Oslo.", "two weeks ago", "2025-W42"),
            ("It closed 10 days ago in Oslo.", "10 days ago", "2025-10-19"),
            ("It opened in March 1998 and closed two years later.", "two years later", "2000-03"),
            ("It closed a few years ago.", "a few years ago", "PAST_REF"),
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
    Rule(
        name="a week from a weekday",
        triggers=("a", *SMALL_NUMBERS),
        pattern=r"(?P<n>an?|one|two|three|four) weeks? (?P<away>ago|from) (?P<wd>monday|tuesday|"
        r"wednesday|thursday|friday|saturday|sunday)(?!\w)",
        read=_weekday_ago,
        yes=(("The trial opens a week from Monday in Oslo.", "a week from Monday", "2025-11-03"),),
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
        rf"century|day)(?!\w|-\w| (?:two thousand|nineteen|\d+|to (?:{MONTH}|\d)|before|after|"
        rf"ago|earlier|old|later|of(?! (?:the )?(?:{MONTH}|\d)))\b)",
        read=_the_unit,
        yes=(
            ("They want a deal by the end of the month at most.", "the end of the month", "2025-10"),
            ("Net fell in the quarter ended June 30.", "the quarter", "2025-Q2"),
        ),
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
