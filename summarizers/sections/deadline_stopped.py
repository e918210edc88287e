"""Days from which or up to which something does not run: `cancelled all sailings until Tuesday`."""

from __future__ import annotations

import re
from typing import Final

from summarizers.text.prefilter import Prefiltered
from summarizers.types import Boundary

_STOPS: Final = r"(?:cancel(?:l)?ed|called off|scrapped)"
_GOES_ON: Final = (
    r"(?:services?|flights?|trains?|ferr(?:y|ies)|sailings?|bus(?:es)?|class(?:es)?|lessons|schools?|departures|"
    r"routes?|trips|deliveries|surgeries|operations|appointments|collections|visits|matches|games|performances)"
)
"""What is there day by day, where a strike or a meeting that is called off was to be once."""
_PLANNED: Final = r"(?:that|which|due|planned|set|scheduled|to (?:run|last|be)|was|were|had|an?)"
_UNTIL: Final = r"(?:until|till|through|thru)"
_AT: Final = r"(?: on| at least)? (?:the )?$"
_STOPPED: Final = Prefiltered(rf"\b{_STOPS}(?: (?!{_PLANNED}\b)[a-z0-9’'-]+){{0,9}}? {_UNTIL}{_AT}")
_FROM_OR_UNTIL: Final = re.compile(rf" (?:starting|beginning|effective|from|{_UNTIL}){_AT}")
_LONGEST_END: Final = len(" beginning at least the ")
_STOPS_WHAT_GOES_ON: Final = re.compile(rf"\b(?:(?P<stops>{_STOPS})|(?P<goes_on>{_GOES_ON}))\b")


def is_stopped(before: str, boundary: Boundary) -> bool:
    """Whether the words before a day make it the first or the last on which something does not run."""
    return boundary in {"from", "until"} and (_STOPPED.search(before) is not None or _stops_running(before))


def _stops_running(before: str) -> bool:
    """Whether what goes on day by day is stopped, in any order of words."""
    if _FROM_OR_UNTIL.search(before, max(0, len(before) - _LONGEST_END)) is None:
        return False
    last = re.split("[;.]", before)[-1]
    told = {found.lastgroup for found in _STOPS_WHAT_GOES_ON.finditer(last)}
    return len(told) == len(_STOPS_WHAT_GOES_ON.groupindex)
