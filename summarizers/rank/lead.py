"""How early a sentence stands: news puts what matters first."""

from __future__ import annotations

from math import exp

_DECAY = tuple(exp(-i / 3) for i in range(24))


def position(index: int) -> float:
    """Prior of the sentence at `index` (0 based), in (0, 1]: exp(-index/3), and 0 from index 24 on."""
    return _DECAY[index] if index < len(_DECAY) else 0.0
