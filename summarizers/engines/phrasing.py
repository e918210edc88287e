"""What a model is asked and what it may answer: the seam between their engine and the models."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from summarizers.types import MAX_POINT_CHARS

MAX_ANSWER_CHARS = 500
"""The longest composed answer: about as much as three quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One bullet to phrase anew: its extract, the cited sentences, best first, and the longest it may be."""

    draft: str
    evidence: tuple[str, ...]
    limit: int = MAX_POINT_CHARS

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything in it that others wrote."""
        return (self.draft, *self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """An answer to compose: the question, and the quotes to make it of, numbered from 1 in their order."""

    question: str
    quotes: tuple[str, ...]
    limit: int = MAX_ANSWER_CHARS

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything in it that others wrote."""
        return (self.question, *self.quotes)


Wanted = Ask | Composition


@dataclass(frozen=True, slots=True)
class Phrased:
    """A model's words for what was wanted, checked for form only."""

    text: str


@dataclass(frozen=True, slots=True)
class Declined:
    """The model's answer had another form, or it cannot be asked this; asking again would not help."""

    why: str


@dataclass(frozen=True, slots=True)
class Silent:
    """No answer came this time: the model is out of reach, out of time or out of budget."""

    why: str


Answer = Phrased | Declined | Silent


class Phraser(Protocol):
    """A model behind the rewriting engine. It never raises for a model that does not answer."""

    @property
    def name(self) -> str:
        """The kind of engine and its model (`chat-1:llama3`); another model has another name.

        Raise `EngineError` where the model cannot be told.
        """
        ...

    def phrase(self, asks: Sequence[Wanted], within: float | None = None) -> tuple[Answer, ...]:
        """An answer for each, in order, within the time that the phraser was given, or `within` seconds."""
        ...

    def check(self) -> str:
        """What answers, in words, after one try; raise `EngineError` if nothing does."""
        ...
