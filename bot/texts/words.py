"""What a language has: its messages, its counted nouns, its days and months, and how it groups digits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Language(StrEnum):
    """A language that people are spoken to in, by its ISO 639-1 code."""

    ENGLISH = "en"
    GERMAN = "de"

    @classmethod
    def of_locale(cls, locale: str) -> Language | None:
        """The language of a locale such as `de-DE`; None for one that is not spoken here."""
        code = locale.replace("_", "-").partition("-")[0].lower()
        return cls(code) if code in list(cls) else None


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that is counted: for one, for other numbers, and these in the dative where it differs."""

    one: str
    other: str
    dative: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language. Messages are `str.format` templates; weekdays begin with Monday."""

    name: str
    """What the language is called by those who speak it."""

    messages: Mapping[str, str]
    nouns: Mapping[str, Noun]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    thousands: str
    """What stands between groups of three digits."""


class Counted(str):
    """A number with its noun; a template that wants the dative asks for `{days:dative}`."""

    __slots__ = ("dative",)

    dative: str

    def __new__(cls, number: str, noun: Noun, *, one: bool) -> Self:
        """A number that is written out, and whether it is one."""
        plural = noun.dative or noun.other
        made = super().__new__(cls, f"{number} {noun.one if one else noun.other}")
        made.dative = f"{number} {noun.one if one else plural}"
        return made

    def __format__(self, form: str) -> str:
        """The words as they stand, or in the dative."""
        return self.dative if form == "dative" else super().__format__(form)
