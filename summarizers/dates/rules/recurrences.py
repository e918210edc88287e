"""Sets: what happens every so often."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.fields import Fields
from summarizers.dates.lexicon import DAY_PARTS, MONTHS, SEASON_CODES, SEASONS, WEEKDAYS, unit_letter
from summarizers.dates.numbers import amount
from summarizers.dates.patterns import DAY_PART, MONTH, NUMBER, SEASON, WEEKDAY
from summarizers.dates.rules.periods import period
from summarizers.dates.rules.rule import Rule


def _every(value: str) -> Fields:
    return Fields("set", type="SET", value=value)


def _every_unit(m: re.Match[str], _: str) -> Fields | None:
    count = 2 if m["other"] else (amount(m["n"]) if m["n"] else 1)
    return _every(period(count, unit_letter(m["u"])))


def _every_name(m: re.Match[str], _: str) -> Fields | None:
    if m["wd"]:
        clock = DAY_PARTS[m["part"]] if m["part"] else ""
        return _every(f"XXXX-WXX-{WEEKDAYS[m['wd'].rstrip('.')]}{clock}")
    if m["mon"]:
        return _every(f"XXXX-{MONTHS[m['mon'].rstrip('.')]:02d}")
    if m["s"]:
        return _every(f"XXXX-{SEASON_CODES[SEASONS[m['s'].removesuffix('time')]]}")
    return _every(f"XXXX-XX-XX{DAY_PARTS[m['part2']]}")


_ADVERBS: Final = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "annually": "P1Y",
}


def _adverb(m: re.Match[str], text: str) -> Fields | None:
    if text[m.start()].isupper() and text[max(0, m.start() - 1) : m.start()] == " ":
        return None
    return _every(_ADVERBS[m["w"]])


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="every unit",
        triggers=("every", "each", "per"),
        pattern=rf"(?:every|each|per) (?:(?P<other>other )|(?P<n>{NUMBER})[ -])?(?:single |business |"
        rf"trading |calendar |fiscal )?(?P<u>hours?|minutes?|days?|weekends?|weeks?|"
        rf"fortnights?|months?|quarters?|years?|decades?)(?!\w)",
        read=_every_unit,
        yes=(
            ("It meets every two weeks in Oslo.", "every two weeks", "P2W"),
            ("It meets each month in Oslo.", "each month", "P1M"),
        ),
    ),
    Rule(
        name="every named time",
        triggers=("every", "each"),
        pattern=rf"(?:every|each) (?:(?P<wd>{WEEKDAY})(?: (?P<part>{DAY_PART}))?|(?P<mon>{MONTH})|"
        rf"(?P<s>{SEASON})|(?P<part2>{DAY_PART}))(?!\w)",
        read=_every_name,
        yes=(
            ("It meets every Tuesday night in Oslo.", "every Tuesday night", "XXXX-WXX-2TNI"),
            ("It meets each July in Oslo.", "each July", "XXXX-07"),
        ),
    ),
    Rule(
        name="adverb of recurrence",
        triggers=tuple(_ADVERBS),
        pattern=r"(?P<w>hourly|daily|nightly|weekly|fortnightly|monthly|yearly|annually)(?!\w)",
        read=_adverb,
        yes=(("It is paid monthly in Oslo.", "monthly", "P1M"),),
        no=("The Oslo Daily said so.",),
    ),
)
