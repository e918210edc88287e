"""The short way to the close groups finds exactly what comparing with all of them finds."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.brief.cosine import Centroids, Vector

TERMS = "abcdefgh"


def unit(weights: dict[str, float]) -> Vector:
    length = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
    return {t: w / length for t, w in sorted(weights.items(), key=lambda entry: -entry[1])}


def all_compared(groups: list[list[Vector]], vector: Vector, above: float) -> list[tuple[float, int]]:
    found = []
    for number, group in enumerate(groups):
        total = {term: sum(one.get(term, 0.0) for one in group) for term in TERMS}
        length = math.sqrt(sum(weight**2 for weight in total.values())) or 1.0
        cosine = sum(weight * total.get(term, 0.0) for term, weight in vector.items()) / length
        found.append((cosine, number))
    return sorted((one for one in found if one[0] > above), key=lambda one: (-one[0], one[1]))


VECTORS = st.dictionaries(st.sampled_from(TERMS), st.floats(0.01, 10), max_size=8).map(unit)


@pytest.mark.untraced
@given(st.lists(st.lists(VECTORS, min_size=1, max_size=4), max_size=6), VECTORS, st.floats(0.05, 0.95))
def test_the_close_groups_are_those_that_a_full_comparison_finds(
    groups: list[list[Vector]], vector: Vector, above: float
) -> None:
    wanted = all_compared(groups, vector, above)
    if any(abs(cosine - above) < 1e-6 for cosine, _ in all_compared(groups, vector, above - 1e-5)):
        return  # too close to the threshold for floating point to tell
    centroids = Centroids()
    for number, group in enumerate(groups):
        for one in group:
            centroids.add(number, one)
    assert len(centroids) == len(groups)
    found = centroids.close(vector, above)
    assert {number for _, number in found} == {number for _, number in wanted}
    assert [cosine for cosine, _ in found] == pytest.approx([cosine for cosine, _ in wanted])


def test_equally_close_groups_are_in_order_of_their_numbers() -> None:
    centroids = Centroids()
    for number in range(3):
        centroids.add(number, {"a": 1.0})
    assert [number for _, number in centroids.close({"a": 1.0}, 0.5)] == [0, 1, 2]


def test_nothing_is_close_to_an_empty_vector_or_among_no_groups() -> None:
    centroids = Centroids()
    assert centroids.close({"a": 1.0}, 0.2) == []
    centroids.add(0, {"a": 1.0})
    assert centroids.close({}, 0.2) == []
    assert centroids.close({"b": 1.0}, 0.2) == []
