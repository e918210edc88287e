"""The lists of a form of settings as they were filled in; what their fields did not show stays beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.converse.fitting import typed_ladder, typed_sources, typed_times, typed_topics, wall
from bot.converse.read_topics import LONGEST_TOPIC, topics_of
from bot.converse.read_values import wall_time
from bot.domain.preferences import (
    LONGEST_LADDER,
    MOST_DAYS_BEFORE,
    MOST_SOURCES,
    MOST_TIMES,
    MOST_TOPICS,
    ChannelSettings,
)
from bot.domain.shown import shown
from bot.texts import say

_DAYS = re.compile(r"\d{1,3}")

Values = tuple[str, ...]


def topics(known: Mapping[str, object], before: ChannelSettings, values: Values) -> dict[str, object]:
    """The topics; raise ValueError for more than a chat sets, unless there were as many."""
    typed = topics_of(",".join(values), (*before.topics, *known))
    wanted = tuple(dict.fromkeys((*typed, *typed_topics(before).left)))
    most = max(MOST_TOPICS, len(before.topics))
    if len(wanted) > most:
        raise ValueError(say("form.topics.many", most=most))
    return {"topics": wanted}


def sources(known: Mapping[str, str], before: ChannelSettings, values: Values) -> dict[str, object]:
    """Chosen in a menu, or typed one a line."""
    typed = [line.strip() for value in values for line in value.splitlines()]
    names = dict.fromkeys(filter(None, typed))
    for name in names:
        if name.casefold() not in known:
            raise ValueError(say("form.sources.odd", source=shown(name)[:LONGEST_TOPIC]))
    left = typed_sources(before).left
    wanted = tuple(dict.fromkeys((*(known.get(name) or known[name.casefold()] for name in names), *left)))
    if len(wanted) > MOST_SOURCES:
        raise ValueError(say("form.sources.many", most=MOST_SOURCES))
    return {"sources": wanted}


def times(before: ChannelSettings, values: Values) -> dict[str, object]:
    """The times of day; one that was there may have seconds."""
    there = {wall(at): at for at in before.times}
    typed = [there.get(word) or wall_time(word) for word in _words(values)]
    wanted = tuple(dict.fromkeys((*typed, *typed_times(before).left)))
    most = max(MOST_TIMES, len(before.times))
    if len(wanted) > most:
        raise ValueError(say("form.times.many", most=most))
    return {"times": wanted}


def reminders(before: ChannelSettings, values: Values) -> dict[str, object]:
    """Days before a deadline, the longest first; none switch reminders off and leave the days."""
    typed = _words(values)
    if not typed:
        return {"reminders": False}
    if not all(_DAYS.fullmatch(word) and _usual(before, int(word)) for word in typed):
        raise ValueError(say("form.reminders.odd", most=MOST_DAYS_BEFORE))
    left = typed_ladder(before).left if before.reminders else ()
    ladder = tuple(sorted({*map(int, typed), *left}, reverse=True))
    most = max(LONGEST_LADDER, len(before.ladder))
    if len(ladder) > most:
        raise ValueError(say("form.reminders.many", most=most))
    return {"reminders": True, "ladder": ladder}


def _usual(before: ChannelSettings, days: int) -> bool:
    return days <= MOST_DAYS_BEFORE or days in before.ladder


def _words(values: Values) -> list[str]:
    return [word for word in re.split(r"[,;\s]+", ",".join(values)) if word]
