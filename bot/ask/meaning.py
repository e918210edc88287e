"""The best sentences in a new order, by what they mean beside what they say."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.ask import weights, weights_semantic
from bot.ask.choose import Choice
from bot.ports import Encoder, RunCpu
from summarizers.engines.errors import EngineError

READ = 20
"""So many of the best sentences are read by meaning; their vectors are not kept."""

NAMES = ("cosine", "article_cosine", "article_behind")
"""The features in the order of `of`."""

SCALE = 3.0
"""Cosines of sentences differ by a few tenths; so they weigh in training about like the other features."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """The step before the quotes are chosen. It changes no sentence, only their order."""

    encoder: Encoder
    run_cpu: RunCpu

    async def run(self, question: str, choices: Sequence[Choice]) -> tuple[Choice, ...]:
        """The choices, the first `READ` in a new order; in the old one if the model cannot be used."""
        return await self.run_cpu(self._reordered, question, choices)

    def _reordered(self, question: str, choices: Sequence[Choice]) -> tuple[Choice, ...]:
        first, rest = choices[:READ], choices[READ:]
        try:
            vectors = self.encoder.encode((question, *(one.citation.quote for one in first)))
        except EngineError as error:
            log.warning("nothing is read by meaning: %s", error, extra={"action": "encoder_unusable"})
            return tuple(choices)
        told = of(vectors[0], vectors[1:], [one.article.id for one in first])
        moved = [replace(one, strength=_strength(one, more)) for one, more in zip(first, told, strict=True)]
        moved.sort(key=lambda one: -one.strength)
        below = moved[-1].strength - first[-1].strength
        return (*moved, *(replace(one, strength=one.strength + below) for one in rest))


def of(
    question: Sequence[float], sentences: Sequence[Sequence[float]], articles: Sequence[str]
) -> tuple[tuple[float, ...], ...]:
    """The features of each sentence, in the order of `NAMES`: its cosine, that of its article's best
    sentence, and how far that is behind the best of all.
    """  # noqa: D205 - one sentence
    near = [SCALE * sum(a * b for a, b in zip(question, one, strict=True)) for one in sentences]
    best: dict[str, float] = {}
    for article, cosine in zip(articles, near, strict=True):
        best[article] = max(cosine, best.get(article, cosine))
    most = max(near, default=0.0)
    return tuple(
        (cosine, best[article], best[article] - most) for article, cosine in zip(articles, near, strict=True)
    )


def _strength(one: Choice, told: Sequence[float]) -> float:
    """What the sentence weighs now, with what it was given beside its features."""
    given = one.strength - _weighed(weights.SENTENCE, one.features)
    return given + _weighed(weights_semantic.SENTENCE, (*one.features, *told))


def _weighed(some: Sequence[float], features: Sequence[float]) -> float:
    return sum(w * x for w, x in zip(some, features, strict=True))
