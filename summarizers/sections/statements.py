"""A sentence that states an agreement or a tension, with how sure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from summarizers.types import Section


class Statement:
    """Sentence number `sentence` states something for `section`, with a probability in (0, 1).

    `kinds` are the classes of its cues.
    """

    __slots__ = ("kinds", "probability", "section", "sentence")

    def __init__(self, section: Section, sentence: int, probability: float, kinds: frozenset[str]) -> None:
        self.kinds: Final = kinds
        self.section: Final = section
        self.sentence: Final = sentence
        self.probability: Final = probability


BOTH = 0.8
"""Probability from which a sentence may state the less probable of two things as well."""


def told_apart(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """`statements`, in order, without those whose sentence states something else more probably.

    A sentence that states both, each with a probability of at least `BOTH`, keeps both.
    """
    kept = tuple(statements)
    best: dict[int, float] = {}
    for one in kept:
        best[one.sentence] = max(one.probability, best.get(one.sentence, 0.0))
    return tuple(one for one in kept if one.probability == best[one.sentence] or one.probability >= BOTH)
