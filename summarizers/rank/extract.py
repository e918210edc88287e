"""The plain summary: the N sentences that say most of an article without saying it twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizers.rank.centroid import closeness, term_weights
from summarizers.rank.diversity import pick
from summarizers.rank.lead import position

if TYPE_CHECKING:
    from summarizers.text.analysis import Analysis

TITLE_BOOST = 3.0
POSITION = 0.7
REDUNDANCY = 0.8


def informativeness(analysis: Analysis) -> list[float]:
    """Score of each sentence, in [0, 1.7]: closeness to the centroid plus position; the title's words count more."""
    weights = term_weights(analysis.stems, dict.fromkeys(analysis.title, TITLE_BOOST))
    centre = closeness(analysis.stems, weights)
    return [close + POSITION * position(index) for index, close in enumerate(centre)]


def summary(analysis: Analysis, count: int) -> tuple[int, ...]:
    """Indices of the `count` most informative sentences in the order of the text; fewer if there are fewer."""
    bags = [frozenset(stems) for stems in analysis.stems]
    return tuple(sorted(pick(informativeness(analysis), bags, count, REDUNDANCY)))
