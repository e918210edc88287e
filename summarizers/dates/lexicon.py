"""Words that name times, and what they stand for. Data only; every key is lower case."""

from __future__ import annotations

from typing import Final

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday weds wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}

SEASONS: Final = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
SEASON_CODES: Final = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}

UNITS: Final = {
    "second": "TS",
    "minute": "TM",
    "min": "TM",
    "hour": "TH",
    "hr": "TH",
    "day": "D",
    "weekend": "WE",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "yr": "Y",
    "decade": "DE",
    "century": "CE",
    "centurie": "CE",
    "millennium": "ML",
    "millennia": "ML",
}
"""Unit → TIMEX3 letter; a leading T marks a unit below the day (`PT2H`)."""

GRAINS: Final = {
    "D": "day",
    "WE": "weekend",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}

_ONES: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"

SMALL_NUMBERS: Final = {word: n for n, word in enumerate(_ONES.split(), start=1)}
TENS: Final = {word: 10 * n for n, word in enumerate(_TENS.split(), start=2)}
SCALES: Final = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}

_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS: Final = (
    {word: n for n, word in enumerate(_ORDINALS.split(), start=1)}
    | {"thirtieth": 30}
    | {
        f"{tens}-{word}": base + n
        for tens, base in (("twenty", 20), ("thirty", 30))
        for n, word in enumerate(_ORDINALS.split()[:9], start=1)
    }
)

DAY_PARTS: Final = {
    "dawn": "TMO",
    "morning": "TMO",
    "midmorning": "TMO",
    "mid-morning": "TMO",
    "noon": "T12:00",
    "midday": "T12:00",
    "noontime": "T12:00",
    "afternoon": "TAF",
    "midafternoon": "TAF",
    "mid-afternoon": "TAF",
    "evening": "TEV",
    "dusk": "TEV",
    "night": "TNI",
    "nighttime": "TNI",
    "overnight": "TNI",
    "midnight": "T24:00",
}

ZONES: Final = {
    "utc": "+00:00",
    "gmt": "+00:00",
    "bst": "+01:00",
    "ist": "+05:30",
    "cet": "+01:00",
    "cest": "+02:00",
    "eet": "+02:00",
    "eest": "+03:00",
    "msk": "+03:00",
    "jst": "+09:00",
    "kst": "+09:00",
    "hkt": "+08:00",
    "sgt": "+08:00",
    "aest": "+10:00",
    "aedt": "+11:00",
    "est": "-05:00",
    "edt": "-04:00",
    "cst": "-06:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "et": "America/New_York",
    "eastern": "America/New_York",
    "ct": "America/Chicago",
    "central": "America/Chicago",
    "mt": "America/Denver",
    "mountain": "America/Denver",
    "pt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles",
}
"""What a zone's abbreviation means in English-language news (`cst` and `ist` mean other zones elsewhere)."""

CITY_ZONES: Final = {
    "new york city": "America/New_York",
    "new york": "America/New_York",
    "washington": "America/New_York",
    "toronto": "America/Toronto",
    "chicago": "America/Chicago",
    "los angeles": "America/Los_Angeles",
    "london": "Europe/London",
    "uk": "Europe/London",
    "british": "Europe/London",
    "dublin": "Europe/Dublin",
    "lisbon": "Europe/Lisbon",
    "paris": "Europe/Paris",
    "brussels": "Europe/Brussels",
    "geneva": "Europe/Zurich",
    "zurich": "Europe/Zurich",
    "berlin": "Europe/Berlin",
    "frankfurt": "Europe/Berlin",
    "rome": "Europe/Rome",
    "madrid": "Europe/Madrid",
    "athens": "Europe/Athens",
    "kyiv": "Europe/Kyiv",
    "kiev": "Europe/Kyiv",
    "moscow": "Europe/Moscow",
    "istanbul": "Europe/Istanbul",
    "cairo": "Africa/Cairo",
    "jerusalem": "Asia/Jerusalem",
    "israel": "Asia/Jerusalem",
    "tehran": "Asia/Tehran",
    "dubai": "Asia/Dubai",
    "delhi": "Asia/Kolkata",
    "indian": "Asia/Kolkata",
    "beijing": "Asia/Shanghai",
    "shanghai": "Asia/Shanghai",
    "hong kong": "Asia/Hong_Kong",
    "singapore": "Asia/Singapore",
    "seoul": "Asia/Seoul",
    "tokyo": "Asia/Tokyo",
    "japan": "Asia/Tokyo",
    "sydney": "Australia/Sydney",
    "melbourne": "Australia/Melbourne",
    "wellington": "Pacific/Auckland",
    "central european": "Europe/Brussels",
    "eastern european": "Europe/Athens",
}
"""Whose clock `London time` and its like mean."""


def unit_letter(word: str) -> str:
    """The TIMEX3 letter of a unit in singular or plural, as `UNITS` has it."""
    return UNITS.get(word) or UNITS[word.removesuffix("s")]
