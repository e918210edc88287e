"""How close a sentence stands to what the whole text is about (centroid, Radev et al., 2004)."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from math import fsum, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FEWEST = 4


def term_weights(bags: Sequence[Sequence[str]]) -> dict[str, float]:
    """Weight of each stem: its frequency in the text times its inverse sentence frequency.

    `bags` are the stems of the sentences.
    """
    spread = Counter(chain.from_iterable(map(set, bags)))
    frequency = Counter(chain.from_iterable(bags))
    rarity = {count: log(1 + len(bags) / count) for count in set(spread.values())}
    return {stem: count * rarity[spread[stem]] for stem, count in frequency.items()}


def closeness(bags: Sequence[Sequence[str]], weights: Mapping[str, float]) -> list[float]:
    """Mean weight of the distinct stems of each bag, scaled so that the best is 1; 0 for an empty bag.

    The mean, not the cosine: on short references it does not reward length. Bags under four stems count as
    four, or a cry of two words would win.
    """
    means = []
    for bag in bags:
        stems = set(bag)
        means.append(fsum(map(weights.__getitem__, stems)) / max(len(stems), _FEWEST))
    best = max(means, default=0.0)
    return [mean / best for mean in means] if best else means
