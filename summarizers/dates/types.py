"""What the dates package yields: TIMEX3 annotations with offsets (ISO-TimeML terms)."""

from __future__ import annotations

from typing import Literal, NamedTuple

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class Timex(NamedTuple):
    """One temporal expression: characters `start` to `end` of the text, and what it denotes.

    `value` is a TIMEX3 value (`2025-11-10`, `2025-W46`, `2026-02`, `2026-Q1`, `P2W`, `PT36H`, `PRESENT_REF`,
    `2025-11-10T09:00`, `XXXX-WXX-1`); `mod` a TIMEX3 modifier (`START`, `MID`, `END`, `APPROX`, `MORE_THAN`,
    `LESS_THAN`, `EQUAL_OR_LESS`, …) or None. `tz` is an IANA name or an offset where the text names one.
    `explicit` is true when the text itself fixes the calendar date without help from the publication or from
    another expression.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    tz: str | None = None
    explicit: bool = False
