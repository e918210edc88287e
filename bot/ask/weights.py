"""Learned weights, made by benchmarks/train_ask.py: numbers only, in the order of features.NAMES."""

from __future__ import annotations

VERSION = "1"

SENTENCE = (
    3.2676,
    1.9925,
    2.9467,
    -0.8138,
    -0.0018,
    1.7570,
    1.2115,
    0.5414,
    0.2805,
    1.7486,
    2.4882,
    0.4856,
    0.3985,
    1.4645,
    0.5764,
    0.7810,
    0.3990,
    0.1289,
    0.1486,
    -0.5694,
    0.0990,
    -0.2301,
    -0.9241,
    0.2583,
    0.6172,
    -0.0021,
)

ANSWERABLE = (
    0.0302,
    -0.0211,
    1.4727,
    0.1619,
    -0.9970,
    0.5922,
    0.0292,
    0.5955,
    0.1255,
    -0.0624,
    1.0163,
    -1.1463,
    1.2230,
    0.4399,
    -0.1564,
    0.4418,
    -0.1373,
    0.3944,
    -0.1776,
    0.3411,
    -1.3614,
    -0.0628,
    0.2698,
    -0.5442,
    -0.6911,
    0.1399,
    1.0643,
    4.1750,
)
"""For the signals of `choose.signals`: strength, lead, then the features of the first sentence."""

ANSWERABLE_BIAS = -2.0452

ANSWER_FROM = 0.4548
"""From this probability it is an answer: lets 80% of the answerable through."""
