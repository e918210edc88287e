"""ROUGE-1 F1 with a light stem (Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", 2004)."""

from __future__ import annotations

from collections import Counter

from summarizers.text.tokens import stem, words


def rouge1(candidate: str, reference: str) -> float:
    """F1 of the unigrams that `candidate` and `reference` share, counted with repetition, in [0, 1]."""
    said = Counter(map(stem, words(candidate)))
    wanted = Counter(map(stem, words(reference)))
    shared = (said & wanted).total()
    return 2 * shared / (said.total() + wanted.total()) if shared else 0.0
