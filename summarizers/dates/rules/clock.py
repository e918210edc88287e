"""Times of day, with zones."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.fields import Fields
from summarizers.dates.lexicon import CITY_ZONES, DAY_PARTS, SMALL_NUMBERS, ZONES
from summarizers.dates.patterns import ZONE, one_of
from summarizers.dates.rules.rule import Rule


def zone_name(text: str | None) -> str | None:
    """The IANA name or offset of a zone's abbreviation, or of whose time it is; None for local time."""
    if text is None:
        return None
    name = text.strip("() ")
    whose = name.removesuffix(" time").removesuffix(" summer")
    return CITY_ZONES.get(whose) or ZONES.get(name.split()[0])


_NOON: Final = 12
_MINUTES_OF_A_DAY: Final = 24 * 60


_HERE: Final = r"(?: local(?: time)?)?"
_ELSEWHERE: Final = rf"(?:{_HERE} \((?P<gmt>[0-2]?\d[:.]?[0-5]\d) ?(?:gmt|utc)\))?"
"""The same moment in Greenwich, in brackets: it tells the zone of a local time."""
_OTHER_ZONE: Final = rf"(?: \((?:\d\d?(?:[:.]?\d\d)?(?: ?[ap]\.?m\.?)?|noon|midday) {ZONE})?"
"""The same moment in another zone, behind one that has its own."""

_HOUR: Final = 60
_QUARTER: Final = 15
_LAST_HOUR: Final = 24
_FARTHEST_EAST: Final = 13 * 60
"""Minutes ahead of Greenwich: New Zealand's summer. As far behind as that leaves, hardly anybody lives."""


def _placed(fields: Fields | None, gmt: str | None) -> Fields | None:
    """`fields`, a time without a zone of its own, with the offset that the time `gmt` in Greenwich gives it.

    It lies from -10:45 up to +13:00, in quarters of an hour; none where that hour is none, or the difference.
    """
    if fields is None or fields.clock is None or gmt is None or fields.tz is not None:
        return fields
    hour, minute = divmod(int(re.sub(r"\D", "", gmt)), 100)
    own = int(fields.clock[1:3]) * _HOUR + int(fields.clock[4:6])
    behind = (_FARTHEST_EAST - own + hour * _HOUR + minute) % _MINUTES_OF_A_DAY
    ahead = _FARTHEST_EAST - behind
    if ahead % _QUARTER or hour > _LAST_HOUR:
        return fields
    sign, (hours, minutes) = "-" if ahead < 0 else "+", divmod(abs(ahead), _HOUR)
    return fields._replace(tz=f"{sign}{hours:02d}:{minutes:02d}")


def clock_at(hour: int, minute: int, half: str | None, zone: str | None) -> Fields | None:
    """A time of day, or None where no clock shows it; `half` is `am`, `p.m.` or the like."""
    if half and half[0] in "ap":
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half.startswith("p") else 0)
    if 60 * hour + minute > _MINUTES_OF_A_DAY:
        return None
    return Fields("time", clock=f"T{hour:02d}:{minute:02d}", tz=zone_name(zone), type="TIME")


def _twelve_hours(m: re.Match[str], _: str) -> Fields | None:
    return _placed(clock_at(int(m["h"]), int(m["min"] or 0), m["half"], m["tz"]), m["gmt"])


def _twenty_four_hours(m: re.Match[str], _: str) -> Fields | None:
    return clock_at(int(m["h"]), int(m["min"]), None, m["tz"])


def _in_hours(m: re.Match[str], text: str) -> Fields | None:
    """`14:00 hrs`; without its colon only where no length can be meant (`by 1400 hours`)."""
    if m["sep"] != ":" and _CLOCK_BEFORE.search(text[max(0, m.start() - 12) : m.start()]) is None:
        return None
    return clock_at(int(m["h"]), int(m["min"]), None, None)


_CLOCK_BEFORE: Final = re.compile(r"\b(?:at|by|until|till|before|from|than|to|after) $", re.IGNORECASE)


def _colon(m: re.Match[str], _: str) -> Fields | None:
    return _placed(clock_at(int(m["h"]), int(m["min"]), None, None), m["gmt"])


def _o_clock(m: re.Match[str], _: str) -> Fields | None:
    hour = int(m["h"]) if m["h"].isdigit() else SMALL_NUMBERS[m["h"]]
    half = {"morning": "am", "afternoon": "pm", "evening": "pm", "night": "pm"}.get(
        m["part"] or m["part2"] or m["n"]
    )
    return clock_at(hour, 0, half, None)


def _part_of_day(m: re.Match[str], text: str) -> Fields | None:
    part = m["part"]
    clock = DAY_PARTS[part]
    if text[m.start()].isupper() and _NAME_BEFORE.search(text[max(0, m.start() - 20) : m.start()]):
        return None
    if part == "noon" and _HIGH_NOON.search(text[max(0, m.start() - 9) : m.start()]):
        return None
    if part in {"noon", "midnight", "midday", "overnight"}:
        return _placed(Fields("time", clock=clock, tz=zone_name(m["tz"]), type="TIME"), m["gmt"])
    beside = part[:3] == "mid" and _NAMED_DAY.match(m.string, m.end())
    if not beside and not _IN_THE.search(text[max(0, m.start() - 14) : m.start()]):
        return None
    return Fields("time", clock=clock, type="TIME")


_HIGH_NOON: Final = re.compile(r"(?<!\bat )\bhigh $", re.IGNORECASE)
"""Before a noon that is no hour (`it was high noon for the deal`)."""
_NAME_BEFORE: Final = re.compile(r"\b[A-Z][a-z]+ $")
"""Before a part of the day that belongs to a name (`High Noon`, `Starry Night`)."""
_NAMED_DAY: Final = re.compile(r" (?:on )?(?:yesterday|today|tomorrow|[a-z]{3,6}day)\b")
_IN_THE: Final = re.compile(
    r"(?:\b(?:in|during|by|until|late in|early in|on) the|day,?|yesterday|tomorrow|"
    r"\b[a-z]{3,9}\.? \d\d?,?|\bof the) $|\b(?:by|until|in) mid[ -]$",
    re.IGNORECASE,
)


def _twelve(m: re.Match[str], _: str) -> Fields | None:
    return Fields("time", clock=DAY_PARTS[m["part"]], tz=zone_name(m["tz"]), type="TIME")


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="twelve noon and twelve midnight",
        triggers=("0", "twelve"),
        pattern=rf"(?:12|twelve)(?::00)?(?: o['’]clock)? (?P<part>noon|midday|midnight)"
        rf"(?:,? (?P<tz>{ZONE}))?(?!\w)",
        read=_twelve,
        yes=(
            ("It starts at 12 noon sharp.", "12 noon", "2025-10-29T12:00"),
            ("It ends at twelve midnight sharp.", "twelve midnight", "2025-10-29T24:00"),
        ),
    ),
    Rule(
        name="twelve-hour clock",
        triggers=("0",),
        pattern=rf"(?P<h>\d\d?)(?:[:.](?P<min>[0-5]\d))?(?::[0-5]\d)? ?(?P<half>[ap]\.m\b\.?|[ap]m\b|"
        rf"[ap]\. m\.)(?:,? (?P<tz>{ZONE}|(?:eastern|central|mountain|pacific)\b(?! (?:european|african|"
        rf"asia|time|standard))))?"
        rf"{_ELSEWHERE}{_OTHER_ZONE}",
        read=_twelve_hours,
        yes=(
            ("The polls close at 7:30 p.m. EST in Ohio.", "7:30 p.m. EST", "2025-10-29T19:30"),
            ("The hearing is at 10 a.m. Eastern in court.", "10 a.m. Eastern", "2025-10-29T10:00"),
            (
                "It ends at 5 p.m. New York City time on May 30.",
                "5 p.m. New York City time on May 30",
                "2026-05-30T17:00",
            ),
            (
                "It opens at 1.00 p.m. (London time) today.",
                "1.00 p.m. (London time) today",
                "2025-10-29T13:00",
            ),
            ("It starts at 9.30am (0030 GMT) sharp.", "9.30am (0030 GMT)", "2025-10-29T09:30"),
            (
                "It goes on sale at 9 a.m. PT (noon ET) today.",
                "9 a.m. PT (noon ET) today",
                "2025-10-29T09:00",
            ),
            ("It opens at 9 a.m. PT (11 a.m. CT) today.", "9 a.m. PT (11 a.m. CT) today", "2025-10-29T09:00"),
            ("It starts at 12 am sharp.", "12 am", "2025-10-29T00:00"),
            ("It starts at 12 p.m. sharp.", "12 p.m.", "2025-10-29T12:00"),
        ),
        no=("At 13 p.m. nothing holds.",),
    ),
    Rule(
        name="twenty-four-hour clock",
        triggers=("0",),
        pattern=r"(?P<h>[01]?\d|2[0-4]):?(?P<min>[0-5]\d)(?: ?(?:hours|hrs|h\b))?,? ?"
        rf"(?P<tz>{ZONE}){_OTHER_ZONE}",
        read=_twenty_four_hours,
        yes=(
            ("The launch is at 1700 GMT from Kourou.", "1700 GMT", "2025-10-29T17:00"),
            (
                "It ends at 23:59 GMT (18:59 EST) on May 30.",
                "23:59 GMT (18:59 EST) on May 30",
                "2026-05-30T23:59",
            ),
        ),
    ),
    Rule(
        name="clock in hours",
        triggers=("0",),
        pattern=r"(?P<h>[01]\d|2[0-4]|\d(?=[:.]))(?P<sep>[:.]?)(?P<min>[0-5]\d) ?(?:hours|hrs|h)(?!\w)",
        read=_in_hours,
        yes=(
            ("Bids must arrive by 14:00 hrs.", "14:00 hrs", "2025-10-29T14:00"),
            ("They must leave by 1400 hours today.", "1400 hours today", "2025-10-29T14:00"),
            ("The count starts at 15.30h.", "15.30h", "2025-10-29T15:30"),
        ),
    ),
    Rule(
        name="clock with colon",
        triggers=("0",),
        pattern=r"(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?::[0-5]\d)?(?![\d:.]\d|\w)" + _ELSEWHERE,
        read=_colon,
        yes=(
            ("The train leaves at 17:45 from Bern.", "17:45", "2025-10-29T17:45"),
            ("It opens at 10:00 (0900 GMT) on May 30.", "10:00 (0900 GMT) on May 30", "2026-05-30T10:00"),
        ),
    ),
    Rule(
        name="o'clock",
        triggers=("0", *tuple(SMALL_NUMBERS)[:12]),
        pattern=rf"(?P<h>\d\d?|{one_of(tuple(SMALL_NUMBERS)[:12])})(?: o['’]clock(?: in the "
        rf"(?P<part>morning|afternoon|evening)| at (?P<n>night))?| in the (?P<part2>morning|"
        rf"afternoon|evening))(?!\w)",
        read=_o_clock,
        yes=(("Doors open at five o'clock sharp.", "five o'clock", "2025-10-29T05:00"),),
    ),
    Rule(
        name="part of the day",
        triggers=(
            "noon",
            "midnight",
            "midday",
            "overnight",
            "morning",
            "afternoon",
            "evening",
            "night",
            "dawn",
            "mid-afternoon",
            "mid-morning",
        ),
        pattern=rf"(?P<part>noon|midnight|midday|overnight|mid-?morning|mid-?afternoon|morning|"
        rf"afternoon|evening|night)(?:,? (?P<tz>{ZONE}))?(?!\w|-){_ELSEWHERE}",
        read=_part_of_day,
        yes=(
            ("The truce starts at noon in Gaza.", "noon", "2025-10-29T12:00"),
            (
                "It lapses at midnight local time (2200 GMT) on May 30.",
                "midnight local time (2200 GMT) on May 30",
                "2026-05-30T24:00",
            ),
            ("At mid-afternoon yesterday shares rose.", "mid-afternoon yesterday", "2025-10-28TAF"),
        ),
        no=("A night owl sang.", "The film High Noon won.", "It was high noon for the pact."),
    ),
)
