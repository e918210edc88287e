"""What settles a question of yes or no besides its words: its weekday, the opposite of what it asks."""

from __future__ import annotations

from bot.ask.asked import Asked
from bot.ask.attested import opposed
from bot.ask.reading import sentence
from summarizers.text.tokens import words

ON_ITS_DAY, OPPOSITE = 4.0, 3.0
"""How much more a sentence counts that names its day, or the opposite of one of its words."""

_WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
"""No words by which anything is found: every other report names one."""


def settled(asked: Asked, text: str) -> bool:
    """Whether a sentence says of the weekday that is asked about all that is asked, or its opposite."""
    if not (asked.polar and _on_its_day(asked, text)):
        return False
    told = sentence(text).roots
    return all(word in told or opposed(frozenset((word,)), told) for word in asked.roots)


def settling(asked: Asked, text: str) -> float:
    """How much more a sentence counts, which must speak of what is asked; 0 for any other question."""
    if not asked.polar:
        return 0.0
    told = sentence(text).roots
    if asked.roots.isdisjoint(told):
        return 0.0
    return ON_ITS_DAY * _on_its_day(asked, text) + OPPOSITE * opposed(asked.roots, told)


def _on_its_day(asked: Asked, text: str) -> bool:
    return not _WEEKDAYS.intersection(words(asked.text)).isdisjoint(words(text))
