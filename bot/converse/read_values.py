"""The single values of a form of settings, as they were typed or chosen."""

from __future__ import annotations

import re
from datetime import time
from enum import StrEnum
from typing import TypeVar

from bot.converse.cases import known_zone
from bot.converse.fitting import wall
from bot.converse.value_fields import YES_OR_NO
from bot.domain.preferences import ChannelSettings
from bot.domain.schedule import EVERY_DAY, QuietHours, QuietPolicy
from bot.domain.style import Length
from bot.texts import Language, say
from summarizers.types import Section

_WALL = re.compile(r"([01]?\d|2[0-3])(?:[:.h]([0-5]\d))?")
_SPAN = re.compile(r"\s*(\S+?)\s*(?:-|–|to|bis)\s*(\S+)\s*")
_ROLE = re.compile(r"[A-Za-z0-9]{1,64}")

Chosen = TypeVar("Chosen", bound=StrEnum)
Values = tuple[str, ...]


def first_time(before: ChannelSettings, values: Values) -> dict[str, object]:
    """The first time of the day; the others stay."""
    if not values:
        raise ValueError(say("form.time.odd"))
    first = wall_time(values[0])
    return {"times": (first, *(at for at in before.times[1:] if at != first))}


def zone(values: Values) -> dict[str, object]:
    """An IANA zone."""
    known = known_zone(values[0]) if values else ""
    if not known:
        raise ValueError(say("form.zone.odd"))
    return {"zone": known}


def weekdays(values: Values) -> dict[str, object]:
    """At least one day of the week."""
    days = frozenset(day for day in EVERY_DAY if str(day) in values)
    if not days or len(days) < len(set(values)):
        raise ValueError(say("form.weekdays.odd"))
    return {"weekdays": days}


def quiet(before: ChannelSettings, values: Values) -> dict[str, object]:
    """A span of the day, or none; its policy stays."""
    if not values:
        return {"quiet": None}
    held, span = before.quiet, _SPAN.fullmatch(values[0])
    there = {wall(at): at for at in (held.start, held.end)} if held else {}
    start, end = ((there.get(at) or wall_time(at)) for at in span.groups()) if span else (None, None)
    if start is None or end is None or start == end:
        raise ValueError(say("form.quiet.odd"))
    return {"quiet": QuietHours(start=start, end=end, policy=held.policy if held else QuietPolicy.HOLD)}


def sections(values: Values) -> dict[str, object]:
    """At least one section of a digest."""
    wanted = tuple(section for section in Section if section.value in values)
    if not wanted or len(wanted) < len(set(values)):
        raise ValueError(say("form.sections.odd"))
    return {"sections": wanted}


def length(values: Values) -> dict[str, object]:
    """How much a digest shows."""
    return {"length": _one_of(Length, values)}


def language(values: Values) -> dict[str, object]:
    """One that is spoken."""
    return {"language": _one_of(Language, values)}


def events(values: Values) -> dict[str, object]:
    """Yes or no."""
    if len(values) != 1 or values[0] not in YES_OR_NO:
        raise ValueError(say("form.choice.odd"))
    return {"events": values[0] == YES_OR_NO[0]}


def role(values: Values) -> dict[str, object]:
    """A platform's id of a role, or none."""
    chosen = values[0] if values else ""
    if len(values) > 1 or (chosen and not _ROLE.fullmatch(chosen)):
        raise ValueError(say("form.choice.odd"))
    return {"role": chosen}


def wall_time(text: str) -> time:
    """A wall time such as 8, 8:00, 08.00 or 17h30; raise ValueError for anything else."""
    found = _WALL.fullmatch(text.strip())
    if found is None:
        raise ValueError(say("form.time.odd"))
    return time(int(found[1]), int(found[2] or 0))


def _one_of(offered: type[Chosen], values: Values) -> Chosen:
    """The one that was chosen; raise ValueError for any other choice."""
    found = [one for one in offered if values == (one.value,)]
    if not found:
        raise ValueError(say("form.choice.odd"))
    return found[0]
