"""How likely a question is answered, by logistic regression on the signals of its best sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul

from bot.ask import weights

STEPS = 30
"""Newton's method is done long before."""

HALVINGS = 60
"""A step that overshoots is halved, so often at most: far from the end Newton's own may lead away from it."""

SETTLED = 1e-9
"""A step that lowers what is made small by no more than this share of it is the last."""

COVERAGE = 0.8
"""The share of the answerable questions that get an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Weights for `choose.signals`, and the probability from which it is an answer."""

    weights: tuple[float, ...]
    bias: float
    answer_from: float

    def __post_init__(self) -> None:
        """Refuse weights for other signals and a bar that is no probability."""
        if len(self.weights) != len(weights.ANSWERABLE):
            raise ValueError("these are weights for other signals")
        if not 0.0 <= self.answer_from <= 1.0:
            raise ValueError(f"not a probability: {self.answer_from}")

    def probability(self, signals: Sequence[float]) -> float:
        """How likely a question with these signals is answered."""
        return _logistic(self.bias + sum(w * x for w, x in zip(self.weights, signals, strict=True)))


SHIPPED = Calibration(
    weights=weights.ANSWERABLE, bias=weights.ANSWERABLE_BIAS, answer_from=weights.ANSWER_FROM
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """The signals of one question, and whether what is stored answers it."""

    signals: tuple[float, ...]
    answerable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """What a calibration does on labelled questions: shares in [0, 1].

    `answered` of the answerable get an answer, `false` of the others; `brier` is the mean squared error of
    the probability (Brier, 1950), 0.25 for one who always says a half.
    """

    answered: float
    false: float
    brier: float


def fitted(labelled: Sequence[Labelled], before: Calibration, strength: float = 10.0) -> Calibration:
    """The calibration for these questions, by Newton steps from `before`.

    Weights are drawn back to those of `before` by an L2 penalty of `strength` in standard units, so that few
    questions change little but the level and the bar. Raise ValueError unless there are questions of both
    kinds.
    """
    if len({one.answerable for one in labelled}) < 2:  # noqa: PLR2004 - yes and no
        raise ValueError("both kinds are needed")
    rows = [(*one.signals, 1.0) for one in labelled]
    spread = [_deviation([row[n] for row in rows]) for n in range(len(before.weights))]
    start = [*before.weights, before.bias]
    ridge = [strength * one * one for one in spread] + [1e-6]
    w, now, lower = list(start), math.inf, _loss(start, start, ridge, rows, labelled)
    for _ in range(STEPS):
        if now - lower <= SETTLED * lower:
            break
        step, now = _step(w, start, ridge, rows, labelled), lower
        for n in range(HALVINGS):
            tried = [a - b / 2**n for a, b in zip(w, step, strict=True)]
            if (loss := _loss(tried, start, ridge, rows, labelled)) < now:
                w, lower = tried, loss
                break
    made = Calibration(weights=tuple(w[:-1]), bias=w[-1], answer_from=0.5)
    return Calibration(weights=made.weights, bias=made.bias, answer_from=_bar(made, labelled))


def quality(labelled: Sequence[Labelled], by: Calibration) -> Quality:
    """What `by` does on these questions; there must be some of both kinds."""
    told = [(by.probability(one.signals), one.answerable) for one in labelled]
    answered = [p >= by.answer_from for p, yes in told if yes]
    false = [p >= by.answer_from for p, yes in told if not yes]
    brier = sum((p - yes) ** 2 for p, yes in told) / len(told)
    return Quality(answered=sum(answered) / len(answered), false=sum(false) / len(false), brier=brier)


def _bar(made: Calibration, labelled: Sequence[Labelled]) -> float:
    """The probability that lets `COVERAGE` of the answerable through."""
    told = sorted((made.probability(one.signals) for one in labelled if one.answerable), reverse=True)
    return told[math.ceil(COVERAGE * len(told)) - 1]


def _loss(
    w: Sequence[float],
    start: Sequence[float],
    ridge: Sequence[float],
    rows: Sequence[Sequence[float]],
    labelled: Sequence[Labelled],
) -> float:
    """What Newton's steps make small: the negative logarithm of the likelihood, and the penalty."""
    pulled: float = sum(r * (a - b) ** 2 for r, a, b in zip(ridge, w, start, strict=True)) / 2
    told = (
        sum(map(mul, w, row)) * (1 if one.answerable else -1) for row, one in zip(rows, labelled, strict=True)
    )
    unlikely: float = sum(max(-z, 0.0) + math.log1p(math.exp(-abs(z))) for z in told)
    return pulled + unlikely


def _step(
    w: Sequence[float],
    start: Sequence[float],
    ridge: Sequence[float],
    rows: Sequence[Sequence[float]],
    labelled: Sequence[Labelled],
) -> list[float]:
    size = len(w)
    slope = [ridge[i] * (w[i] - start[i]) for i in range(size)]
    curve = [[ridge[i] if i == j else 0.0 for j in range(size)] for i in range(size)]
    for row, one in zip(rows, labelled, strict=True):
        p = _logistic(sum(a * b for a, b in zip(w, row, strict=True)))
        for i, value in enumerate(row):
            slope[i] += (p - one.answerable) * value
            weight = p * (1 - p) * value
            curve[i] = [a + weight * b for a, b in zip(curve[i], row, strict=True)]
    return _solved(curve, slope)


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a positive definite system, by Gaussian elimination."""
    size = len(right)
    rows = [[*matrix[i], right[i]] for i in range(size)]
    for i in range(size):
        pivot = rows[i][i] or 1e-12
        for k in range(i + 1, size):
            factor = rows[k][i] / pivot
            rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i], strict=True)]
    found = [0.0] * size
    for i in reversed(range(size)):
        known = sum(rows[i][j] * found[j] for j in range(i + 1, size))
        found[i] = (rows[i][size] - known) / (rows[i][i] or 1e-12)
    return found


def _deviation(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return math.sqrt(sum((one - mean) ** 2 for one in values) / len(values)) + 1e-3


def _logistic(z: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))
