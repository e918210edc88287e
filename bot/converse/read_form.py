"""What was filled in, read: new settings, or what is wrong with which field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import time
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar

from bot.converse.cases import Cases, known_zone
from bot.converse.read_topics import LONGEST_TOPIC, topics_of
from bot.converse.settings_form import LONG, LONGEST_LIST, YES_OR_NO
from bot.domain.form import Problem
from bot.domain.preferences import (
    LONGEST_LADDER,
    MOST_DAYS_BEFORE,
    MOST_SOURCES,
    MOST_TIMES,
    ChannelSettings,
)
from bot.domain.schedule import EVERY_DAY, QuietHours, QuietPolicy
from bot.domain.shown import shown
from bot.domain.style import Length
from bot.texts import Language, say
from summarizers.types import Section

LINE = 100
MOST = {"topics": LONG, "sources": LONGEST_LIST}
"""Characters that a field may have, as its form says; what is longer is not even read."""

_WALL = re.compile(r"([01]?\d|2[0-3])(?:[:.h]([0-5]\d))?")
_SPAN = re.compile(r"\s*(\S+?)\s*(?:-|–|to|bis)\s*(\S+)\s*")
_ROLE = re.compile(r"[A-Za-z0-9]{1,64}")
_DAYS = re.compile(r"\d{1,3}")

Chosen = TypeVar("Chosen", bound=StrEnum)
Values = Mapping[str, tuple[str, ...]]
Reader = Callable[[Cases, ChannelSettings, tuple[str, ...]], dict[str, Any]]


def read(
    cases: Cases, before: ChannelSettings, values: Values, sources: Iterable[str] = ()
) -> tuple[ChannelSettings, tuple[Problem, ...]]:
    """The settings with what was filled in; fields that cannot be read are problems and change nothing.

    `sources` are those that a channel may read alone, beside those that it does already.
    """
    changes: dict[str, Any] = {}
    problems: list[Problem] = []
    known = {one.casefold(): one for one in (*before.sources, *sources)}
    readers: Mapping[str, Reader] = {**_READERS, "sources": partial(_sources, known)}
    for name, reader in readers.items():
        if name not in values:
            continue
        if sum(map(len, values[name])) > MOST.get(name, LINE):
            problems.append(Problem(field=name, what=say("form.long", most=MOST.get(name, LINE))))
            continue
        try:
            changes.update(reader(cases, before, tuple(value for value in values[name] if value.strip())))
        except ValueError as error:
            problems.append(Problem(field=name, what=str(error)))
    return (before, tuple(problems)) if problems else (replace(before, **changes), ())


def _topics(cases: Cases, _before: ChannelSettings, values: tuple[str, ...]) -> dict[str, Any]:
    return {"topics": topics_of(",".join(values), cases.topics)}


def _sources(
    known: Mapping[str, str], _cases: Cases, _before: ChannelSettings, values: tuple[str, ...]
) -> dict[str, Any]:
    """Chosen in a menu, or typed one a line."""
    typed = [line.strip() for value in values for line in value.splitlines()]
    names = dict.fromkeys(filter(None, typed))
    for name in names:
        if name.casefold() not in known:
            raise ValueError(say("form.sources.odd", source=shown(name)[:LONGEST_TOPIC]))
    if len(names) > MOST_SOURCES:
        raise ValueError(say("form.sources.many", most=MOST_SOURCES))
    return {"sources": tuple(dict.fromkeys(known[name.casefold()] for name in names))}


def _time(_cases: Cases, before: ChannelSettings, values: tuple[str, ...]) -> dict[str, Any]:
    if not values:
        raise ValueError(say("form.time.odd"))
    first = _wall(values[0])
    return {"times": (first, *(at for at in before.times[1:] if at != first))}


def _times(_cases: Cases, _before: ChannelSettings, values: tuple[str, ...]) -> dict[str, Any]:
    typed = [word for word in re.split(r"[,;\s]+", ",".join(values)) if word]
    times = tuple(dict.fromkeys(_wall(word) for word in typed))
    if len(times) > MOST_TIMES:
        raise ValueError(say("form.times.many", most=MOST_TIMES))
    return {"times": times}


def _zone(_cases: Cases, _before: ChannelSettings, values: tuple[str, ...]) -> dict[str, Any]:
    zone = known_zone(values[0]) if values else ""
    if not zone:
        raise ValueError(say("form.zone.odd"))
    return {"zone": zone}


def _weekdays(_cases: Cases, _before: ChannelSettings, values: tuple[str, ...]) -> dict[str, Any]:
    days = frozenset(day for day in EVERY_DAY if str(day) in values)
    if not days or len(days) < len(set(values)):
        raise ValueError(say("form.weekdays.odd"))
    return {"weekdays": days}


def _quiet(_cases: Cases, before: ChannelSettings, values: tuple[str, ...]) -> dict[str, Any]:
    if not values:
        return {"quiet": None}
    span = _SPAN.fullmatch(values[0])
    start, end = (_wall(span[1]), _wall(span[2])) if span else (None, None)
    if start is None or end is None or start == end:
        raise ValueError(say("form.quiet.odd"))
    policy = before.quiet.policy if before.quiet else QuietPolicy.HOLD
    return {"quiet": QuietHours(start=start, end=end, policy=policy)}


def _sections(_cases: Cases, _before: ChannelSettings, values: tuple[str, ...]) -> dict[str, Any]:
    wanted = tuple(section for section in Section if section.value in values)
    if not wanted or len(wanted) < len(set(values)):
        raise ValueError(say("form.sections.odd"))
    return {"sections": wanted}


def _length(_cases: Cases, _before: ChannelSettings, values: tuple[str, ...]) -> dict[str, Any]:
    return {"length": _one_of(Length, values)}


def _language(_cases: Cases, _before: ChannelSettings, values: tuple[str, ...]) -> dict[str, Any]:
    return {"language": _one_of(Language, values)}


def _one_of(offered: type[Chosen], values: tuple[str, ...]) -> Chosen:
    """The one that was chosen; raise ValueError for any other choice."""
    found = [one for one in offered if values == (one.value,)]
    if not found:
        raise ValueError(say("form.choice.odd"))
    return found[0]


def _events(_cases: Cases, _before: ChannelSettings, values: tuple[str, ...]) -> dict[str, Any]:
    if len(values) != 1 or values[0] not in YES_OR_NO:
        raise ValueError(say("form.choice.odd"))
    return {"events": values[0] == YES_OR_NO[0]}


def _reminders(_cases: Cases, _before: ChannelSettings, values: tuple[str, ...]) -> dict[str, Any]:
    typed = [word for word in re.split(r"[,;\s]+", ",".join(values)) if word]
    if not typed:
        return {"reminders": False}
    if not all(_DAYS.fullmatch(word) and int(word) <= MOST_DAYS_BEFORE for word in typed):
        raise ValueError(say("form.reminders.odd", most=MOST_DAYS_BEFORE))
    ladder = tuple(sorted({int(word) for word in typed}, reverse=True))
    if len(ladder) > LONGEST_LADDER:
        raise ValueError(say("form.reminders.many", most=LONGEST_LADDER))
    return {"reminders": True, "ladder": ladder}


def _role(_cases: Cases, _before: ChannelSettings, values: tuple[str, ...]) -> dict[str, Any]:
    role = values[0] if values else ""
    if len(values) > 1 or (role and not _ROLE.fullmatch(role)):
        raise ValueError(say("form.choice.odd"))
    return {"role": role}


def _wall(text: str) -> time:
    """A wall time such as 8, 8:00, 08.00 or 17h30; raise ValueError for anything else."""
    found = _WALL.fullmatch(text.strip())
    if found is None:
        raise ValueError(say("form.time.odd"))
    return time(int(found[1]), int(found[2] or 0))


_READERS: Mapping[str, Reader] = {
    "topics": _topics,
    "time": _time,
    "times": _times,
    "zone": _zone,
    "weekdays": _weekdays,
    "quiet": _quiet,
    "sections": _sections,
    "length": _length,
    "reminders": _reminders,
    "role": _role,
    "events": _events,
    "language": _language,
}
