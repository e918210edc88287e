"""Times of day with a stop: `by 18.30 on Thursday`, which only its words tell from an amount."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.fields import Fields
from summarizers.dates.patterns import MONTH, WEEKDAY, ZONE
from summarizers.dates.rules.clock import clock_at
from summarizers.dates.rules.rule import Rule

_CLOCK: Final = r"(?:[01]?\d|2[0-3])\.[0-5]\d"
_LEADS: Final = (
    r"(?:(?<=\bat )|(?<=\bby )|(?<=\bto )|(?<=\bfrom )|(?<=\btill )|(?<=\bthan )|(?<=\buntil )|(?<=\bafter )"
    r"|(?<=\bbefore ))"
)
_DAY: Final = (
    rf",? ?(?:on )?(?:{WEEKDAY}|{MONTH} \d|\d\d? {MONTH}|"
    r"(?:today|tomorrow|tonight|this (?:morning|afternoon|evening))\b)"
)
_GOES_ON: Final = (
    r"(?=\s*(?:[,;)]|\.(?!\d)|$)|\s(?:on|today|tomorrow|tonight|this|next|sharp|and|or|for|to|until|till|in|with|when|after|"
    r"before|local|at|as|each|every|[a-z]{3,6}day)\b)"
)
"""What may stand behind a time; most amounts have their unit there."""


def _stopped(m: re.Match[str], _: str) -> Fields | None:
    before = m.string[max(0, m.start() - _REACH) : m.start()]
    told = m["day"] is not None or _FIRST.search(before) or _SECOND.match(m.string, m.end())
    if (len(m["h"]) == 1 or before.endswith("to ")) and not told:
        return None
    if _IS_AN_AMOUNT.search(before) is not None or _OF_A_UNIT.match(m.string, m.end()) is not None:
        return None
    return clock_at(int(m["h"]), int(m["min"]), None, m["tz"])


_REACH: Final = 80
_FIRST: Final = re.compile(rf"\b(?:from|at) {_CLOCK} (?:to|until|till) $")
_SECOND: Final = re.compile(rf" (?:to|until|till) {_CLOCK}(?!\w|\.\d)")
"""Beside one of two times."""
_CHANGES: Final = (
    r"(?:r[io]se[sn]?|rising|f[ae]ll(?:s|en|ing)?|climb\w*|drop\w*|gain\w*|los(?:t|es?|ing)|slipped|eas(?:ed|es|ing)|"
    r"gr[eo]w\w*|increas\w+|decreas\w+|rais\w+(?!.* at $)|cut|reduc\w+|lower\w*|higher|beat(?:en)?|won|wins?)"
)
_IS_AN_AMOUNT: Final = re.compile(
    rf"\b(?:{_CHANGES}|up|down)(?: [a-z]+){{0,4}} by $"
    rf"|\b(?:{_CHANGES}|shares?|stocks?|index|bonds?|yields?|prices?|priced|trad(?:es?|ed|ing)|valued|quoted|costs?|rate[ds]?|"
    r"ratio|tax|scor\w+|averag\w+|odds|inflation|versions?|updat\w+|upgrad\w+|dollar|euro|pound|currency|magnitude|stood|"
    r"put)\b[^.;]*\b(?:at|to|from) $"
    r"|(?<!later )(?<!earlier )(?<!sooner )\bthan $|[$€£¥%][^.;]*\b(?:at|to|by|from) $"
)
"""Words before a number that is no time: prices, scores and versions stand at it, or rise by it."""
_OF_A_UNIT: Final = re.compile(
    r"[^.;\n]{0,24}(?:[$€£¥%]|\b(?:a|per) (?:barrel|tonne|ton|share|unit|ounce|litre|head|kilo\w*)\b"
    r"|\bcents?\b|\bpence\b)"
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="clock with stop",
        triggers=("0",),
        pattern=rf"{_LEADS}(?P<h>[01]?\d|2[0-3])\.(?P<min>[0-5]\d)(?![\d:%]|\.\d|\w)"
        rf"(?:,? (?P<tz>{ZONE})(?!\w))?(?P<day>(?={_DAY}))?{_GOES_ON}",
        read=_stopped,
        yes=(
            ("Bids must arrive by 18.30 on Thursday.", "18.30 on Thursday", "2025-10-30T18:30"),
            ("The price list is due by 18.30 on Thursday.", "18.30 on Thursday", "2025-10-30T18:30"),
            ("The doors open at 18.30.", "18.30", "2025-10-29T18:30"),
            ("They must leave no later than 14.00 today.", "14.00 today", "2025-10-29T14:00"),
            ("The hall is open from 9.30 to 17.00 on 3 November.", "17.00 on 3 November", "2025-11-03T17:00"),
            ("The hall is open from 9.30 to 17.00.", "9.30", "2025-10-29T09:30"),
            ("Kick-off is at 7.45 on Saturday.", "7.45 on Saturday", "2025-11-01T07:45"),
            ("The crash was at 5.40 on Monday morning.", "5.40 on Monday morning", "2025-10-27T05:40"),
        ),
        no=(
            "Tin closed at 18.30 a kilo.",
            "Its share price stood at 12.45.",
            "The fee was cut to 10.50, the club said.",
            "It beat the record by 18.30, a wide margin.",
            "The rate was put at 2.15, far less than feared.",
            "They upgraded to 18.30 and the fault was gone.",
            "It cost no more than 18.30 in all.",
        ),
    ),
)
