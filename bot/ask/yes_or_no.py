"""What settles a question of yes or no besides its words: its weekday, the opposite of what it asks."""

from __future__ import annotations

from bot.ask.asked import Asked
from bot.ask.attested import opposed
from bot.ask.reading import sentence
from summarizers.text.tokens import words

SETTLING = 7.0
"""How much more a sentence counts that settles it."""

_WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
"""No words by which anything is found: every other report names one."""


def settled(asked: Asked, text: str) -> bool:
    """Whether a sentence says of the weekday that is asked about all that is asked, or its opposite."""
    if not (asked.polar and _on_its_day(asked, text)):
        return False
    told = sentence(text).roots
    return all(word in told or opposed(frozenset((word,)), told) for word in asked.roots)


def _on_its_day(asked: Asked, text: str) -> bool:
    return not _WEEKDAYS.intersection(words(asked.text)).isdisjoint(words(text))
