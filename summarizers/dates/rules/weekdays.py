"""Days of the week, one or all."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.fields import Fields
from summarizers.dates.lexicon import WEEKDAYS
from summarizers.dates.patterns import WEEKDAY
from summarizers.dates.rules.rule import Rule

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


_WEEKDAY_NAMES: Final = tuple(WEEKDAYS)

RULES: Final[tuple[Rule, ...]] = (
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
)
