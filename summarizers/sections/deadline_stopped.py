"""Days from which or up to which something does not run: `cancelled all sailings until Tuesday`."""

from __future__ import annotations

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
_FROM_OR_UNTIL: Final = rf" (?:starting|beginning|effective|from|{_UNTIL}){_AT}"
_STOPPED: Final = Prefiltered(
    rf"\b{_STOPS}(?: (?!{_PLANNED}\b)[a-z0-9’'-]+){{0,9}}? {_UNTIL}{_AT}"
    rf"|\b{_STOPS}\b[^;.]*\b{_GOES_ON}\b[^;.]*{_FROM_OR_UNTIL}"
    rf"|\b{_GOES_ON} [^;.]*?\b{_STOPS}\b[^;.]*{_FROM_OR_UNTIL}"
)


def is_stopped(before: str, boundary: Boundary) -> bool:
    """Whether the words before a day make it the first or the last on which something does not run."""
    return boundary in {"from", "until"} and _STOPPED.search(before) is not None
