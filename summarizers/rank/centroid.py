"""How close a sentence stands to what the whole text is about (centroid, Radev et al., 2004)."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from math import fsum, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from collections.abc import Set as AbstractSet

_FEWEST = 4


def term_weights(sentences: Sequence[Collection[str]], bags: Sequence[AbstractSet[str]]) -> dict[str, float]:
    """Weight of each stem: its frequency in the text times its inverse sentence frequency.

    `sentences` are the stems of each, `bags` the same ones once.
    """
    spread = Counter(chain.from_iterable(bags))
    frequency = Counter(chain.from_iterable(sentences))
    rarity = {count: log(1 + len(bags) / count) for count in set(spread.values())}
    return {stem: count * rarity[spread[stem]] for stem, count in frequency.items()}


def closeness(bags: Sequence[AbstractSet[str]], weights: Mapping[str, float]) -> list[float]:
    """Mean weight of the stems of each bag, scaled so that the best is 1; 0 for an empty bag.

    The mean, not the cosine: on short references it does not reward length. Bags under four stems count as
    four, or a cry of two words would win.
    """
    weigh = weights.__getitem__
    means = [fsum(map(weigh, stems)) / max(len(stems), _FEWEST) for stems in bags]
    best = max(means, default=0.0)
    return [mean / best for mean in means] if best else means
