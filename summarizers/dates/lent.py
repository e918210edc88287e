"""What the second of two expressions says for both, as the week in `Monday and Thursday next week`."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.fields import Fields, Mention
from summarizers.dates.joins import shape

_AND: Final = re.compile(r",? (?:and|or|&) (?:on )?|, | to | through | ?[-–] ?")
_TO: Final = re.compile(r" (?:to|and|until|till|through) | ?[-–—] ?")
_LONGEST_GAP: Final = 9


def lent(lower: str, mentions: list[Mention]) -> list[Mention]:
    """`mentions` of the text `lower`, each with what only the next one names: its week, or its day."""
    for at in range(len(mentions) - 2, -1, -1):
        first, second = mentions[at], mentions[at + 1]
        if second.start - first.end > _LONGEST_GAP:
            continue
        fields = _with_its_week(lower, first, second) or _with_its_day(lower, first, second)
        if fields is not None:
            mentions[at] = Mention(first.start, first.end, fields)
    return mentions


def _with_its_week(lower: str, first: Mention, second: Mention) -> Fields | None:
    """A bare weekday before one that names its week, which both are in."""
    own, other = first.fields, second.fields
    if other.unit != "week" or other.weekday is None or shape(own) != "weekday" or own.direction is not None:
        return None
    if _AND.fullmatch(lower, first.end, second.start) is None:
        return None
    return own._replace(unit="week", shift=other.shift, from_previous=other.from_previous)


def _with_its_day(lower: str, first: Mention, second: Mention) -> Fields | None:
    """A bare hour before a later one that names its day, which both are on."""
    own, other = first.fields, second.fields
    if shape(own) != "clock" or other.grain != "time" or shape(other) == "clock":
        return None
    if not _is_earlier(own.clock, other.clock) or _TO.fullmatch(lower, first.end, second.start) is None:
        return None
    return other._replace(clock=own.clock, tz=own.tz or other.tz)


def _is_earlier(own: str | None, other: str | None) -> bool:
    """Whether both are hours of a clock, the first the earlier one."""
    return own is not None and other is not None and ":" in own and ":" in other and own < other
