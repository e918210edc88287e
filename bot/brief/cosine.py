"""Which groups of vectors a vector is close to, without comparing it with all of them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

Vector = Mapping[str, float]
"""Weights of terms, of length 1 altogether, the heaviest term first."""


@dataclass(slots=True)
class Centroids:
    """The sums of groups of vectors, by term; groups are numbered from 0."""

    _by_term: dict[str, dict[int, float]] = field(default_factory=dict)
    _squared: list[float] = field(default_factory=list)

    def __len__(self) -> int:
        """How many groups there are."""
        return len(self._squared)

    def add(self, number: int, vector: Vector) -> None:
        """Add a vector to a group, or open the next one."""
        if number == len(self._squared):
            self._squared.append(0.0)
        for term, weight in vector.items():
            groups = self._by_term.setdefault(term, {})
            before = groups.get(number, 0.0)
            groups[number] = before + weight
            self._squared[number] += weight * (2 * before + weight)

    def close(self, vector: Vector, above: float) -> list[tuple[float, int]]:
        """The groups whose cosine with a vector is above a threshold, the closest first, then by number.

        Two vectors of length 1 that share only terms in which the one has length r have at most the cosine r
        (Cauchy and Schwarz). So the light terms of a vector, which are the common words that nearly every
        group has, find nothing that its heavy terms have not found.
        """
        terms = iter(vector.items())
        left, dots = 1.0, dict[int, float]()
        while left > above * above and (heavy := next(terms, None)):
            left -= heavy[1] ** 2
            for number, total in self._by_term.get(heavy[0], {}).items():
                dots[number] = dots.get(number, 0.0) + heavy[1] * total
        dots = {
            number: dot
            for number, dot in dots.items()
            if dot / self._length(number) + math.sqrt(max(left, 0.0)) > above
        }
        for term, weight in terms:
            groups = self._by_term.get(term, {})
            for number in dots.keys() & groups.keys():
                dots[number] += weight * groups[number]
        found = ((dot / self._length(number), number) for number, dot in dots.items())
        return sorted((one for one in found if one[0] > above), key=lambda one: (-one[0], one[1]))

    def _length(self, number: int) -> float:
        return math.sqrt(self._squared[number])
