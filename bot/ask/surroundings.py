"""What a passage and its title hold of a question, worked out once for all its sentences."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ask import attested
from bot.ask.asked import Asked
from bot.ask.reading import read


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Features of a passage with its title, each in [0, 1], and the roots of the title."""

    title_roots: frozenset[str]
    title: float
    passage: float
    names: float
    matter: float
    missing: float
    head: float
    lacking: tuple[float, float]


def surroundings(asked: Asked, title: str, passage: str) -> Surroundings:
    """The surroundings of the sentences of a passage."""
    titled = read(title)[1]
    found = read(passage)[1] | titled
    return Surroundings(
        title_roots=titled,
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
