"""What a passage and its title hold of a question, worked out once for all its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.ask import attested
from bot.ask.asked import Asked
from bot.ask.reading import read, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Features of a passage with its title, each in [0, 1]; which of the question's roots the title holds."""

    title_held: frozenset[str]
    title: float
    passage: float
    names: float
    matter: float
    missing: float
    head: float
    lacking: tuple[float, float]


def surroundings(asked: Asked, title: str, passage: str, sentences: Sequence[str] = ()) -> Surroundings:
    """The surroundings of the sentences of a passage: with `sentences` they need not be read once more."""
    titled = read(title)[1]
    roots = (sentence(one).roots for one in sentences) if sentences else (read(passage)[1],)
    found = titled.union(*roots)
    return Surroundings(
        title_held=asked.every & titled,
        title=asked.share_of_all(titled),
        passage=asked.share_of_all(found),
        names=asked.share_of(asked.names, found),
        matter=asked.share_of(asked.matter, found),
        missing=_missing(asked, found),
        head=asked.head_in(found),
        lacking=attested.lacking(asked, found, passage),
    )


def _missing(asked: Asked, passage: frozenset[str]) -> float:
    """How rare the rarest word is that the passage lacks, against the rarest of all."""
    return max((asked.weights[word] for word in asked.roots - passage), default=0.0) / (
        max(asked.weights.values(), default=1.0) or 1.0
    )
