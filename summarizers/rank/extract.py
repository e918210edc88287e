"""The plain summary: the N sentences that say most of an article without saying it twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizers.rank.centroid import closeness, term_weights
from summarizers.rank.diversity import pick
from summarizers.rank.lead import position

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizers.text.analysis import Analysis

TITLE_BOOST = 3.0
POSITION = 0.7
POSITION_ALONE = 1.0
"""The same where one sentence has to tell all: news says first what happened."""

REDUNDANCY = 0.8


def informativeness(
    analysis: Analysis, weights: Mapping[str, float], first: int | None = None, place: float = POSITION
) -> list[float]:
    """Score of each of the `first` sentences (all by default), in [0, 1 + place].

    It is closeness to the centroid plus `place` times position. `weights` are the `term_weights` of the
    analysis; the title's words weigh more here.
    """
    boosted = {**weights, **{stem: TITLE_BOOST * weights[stem] for stem in analysis.title if stem in weights}}
    centre = closeness(analysis.bags[:first], boosted)
    return [close + place * position(index) for index, close in enumerate(centre)]


def summary(analysis: Analysis, count: int) -> tuple[int, ...]:
    """Indices of the `count` most informative sentences in the order of the text.

    Fewer if there are fewer.
    """
    place = POSITION_ALONE if count == 1 else POSITION
    scores = informativeness(analysis, term_weights(analysis.stems, analysis.bags), place=place)
    return tuple(sorted(pick(scores, analysis.bags, count, REDUNDANCY)))
