"""Lines that a date heads, one for each day to come (`Tuesday: The bank meets.`, `3 May – Names go in.`)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from summarizers.dates.bounds import bounds
from summarizers.dates.fields import Mention
from summarizers.dates.reckoning import ON_OR_AFTER, Anchor, Previous

_OPENS: Final = frozenset("\n•*-–— ")
_LINE_BEGINS: Final = re.compile(r"(?:^|\n)[ \t]*(?:[•*–—-][ \t]*)?(?:on )?$")
_MARK: Final = re.compile(
    r"(?: ?[-–—] ?(?:[a-z]{3,9}\.? )?\d{1,2}(?: [a-z]{3,9}\b\.?)?)?(?: ?[:–—]|\.? ?\n| - )"
)
_LONGEST_LEAD: Final = 12


def heads_a_row(lower: str, mention: Mention) -> bool:
    """Whether a day opens its line, with a mark or the end of the line behind it."""
    start = mention.start
    if start and lower[start - 1] not in _OPENS:
        return False
    if _MARK.match(lower, mention.end) is None:
        return False
    return _LINE_BEGINS.search(lower, max(0, start - _LONGEST_LEAD), start) is not None


def in_its_row(lower: str, mention: Mention, published: dt.date, above: Previous) -> Anchor | None:
    """From the day of the row `above` for the one that heads the next, or repeats it; None for any other.

    Only where that row is ahead: what has been is told in no order.
    """
    days = bounds(above.value)
    if days is None or days[0] <= published:
        return None
    repeats = mention.fields.weekday == days[0].isoweekday() and "\n" not in lower[above.end : mention.start]
    return Anchor(days[0], ON_OR_AFTER) if repeats or heads_a_row(lower, mention) else None
