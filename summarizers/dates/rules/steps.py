"""One unit back or on from the publication or the expression before: last week, this June, next spring."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.fields import Fields, Grain
from summarizers.dates.lexicon import (
    DAY_PARTS,
    GRAINS,
    MONTHS,
    SEASONS,
    WEEKDAYS,
    unit_letter,
)
from summarizers.dates.numbers import is_day, ordinal
from summarizers.dates.patterns import DAY, DAY_PART, MONTH, SEASON, UNIT, WEEKDAY
from summarizers.dates.rules.rule import Rule

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

_AFTER_THAT: Final = (
    rf" (?:very|full|fiscal|financial|calendar|business|trading|school|academic|{'|'.join(_STEPS)}|{UNIT}"
    rf"|{WEEKDAY}|{MONTH}|{SEASON}|{DAY_PART})"
)
_STEP_TRIGGERS: Final = (
    *(word for word in _STEPS if word != "that"),
    *(f"{word}{_AFTER_THAT}" for word in ("that", "these", "those")),
)


def _step(m: re.Match[str], text: str) -> tuple[int, bool]:
    word = m["w"]
    the_next = word == "next" and text[max(0, m.start() - 4) : m.start()].lower() == "the "
    return _STEPS[word], word in _FROM_PREVIOUS or (the_next and m["u"] == "day")


def _step_unit(m: re.Match[str], text: str) -> Fields | None:
    letter = unit_letter(m["u"])
    if letter not in GRAINS or _is_a_title(m, text):
        return None
    shift, from_previous = _step(m, text)
    if m["w"] == "past" and letter in {"DE", "CE"}:
        return Fields("duration", type="DURATION", value="P10Y" if letter == "DE" else "P100Y")
    grain: Grain = GRAINS[letter]  # type: ignore[assignment]  # the table holds grains only
    return Fields(grain, unit=grain, shift=shift, from_previous=from_previous, fiscal=m["f"] is not None)


def _is_a_title(m: re.Match[str], text: str) -> bool:
    """`ABC's "This Week"`: both words written as a name, and more of it behind or a mark before."""
    names = text[m.start("w")].isupper() and text[m.start("u")].isupper()
    return names and (
        text[: m.start()][-1:] in {'"', "“", "‘"} or _MORE_OF_IT.match(text, m.end()) is not None
    )


_MORE_OF_IT: Final = re.compile(r" (?:[A-Z][a-z]|in [A-Z])")


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


def _this_time(m: re.Match[str], _: str) -> Fields | None:
    """`this time next year`: about the publication's own day, so much later."""
    return Fields("day", unit=m["u"], shift=_STEPS[m["w"]], mod="APPROX")


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="this time next year",
        triggers=("this",),
        pattern=r"this time (?P<w>last|next) (?P<u>week|month|year)(?!\w)",
        read=_this_time,
        yes=(
            ("They will review it this time next year.", "this time next year", "2026-10-29"),
            ("It is to be home by this time next month.", "this time next month", "2025-11-29"),
            ("It was shut this time last week.", "this time last week", "2025-10-22"),
        ),
        no=("Nobody came this time.",),
    ),
    Rule(
        name="last, this or next unit",
        triggers=_STEP_TRIGGERS,
        pattern=rf"{_STEP} (?:full )?(?:(?P<f>fiscal|financial) |calendar |business |trading |school |"
        rf"academic )?(?P<u>day|weekend|week|fortnight|month|quarter|year|decade|century)(?!\w|"
        rf"-(?:old|long|ago|earlier))(?: or so\b)?",
        read=_step_fortnight,
        yes=(
            ("Rates rose last week in Oslo.", "last week", "2025-W43"),
            ("The cut takes effect next month in Oslo.", "next month", "2025-11"),
            ("Rates fell this year in Oslo.", "this year", "2025"),
            ("In 1998 it grew; the following year it failed.", "the following year", "1999"),
        ),
        no=("At last we rest.", "He told ABC's “This Week” so.", "She is on This Week With Ann Hollis."),
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
)
