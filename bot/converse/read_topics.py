"""The topics of a channel as they were typed: names of the settings, or the words that are looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bot.domain.shown import unquoted
from bot.texts import say

LONGEST_TOPIC = 60
"""Characters of words that are looked for; a topic of the settings has the name that it has."""


def topics_of(typed: str, topics: Iterable[str]) -> tuple[str, ...]:
    """The names in a list with commas, those of `topics` as they are; raise ValueError for no topic."""
    known = {unquoted(name).casefold(): name for name in topics}
    return tuple(dict.fromkeys(_named(typed.split(","), known)))


def _named(parts: list[str], known: Mapping[str, str]) -> Iterator[str]:
    """The parts by name. A known name may hold commas, so that the longest that begins here is meant."""
    most = max((name.count(",") + 1 for name in known), default=1)
    while parts:
        ends = (
            end for end in range(min(most, len(parts)), 0, -1) if _joined(parts[:end]).casefold() in known
        )
        end = next(ends, 1)
        word, parts = _joined(parts[:end]), parts[end:]
        if word:
            yield known.get(word.casefold()) or _looked_for(word)


def _joined(parts: list[str]) -> str:
    return unquoted(",".join(parts))


def _looked_for(words: str) -> str:
    if len(words) > LONGEST_TOPIC or not any(c.isalnum() for c in words) or '"' in words:
        raise ValueError(say("form.topics.odd", topic=words[:LONGEST_TOPIC], most=LONGEST_TOPIC))
    return f'"{words}"'
