"""Learned weights, made by benchmarks/train_ask.py; the order is that of features.NAMES."""

from __future__ import annotations

VERSION = "2"

SENTENCE = (
    2.7629,
    1.5474,
    2.5081,
    -0.9183,
    0.0518,
    1.6891,
    1.1301,
    0.5801,
    0.1662,
    1.5520,
    2.2140,
    0.5554,
    0.3585,
    1.4515,
    0.5711,
    0.6074,
    0.4736,
    0.1508,
    0.1621,
    -0.5136,
    0.0539,
    -0.0380,
    -0.8899,
    0.3128,
    0.5872,
    -0.0128,
    2.4024,
    -0.1134,
    1.6965,
    1.8351,
    -0.4068,
    -0.1879,
    1.4344,
    -1.5176,
    -0.1596,
    0.0001,
)

SIGNALS = (
    "covered",
    "rarest_covered",
    "neighbours",
    "pairs",
    "near",
    "passage",
    "fits",
    "nearly",
    "names",
    "matter",
    "passage_names",
    "passage_matter",
    "missing",
    "head",
    "passage_head",
    "beside",
    "words",
)
"""The features of the best sentence that tell whether it answers at all."""

ANSWERABLE = (
    0.0905,
    -0.0152,
    -0.1410,
    0.4082,
    0.1632,
    -0.4065,
    -0.0409,
    -0.2672,
    0.2529,
    2.1129,
    -0.0649,
    0.3884,
    0.6409,
    0.2181,
    -0.4873,
    -0.0860,
    0.1033,
    0.0766,
    1.3632,
)
"""For `choose.signals`: strength, lead, then the features in `SIGNALS`."""

ANSWERABLE_BIAS = -2.5601

ANSWER_FROM = 0.4701
"""From this probability it is an answer: lets 80% of the answerable news through."""
