"""Lists that are typed in one text field: as many whole entries as it takes, and what stays beside them.

A settings file may name more than a field holds. What a form does not show it does not change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from itertools import accumulate
from typing import Generic, TypeVar

from bot.domain.preferences import ChannelSettings

LONG = 1_000
"""Characters of a list that is typed: as many topics as there may be, with room for long names."""

LONGEST_LIST = 3_000
"""The same for one of a name a line, as long as Slack takes."""

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed(Generic[Entry]):
    """A list in a field: its text, and the entries that do not fit into it."""

    text: str
    left: tuple[Entry, ...]


def typed_topics(settings: ChannelSettings) -> Typed[str]:
    """The topics, those of words without their quotes."""
    return _typed(settings.topics, [name.strip('"') for name in settings.topics])


def typed_times(settings: ChannelSettings) -> Typed[time]:
    """The times of day."""
    return _typed(settings.times, [wall(at) for at in settings.times])


def typed_ladder(settings: ChannelSettings) -> Typed[int]:
    """The days before a deadline."""
    return _typed(settings.ladder, [str(days) for days in settings.ladder])


def typed_sources(settings: ChannelSettings) -> Typed[str]:
    """The sources, one a line."""
    return _typed(settings.sources, settings.sources, "\n", LONGEST_LIST)


def wall(at: time) -> str:
    """A wall time as it is typed; one of a settings file may have seconds."""
    return at.isoformat() if at.second or at.microsecond else f"{at:%H:%M}"


def _typed(
    entries: Sequence[Entry], texts: Sequence[str], between: str = ", ", most: int = LONG
) -> Typed[Entry]:
    ends = accumulate(len(text) + len(between) for text in texts)
    shown = sum(end - len(between) <= most for end in ends)
    return Typed(text=between.join(texts[:shown]), left=tuple(entries[shown:]))
