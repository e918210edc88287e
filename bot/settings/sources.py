"""Where values come from: each source keeps what it gave and what a person calls the place."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from bot.errors import SettingsError
from bot.settings.names import Path, is_structured, type_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Nested values, the label of the whole, and the name of each part that has one of its own."""

    label: str
    values: Mapping[str, Any]
    places: Mapping[Path, str] = field(default_factory=dict)

    def depth(self, path: Path) -> int:
        """How many keys of a path this source holds, from the outermost one."""
        held: Any = self.values
        for number, key in enumerate(path):
            if not isinstance(held, Mapping) or key not in held:
                return number
            held = held[key]
        return len(path)

    def holds_table(self, path: Path) -> bool:
        """Whether what it holds at a path is a table."""
        held: Any = self.values
        for key in path:
            held = held[key]
        return isinstance(held, Mapping)

    def place(self, path: Path) -> str:
        """What gave the value at a path, or else what gave its surroundings."""
        for end in range(len(path), 0, -1):
            around = path[:end]
            if around in self.places:
                return self.places[around]
            inside = [place for known, place in self.places.items() if known[:end] == around]
            if inside:
                return " and ".join(inside)
        return self.label


def merged(low: Mapping[str, Any], high: Mapping[str, Any]) -> dict[str, Any]:
    """Both tables in one; where both have a value the second wins."""
    both = {
        key: merged(low[key], high[key]) for key in low.keys() & high.keys() if _tables(low[key], high[key])
    }
    return {**low, **high, **both}


def origin(sources: Sequence[Source], path: Path) -> str:
    """What to name for a problem at a path: who gave the value; of a table, all who gave some of it.

    `sources` are in order, the winner first, the packaged defaults last.
    """
    deepest = max(source.depth(path) for source in sources)
    holding = [source for source in sources if source.depth(path) == deepest]
    if not holding[0].holds_table(path[:deepest]):
        return holding[0].place(path)
    given = [source for source in holding if source is not sources[-1]] or holding
    return " and ".join(source.place(path) for source in given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One value from outside of a file: its path, its text, and what a person calls its place."""

    path: Path
    text: str
    place: str


def named_source(model: type[BaseModel], label: str, given: Sequence[Named]) -> Source:
    """A source of single values; raise SettingsError naming one that should be JSON and is not."""
    values: dict[str, Any] = {}
    for one in sorted(given, key=lambda one: len(one.path)):
        value = _value(model, one)
        for key in reversed(one.path):
            value = {key: value}
        values = merged(values, value)
    return Source(label=label, values=values, places={one.path: one.place for one in given})


def _value(model: type[BaseModel], one: Named) -> Any:
    if not is_structured(type_at(model, one.path)):
        return one.text
    try:
        return json.loads(one.text)
    except ValueError:
        raise SettingsError(
            f"{one.place}: a list or table is written as JSON",
            todo='Write ["a", "b"] for a list and {"key": "value"} for a table',
        ) from None


def _tables(*values: object) -> bool:
    return all(isinstance(value, Mapping) for value in values)
