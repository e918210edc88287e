"""What was filled in, read: new settings, or what is wrong with which field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from bot.converse import read_lists, read_values
from bot.converse.cases import Cases
from bot.converse.fitting import LONG, LONGEST_LIST
from bot.converse.untouched import touched
from bot.converse.value_fields import LINE
from bot.domain.form import Problem
from bot.domain.preferences import ChannelSettings
from bot.texts import say

MOST = {"topics": LONG, "times": LONG, "reminders": LONG, "sources": LONGEST_LIST}
"""Characters that a field may have, as its form says; what is longer is not even read."""

Values = Mapping[str, tuple[str, ...]]
Reader = Callable[[tuple[str, ...]], Mapping[str, object]]


def read(
    cases: Cases, before: ChannelSettings, values: Values, sources: Iterable[str] = (), marks: str = ""
) -> tuple[ChannelSettings, tuple[Problem, ...]]:
    """The settings with what was filled in; fields that cannot be read are problems and change nothing.

    `sources` are those that a channel may read alone, beside those that it does already. `marks` tell what
    the form showed: a field that still says so changes nothing.
    """
    changes: dict[str, Any] = {}
    problems: list[Problem] = []
    given = touched(values, marks)
    for name, reader in _readers(cases, before, sources).items():
        if name not in given:
            continue
        if sum(map(len, given[name])) > MOST.get(name, LINE):
            problems.append(Problem(field=name, what=say("form.long", most=MOST.get(name, LINE))))
            continue
        try:
            changes.update(reader(tuple(value for value in given[name] if value.strip())))
        except ValueError as error:
            problems.append(Problem(field=name, what=str(error)))
    return (before, tuple(problems)) if problems else (before.changed(**changes), ())


def _readers(cases: Cases, before: ChannelSettings, sources: Iterable[str]) -> Mapping[str, Reader]:
    """What reads each field."""
    names = (*before.sources, *sources)
    known = {one.casefold(): one for one in reversed(names)} | {one: one for one in names}
    return {
        "topics": partial(read_lists.topics, cases.topics, before),
        "sources": partial(read_lists.sources, known, before),
        "time": partial(read_values.first_time, before),
        "times": partial(read_lists.times, before),
        "zone": read_values.zone,
        "weekdays": read_values.weekdays,
        "quiet": partial(read_values.quiet, before),
        "sections": read_values.sections,
        "length": read_values.length,
        "reminders": partial(read_lists.reminders, before),
        "role": read_values.role,
        "events": read_values.events,
        "language": read_values.language,
    }
