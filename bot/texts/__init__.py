"""Every word that a person reads, in one table a language: one entry a message.

English is the source; every other language has the same keys and the same fields. Which language is spoken is
a matter of the context: whoever serves a channel says so once (`speaking`), and all that is worded inside
speaks it. Tasks and `asyncio.to_thread` take the context with them; a bare executor does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

from bot.texts.english import ENGLISH
from bot.texts.german import GERMAN
from bot.texts.words import Counted, Language, Words

LANGUAGES: Mapping[Language, Words] = MappingProxyType({Language.ENGLISH: ENGLISH, Language.GERMAN: GERMAN})

_SPOKEN = ContextVar("spoken", default=Language.ENGLISH)


def say(key: str, /, **values: object) -> str:
    """The message under `key`, its fields filled in; raise KeyError for an unknown key."""
    return _words().messages[key].format(**values)


def count(noun: str, number: int) -> Counted:
    """A number with its noun, such as `1 article` or `1,400 articles`."""
    words = _words()
    digits = f"{number:,}".replace(",", words.thousands)
    return Counted(digits, words.nouns[noun], one=number == 1)


def weekday(number: int) -> str:
    """The name of a day of the week; 0 is Monday."""
    return _words().weekdays[number]


def month(number: int) -> str:
    """The name of a month; 1 is January."""
    return _words().months[number - 1]


def spoken() -> Language:
    """The language of what is said now."""
    return _SPOKEN.get()


def speak(language: Language) -> None:
    """Speak a language from here on: in this context, and in all that begin in it."""
    _SPOKEN.set(language)


@contextmanager
def speaking(language: Language | None) -> Iterator[None]:
    """Speak a language inside the block; None is the one that is spoken anyway."""
    before = _SPOKEN.set(language or spoken())
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def _words() -> Words:
    return LANGUAGES[_SPOKEN.get()]


__all__ = [
    "LANGUAGES",
    "Counted",
    "Language",
    "count",
    "month",
    "say",
    "speak",
    "speaking",
    "spoken",
    "weekday",
]
