"""A month, season, quarter or half that is just over, and is meant as the next one."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.patterns import MONTH

_DEED: Final = 60
_WINDOW: Final = 160

_TO_COME: Final = re.compile(
    r"\b(?:(?:will|shall|must|(?:is|are) (?:due |set |scheduled |expected )?to) (?:close|open|reopen|end|"
    r"expire|lapse|begin|start|meet|vote|return|retire|resign|launch|resume|run out|"
    r"take (?:effect|place|office)|come into (?:force|effect)|"
    r"be [a-z]+(?:ed|en|ld|wn))(?: [a-z]+)?|(?:closes|reopens|ends|expires|lapses|"
    r"begins|starts|runs out|takes (?:effect|office)|comes into (?:force|effect)|(?:is|are) due)) "
    r"(?:in|from|by|until|(?:at|by) the (?:end|start) of) (?:early |late |mid-?|the )?$"
)
"""Right before the time of what is to begin, to end or to be done: `will close in December`."""
_TELLS: Final = (
    r"(?:said|says|sa(?:id|ying)|told|announced|promised|pledged|vowed|agreed|warned|planned|reported|decided|"
    r"ordered|voted|wrote|added|predicted|forecast|estimated|hoped|claimed|insisted)"
)
_THEN: Final = rf"(?:in|on|last|since|back in|as of|earlier in) (?:(?:early|late|mid) )?(?:\d\d? )?{MONTH}\b"
_OF_ANOTHER_DAY: Final = re.compile(
    rf"\b{_TELLS}\b[^.;]{{0,60}}?\b{_THEN}[^.;]*$|\b{_THEN},?[^.;]{{0,60}}?\b{_TELLS}\b[^.;]*$"
    r"|\bhad\b[^.;]*$|, (?:which|who|whose)\b[^,.;]*$"
    r"|\b(?:original|earlier|old) (?:plan|version|schedule|timetable)\b[^.;]*$"
    r"|\b(?:heard|last year)\b[^.;]*$"
    r"|\b(?:quarter|year|half|season|months?|period) (?:that|which)\b[^,.;]*$"
)
"""Before such a time: what was said long ago, or what is no more than named."""
_TOLD_BEHIND: Final = re.compile(rf"[^.;]{{0,80}}?\b{_TELLS}\b[^.;]{{0,40}}?\b{_THEN}")


def is_to_come(lower: str, start: int, end: int) -> bool:
    """Whether the time at `start`..`end`, over by now, is told as that of what is to come.

    Not where somebody said so at some earlier time, for then it was to come, nor where the thing is only
    named by it (`the sale, which is due to close in November, was completed`).
    """
    if _TO_COME.search(lower, max(0, start - _DEED), start) is None:
        return False
    if _OF_ANOTHER_DAY.search(lower, max(0, start - _WINDOW), start):
        return False
    return _TOLD_BEHIND.match(lower, end) is None
